import CarnetBytes
import CarnetStorage
import Foundation
import NIOConcurrencyHelpers

/// The one thread that writes the log: takes what waits, writes it as frames, syncs once, and says
/// how far the log has come. One sync serves all who wait.
///
/// A failed write or sync is final (RELIABILITY 2, rule 1): nothing more is acknowledged and
/// `tell` says so, once.
///
/// `@unchecked Sendable`: `log` is used by this thread alone once `start` was called; the rest is
/// constant or behind `lock`.
final class CommitThread: @unchecked Sendable {
    private let log: LogWriter
    private let queue: CommitQueue
    private let allocator: SegmentAllocator
    private let advanced: @Sendable () -> Void
    private let tell: @Sendable (EngineNotice) -> Void
    private var wasFull = false
    private var forecast = WaitForecast()

    private let lock = NIOLock()
    private var lastPosition: LogPosition
    private var closing: Result<LogPosition, StoreError>?
    private var spares: [SpareSegment] = []
    private var sparesUnderWay = 0
    private var spareFailed = false
    private var isStopping = false
    private var rotatesBehind = LSN.zero
    private var framesWritten: UInt64 = 0
    private var bytesWritten: UInt64 = 0
    private let ended = DispatchSemaphore(value: 0)
    private let spareQueue = DispatchQueue(label: "carnet-spare")

    init(
        log: LogWriter,
        queue: CommitQueue,
        allocator: SegmentAllocator,
        advanced: @escaping @Sendable () -> Void,
        tell: @escaping @Sendable (EngineNotice) -> Void
    ) {
        self.log = log
        self.queue = queue
        self.allocator = allocator
        self.advanced = advanced
        self.tell = tell
        lastPosition = log.position
    }

    func start() {
        let thread = Thread { [self] in run() }
        thread.name = "carnet-log"
        thread.start()
    }

    /// Where the log stood after the last write.
    var position: LogPosition { lock.withLock { lastPosition } }

    /// How many frames and bytes of records were written since the start.
    var written: (frames: UInt64, bytes: UInt64) {
        lock.withLock { (framesWritten, bytesWritten) }
    }

    /// Writes what waits, seals the log and ends the thread. Blocks until then, and until the spare
    /// that may just be made is given up: nothing writes to the folder afterwards.
    func close() throws(StoreError) -> LogPosition {
        lock.withLock { isStopping = true }
        queue.stop()
        ended.wait()
        spareQueue.sync {}
        switch lock.withLock({ closing }) {
        case .success(let position): return position
        case .failure(let error): throw error
        case nil: throw .failed
        }
    }

    private func run() {
        defer { ended.signal() }
        do throws(StoreError) {
            var lastSync = DispatchTime.now()
            while true {
                try lookAfterSpares()
                try rotateIfAsked()
                guard let batches = queue.take(waitingAtMost: millisecondsToWait) else { break }
                if batches.isEmpty {
                    try idle(&lastSync)
                } else {
                    try write(batches, &lastSync)
                }
            }
            let position = try log.close()
            queue.noteDurable(log.durableLSN)
            lock.withLock { closing = .success(position) }
            advanced()
        } catch {
            queue.noteFailure()
            lock.withLock { closing = .failure(error) }
            tell(.logFailed(error))
        }
    }

    /// After 5 ms without work a watermark follows the last frame; then there is no hurry.
    private var millisecondsToWait: Int {
        if log.needsWatermark { return 5 }
        return log.durableLSN < queue.writtenLSN ? 100 : 1_000
    }

    private func write(
        _ batches: [CommitQueue.Batch],
        _ lastSync: inout DispatchTime
    ) throws(StoreError) {
        for batch in batches {
            let syncs = queue.durability == .always || batch.wantsSync
            let byteCount = batch.body.byteCount
            let began = DispatchTime.now()
            try log.write(
                body: batch.body.bytes,
                firstLSN: batch.firstLSN,
                records: batch.recordCount,
                sync: syncs
            )
            let ended = DispatchTime.now()
            queue.noteWritten(log.lastLSN, byteCount: byteCount)
            let nanoseconds = ended.uptimeNanoseconds &- began.uptimeNanoseconds
            forecast.note(byteCount: byteCount, nanoseconds: nanoseconds)
            queue.note(forecast)
            if syncs { lastSync = ended }
            publish(frames: 1, bytes: byteCount)
        }
        queue.recycle(batches)
        try syncIfDue(&lastSync)
    }

    private func idle(_ lastSync: inout DispatchTime) throws(StoreError) {
        try syncIfDue(&lastSync)
        if log.needsWatermark, log.durableLSN == log.lastLSN {
            try log.writeWatermark()
            publish(frames: 0, bytes: 0)
        }
    }

    /// Under `everysec` and `none` the log is synced once a second.
    private func syncIfDue(_ lastSync: inout DispatchTime) throws(StoreError) {
        // A request that came when all was synced already is answered by that.
        let isAsked = queue.takeSyncRequest()
        guard log.durableLSN < log.lastLSN else { return }
        let now = DispatchTime.now()
        let isDue = now.uptimeNanoseconds &- lastSync.uptimeNanoseconds >= 1_000_000_000
        guard isAsked || isDue else { return }
        try log.sync()
        lastSync = now
        publish(frames: 0, bytes: 0)
    }

    private func publish(frames: UInt64, bytes: Int) {
        // The position first: who has waited for the durable LSN reads it.
        let position = log.position
        lock.withLock {
            lastPosition = position
            framesWritten &+= frames
            bytesWritten &+= UInt64(bytes)
        }
        queue.noteDurable(log.durableLSN)
        advanced()
    }

    /// Keeps empty segments ready, made on another thread since that takes many writes.
    private func lookAfterSpares() throws(StoreError) {
        let (made, noSpace) = lock.withLock {
            defer {
                spares.removeAll()
                spareFailed = false
            }
            return (spares, spareFailed)
        }
        for spare in made { log.add(spare) }
        if noSpace { log.noteNoSpace() }
        queue.note(.full, log.isFull)
        if log.isFull != wasFull {
            wasFull = log.isFull
            tell(wasFull ? .full : .roomAgain)
        }
        let wanted = log.sparesWanted
        let missing = lock.withLock {
            let missing = max(0, wanted - sparesUnderWay)
            sparesUnderWay += missing
            return missing
        }
        for _ in 0..<missing { makeSpare(after: noSpace ? 1 : 0) }
    }

    /// Has the log go on in another segment, unless the live one begins behind `lsn` already. Where
    /// no empty segment is ready, it waits for one.
    func requestRotation(behind lsn: LSN) {
        lock.withLock { rotatesBehind = max(rotatesBehind, lsn) }
        queue.wake()
    }

    private func rotateIfAsked() throws(StoreError) {
        let lsn = lock.withLock { rotatesBehind }
        guard lsn > .zero, log.lastLSN >= lsn else { return }
        if try log.rotate(behind: lsn) {
            lock.withLock { rotatesBehind = .zero }
            publish(frames: 0, bytes: 0)
        }
    }

    private var isSpareWanted: Bool { lock.withLock { !isStopping } }

    private func makeSpare(after seconds: Double) {
        spareQueue.asyncAfter(deadline: .now() + seconds) { [self] in
            var made: SpareSegment?
            var failed = false
            if isSpareWanted {
                do throws(StoreError) {
                    made = try allocator.makeSpare(while: { isSpareWanted })
                } catch {
                    failed = true
                }
            }
            lock.withLock {
                sparesUnderWay -= 1
                if let made { spares.append(made) }
                if failed { spareFailed = true }
            }
            queue.wake()
        }
    }
}
