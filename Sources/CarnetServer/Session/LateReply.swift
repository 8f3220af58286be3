import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// The reply of a command that asks several owners one after the other: the connection waits until it
/// is given, once, on whichever thread that happens.
struct LateReply: Sendable {
    private let session: Session
    let mode: ReplyMode
    private let loop: any EventLoop
    private let counters: Counters

    /// The session begins no further command before the reply is there.
    init(_ session: Session) {
        session.suspend()
        self.session = session
        mode = session.reply.mode
        loop = session.gate.loop
        counters = session.node.counters
    }

    /// Gives what `write` writes. `become` is who the connection is from then on, where it changes.
    func give(
        _ dependence: Dependence,
        become access: Access? = nil,
        _ write: (inout ReplyWriter) -> Void
    ) {
        var writer = ReplyWriter(mode: mode, capacity: 512)
        write(&writer)
        let outcome = Outcome(bytes: writer.bytes.array(), dependence: dependence)
        let session = session
        loop.execute {
            if let access { session.become(access) }
            session.resume(outcome)
        }
    }

    /// Gives an error, which tells of the state up to `lsn`.
    func fail(_ error: ErrorReply, upTo lsn: LSN) {
        counters.countError(error.code)
        give(Dependence(lsn: lsn, isSynced: false)) { $0.error(error.code, error.message) }
    }

    /// Whoever this is does not know the secret: late where the address has failed often.
    func failAuthentication(_ error: ErrorReply) {
        let session = session
        loop.execute {
            let node = session.node
            let delay = node.failures.delay(for: session.connection, at: node.engine.clock())
            session.resumeWrong(error, afterMilliseconds: delay)
        }
    }
}
