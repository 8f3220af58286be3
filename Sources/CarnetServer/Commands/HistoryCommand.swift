import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetWire

/// CLIENT.HISTORY: what changed of a client, when, by which token and by what kind of event.
struct HistoryCommand {
    private let id: ClientID
    private let limit: Int
    private let before: UInt64?

    /// One event and what it did to the client.
    private struct Entry {
        let lsn: UInt64
        let milliseconds: UInt64
        let event: String
        let by: [UInt8]?
        let isOfAccount: Bool
        let reason: [UInt8]?
        let changes: [RecordTexts.Change]
    }

    /// What the log had to say.
    private struct Found {
        let entries: [Entry]
        let isThere: Bool
        let since: UInt64?
    }

    init(_ parsed: borrowing ParsedCommand, _ bytes: RawSpan) throws(ErrorReply) {
        id = try parsed.neededClientID(at: 1, in: bytes)
        limit = try parsed.pageSize(in: bytes)
        guard let cursor = parsed.value(.after, in: bytes) else {
            before = nil
            return
        }
        guard let lsn = cursor.unsignedInteger() else {
            throw ErrorReply(.invalid, "AFTER: must be the cursor of an earlier page")
        }
        before = lsn
    }

    /// Reads the log for it. O(log at hand). Nothing is told of who was forgotten, also where it
    /// still stands in a file: of an erased client nothing, of an anonymized one what came after,
    /// and of a merge with either not what it changed.
    func run(
        _ disk: any Disk,
        _ name: [UInt8],
        _ erasures: [Erasure],
        upTo last: LSN,
        to reply: inout ReplyWriter
    ) throws(ErrorReply) {
        let forgotten = erasures.reduce(into: [ClientID: LSN]()) { ends, erasure in
            for client in erasure.clients { ends[client] = erasure.lsn }
        }
        let own = erasures.last { $0.clients.contains(id) }
        if let own, own.kind == .erased || !own.clients.prefix(own.counts.clients).contains(id) {
            throw ErrorReply(.erased(id))
        }
        let first = own?.lsn ?? .zero
        let found: Found
        do throws(PastError) {
            found = try TenantPast.look(disk, tenant: name) { past throws(PastError) in
                var entries: [Entry] = []
                try past.events(of: id, upTo: last) { event, before, behind in
                    guard before != behind, event.lsn > first else { return }
                    let pair = event.mergedPair.map { [$0.survivor, $0.double] } ?? []
                    let (ends, lsn) = (pair.compactMap { forgotten[$0] }, event.lsn)
                    let isHidden = ends.contains { lsn < $0 }
                    entries.append(Self.entry(event, before, behind, isHidden))
                }
                if let cursor = self.before, !past.isWhole, cursor <= past.firstLSN.value {
                    throw .trimmed(firstMilliseconds: past.firstMilliseconds, past.firstLSN)
                }
                let since = past.isWhole ? nil : past.firstMilliseconds
                return Found(entries: entries, isThere: past.has(id), since: since)
            }
        } catch {
            throw ErrorReply(past: error)
        }
        guard !found.entries.isEmpty || found.isThere else { throw ErrorReply(.noClient(id)) }
        write(found.entries, found.since, to: &reply)
    }

    private static func entry(
        _ event: borrowing Event,
        _ before: [UInt8]?,
        _ behind: [UInt8]?,
        _ isHidden: Bool
    ) -> Entry {
        Entry(
            lsn: event.lsn.value,
            milliseconds: event.milliseconds,
            event: "\(event.kind)",
            by: event.author?.array(),
            isOfAccount: event.isOfAccount,
            reason: isHidden ? nil : event.reason?.array(),
            changes: isHidden ? [] : RecordTexts.changes(before, behind)
        )
    }

    private func write(_ entries: [Entry], _ first: UInt64?, to reply: inout ReplyWriter) {
        let left = entries.filter { entry in before.map { entry.lsn < $0 } ?? true }
        let page = left.suffix(limit)
        let hasMore = left.count > page.count
        reply.map(3 + (hasMore ? 1 : 0) + (first == nil ? 0 : 1))
        reply.field("id", UInt64(id.value))
        reply.field("total", UInt64(entries.count))
        if hasMore, let last = page.first { reply.field("cursor", text: "\(last.lsn)") }
        if let first { reply.field("since", time: first) }
        reply.bulk("changes")
        reply.array(page.count)
        for entry in page.reversed() { Self.write(entry, to: &reply) }
    }

