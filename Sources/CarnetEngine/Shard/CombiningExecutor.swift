import Dispatch
import Glibc
import Synchronization

/// The serial executor of a shard: whoever comes first holds it and runs on its own thread; who
/// comes while it is held leaves the work, and the holder does it before letting go.
///
/// So a command that finds its shard free costs one atomic exchange and no hop, on whichever event
/// loop it arrives. A holder does what was left for a limited time alone: others may leave work as
/// fast as it is done, and the holder's own reply waits meanwhile. What is left then is the helper
/// thread's, which nobody waits for. What Swift itself enqueues (an `await` on the shard) is left in
/// the same queue and picked up by the holder or else by the helper thread.
///
/// Orderings: `held` is taken with acquire and let go with release, which orders all accesses to
/// the shard's state. A leaver counts its work before it tries to hold, and a releaser lets go
/// before it looks at the count, all sequentially consistent: one of the two sees the other, so
/// nothing is left lying.
public final class CombiningExecutor: SerialExecutor {
    /// What somebody who found the shard held has left for the holder.
    private enum Work {
        case task(@Sendable () -> Void)
        case job(UnownedJob)
    }

    private let held = Atomic<Bool>(false)
    /// The thread that holds; 0 when nobody does.
    private let holder = Atomic<UInt>(0)
    /// How many pieces of work lie in `left`.
    private let leftCount = Atomic<Int>(0)
    private let left = WorkQueue<Work>()
    private let helper: HelperThread

    init(helper: HelperThread) { self.helper = helper }

    /// Takes the shard if it is free. Whoever gets `true` must call `release` on the same thread.
    func tryHold() -> Bool {
        let (exchanged, _) = held.compareExchange(
            expected: false,
            desired: true,
            ordering: .sequentiallyConsistent
        )
        guard exchanged else { return false }
        holder.store(currentThread(), ordering: .relaxed)
        return true
    }

    /// As `tryHold`, but looks on for about a microsecond where somebody holds the shard: most
    /// commands are shorter than that, and leaving one costs its connection a turn of the loop.
    @usableFromInline
    func tryHoldSoon() -> Bool {
        if tryHold() { return true }
        for _ in 0..<Self.lookCount where !held.load(ordering: .relaxed) {
            if tryHold() { return true }
        }
        return false
    }

    /// Looks of about a nanosecond each.
    private static let lookCount = 1_000

    /// Nanoseconds for which a holder does what others left, and for which the helper thread does
    /// before it looks at other shards.
    private static let nanosecondsForOthers: UInt64 = 100_000
    private static let nanosecondsOfHelper: UInt64 = 1_000_000

    /// Does what was left meanwhile, then lets go.
    @usableFromInline
    func release() { release(within: Self.nanosecondsForOthers) }

    /// As `release`, for so many nanoseconds and at least one piece of work.
    private func release(within limit: UInt64) {
        var began: UInt64?
        repeat {
            while leftCount.load(ordering: .sequentiallyConsistent) > 0 {
                let now = DispatchTime.now().uptimeNanoseconds
                if let began, now &- began >= limit {
                    letGo()
                    helper.wake(self)
                    return
                }
                if began == nil { began = now }
                runLeftWork()
            }
            letGo()
        } while leftCount.load(ordering: .sequentiallyConsistent) > 0 && tryHold()
    }

    private func letGo() {
        holder.store(0, ordering: .relaxed)
        held.store(false, ordering: .sequentiallyConsistent)
    }

    /// Leaves work for whoever holds the shard, or does it now if nobody does any more.
    func leave(_ task: @escaping @Sendable () -> Void) {
        push(.task(task))
        if tryHold() { release() }
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        push(.job(UnownedJob(job)))
        helper.wake(self)
    }

    /// For the helper thread: does what lies there unless the holder is about to.
    func runIfFree() {
        if tryHold() { release(within: Self.nanosecondsOfHelper) }
    }

    public func checkIsolated() {
        precondition(isHeldByCurrentThread, "the shard is not held by this thread")
    }

    public func isIsolatingCurrentContext() -> Bool? { isHeldByCurrentThread }

    private var isHeldByCurrentThread: Bool {
        holder.load(ordering: .relaxed) == currentThread()
    }

    private func push(_ work: Work) {
        left.append(work)
        leftCount.wrappingAdd(1, ordering: .sequentiallyConsistent)
    }

    private func runLeftWork() {
        guard let work = left.takeFirst() else { return }
        leftCount.wrappingSubtract(1, ordering: .sequentiallyConsistent)
        switch work {
        case .task(let task): task()
        case .job(let job): unsafe job.runSynchronously(on: asUnownedSerialExecutor())
        }
    }
}

/// This thread, as a number that no other living thread has.
private func currentThread() -> UInt { UInt(pthread_self()) }
