import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// CLIENT.MERGE, UNMERGE, MERGES and DISTINCT, and what a merged client's number answers.
enum MergeCommands {
    static let merge: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        guard let survivor = try parsed.clientID(at: 1, in: bytes) else {
            throw ErrorReply(.invalid, "survivor: the number of the client to keep is missing")
        }
        var request = MergeRequest(survivor: survivor, doubles: try parsed.clientIDs(in: bytes))
        try readTakes(parsed, bytes, into: &request)
        request.reason = try parsed.line(.reason, in: bytes)
        request.isForced = parsed.has(.force)
        guard !request.isForced || parsed.caller.role == .admin else {
            throw ErrorReply(.noPerm, "FORCE is for role admin alone")
        }
        guard !request.isForced || request.reason != nil else {
            throw ErrorReply(.invalid, "FORCE: say why, with REASON behind it")
        }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.mergeClients(cell, request, options)
        }
        let preview = options.isDryRun ? result.plan : nil
        reply.map(3 + (result.lsn == nil ? 0 : 1) + (preview.map(MergePreview.pairCount) ?? 0))
        reply.field("survivor", UInt64(result.survivor.value))
        reply.field("version", UInt64(result.version))
        reply.bulk("merges")
        reply.array(result.merges.count)
        for merge in result.merges { reply.integer(UInt64(merge)) }
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        if let preview { MergePreview.write(preview, cell, shard, to: &reply) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let unmerge: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let merge: UInt64?
        do throws(ArgumentError) {
            merge = try parsed.numberArgument(1, in: bytes, atMost: UInt64(UInt32.max))
        } catch {
            throw ErrorReply(error)
        }
        let number = UInt32(truncatingIfNeeded: merge ?? 0)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.unmergeClients(cell, number, options)
        }
        let preview = options.isDryRun ? result.plan : nil
        reply.map(4 + (result.lsn == nil ? 0 : 1) + (preview == nil ? 0 : 3))
        reply.field("merge", UInt64(result.merge.number))
        reply.field("survivor", UInt64(result.merge.survivor.value))
        reply.field("double", UInt64(result.merge.double.value))
        reply.field("version", UInt64(result.version))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        if let preview { MergePreview.write(preview, cell, shard, to: &reply) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let merges: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let limit = try parsed.pageSize(in: bytes)
        var total = Int(cell.tenant.latestMerge)
        var ofClient: [UInt32]?
        if let id = try parsed.clientID(at: 1, in: bytes) {
            guard cell.tenant.version(of: id) != nil else { throw ErrorReply(.noClient(id)) }
            let merges = cell.tenant.merges(of: id)
            total = merges.count
            ofClient = merges
        }
        var before = UInt64(cell.tenant.latestMerge) + 1
        if let text = parsed.value(.after, in: bytes) {
            guard let number = text.unsignedInteger() else {
                throw ErrorReply(.invalid, "AFTER: must be the cursor of an earlier page")
            }
            before = min(before, number)
        }
        let numbers = page(ofClient, before: before, count: limit + 1)
        let hasMore = numbers.count > limit
        reply.map(hasMore ? 4 : 3)
        reply.field("total", UInt64(total))
        if hasMore { reply.field("cursor", text: "\(numbers[limit - 1])") }
        reply.bulk("merges")
        reply.array(min(limit, numbers.count))
        for number in numbers.prefix(limit) { write(cell.tenant.mergeRow(number), shard, &reply) }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    static let distinct: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        guard let a = try parsed.clientID(at: 1, in: bytes),
            let b = try parsed.clientID(at: 2, in: bytes)
        else { throw ErrorReply(.invalid, "a, b: the numbers of two clients are missing") }
        let isDistinct = !parsed.has(.off)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.declareDistinct(cell, a, b, isDistinct: isDistinct, options)
        }
        reply.map(result.lsn == nil ? 3 : 4)
        reply.field("a", UInt64(a.value))
        reply.field("b", UInt64(b.value))
        reply.field("distinct", isDistinct)
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    // What the words say.

    /// `TAKE field:id …`
    private static func readTakes(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        into request: inout MergeRequest
    ) throws(ErrorReply) {
        for index in 0..<parsed.valueCount(.take) {
            guard let word = parsed.value(.take, index, in: bytes) else { continue }
            guard let colon = (0..<word.byteCount).first(where: { word.byte(at: $0) == 0x3A }),
                let number = word.bytes(colon + 1..<word.byteCount).unsignedInteger(),
                number >= 1, number <= UInt64(Tenant.clientCountMax)
            else { throw takeError }
            let id = ClientID(UInt32(truncatingIfNeeded: number))
            let name = word.bytes(0..<colon)
            if let field = ClientField(name: name) {
                request.takes.append(MergeRequest.Take(field, from: id))
            } else if let custom = CustomText.name(name) {
                request.customTakes.append(MergeRequest.CustomTake(custom.array(), from: id))
            } else {
                throw takeError
            }
        }
    }

    private static var takeError: ErrorReply {
        let names = ClientField.allCases.map { "\($0.name)" }.joined(separator: " ")
        return ErrorReply(
            .invalid,
            "TAKE: must be a field, a colon and a client's number, such as email:2; the fields are \(names) x.name"
        )
    }

    // MERGES.

    /// The latest merges below `before`: of one client, or of all.
    private static func page(_ ofClient: [UInt32]?, before: UInt64, count: Int) -> [UInt32] {
        if let ofClient {
            return Array(ofClient.reversed().lazy.filter { UInt64($0) < before }.prefix(count))
        }
        var numbers: [UInt32] = []
        var number = before
        while number > 1, numbers.count < count {
            number -= 1
            numbers.append(UInt32(truncatingIfNeeded: number))
        }
        return numbers
    }

    static func write(
        _ row: MergeRow?,
        _ shard: isolated Shard,
        _ reply: inout ReplyWriter
    ) {
        guard let row else { return reply.null() }
        let taken =
            ClientField.allCases.filter { row.taken & $0.bit != 0 }.map { "\($0.name)" }
            + row.takenCustoms.map { "x.\(String(decoding: $0, as: UTF8.self))" }
        let extra = [
            row.undoneMilliseconds != nil, !taken.isEmpty, row.reason != nil, row.isForced,
        ].count { $0 }
        reply.map(4 + extra)
        reply.field("merge", UInt64(row.number))
        reply.field("survivor", UInt64(row.survivor.value))
        reply.field("double", UInt64(row.double.value))
        writeTime("at", row.milliseconds, shard, &reply)
        if let undone = row.undoneMilliseconds { writeTime("undone", undone, shard, &reply) }
        if !taken.isEmpty {
            reply.bulk("taken")
            reply.array(taken.count)
            for field in taken { reply.bulk(field) }
        }
        if let reason = row.reason { reply.field("reason", unsafe reason.span.bytes) }
        if row.isForced { reply.field("forced", true) }
    }

    private static func writeTime(
        _ name: StaticString,
        _ milliseconds: UInt64,
        _ shard: isolated Shard,
        _ reply: inout ReplyWriter
    ) {
        shard.text.removeAll()
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &shard.text)
        reply.field(name, shard.text.bytes)
    }
}
