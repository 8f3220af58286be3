import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// Commands that say one thing of one or several clients.
enum MarkCommands {
    static let tag: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        var count = 0
        while count < parsed.restCount, !isTagChange(parsed.rest(count, in: bytes)) { count += 1 }
        let ids = try parsed.clientIDs(first: count, in: bytes)
        var added: [[UInt8]] = []
        var removed: [[UInt8]] = []
        for index in count..<parsed.restCount {
            let word = parsed.rest(index, in: bytes)
            guard isTagChange(word) else { throw ErrorReply(.invalid, tagUsage) }
            let tag = word.bytes(1..<word.byteCount).array()
            if word.byte(at: 0) == UInt8(ascii: "+") {
                added.append(tag)
            } else {
                removed.append(tag)
            }
        }
        guard !ids.isEmpty, !(added.isEmpty && removed.isEmpty) else {
            throw ErrorReply(.invalid, tagUsage)
        }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.changeTags(cell, ids, adding: added, removing: removed, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    private static let tagUsage =
        "tags: give the clients' numbers, then each tag with + before it to put it on or - to take it off"

    private static func isTagChange(_ word: RawSpan) -> Bool {
        guard word.byteCount > 0 else { return false }
        return word.byte(at: 0) == UInt8(ascii: "+") || word.byte(at: 0) == UInt8(ascii: "-")
    }

    static let newsletter: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let count = parsed.restCount - 1
        guard count > 0 else {
            throw ErrorReply(.invalid, "newsletter: say yes or no behind the clients' numbers")
        }
        let isWanted: Bool
        do throws(ValueError) {
            isWanted = try YesNo.parse(parsed.rest(count, in: bytes))
        } catch {
            throw ErrorReply(.invalid, "newsletter: \(error.message)")
        }
        let ids = try parsed.clientIDs(first: count, in: bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.setNewsletter(cell, ids, to: isWanted, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let block: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let ids = try parsed.clientIDs(in: bytes)
        let reason = try parsed.line(.reason, in: bytes)
        let until = try parsed.time(.until, in: bytes, zone: { shard.zone(of: cell) })
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.blockClients(cell, ids, reason: reason, until: until, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let unblock: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let ids = try parsed.clientIDs(in: bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.unblockClients(cell, ids, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    /// How many clients changed, and where that stands in the log.
    static func write(_ result: WriteResult, to reply: inout ReplyWriter) {
        reply.map(result.lsn == nil ? 1 : 2)
        reply.field("changed", UInt64(result.number))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
    }
}