    private static func write(_ entry: Entry, to reply: inout ReplyWriter) {
        reply.map(
            4 + (entry.by == nil ? 0 : 1) + (entry.isOfAccount ? 1 : 0)
                + (entry.reason == nil ? 0 : 1)
        )
        reply.field("lsn", entry.lsn)
        reply.field("at", time: entry.milliseconds)
        reply.field("event", text: entry.event)
        if let by = entry.by { reply.field("by", unsafe by.span.bytes) }
        if entry.isOfAccount { reply.field("cause", "account") }
        if let reason = entry.reason { reply.field("reason", unsafe reason.span.bytes) }
        reply.bulk("fields")
        reply.array(entry.changes.count)
        for change in entry.changes {
            reply.map(1 + (change.old == nil ? 0 : 1) + (change.new == nil ? 0 : 1))
            reply.field("field", text: change.field)
            if let old = change.old { reply.field("old", text: old) }
            if let new = change.new { reply.field("new", text: new) }
        }
    }
}

/// A record's fields as texts, for saying what changed.
enum RecordTexts {
    /// A field that is another one afterwards; nil where it was or is absent.
    struct Change: Hashable {
        let field: String
        let old: String?
        let new: String?
    }

    /// What differs, in the order of the fields' tags. What every change moves (version and time) is
    /// left out.
    static func changes(_ before: [UInt8]?, _ behind: [UInt8]?) -> [Change] {
        let old = before.map(texts) ?? []
        let new = behind.map(texts) ?? []
        var changes: [Change] = []
        for (field, text) in old {
            let now = new.first { $0.field == field }?.text
            if now != text { changes.append(Change(field: field, old: text, new: now)) }
        }
        for (field, text) in new where !old.contains(where: { $0.field == field }) {
            changes.append(Change(field: field, old: nil, new: text))
        }
        return changes
    }

    private static func texts(_ bytes: [UInt8]) -> [(field: String, text: String)] {
        let record = ClientRecord(unsafe bytes.span.bytes)
        var texts = [(field: "status", text: "\(record.status.name)")]
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            guard let (field, text) = text(tag, record.bytes.bytes(range)) else { continue }
            if texts.last?.field == field {
                texts[texts.count - 1].text += ", " + text
            } else {
                texts.append((field, text))
            }
        }
        return texts
    }

    private static func text(_ tag: UInt8, _ value: RawSpan) -> (String, String)? {
        var text = ByteWriter(capacity: 64)
        if let field = ClientField(rawValue: tag) {
            append(field, value, to: &text)
            return ("\(field.name)", text.bytes.text())
        }
        if let alias = ClientAlias(rawValue: tag) {
            alias.appendText(value, to: &text)
            return ("aliases", text.bytes.text())
        }
        switch ClientExtra(rawValue: tag) {
        case .custom?:
            guard let custom = CustomValue(value) else { return nil }
            custom.appendText(to: &text)
            return ("x." + custom.name.text(), text.bytes.text())
        case .block?:
            guard let block = ClientBlock(value) else { return nil }
            return ("blocked", String(decoding: block.reason, as: UTF8.self))
        case .rebooking?, .birthday?, .review?:
            let isGiven = value.byteCount == 1 && value.byte(at: 0) == 1
            let purpose = ConsentPurpose.allCases.first { $0.tag == tag }
            return ("consent.\(purpose.map { "\($0.name)" } ?? "")", isGiven ? "yes" : "no")
        case .proofs?, nil: return nil
        }
    }

    private static func append(_ field: ClientField, _ value: RawSpan, to text: inout ByteWriter) {
        let integer = value.shortInteger(0..<value.byteCount)
        switch field {
        case .phone: PhoneNumber(e164Digits: integer)?.write(to: &text)
        case .birthday:
            Birthday(packed: UInt32(truncatingIfNeeded: integer))?.append(to: &text)
        case .newsletter: text.append(integer == 1 ? "yes" : "no" as StaticString)
        default: text.append(value)
        }
    }
}
