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
        case .time: time()
        case .ping, .echo, .hello, .auth, .quit, .reset, .select, .mode, .connectionSetName,
            .connectionGetName, .connectionSetInfo, .connectionID, .connectionInfo,
            .connectionList, .connectionNoEvict, .connectionNoTouch:
            onConnection(bytes)
        case .connection, .connectionHelp, .command, .commandCount, .commandList, .commandInfo,
            .commandDocs, .commandGetKeys, .commandHelp, .help, .config, .configHelp:
            introspect(bytes)
        }
    }

    /// COMMAND, HELP and their like, which the declarations answer.
    private func introspect(_ bytes: ByteBuffer) {
        if CommandIntrospection.answer(parsed, in: bytes.readableBytesSpan, to: &reply) {
            answered()
        } else {
            fail(.err, "\(parsed.declaration.name): name a subcommand; \(parsed.declaration.name) HELP lists them")
        }
    }
}
