import NIOCore
import Synchronization

/// The connections of one event loop that wait for the log, for its replies or for room in it.
///
/// The log's thread asks `tell`, which costs one atomic exchange while nobody waits here.
///
/// `@unchecked Sendable`: `sessions` is used on the loop alone.
final class LoopGate: @unchecked Sendable {
    let loop: any EventLoop
    private let isAwaited = Atomic<Bool>(false)
    private let isSilent = Atomic<Bool>(false)
    /// Commands of this loop's connections. Only the loop writes it, so that two loops never wait
    /// for each other's cache line.
    private let commands = Atomic<UInt64>(0)
    /// Seconds since the clock was started, for what has seconds. On the loop.
    private(set) var seconds: UInt64 = 0
    private var sessions: [Session] = []
    /// Every session of this loop, by connection.
    private var all: [UInt64: Session] = [:]

    init(loop: any EventLoop) { self.loop = loop }

    /// Counts one more command. On the loop.
    func countCommand() {
        commands.store(commands.load(ordering: .relaxed) &+ 1, ordering: .relaxed)
    }

    /// How many commands this loop's connections have sent.
    var commandCount: UInt64 { commands.load(ordering: .relaxed) }

    /// Looks every second at the loop's connections, so that none needs a timer of its own. On any
    /// thread, once.
    func startClock() {
        loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { [self] task in
            guard !isSilent.load(ordering: .relaxed) else { return task.cancel() }
            seconds &+= 1
            for session in all.values { session.secondPassed() }
        }
    }

    /// Has the session told when the log advances. On the loop. The caller looks at the log once
    /// more afterwards, since it may have advanced in between.
    func add(_ session: Session) {
        sessions.append(session)
        isAwaited.store(true, ordering: .sequentiallyConsistent)
    }

    /// The loop is about to end: nobody is told anything any more.
    func silence() { isSilent.store(true, ordering: .sequentiallyConsistent) }

    /// The log has come further. On any thread.
    func tell() {
        guard !isSilent.load(ordering: .sequentiallyConsistent),
            isAwaited.exchange(false, ordering: .sequentiallyConsistent)
        else { return }
        loop.execute { self.wakeAll() }
    }

    /// A connection begins. On the loop.
    func enter(_ session: Session) { all[session.connection.id] = session }

    /// A connection has ended. On the loop.
    func leave(_ session: Session) { all[session.connection.id] = nil }

    /// The server stops: every connection answers what it has begun and ends. On the loop.
    func drainAll() {
        for session in all.values { session.drain() }
    }

    private func wakeAll() {
        var woken: [Session] = []
        swap(&woken, &sessions)
        for session in woken { session.logAdvanced() }
    }
}
