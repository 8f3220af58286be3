import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel
import CarnetWire

/// CLIENT.DUPLICATES and CLIENT.COMPARE.
enum DoublesCommands {
    /// What the words of CLIENT.DUPLICATES ask for.
    struct Asked {
        var id: ClientID?
        var request = DuplicatesRequest()
        var pairCursor: PairCursor?
        var feedCursor: FeedCursor?
        var blockMilliseconds: UInt64?
    }

    /// The longest that BLOCK waits, but for 0: a day.
    private static let blockMillisecondsMax: UInt64 = 86_400_000

    static func read(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> Asked {
        var asked = Asked()
        asked.id = try parsed.clientID(at: 1, in: bytes)
        asked.request.limit = try parsed.pageSize(in: bytes)
        do throws(ArgumentError) {
            let scoreMin = try parsed.thousandths(
                .min,
                in: bytes,
                atLeast: DuplicatesRequest.scoreMinLowest,
                atMost: 100_000
            )
            asked.request.scoreMin = scoreMin ?? 0
            asked.blockMilliseconds = try parsed.number(
                .block,
                in: bytes,
                atMost: blockMillisecondsMax
            )
        } catch {
            throw ErrorReply(error)
        }
        guard asked.id == nil || asked.blockMilliseconds == nil else {
            throw ErrorReply(
                .invalid,
                "BLOCK: waits for pairs of the whole list; leave the client's number out"
            )
        }
        guard let after = parsed.value(.after, in: bytes) else { return asked }
        if asked.blockMilliseconds != nil {
            asked.feedCursor = FeedCursor(after)
        } else {
            asked.pairCursor = PairCursor(after)
        }
        guard asked.feedCursor != nil || asked.pairCursor != nil else {
            let right = asked.blockMilliseconds == nil ? "'cursor'" : "'feed'"
            throw ErrorReply(.invalid, "AFTER: must be the \(right) of an earlier reply")
        }
        return asked
    }

    static let duplicatesOfOne: ShardCommand = {
        shard,
        bytes,
        parsed,
        _,
        reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let asked = try read(parsed, bytes)
        guard let id = asked.id else { throw ErrorReply(.invalid, "id: is missing") }
        let page = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.duplicates(of: id, cell, asked.request, after: asked.pairCursor)
        }
        write(page, to: &reply)
        return Dependence(lsn: page.lsn, isSynced: false)
    }

    static let compare: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        guard let a = try parsed.clientID(at: 1, in: bytes),
            let b = try parsed.clientID(at: 2, in: bytes)
        else { throw ErrorReply(.invalid, "a and b: name two clients") }
        guard a != b else {
            throw ErrorReply(
                .invalid,
                "b: client \(a.value) is named twice; name two clients"
            )
        }
        let pair = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.compare(cell, a, b)
        }
        let isDistinct = cell.tenant.isDistinct(a, b)
        let isWaved = cell.tenant.isWavedAside(a, b)
        let isFilling = !cell.doubles.isFilled(cell.tenant.clients)
        DoublesReply.writePair(
            pair,
            extra: 1 + [isDistinct, isWaved, isFilling].count { $0 }
                + statusPairCount(a, cell.tenant) + statusPairCount(b, cell.tenant),
            to: &reply
        )
        writeStatus(of: a, cell.tenant, "a_status", "a_merged_into", to: &reply)
        writeStatus(of: b, cell.tenant, "b_status", "b_merged_into", to: &reply)
        if isDistinct { reply.field("distinct", true) }
        if isWaved { reply.field("waved", true) }
        if isFilling { reply.field("filling", true) }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    /// How many pairs `writeStatus` writes.
    private static func statusPairCount(_ id: ClientID, _ tenant: Tenant) -> Int {
        switch tenant.status(of: id) {
        case .active?, nil: 0
        case .inactive?, .erased?: 1
        case .merged?: 2
        }
    }

    /// Where a client stands who is not active, and whom a merged one was merged into.
    private static func writeStatus(
        of id: ClientID,
        _ tenant: Tenant,
        _ word: StaticString,
        _ survivorWord: StaticString,
        to reply: inout ReplyWriter
    ) {
        guard let status = tenant.status(of: id), status != .active else { return }
        reply.field(word, status.name)
        guard status == .merged else { return }
        reply.field(survivorWord, UInt64(tenant.survivor(of: id).value))
    }

    /// The reply of CLIENT.DUPLICATES of a whole list, with what it depends on.
    static func outcome(
        of result: DuplicatesResult,
        _ mode: ReplyMode,
        _ counters: Counters
    ) -> Outcome {
        var reply = ReplyWriter(mode: mode)
        let lsn: LSN
        switch result {
        case .success(let page):
            write(page, to: &reply)
            lsn = page.lsn
        case .failure(let failure):
            let error = ErrorReply(failure.failure)
            reply.error(error.code, error.message)
            counters.countError(error.code)
            lsn = failure.lsn
        }
        let dependence = Dependence(lsn: lsn, isSynced: false)
        return Outcome(bytes: reply.bytes.array(), dependence: dependence)
    }

    private static func write(_ page: DuplicatesPage, to reply: inout ReplyWriter) {
        let extra = [page.isCut, page.cursor != nil, page.feed != nil, page.isFilling].count { $0 }
        reply.map(3 + extra)
        reply.field("total", UInt64(page.total))
        if page.isCut { reply.field("more", true) }
        if let cursor = page.cursor { reply.field("cursor", text: cursor.text) }
        reply.bulk("pairs")
        reply.array(page.pairs.count)
        for pair in page.pairs { DoublesReply.writePair(pair, to: &reply) }
        if let feed = page.feed { reply.field("feed", text: feed.text) }
        if page.isFilling { reply.field("filling", true) }
        reply.field("lsn", page.lsn.value)
    }
}
