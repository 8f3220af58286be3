import NIOCore
import Synchronization

/// The connections of one event loop that wait for the log, for its replies or for room in it.
///
/// The log's thread asks `tell`, which costs one atomic exchange while nobody waits here.
///
/// `@unchecked Sendable`: `sessions` is used on the loop alone.
final class LoopGate: @unchecked Sendable {
    /// Between two runs of commands a busy loop only reads from a socket, which takes less.
    private static let pauseNanoseconds: UInt64 = 30_000
    /// So long a reply waits for those of other connections.
    private static let unsentNanoseconds: UInt64 = 100_000
    /// So long a loop works before it is thought to be behind.
    private static let busyNanoseconds: UInt64 = 500_000
    /// So many short runs are not given away once one has found its shard held: two threads that want
    /// one shard do less than one. What it takes to send and to read beside a long one is a gain still.
    private static let runsAfterHeld = 32
    private static let sharedAnywayNanoseconds: UInt64 = 30_000

    let loop: any EventLoop
    private let isAwaited = Atomic<Bool>(false)
    private let isSilent = Atomic<Bool>(false)
    /// Commands of this loop's connections. Only the loop writes it, so that two loops never wait
    /// for each other's cache line.
    private let commands = Atomic<UInt64>(0)
    /// Seconds since the clock was started, for what has seconds. On the loop.
    private(set) var seconds: UInt64 = 0
    /// When the loop last had nothing to do, and when it last ran commands.
    private var busySince: UInt64 = 0
    private var lastEnd: UInt64 = 0
    /// Those with replies to send at the end of this turn, and since when.
    private var unsent: [Session] = []
    private var unsentSince: UInt64 = 0
    private var sendsSoon = false
    private var runsAlone = 0
    private var sessions: [Session] = []
    /// Every session of this loop, by connection.
    private var all: [UInt64: Session] = [:]

    init(loop: any EventLoop) { self.loop = loop }

    /// Counts commands. On the loop.
    func count(_ commandCount: Int) {
        commands.store(
            commands.load(ordering: .relaxed) &+ UInt64(commandCount),
            ordering: .relaxed
        )
    }

    /// The monotonic clock, nanoseconds.
    func now() -> UInt64 { NIODeadline.now().uptimeNanoseconds }

    /// Commands of some connection begin. On the loop.
    func began(at now: UInt64) {
        if now &- lastEnd > Self.pauseNanoseconds { busySince = now }
    }

    /// They have ended. On the loop.
    func ended(at now: UInt64) { lastEnd = now }

    /// Whether the loop has run commands for a while without a pause: there is more to do than it
    /// can. On the loop.
    func isSaturated(at now: UInt64) -> Bool { now &- busySince > Self.busyNanoseconds }

    /// Whether a run that is likely to take so many nanoseconds may be given to another thread. On
    /// the loop.
    func mayShare(_ nanoseconds: UInt64) -> Bool {
        guard runsAlone > 0, nanoseconds < Self.sharedAnywayNanoseconds else { return true }
        runsAlone &-= 1
        return false
    }

    /// A run has found its shard held by another thread. On the loop.
    func noteHeld() { runsAlone = Self.runsAfterHeld }

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

    /// Has the session send its replies at the end of this turn of the loop, when all sockets that
    /// were ready have been read, or when replies have waited for a while. The peers then find
    /// several at once where each would have been woken for one. On the loop.
    func sendSoon(_ session: Session) {
        if unsent.isEmpty { unsentSince = lastEnd }
        unsent.append(session)
        if !sendsSoon {
            sendsSoon = true
            loop.execute {
                self.sendsSoon = false
                self.sendAll()
            }
        } else if lastEnd &- unsentSince > Self.unsentNanoseconds {
            sendAll()
        }
    }

    private func sendAll() {
        guard !unsent.isEmpty else { return }
        var sending: [Session] = []
        swap(&sending, &unsent)
        for session in sending { session.flush() }
        // Many replies take longer to send than a pause lasts.
        lastEnd = now()
        sending.removeAll(keepingCapacity: true)
        if unsent.isEmpty { swap(&sending, &unsent) }
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
