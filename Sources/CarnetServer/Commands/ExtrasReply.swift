import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel
import CarnetWire

/// Writes what a client carries beside its fields: fields of the tenant's own as `x.<name>`, and
/// the block list.
enum ExtrasReply {
    /// How many pairs of a client's map `write` writes of one field of the record.
    static func pairCount(_ tag: UInt8, _ value: RawSpan, _ columns: borrowing ClientColumns) -> Int
    {
        if tag == AccountMark.tag { return AccountMark(value) == nil ? 0 : 1 }
        switch ClientExtra(rawValue: tag) {
        case .custom?:
            guard let field = CustomValue(value) else { return 0 }
            return columns.shows(custom: field) ? 1 : 0
        case .block?, .proofs?, .rebooking?, .birthday?, .review?, nil: return 0
        }
    }

    /// How many pairs `write` writes of a block that holds.
    static func blockPairCount(_ columns: borrowing ClientColumns) -> Int {
        (columns.contains(.blocked) ? 1 : 0) + (columns.contains(.block) ? 1 : 0)
    }

    /// Writes what is shown of one field of the record; of a block only where it holds.
    static func write(
        _ tag: UInt8,
        _ value: RawSpan,
        _ columns: borrowing ClientColumns,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        if tag == AccountMark.tag {
            if let mark = AccountMark(value) { reply.field("account", UInt64(mark.account.value)) }
            return
        }
        switch ClientExtra(rawValue: tag) {
        case .custom?:
            guard let field = CustomValue(value), columns.shows(custom: field) else { return }
            write(field, &scratch, to: &reply)
        case .block?:
            if columns.contains(.blocked) { reply.field("blocked", true) }
            guard columns.contains(.block), let block = ClientBlock(value) else { return }
            write(block, &scratch, to: &reply)
        case .proofs?, .rebooking?, .birthday?, .review?, nil: break
        }
    }

    /// Since when, until when and why.
    private static func write(
        _ block: ClientBlock,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        reply.bulk("block")
        reply.map(1 + (block.until == nil ? 0 : 1) + (block.reason.isEmpty ? 0 : 1))
        writeTime("since", block.since, &scratch, to: &reply)
        if let until = block.until { writeTime("until", until, &scratch, to: &reply) }
        if !block.reason.isEmpty { reply.field("reason", unsafe block.reason.span.bytes) }
    }

    static func writeTime(
        _ name: StaticString,
        _ milliseconds: UInt64,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        scratch.removeAll()
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &scratch)
        reply.field(name, scratch.bytes)
    }

    /// R-SAL-08: the blocked clients that share an address or the name, and what they share; nothing
    /// where there are none.
    static func write(_ matches: [BlockedClients.Match], to reply: inout ReplyWriter) {
        guard !matches.isEmpty else { return }
        reply.bulk("blocked_matches")
        reply.array(matches.count)
        for match in matches {
            reply.map(2)
            reply.field("id", UInt64(match.id.value))
            let words: [(BlockedClients.Ways, StaticString)] = [
                (.email, "email"), (.phone, "phone"), (.name, "name"),
            ]
            let shared = words.filter { match.ways.contains($0.0) }
            reply.bulk("by")
            reply.array(shared.count)
            for (_, word) in shared { reply.bulk(word) }
        }
    }

    /// How many pairs `write` writes of both.
    static func pairCount(_ matches: [BlockedClients.Match], _ keptOut: KeptOutWays) -> Int {
        (matches.isEmpty ? 0 : 1) + (keptOut.isEmpty ? 0 : 1)
    }

    /// R-SAL-08 as above, and R-SAL-20: which of the addresses given are kept out since an erasure.
    static func write(
        _ matches: [BlockedClients.Match],
        _ keptOut: KeptOutWays,
        to reply: inout ReplyWriter
    ) {
        write(matches, to: &reply)
        guard !keptOut.isEmpty else { return }
        reply.bulk("kept_out")
        reply.array((keptOut.contains(.email) ? 1 : 0) + (keptOut.contains(.phone) ? 1 : 0))
        if keptOut.contains(.email) { reply.bulk("email") }
        if keptOut.contains(.phone) { reply.bulk("phone") }
    }

    /// Numbers and dates as text, so that no decimal is lost on the way; yes and no as `newsletter`.
    private static func write(
        _ field: borrowing CustomValue,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        scratch.removeAll()
        scratch.append("x.")
        scratch.append(field.name)
        reply.bulk(scratch.bytes)
        if let flag = field.flag { return reply.boolean(flag) }
        scratch.removeAll()
        field.appendText(to: &scratch)
        reply.bulk(scratch.bytes)
    }
}
