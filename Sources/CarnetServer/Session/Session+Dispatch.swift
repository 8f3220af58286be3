import CarnetBytes
import CarnetEngine
import CarnetWire
import NIOCore

extension Session {
    /// What runs in the tenant's shard for a command; nil for commands that run elsewhere.
    static func shardCommand(_ id: CommandID) -> ShardCommand? {
        switch id {
        case .clientGet: ClientCommands.get
        case .clientAdd: ClientCommands.add
        case .clientSet: ClientCommands.set
        case .clientUpsert: ClientCommands.upsert
        case .clientSearch: ClientCommands.search
        case .clientDeactivate: ClientCommands.deactivate
        case .clientReactivate: ClientCommands.reactivate
        case .clientDelete: ErasureCommands.delete
        case .clientErase: ErasureCommands.erase
        case .clientAnonymize: ErasureCommands.anonymize
        case .erasureGet: ErasureCommands.get
        case .erasureList: ErasureCommands.list
        case .keepOutLift: KeepOutCommands.lift
        case .clientMerge: MergeCommands.merge
        case .clientUnmerge: MergeCommands.unmerge
        case .clientMerges: MergeCommands.merges
        case .clientDistinct: MergeCommands.distinct
        case .clientCompare: DoublesCommands.compare
        case .clientTag: MarkCommands.tag
        case .clientNewsletter: MarkCommands.newsletter
        case .clientBlock: MarkCommands.block
        case .clientUnblock: MarkCommands.unblock
        case .consentSet: ConsentCommands.set
        case .consentList: ConsentCommands.list
        case .clientExport: ExportCommand.export
        case .viewSet: ViewCommands.set
        case .viewGet: ViewCommands.get
        case .viewList: ViewCommands.list
        case .viewDrop: ViewCommands.drop
        case .bookingAdd: BookingCommands.add
        case .bookingGet: BookingCommands.get
        case .bookingSet: BookingCommands.set
        case .bookingMove: BookingCommands.move
        case .bookingCancel: BookingCommands.cancel
        case .bookingNoShow: BookingCommands.noShow
        case .bookingDone: BookingCommands.done
        case .bookingVerify: BookingCommands.verify
        case .bookingList: BookingCommands.list
        case .linkAdd: LinkCommands.add
        case .linkList: LinkCommands.list
        case .linkRemove: LinkCommands.remove
        case .pointsAdd: LinkCommands.addPoints
        case .pointsGet: LinkCommands.getPoints
        case .tenantCreate: TenantCommands.create
        case .tenantGet: TenantCommands.get
        case .tenantSet: TenantCommands.set
        case .tenantDrop: TenantCommands.drop
        case .tenantStats: TenantCommands.stats
        case .tenantDigest: TenantCommands.digest
        default: nil
        }
    }

    /// Sends a command to where it runs: the connection itself, the tenant's shard, a view of the
    /// tenant, or the node.
    func dispatch() {
        if work.parsed.has(.asof) { return past(work.bytes) }
        if RetentionCommand.isAsked(work.parsed, work.bytes.readableBytesSpan) {
            return onView(work.bytes, RetentionCommand.preview)
        }
        if work.parsed.has(.account) { return addLinked(work.bytes) }
        if let command = Self.shardCommand(work.parsed.id) { return onShard(command) }
        switch work.parsed.id {
        case .clientHistory: history(work.bytes)
        case .clientList: onView(work.bytes, ListCommands.list)
        case .clientCount: onView(work.bytes, ListCommands.count)
        case .clientCSV: onView(work.bytes, CSVCommand.page)
        case .clientDuplicates: duplicates(work.bytes)
        case .tenantList: tenantList(work.bytes)
        case .tokenCreate: tokenCreate(work.bytes)
        case .tokenList: tokenList(work.bytes)
        case .tokenRevoke: tokenRevoke(work.bytes)
        case .accountInvite: accountInvite(work.bytes)
        case .accountCodes: accountCodes(work.bytes)
        case .accountSignIn: accountSignIn(work.bytes)
        case .accountGet: accountGet(work.bytes)
        case .accountSet: accountSet(work.bytes)
        case .accountLogin: accountLogin(work.bytes)
        case .accountAdmin: accountAdmin(work.bytes)
        case .snapshot: snapshot(work.bytes)
        case .snapshotStatus: snapshotStatus()
        case .verify: verify()
        case .erasureVerify: erasureVerify(work.bytes)
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
        // Taken up behind the reply, since that is written to what it changes.
        var proven: (access: Access, lsn: LSN)?
        do throws(ErrorReply) {
            let next = try ConnectionCommands.answer(
                parsed,
                bytes.readableBytesSpan,
                connection,
                all: node.connections,
                nowMilliseconds: node.engine.clock() / 1_000,
                form: &form,
                to: &reply,
                greets: work.access != nil
            ) { name, secret throws(ErrorReply) in
                proven = try node.access.authenticate(name, secret)
            }
            answered(Dependence(lsn: proven?.lsn ?? .zero, isSynced: false))
            if let proven { become(proven.access) }
            if parsed.id == .reset { become(node.access.atFirst(connection)) }
            if next == .end { endAfterReplies() }
        } catch {
            reply.truncate(to: start)
            guard error.code == .wrongPass else { return fail(error.code, error.message) }
            failAuthentication(error)
        }
    }
}
