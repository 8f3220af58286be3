public import CarnetBytes
import CarnetStorage
import Dispatch
import Glibc
import Synchronization

import struct NIOConcurrencyHelpers.NIOLock

/// Where shards leave encoded records and the commit thread finds them: gives every record its
/// LSN, and tells how far the log has come.
///
/// `@unchecked Sendable`: `lock` orders every access to the stored variables below it; what
/// readers ask all the time stands in atomics.
public final class CommitQueue: @unchecked Sendable {
    /// Records that will stand in one frame.
    final class Batch {
        var body = ByteWriter(capacity: 64 << 10)
        var firstLSN = LSN.zero
        var recordCount = 0
        /// Somebody asked for this batch to be on the disk whatever the level.
        var wantsSync = false
    }

    /// The most bytes of events that one command may append.
    public static let appendByteCountMax = 8 << 20
    /// A frame is closed once it holds this much.
    static let batchByteCount = 4 << 20
    /// How long the commit thread looks for more before it sleeps.
    private static let lingerNanoseconds: UInt64 = 60_000

    public let durability: Durability
    public let limits: EngineLimits

    private let durable: Atomic<UInt64>
    private let written: Atomic<UInt64>
    private let last: Atomic<UInt64>
    private let waiting = Atomic<Int>(0)
    private let obstacles = Atomic<UInt8>(0)
    private let failed = Atomic<Bool>(false)
    /// Past this many waiting bytes new writes are refused: the limit, or less where the disk
    /// would take too long over it.
    private let admitted: Atomic<Int>
    private let frameNanoseconds: Atomic<UInt64>
    private let kibibyteNanoseconds: Atomic<UInt64>

    private let lock = NIOLock()
    /// Signalled when the commit thread sleeps and there is something for it.
    private let work = DispatchSemaphore(value: 0)
    private var open: Batch
    private var closed: [Batch] = []
    private var spare: [Batch] = []
    private var writerSleeps = false
    private var stopping = false
    private var syncRequested = false
    private var progressIsAwaited = false
    // The commit thread's alone.
    private var takenLSN: UInt64 = 0
    private var hadWork = false
    private var syncTaken = false
    private let progress = DispatchSemaphore(value: 0)

    /// A queue whose first record will follow `last`, which is durable already.
    init(durability: Durability, last: LSN, limits: EngineLimits) {
        self.durability = durability
        self.limits = limits
        admitted = Atomic(limits.waitingByteCountMax.value)
        let forecast = WaitForecast()
        frameNanoseconds = Atomic(forecast.frameNanoseconds)
        kibibyteNanoseconds = Atomic(forecast.kibibyteNanoseconds)
        durable = Atomic(last.value)
        written = Atomic(last.value)
        self.last = Atomic(last.value)
        open = Batch()
    }

    /// The last LSN that was given to a record.
    public var lastLSN: LSN { LSN(last.load(ordering: .acquiring)) }
    /// Everything up to it would survive a power cut.
    public var durableLSN: LSN { LSN(durable.load(ordering: .sequentiallyConsistent)) }
    /// Everything up to it has been handed to the kernel.
    public var writtenLSN: LSN { LSN(written.load(ordering: .sequentiallyConsistent)) }
    /// Bytes of records that wait to be written.
    public var waitingByteCount: Int { waiting.load(ordering: .relaxed) }
    /// Past so many of them writes are refused just now …
    public var admittedByteCount: Int { admitted.load(ordering: .relaxed) }
    /// … and from half of that on no connection is read on.
    public var isCrowded: Bool { isCrowded(with: 0) }
    /// The same with so many bytes of commands that have been read and will follow.
    public func isCrowded(with more: Int) -> Bool {
        waitingByteCount &+ more > admittedByteCount / 2
    }
    /// What a record that is appended now will wait for the disk, as the last frames foretell.
    public var predictedWaitNanoseconds: UInt64 {
        let forecast = WaitForecast(
            frameNanoseconds: frameNanoseconds.load(ordering: .relaxed),
            kibibyteNanoseconds: kibibyteNanoseconds.load(ordering: .relaxed)
        )
        return forecast.nanoseconds(waiting: waitingByteCount)
    }
    public var isFull: Bool { WriteObstacles(rawValue: obstaclesNow).contains(.full) }
    private var obstaclesNow: UInt8 { obstacles.load(ordering: .relaxed) }
    public var hasFailed: Bool { failed.load(ordering: .relaxed) }

    /// Whether a reply that depends on `lsn` may leave. `synced` asks for the disk whatever the
    /// level of the node.
    public func mayLeave(_ lsn: LSN, synced: Bool) -> Bool {
        if synced || durability == .always { return lsn <= durableLSN }
        return durability == .none || lsn <= writtenLSN
    }

    /// Has what was written reach the disk soon, whatever the level.
    public func syncSoon() { requestSync() }

    /// Throws when no write can be taken just now. One that `frees` memory is taken although
    /// there is none left.
    func admit(frees: Bool = false) throws(Unavailable) {
        if failed.load(ordering: .relaxed) { throw .uncertain }
        let obstacles = obstaclesNow
        if obstacles != 0, let reason = reason(WriteObstacles(rawValue: obstacles), frees) {
            throw reason
        }
        let waiting = waitingByteCount
        guard waiting > admittedByteCount else { return }
        if waiting > limits.waitingByteCountMax.value {
            throw .overload(byteCountMax: limits.waitingByteCountMax.value)
        }
        throw .tooLongAWait(millisecondsMax: limits.waitingMillisecondsMax.value)
    }

