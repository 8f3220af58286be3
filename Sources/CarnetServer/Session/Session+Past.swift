import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetWire
import NIOCore

/// What is answered from the log: a list as it was (`ASOF`) and a client's history. Both are folded
/// aside on another thread and hold up nobody.
extension Session {
    /// What must be known of a tenant as it is before its past is looked up.
    private struct Present: Sendable {
        let zone: String
        /// Lists of the past are asked for through the views of today.
        let views: [SavedView]
        let lsn: LSN
        /// Who was forgotten: nobody is told of them any more, wherever they still stand.
        let erasures: [Erasure]
    }

    /// CLIENT.GET, SEARCH, LIST and COUNT with ASOF.
    func past(_ bytes: ByteBuffer) {
        let parsed = parsed
        let mode = reply.mode
        let (engine, zones, counters) = (node.engine, node.zones, node.counters)
        onPast(bytes) { present, name, reply throws(ErrorReply) in
            let span = bytes.readableBytesSpan
            let moment = try Self.moment(parsed, span, zones.rules(of: present.zone), engine)
            var tenant: Tenant
            let lsn: LSN
            do throws(PastError) {
                (tenant, lsn) = try TenantPast.look(engine.storage, tenant: name) {
                    past throws(PastError) in
                    (try past.state(atMilliseconds: moment, upTo: present.lsn), past.lastLSN)
                }
            } catch {
                throw ErrorReply(past: error)
            }
            var staging = ByteWriter()
            for erasure in present.erasures where erasure.lsn > lsn {
                tenant.forget(erasure, staging: &staging)
            }
            if let command = Self.pastViewCommand(parsed.id) {
                var view = tenant.view()
                view.takenMilliseconds = moment
                view.views = present.views
                return try command(view, lsn, span, parsed, zones, &reply)
            }
            guard let command = Self.shardCommand(parsed.id) else { return }
            let shard = engine.shard(holding: tenant, lsn, atMilliseconds: moment)
            let answer = shard.now { shard in
                var given = GivenFields()
                var reply = ReplyWriter(mode: mode, capacity: 512)
                let bytes = bytes
                _ = runInShard(
                    command,
                    shard,
                    bytes.readableBytesSpan,
                    parsed,
                    &given,
                    &reply,
                    counters
                )
                return reply.bytes.array()
            }
            reply.append(whole: answer ?? [])
        }
    }

    private static func pastViewCommand(_ id: CommandID) -> ViewCommand? {
        switch id {
        case .clientList: ListCommands.list
        case .clientCount: ListCommands.count
        default: nil
        }
    }

    private static func moment(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ zone: ZoneRules,
        _ engine: Engine
    ) throws(ErrorReply) -> UInt64 {
        guard let text = parsed.value(.asof, in: bytes) else {
            throw ErrorReply(.invalid, "ASOF: the time is missing")
        }
        let moment: UInt64
        do throws(ValueError) {
            moment = try Timestamp.parse(text, zone: zone).millisecondsSinceEpoch
        } catch {
            throw ErrorReply(.invalid, "ASOF: \(error.message)")
        }
        guard moment <= engine.clock() / 1_000 else {
            throw ErrorReply(.invalid, "ASOF: lies ahead; give a time that has passed")
        }
        return moment
    }

    /// CLIENT.HISTORY t id: what changed, newest first.
    func history(_ bytes: ByteBuffer) {
        let parsed = parsed
        let engine = node.engine
        onPast(bytes) { present, name, reply throws(ErrorReply) in
            try HistoryCommand(parsed, bytes.readableBytesSpan)
                .run(engine.storage, name, present.erasures, upTo: present.lsn, to: &reply)
        }
    }

    /// Has `body` run on another thread once all that this tenant has told stands in the log's files;
    /// this connection waits for it.
    private func onPast(
        _ bytes: ByteBuffer,
        _ body:
            @escaping @Sendable (Present, [UInt8], inout ReplyWriter) throws(ErrorReply) -> Void
    ) {
        guard let name = parsed.argument(0, in: bytes.readableBytesSpan)?.array() else {
            return fail(.err, "the tenant is missing")
        }
        guard mayAskAboutTenant() else { return }
        let shard = unsafe node.engine.shard(ofTenant: name.span.bytes)
        let loop = gate.loop
        suspend()
        shard.leave { [self] shard in
            let cell = unsafe shard.cell(name.span.bytes)
            let present = cell.map {
                Present(
                    zone: $0.tenant.settings.value(of: .zone) ?? "UTC",
                    views: $0.tenant.views,
                    lsn: $0.lastLSN,
                    erasures: $0.tenant.erasures
                )
            }
            let dropLSN = shard.lastDropLSN
            loop.execute {
                guard let present else { return self.resumeWithoutTenant(dropLSN) }
                self.whenWritten(present.lsn) { self.runPast(present, name, body) }
            }
        }
    }

    private func resumeWithoutTenant(_ lsn: LSN) {
        var writer = ReplyWriter(mode: reply.mode)
        writer.error(.noTenant, Refusal.noTenant.message)
        node.counters.countError(.noTenant)
        resume(
            Outcome(bytes: writer.bytes.array(), dependence: Dependence(lsn: lsn, isSynced: false))
        )
    }

    /// Looks every millisecond whether the log's files hold that much. On the loop.
    private func whenWritten(_ lsn: LSN, _ body: @escaping @Sendable () -> Void) {
        let log = node.engine.log
        guard log.writtenLSN < lsn, !log.hasFailed else { return body() }
        gate.loop.scheduleTask(in: .milliseconds(1)) { [self] in whenWritten(lsn, body) }
    }

    private func runPast(
        _ present: Present,
        _ name: [UInt8],
        _ body:
            @escaping @Sendable (Present, [UInt8], inout ReplyWriter) throws(ErrorReply) -> Void
    ) {
        let loop = gate.loop
        let mode = reply.mode
        let counters = node.counters
        node.background.run { [self] in
            var reply = ReplyWriter(mode: mode)
            do throws(ErrorReply) {
                try body(present, name, &reply)
            } catch {
                reply.removeAll()
                reply.error(error.code, error.message)
                counters.countError(error.code)
            }
            let outcome = Outcome(
                bytes: reply.bytes.array(),
                dependence: Dependence(lsn: present.lsn, isSynced: false)
            )
            loop.execute { self.resume(outcome) }
        }
    }
}

extension ErrorReply {
    init(past error: PastError) {
        switch error {
        case .trimmed(let first, let lsn):
            var text = ByteWriter(capacity: 32)
            Timestamp(millisecondsSinceEpoch: first).append(to: &text)
            self.init(
                .refused,
                "trimmed: what is kept begins at \(text.bytes.text()) (LSN \(lsn.value)); ask for that or later, and set 'history-days' to keep more"
            )
        case .noTenant: self.init(.noTenant, "there was no such tenant then; ask for a later time")
        case .engine(let error): self.init(.internalError, error.message)
        case .store(let error): self.init(.internalError, "the log can't be read: \(error)")
        }
    }
}
