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
        guard mayAskAboutTenant() else { return }
        work.command = command
        let dependence = shard.now(&work) { shard, work in work.runCommand(in: shard) }
        if let dependence { return answered(dependence) }
        leave(with: shard)
    }

    /// Leaves the command in `work` with its shard, which somebody holds; this connection waits.
    func leave(with shard: Shard) {
        suspend()
        let command = work.command
        let bytes = work.bytes
        let parsed = work.parsed
        let mode = work.reply.mode
        let loop = gate.loop
        let counters = node.counters
        shard.leave { [self] shard in
            var given = GivenFields()
            var reply = ReplyWriter(mode: mode, capacity: 512)
            let bytes = bytes
            let dependence = runInShard(
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
func runInShard(
    _ command: ShardCommand,
    _ shard: isolated Shard,
    _ bytes: RawSpan,
    _ parsed: borrowing ParsedCommand,
    _ given: inout GivenFields,
    _ reply: inout ReplyWriter,
    _ counters: Counters
) -> Dependence {
    let start = reply.byteCount
    if !parsed.caller.token.isEmpty || !shard.author.isEmpty { shard.author = parsed.caller.token }
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