    private func reason(_ obstacles: WriteObstacles, _ frees: Bool) -> Unavailable? {
        if obstacles.contains(.full) { return .full }
        if obstacles.contains(.memory), !frees {
            return .memory(byteCountMax: limits.memoryBounds.hard)
        }
        return obstacles.contains(.behind) ? .logTooLong : nil
    }

    /// Adds the records of one command, which will stand in one frame, and answers the first one's
    /// LSN. At most `appendByteCountMax` bytes. O(bytes).
    func append(_ records: RawSpan, count: Int, wantsSync: Bool) -> LSN {
        lock.lock()
        if open.body.byteCount > 0, open.body.byteCount &+ records.byteCount > Self.batchByteCount {
            closeOpenBatch()
        }
        let first = LSN(last.load(ordering: .relaxed)).next
        if open.recordCount == 0 { open.firstLSN = first }
        open.body.append(records)
        open.recordCount &+= count
        if wantsSync { open.wantsSync = true }
        last.store(first.value &+ UInt64(count) &- 1, ordering: .releasing)
        waiting.wrappingAdd(records.byteCount, ordering: .relaxed)
        let sleeps = writerSleeps
        writerSleeps = false
        lock.unlock()
        if sleeps { work.signal() }
        return first
    }

    // What the commit thread calls.

    /// What waits, oldest first; sleeps for up to `milliseconds` while there is nothing. Nil once
    /// the queue is stopped and empty.
    func take(waitingAtMost milliseconds: Int) -> [Batch]? {
        lingerForMore()
        lock.lock()
        if closed.isEmpty, open.recordCount == 0, !stopping, !syncRequested {
            writerSleeps = true
            lock.unlock()
            _ = work.wait(timeout: .now() + .milliseconds(milliseconds))
            lock.lock()
            writerSleeps = false
        }
        defer { lock.unlock() }
        if open.recordCount > 0 { closeOpenBatch() }
        var taken: [Batch] = []
        swap(&taken, &closed)
        takenLSN = last.load(ordering: .relaxed)
        if syncRequested { (syncTaken, syncRequested) = (true, false) }
        hadWork = !taken.isEmpty
        return taken.isEmpty && stopping ? nil : taken
    }

    /// Looks for a few moments whether more comes before it goes to sleep: who waits for each reply
    /// sends the next command within that time, and is spared the waking of a thread (tens of
    /// microseconds on a virtual machine). Others who want the processor get it.
    private func lingerForMore() {
        guard hadWork else { return }
        hadWork = false
        let end = DispatchTime.now().uptimeNanoseconds &+ Self.lingerNanoseconds
        while last.load(ordering: .relaxed) == takenLSN, DispatchTime.now().uptimeNanoseconds < end
        {
            sched_yield()
        }
    }

    /// Gives batches back for the next use.
    func recycle(_ batches: [Batch]) {
        lock.withLock {
            for batch in batches where spare.count < 4 {
                batch.body.removeAll()
                batch.recordCount = 0
                batch.wantsSync = false
                spare.append(batch)
            }
        }
    }

    func noteWritten(_ lsn: LSN, byteCount: Int) {
        waiting.wrappingSubtract(byteCount, ordering: .relaxed)
        written.store(lsn.value, ordering: .sequentiallyConsistent)
    }

    func noteDurable(_ lsn: LSN) {
        durable.store(lsn.value, ordering: .sequentiallyConsistent)
        tellProgress()
    }

    /// Something stands in the way of writes, or does no longer. On any thread.
    func note(_ obstacle: WriteObstacles, _ isThere: Bool) {
        if isThere {
            obstacles.bitwiseOr(obstacle.rawValue, ordering: .relaxed)
        } else {
            obstacles.bitwiseAnd(~obstacle.rawValue, ordering: .relaxed)
        }
    }

    /// What the last frame has taught about the disk.
    func note(_ forecast: WaitForecast) {
        let milliseconds = limits.waitingMillisecondsMax.value
        let byteCount = forecast.byteCountMax(waitingMilliseconds: milliseconds)
        admitted.store(min(limits.waitingByteCountMax.value, byteCount), ordering: .relaxed)
        frameNanoseconds.store(forecast.frameNanoseconds, ordering: .relaxed)
        kibibyteNanoseconds.store(forecast.kibibyteNanoseconds, ordering: .relaxed)
    }

    func noteFailure() {
        failed.store(true, ordering: .sequentiallyConsistent)
        tellProgress()
    }

    /// Has the commit thread sync soon, whatever the level.
    func requestSync() { change { syncRequested = true } }

    /// Whether a sync was requested before the last `take`, of what was taken by then; asked once. For
    /// the commit thread.
    func takeSyncRequest() -> Bool {
        defer { syncTaken = false }
        return syncTaken
    }

    /// Wakes the commit thread, which looks at everything anew.
    func wake() { change {} }

    /// No more will come: the commit thread ends once all is written.
    func stop() { change { stopping = true } }

    /// Blocks until the log has come further or failed, or for `milliseconds`. For one waiter.
    func waitForProgress(milliseconds: Int) {
        lock.withLock { progressIsAwaited = true }
        _ = progress.wait(timeout: .now() + .milliseconds(milliseconds))
    }

    private func tellProgress() {
        let awaited = lock.withLock {
            defer { progressIsAwaited = false }
            return progressIsAwaited
        }
        if awaited { progress.signal() }
    }

    private func change(_ body: () -> Void) {
        lock.lock()
        body()
        let sleeps = writerSleeps
        writerSleeps = false
        lock.unlock()
        if sleeps { work.signal() }
    }

    private func closeOpenBatch() {
        closed.append(open)
        open = spare.popLast() ?? Batch()
    }
}
