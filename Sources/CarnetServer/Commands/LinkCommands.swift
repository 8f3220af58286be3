import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// LINK.ADD, LINK.LIST, LINK.REMOVE, POINTS.ADD and POINTS.GET.
enum LinkCommands {
    static let add: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        guard let id = try parsed.clientID(at: 1, in: bytes),
            let word = parsed.value(.kind, in: bytes), let kind = LinkKind(word: word),
            let reference = parsed.value(.ref, in: bytes)
        else { throw ErrorReply(.invalid, "KIND: the client, KIND and REF are needed") }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.addLink(cell, id, kind, reference, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let remove: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let number: UInt64?
        do throws(ArgumentError) {
            number = try parsed.numberArgument(
                1,
                in: bytes,
                atLeast: 1,
                atMost: UInt64(Tenant.linkCountMax)
            )
        } catch {
            throw ErrorReply(error)
        }
        guard let number else { throw ErrorReply(.invalid, "link: the link's number is missing") }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.removeLink(cell, UInt32(truncatingIfNeeded: number), options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let list: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let id = try parsed.neededClientID(at: 1, "client", in: bytes)
        guard cell.tenant.status(of: id) != nil else { throw ErrorReply(.noClient(id)) }
        let survivor = cell.tenant.survivor(of: id)
        reply.map(survivor == id ? 3 : 4)
        reply.field("id", UInt64(survivor.value))
        writeLinks(of: survivor, cell, shard, to: &reply)
        if survivor != id { reply.field("merged_into", UInt64(survivor.value)) }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    /// A client's links as the pair `links` of a map.
    static func writeLinks(
        of id: ClientID,
        _ cell: TenantCell,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        let links = cell.tenant.links(of: id)
        reply.bulk("links")
        reply.array(links.count)
        for link in links {
            reply.map(link.client == id ? 4 : 5)
            reply.field("id", UInt64(link.number))
            reply.field("kind", link.kind.name)
            reply.field("ref", unsafe link.reference.span.bytes)
            if link.client != id { reply.field("addressed", UInt64(link.client.value)) }
            ExtrasReply.writeTime("created", link.createdMilliseconds, &shard.text, to: &reply)
        }
    }

    static let addPoints: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let partner = try parsed.neededName(of: "partner", in: bytes)
        guard let word = parsed.argument(2, in: bytes), let number = Int64(word.text()) else {
            throw ErrorReply(.invalid, "n: must be a whole number")
        }
        guard let reason = try parsed.line(.reason, in: bytes) else {
            throw ErrorReply(.invalid, "REASON: empty; say what the points are for")
        }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.addPoints(cell, partner, number, reason: reason, options)
        }
        let (name, account) = try account(partner, cell)
        reply.map(result.lsn == nil ? 2 : 3)
        reply.field("partner", unsafe name.span.bytes)
        reply.bulk("points")
        reply.integer(account?.points ?? 0)
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let getPoints: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let partner = try parsed.neededName(of: "partner", in: bytes)
        let (name, account) = try account(partner, cell)
        guard parsed.caller.role != .partner || parsed.caller.partner == name else {
            throw ErrorReply(.noPerm, "another partner's points; ask for your own")
        }
        reply.map(6)
        reply.field("partner", unsafe name.span.bytes)
        reply.bulk("points")
        reply.integer(account?.points ?? 0)
        reply.bulk("given")
        reply.integer(account?.given ?? 0)
        reply.bulk("earned")
        reply.integer(account?.earned ?? 0)
        reply.field("bookings", UInt64(account?.bookings ?? 0))
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    // What they share.

    private static func write(_ result: WriteResult, to reply: inout ReplyWriter) {
        reply.map(result.lsn == nil ? 1 : 2)
        reply.field("id", UInt64(result.number))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
    }

    private static func account(
        _ partner: RawSpan,
        _ cell: TenantCell
    ) throws(ErrorReply) -> (partner: [UInt8], PartnerAccount?) {
        do throws(Refusal) {
            return try cell.tenant.account(of: partner)
        } catch {
            throw ErrorReply(error)
        }
    }
}
