import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// What runs on a view of a tenant: reads the words, writes one reply.
typealias ViewCommand =
    @Sendable (
        TenantView, LSN, RawSpan, borrowing ParsedCommand, ZoneCatalog, inout ReplyWriter
    ) throws(ErrorReply) -> Void

extension Session {
    /// Lists of more clients than this run on another thread, so that they hold up no loop.
    private static let inlineClientCountMax: UInt32 = 2_000

    /// A tenant as it was, and the last event that it shows.
    private struct Viewed: Sendable {
        let view: TenantView
        let lsn: LSN
    }

    /// Runs a command on an immutable view of its tenant. The shard is held only for as long as
    /// it takes to hand the view over.
    func onView(_ bytes: ByteBuffer, _ command: @escaping ViewCommand) {
        guard let name = parsed.argument(0, in: bytes.readableBytesSpan) else {
            return fail(.err, "the tenant is missing")
        }
        guard mayAskAboutTenant() else { return }
        let shard = node.engine.shard(ofTenant: name)
        let parsed = parsed
        if let viewed = shard.now({ Self.view($0, bytes, parsed) }) {
            return answer(viewed, bytes, command)
        }
        suspend()
        let loop = gate.loop
        shard.leave { [self] shard in
            let viewed = Self.view(shard, bytes, parsed)
            loop.execute { self.answerElsewhere(viewed, bytes, parsed, command) }
        }
    }

    private static func view(
        _ shard: isolated Shard,
        _ bytes: ByteBuffer,
        _ parsed: ParsedCommand
    ) -> Result<Viewed, NoTenant> {
        guard let name = parsed.argument(0, in: bytes.readableBytesSpan),
            let cell = shard.cell(name)
        else { return .failure(NoTenant(lsn: shard.lastDropLSN)) }
        var view = cell.tenant.view()
        view.takenMilliseconds = shard.context.now.millisecondsSinceEpoch
        return .success(Viewed(view: view, lsn: cell.lastLSN))
    }

    /// There is no such tenant, which depends on the last one that was dropped.
    private struct NoTenant: Error {
        let lsn: LSN
    }

    private func answer(
        _ viewed: Result<Viewed, NoTenant>,
        _ bytes: ByteBuffer,
        _ command: @escaping ViewCommand
    ) {
        if case .success(let viewed) = viewed,
            viewed.view.clients.numberMax > Self.inlineClientCountMax
        {
            suspend()
            return answerElsewhere(.success(viewed), bytes, parsed, command)
        }
        let outcome = Self.run(
            viewed,
            bytes,
            parsed,
            command,
            node.zones,
            reply.mode,
            node.counters
        )
        reply.append(whole: outcome.bytes)
        answered(outcome.dependence)
    }

    private func answerElsewhere(
        _ viewed: Result<Viewed, NoTenant>,
        _ bytes: ByteBuffer,
        _ parsed: ParsedCommand,
        _ command: @escaping ViewCommand
    ) {
        let loop = gate.loop
        let mode = reply.mode
        let zones = node.zones
        let counters = node.counters
        node.background.run { [self] in
            let outcome = Self.run(viewed, bytes, parsed, command, zones, mode, counters)
            loop.execute { self.resume(outcome) }
        }
    }

    private static func run(
        _ viewed: Result<Viewed, NoTenant>,
        _ bytes: ByteBuffer,
        _ parsed: ParsedCommand,
        _ command: ViewCommand,
        _ zones: ZoneCatalog,
        _ mode: ReplyMode,
        _ counters: Counters
    ) -> Outcome {
        var reply = ReplyWriter(mode: mode)
        var lsn = LSN.zero
        do throws(ErrorReply) {
            switch viewed {
            case .failure(let none):
                lsn = none.lsn
                throw ErrorReply(.noTenant)
            case .success(let viewed):
                lsn = viewed.lsn
                let bytes = bytes
                try command(
                    viewed.view,
                    viewed.lsn,
                    bytes.readableBytesSpan,
                    parsed,
                    zones,
                    &reply
                )
            }
        } catch {
            reply.removeAll()
            reply.error(error.code, error.message)
            counters.countError(error.code)
        }
        return Outcome(
            bytes: reply.bytes.array(),
            dependence: Dependence(lsn: lsn, isSynced: false)
        )
    }
}
