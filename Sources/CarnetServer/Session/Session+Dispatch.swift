import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

extension Session {
    /// Sends a command to where it runs: the connection itself, the tenant's shard, a view of the
    /// tenant, or the node.
    func dispatch() {
        switch work.parsed.id {
        case .clientGet: onShard(ClientCommands.get)
        case .clientAdd: onShard(ClientCommands.add)
        case .clientSet: onShard(ClientCommands.set)
        case .clientUpsert: onShard(ClientCommands.upsert)
        case .clientSearch: onShard(ClientCommands.search)
        case .clientDeactivate: onShard(ClientCommands.deactivate)
        case .clientReactivate: onShard(ClientCommands.reactivate)
        case .clientList: onView(work.bytes, ListCommands.list)
        case .clientCount: onView(work.bytes, ListCommands.count)
        case .tenantCreate: onShard(TenantCommands.create)
        case .tenantGet: onShard(TenantCommands.get)
        case .tenantSet: onShard(TenantCommands.set)
        case .tenantDrop: onShard(TenantCommands.drop)
        case .tenantStats: onShard(TenantCommands.stats)
        case .tenantDigest: onShard(TenantCommands.digest)
        case .tenantList: tenantList(work.bytes)
        case .snapshot: snapshot(work.bytes)
        case .snapshotStatus: snapshotStatus()
        case .verify: verify()
        case .waitLSN: waitLSN(work.bytes)
        case .configGet: configGet(work.bytes)
        case .configSet: configSet(work.bytes)
        case .shutdown: shutdown()
        case .info: info(work.bytes)
        default: onConnection(work.bytes)
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
