import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore
import Synchronization

/// What runs inside a shard for one command: reads the words, writes one reply, and says what the
/// reply depends on. What it throws becomes an error reply, and what it wrote is taken back.
typealias ShardCommand =
    @Sendable (
        isolated Shard, RawSpan, borrowing ParsedCommand, inout GivenFields, inout ReplyWriter
    ) throws(ErrorReply) -> Dependence

extension Session {
    /// Runs a command in the shard of its tenant: here and now where the shard is free, else it is
    /// left there and this connection waits for it.
    func onShard(_ bytes: ByteBuffer, _ command: @escaping ShardCommand) {
        guard let name = parsed.argument(0, in: bytes.readableBytesSpan) else {
            return fail(.err, "the tenant is missing")
        }
        let shard = node.engine.shard(ofTenant: name)
        let dependence = shard.now { shard in
            let bytes = bytes
            return Self.run(
                command,
                shard,
                bytes.readableBytesSpan,
                parsed,
                &given,
                &reply,
                node.counters
            )
        }
        if let dependence { return answered(dependence) }
        leave(bytes, with: shard, command)
    }

    private func leave(
        _ bytes: ByteBuffer,
        with shard: Shard,
        _ command: @escaping ShardCommand
    ) {
        suspend()
        let parsed = parsed
        let mode = reply.mode
        let loop = gate.loop
        let counters = node.counters
        shard.leave { [self] shard in
            var given = GivenFields()
            var reply = ReplyWriter(mode: mode, capacity: 512)
            let bytes = bytes
            let dependence = Self.run(
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

    private static func run(
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
            counters.errors.wrappingAdd(1, ordering: .relaxed)
            // An error tells of the state as well: of this tenant, or that there is none.
            guard let name = parsed.argument(0, in: bytes), let cell = shard.cell(name) else {
                return Dependence(lsn: shard.lastDropLSN, isSynced: false)
            }
            return Dependence(lsn: cell.lastLSN, isSynced: false)
        }
    }
}
