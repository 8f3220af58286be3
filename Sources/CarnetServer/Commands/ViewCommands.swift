import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// VIEW.SET, VIEW.GET, VIEW.LIST and VIEW.DROP, and the use of a view by lists.
enum ViewCommands {
    /// What a command does once a view that it names has been read into its words.
    static func withView(_ command: @escaping ViewCommand) -> ViewCommand {
        { view, lsn, bytes, parsed, zones, reply throws(ErrorReply) in
            guard let name = parsed.value(.view, in: bytes) else {
                return try command(view, lsn, bytes, parsed, zones, &reply)
            }
            let saved: SavedView
            do throws(Refusal) { saved = try view.views.view(name) } catch {
                throw ErrorReply(error)
            }
            let words = try ViewWords(saved, parsed, bytes)
            do throws(ErrorReply) {
                let all = words.bytes
                try command(view, lsn, unsafe all.span.bytes, words.parsed, zones, &reply)
            } catch {
                throw words.error(error, of: saved)
            }
        }
    }

    static let set: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let name = try parsed.neededName(of: "view", in: bytes)
        // Whatever a list would refuse is refused here.
        _ = try ListCommands.scan(cell.tenant.view(), bytes, parsed, shard.zones)
        _ = try parsed.columns(in: bytes, default: .list)
        let words = ViewWords.options(parsed, bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.setView(cell, name, words, options)
        }
        write(result, name, &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let drop: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let name = try parsed.neededName(of: "view", in: bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.dropView(cell, name, options)
        }
        write(result, name, &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let get: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let saved: SavedView
        let name = try parsed.neededName(of: "view", in: bytes)
        do throws(Refusal) { saved = try cell.tenant.view(name) } catch { throw ErrorReply(error) }
        write(saved, shard, cell.tenant.view(), parsed.caller, &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    static let list: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let view = cell.tenant.view()
        reply.map(3)
        reply.field("total", UInt64(view.views.count))
        reply.bulk("views")
        reply.array(view.views.count)
        for saved in view.views { write(saved, shard, view, parsed.caller, &reply) }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    private static func write(
        _ result: WriteResult,
        _ name: RawSpan,
        _ reply: inout ReplyWriter
    ) {
        reply.map(result.lsn == nil ? 2 : 3)
        reply.field("view", name)
        reply.field("version", UInt64(result.version))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
    }

    private static func write(
        _ saved: SavedView,
        _ shard: isolated Shard,
        _ view: TenantView,
        _ caller: Caller,
        _ reply: inout ReplyWriter
    ) {
        let told: [(OptionID, StaticString)] = [
            (.fields, "fields"), (.sort, "sort"), (.limit, "limit"),
        ]
        let filters = saved.options.filter { option in
            !told.contains { $0.0.token == String(decoding: option.word, as: UTF8.self) }
        }
        let fault = fault(saved, shard, view, caller)
        let others = saved.options.count - filters.count
        reply.map(4 + others + (fault == nil ? 0 : 1))
        reply.field("view", unsafe saved.name.span.bytes)
        reply.field("version", UInt64(saved.version))
        reply.field("updated", time: saved.milliseconds)
        reply.bulk("filters")
        reply.array(filters.count)
        for option in filters {
            reply.array(1 + option.values.count)
            reply.bulk(unsafe option.word.span.bytes)
            for value in option.values { reply.bulk(unsafe value.span.bytes) }
        }
        for (option, name) in told {
            guard let value = saved.value(of: option) else { continue }
            if option == .limit, let number = unsafe value.span.bytes.unsignedInteger() {
                reply.field(name, number)
            } else {
                reply.field(name, unsafe value.span.bytes)
            }
        }
        if let fault { reply.field("invalid", text: fault) }
    }

    /// Why the view can't be used as it is, as when a field of the tenant's own is not declared any more
    /// that it filters by; nil where it can.
    private static func fault(
        _ saved: SavedView,
        _ shard: isolated Shard,
        _ view: TenantView,
        _ caller: Caller
    ) -> String? {
        do throws(ErrorReply) {
            let words = try ViewWords(saved, tenant: view.name, caller)
            let all = words.bytes
            _ = try ListCommands.scan(view, unsafe all.span.bytes, words.parsed, shard.zones)
            _ = try words.parsed.columns(in: unsafe all.span.bytes, default: .list)
            return nil
        } catch {
            return error.message
        }
    }
}

extension SavedView {
    /// The value of an option that stands once.
    fileprivate func value(of option: OptionID) -> [UInt8]? {
        options.first { String(decoding: $0.word, as: UTF8.self) == option.token }?.values.first
    }
}
