import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

extension Session {
    /// Sends a command to where it runs: the connection itself, the tenant's shard, a view of the
    /// tenant, or the node.
    func dispatch(_ bytes: ByteBuffer) {
        switch parsed.id {
        case .clientGet: onShard(bytes, ClientCommands.get)
        case .clientAdd: onShard(bytes, ClientCommands.add)
        case .clientSet: onShard(bytes, ClientCommands.set)
        case .clientUpsert: onShard(bytes, ClientCommands.upsert)
        case .clientSearch: onShard(bytes, ClientCommands.search)
        case .clientDeactivate: onShard(bytes, ClientCommands.deactivate)
        case .clientReactivate: onShard(bytes, ClientCommands.reactivate)
        case .clientList: onView(bytes, ListCommands.list)
        case .clientCount: onView(bytes, ListCommands.count)
        case .tenantCreate: onShard(bytes, TenantCommands.create)
        case .tenantGet: onShard(bytes, TenantCommands.get)
        case .tenantSet: onShard(bytes, TenantCommands.set)
        case .tenantDrop: onShard(bytes, TenantCommands.drop)
        case .tenantStats: onShard(bytes, TenantCommands.stats)
        case .tenantDigest: onShard(bytes, TenantCommands.digest)
        case .tenantList: tenantList(bytes)
        case .snapshot: snapshot(bytes)
        case .snapshotStatus: snapshotStatus()
        case .verify: verify()
        case .waitLSN: waitLSN(bytes)
        case .configGet: configGet(bytes)
        case .configSet: configSet(bytes)
        case .shutdown: shutdown()
        case .info: info(bytes)
        default: onConnection(bytes)
        }
    }

    /// The commands that need no client list.
    private func onConnection(_ bytes: ByteBuffer) {
        let start = reply.byteCount
        do throws(ErrorReply) {
            let next = try ConnectionCommands.answer(
                parsed,
                bytes.readableBytesSpan,
                connection,
                all: node.connections,
                nowMilliseconds: node.engine.clock() / 1_000,
                form: &form,
                to: &reply
            )
            answered()
            if next == .end { endAfterReplies() }
        } catch {
            reply.truncate(to: start)
            fail(error.code, error.message)
        }
    }
}
