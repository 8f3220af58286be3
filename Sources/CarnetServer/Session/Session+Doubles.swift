import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

extension Session {
    /// CLIENT.DUPLICATES: of one client in its shard; of the whole list by a scan in the background;
    /// with BLOCK once pairs arise. This connection waits for the answer, others go on.
    func duplicates(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let asked: DoublesCommands.Asked
        do throws(ErrorReply) {
            asked = try DoublesCommands.read(parsed, span)
        } catch {
            return fail(error.code, error.message)
        }
        if asked.id != nil { return onShard(DoublesCommands.duplicatesOfOne) }
        guard mayAskAboutTenant(), let name = parsed.argument(0, in: span)?.array() else { return }
        suspend()
        let mode = reply.mode
        let loop = gate.loop
        let counters = node.counters
        let done: @Sendable (DuplicatesResult) -> Void = { [self] result in
            let outcome = DoublesCommands.outcome(of: result, mode, counters)
            loop.execute {
                self.feedWait = nil
                self.resume(outcome)
            }
        }
        guard let milliseconds = asked.blockMilliseconds else {
            return node.engine.duplicates(
                ofTenant: name,
                asked.request,
                after: asked.pairCursor,
                done
            )
        }
        feedWait = node.engine.awaitDuplicates(
            ofTenant: name,
            asked.request,
            after: asked.feedCursor,
            milliseconds: milliseconds,
            done
        )
    }
}
