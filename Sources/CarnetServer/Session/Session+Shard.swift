import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// What runs inside a shard for one command: reads the words, writes one reply, and says what the
/// reply depends on. What it throws becomes an error reply, and what it wrote is taken back.
typealias ShardCommand =
    @Sendable (
        isolated Shard, RawSpan, borrowing ParsedCommand, inout GivenFields, inout ReplyWriter
    ) throws(ErrorReply) -> Dependence

extension Session {
    /// Runs a command in the shard of its tenant: here and now where the shard is free, else it is
    /// left there and this connection waits for it.
    func onShard(_ command: @escaping ShardCommand) {
        guard let shard = work.shard(node.engine) else {
            return fail(.err, "the tenant is missing")
        }
        guard tenantIsNoted || mayAskAboutTenant() else { return }
        work.command = command
        let dependence = shard.now(&work) { shard, work in work.runCommand(in: shard) }
        if let dependence { return answered(dependence) }
        leave(with: shard, command)
    }

    private func leave(with shard: Shard, _ command: @escaping ShardCommand) {
        suspend()
        let bytes = work.bytes
        let parsed = work.parsed
        let mode = work.reply.mode
        let loop = gate.loop
        let counters = node.counters
        shard.leave { [self] shard in
            var given = GivenFields()
            var reply = ReplyWriter(mode: mode, capacity: 512)
            let bytes = bytes
            let dependence = run(
                command,
                shard,
                bytes.readableBytesSpan,
                parsed,
                &given,
                &reply,
                counters
            )
            let outcome = Outcome(bytes: reply.bytes.array(), dependence: dependence)
            loop.execute { self.resume(outcome) }
        }
    }
}

/// Runs a command in the shard of its tenant. What it throws becomes an error reply, and what it
/// wrote is taken back.
private func run(
    _ command: ShardCommand,
    _ shard: isolated Shard,
    _ bytes: RawSpan,
    _ parsed: borrowing ParsedCommand,
    _ given: inout GivenFields,
    _ reply: inout ReplyWriter,
    _ counters: Counters
) -> Dependence {
    let start = reply.byteCount
    do throws(ErrorReply) {
        return try command(shard, bytes, parsed, &given, &reply)
    } catch {
        reply.truncate(to: start)
        reply.error(error.code, error.message)
        counters.countError(error.code)
        // An error tells of the state as well: of this tenant, or that there is none.
        guard let name = parsed.argument(0, in: bytes), let cell = shard.cell(name) else {
            return Dependence(lsn: shard.lastDropLSN, isSynced: false)
        }
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }
}

extension Workspace {
    /// The shard of the command's tenant, or nil where it names none.
    func shard(_ engine: Engine) -> Shard? {
        let bytes = bytes
        guard let name = parsed.argument(0, in: bytes.readableBytesSpan) else { return nil }
        return engine.shard(ofTenant: name)
    }

    /// Runs `command` in the shard of its tenant, which the caller holds.
    mutating func runCommand(in shard: isolated Shard) -> Dependence {
        let bytes = bytes
        return run(
            command,
            shard,
            bytes.readableBytesSpan,
            parsed,
            &given,
            &reply,
            counters
        )
    }
}
