import CarnetBytes
import CarnetModel
import CarnetStorage
import Dispatch
import Glibc
import NIOConcurrencyHelpers

/// Takes snapshots without stopping anything: shards hand over immutable pages, two threads
/// compress and write them, and the manifest names them once they have been read back.
///
/// `@unchecked Sendable`: `catalog` is used on `rounds` alone, a serial queue; the rest is behind
/// `lock` or constant.
final class Snapshotter: @unchecked Sendable {
    /// How many files are written at once. One for each core of the smallest machine.
    private static let writerCount = 2

    private let catalog: SnapshotCatalog
    private let files: SnapshotFiles
    private let shardOf: @Sendable (PartitionID) -> Shard
    private let directory: DirectoryShard
    private let queue: CommitQueue
    private let position: @Sendable () -> LogPosition
    private let clock: @Sendable () -> UInt64
    private let tell: @Sendable (EngineNotice) -> Void
    private let rounds = DispatchQueue(label: "carnet-snapshot")
    private let lock = NIOLock()
    private var progressNow = SnapshotProgress()
    private var whenDone: [@Sendable (SnapshotProgress) -> Void] = []
    private var isRunning = false
    /// What was erased and may still stand in files that only history needs.
    private var erased: [PartitionID: LSN] = [:]
    private var givesUpErased = false
    /// On `rounds` alone.
    private var isClosed = false
    private var usageNow: StoreUsage

    init(
        catalog: SnapshotCatalog,
        files: SnapshotFiles,
        shardOf: @escaping @Sendable (PartitionID) -> Shard,
        directory: DirectoryShard,
        queue: CommitQueue,
        position: @escaping @Sendable () -> LogPosition,
        clock: @escaping @Sendable () -> UInt64,
        tell: @escaping @Sendable (EngineNotice) -> Void
    ) {
        self.catalog = catalog
        self.files = files
        self.shardOf = shardOf
        self.directory = directory
        self.queue = queue
        self.position = position
        self.clock = clock
        self.tell = tell
        usageNow = catalog.usage()
    }

    /// What the files take, as of the last round.
    var usage: StoreUsage { lock.withLock { usageNow } }

    /// From the next round on no snapshot stays that is older than these erasures and that nothing
    /// names; where history is given up, neither does what only history needs.
    func forget(_ erased: [PartitionID: LSN], givesUp: Bool) {
        lock.withLock {
            self.erased = erased
            givesUpErased = givesUp
        }
    }

    /// Takes what was erased out of the files of history, one at a time, so that rounds come in between.
    /// `done` is told on another thread.
    func redact(
        _ run: RedactionRun,
        _ done: @escaping @Sendable (RedactionRun.Outcome) -> Void
    ) {
        rounds.async { [self] in
            guard !isClosed else { return done(.failed(.failed)) }
            do throws(StoreError) {
                guard let outcome = try run.step(catalog, files) else {
                    return redact(run, done)
                }
                let usage = catalog.usage()
                lock.withLock { usageNow = usage }
                done(outcome)
            } catch {
                files.abandonAll()
                done(.failed(error))
            }
        }
    }

    var progress: SnapshotProgress { lock.withLock { progressNow } }

    /// Starts a round, or joins the one that runs; `done` is told how it ended, on another thread.
    func start(_ done: @escaping @Sendable (SnapshotProgress) -> Void) {
        let starts = lock.withLock {
            whenDone.append(done)
            guard !isRunning else { return false }
            isRunning = true
            progressNow = SnapshotProgress()
            progressNow.state = .running
            progressNow.startedMilliseconds = clock() / 1_000
            return true
        }
        if starts { rounds.async { [self] in run() } }
    }

    /// Writes the manifest of a clean stop. Blocks until a running round has ended.
    func close(_ log: LogPosition) throws(StoreError) {
        let result: Result<Void, StoreError> = rounds.sync { [self] in
            isClosed = true
            do throws(StoreError) {
                try catalog.close(log: log)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    private func run() {
        let began = DispatchTime.now()
        var failure: String?
        do throws(StoreError) {
            try round()
        } catch {
            failure = "\(error)"
            files.abandonAll()
            tell(.snapshotFailed("\(error)"))
        }
        let (ended, waiting) = lock.withLock {
            let nanoseconds = DispatchTime.now().uptimeNanoseconds &- began.uptimeNanoseconds
            progressNow.seconds = Double(nanoseconds) / 1e9
            progressNow.state = failure == nil ? .done : .failed
            progressNow.failure = failure ?? ""
            isRunning = false
            defer { whenDone.removeAll() }
            return (progressNow, whenDone)
        }
        for tell in waiting { tell(ended) }
    }

    /// A partition that has changed, and how many clients it had when that was seen.
    private struct Changed: Sendable {
        let partition: PartitionID
        let clientCount: Int
    }

    /// A partition's pages are taken when its turn comes and let go as soon as its file is
    /// written. So at most `writerCount` partitions are held at a time, and that is all that copying
    /// on write can cost while commands go on changing them.
    private func round() throws(StoreError) {
        let emptyTo = queue.lastLSN
        var snapshots = SnapshotRound()
        var changed: [Changed] = []
        for number in 0..<UInt32(PartitionID.count) {
            guard let partition = PartitionID(number), let view = view(of: partition) else {
                continue
            }
            if catalog.needsFile(
                partition,
                sequence: view.sequence,
                coveredTo: view.coveredTo
            ) {
                changed.append(Changed(partition: partition, clientCount: view.clientCount))
            } else {
                snapshots.unchanged.append((partition, view.coveredTo))
            }
        }
        lock.withLock { progressNow.partitionCount = changed.count }
        // The largest first, so that the threads end together.
        changed.sort { $0.clientCount > $1.clientCount }
        let written = try write(changed.map(\.partition))
        snapshots.files = try verify(written)
        let coveredTo = written.map(\.draft.entry.lsn).max() ?? emptyTo
        try awaitDurable(max(coveredTo, snapshots.unchanged.map(\.1).max() ?? .zero, emptyTo))
        var history = HistoryRule(days: queue.limits.historyDays.value, now: clock())
        lock.withLock {
            history.erased = erased
            history.givesUpErased = givesUpErased
        }
        _ = try catalog.publish(snapshots, emptyTo: emptyTo, history: history, log: position())
        let usage = catalog.usage()
        lock.withLock {
            progressNow.coveredTo = coveredTo
            usageNow = usage
        }
    }

    /// Asks the shard for the partition and waits for the answer; the shard is held for as long
    /// as the handing over takes.
    private func view(of partition: PartitionID) -> PartitionView? {
        if partition == .node {
            let answer = Answer<PartitionView?>()
            directory.leave { answer.give($0.view()) }
            return answer.wait()
        }
        let shard = shardOf(partition)
        if let view = shard.now({ $0.view(of: partition) }) { return view }
        let answer = Answer<PartitionView?>()
        shard.leave { answer.give($0.view(of: partition)) }
        return answer.wait()
    }

    private func write(_ partitions: [PartitionID]) throws(StoreError) -> [SyncedSnapshot] {
        let written = try inParallel(partitions) { [self] partition throws(StoreError) in
            // Nothing ever takes a partition away that has had an event.
            guard let view = view(of: partition) else { return SyncedSnapshot?.none }
            let header = SnapshotHeader(
                partition: view.partition,
                sequence: view.sequence,
                lsn: view.coveredTo,
                epoch: .first,
                schema: 1,
                createdAt: clock()
            )
            let writer = try files.writer(for: header)
            var rawByteCount: UInt64 = 0
            var pace = Pace()
            try view.append(to: writer) { byteCount in
                rawByteCount &+= UInt64(byteCount)
                pace.did(byteCount)
            }
            let digest = view.digest
            let draft = try writer.finish(
                digest: Hash128(high: digest.high, low: digest.low),
                ids: nil
            )
            let synced = try files.sync(draft)
            lock.withLock {
                progressNow.partitionsWritten += 1
                progressNow.rawByteCount &+= rawByteCount
                progressNow.clientCount &+= UInt64(view.clientCount)
            }
            return synced
        }
        return written.compactMap(\.self)
    }

    private func verify(_ synced: [SyncedSnapshot]) throws(StoreError) -> [VerifiedSnapshot] {
        let verified = try inParallel(synced) { [files] snapshot throws(StoreError) in
            var pace = Pace()
            return try files.verify(snapshot) { pace.did($0) }
        }
        lock.withLock {
            progressNow.fileCount = verified.count
            progressNow.fileByteCount = verified.reduce(0) { $0 &+ $1.draft.entry.byteCount }
        }
        return verified
    }

    /// A snapshot counts only once the log is on the disk as far as the snapshot goes.
    private func awaitDurable(_ lsn: LSN) throws(StoreError) {
        while queue.durableLSN < lsn {
            if queue.hasFailed { throw .failed }
            queue.requestSync()
            queue.waitForProgress(milliseconds: 100)
        }
    }

    /// Runs `body` on every element on a few threads, the first ones first. Answers in no order.
    private func inParallel<Element: Sendable, Result: Sendable>(
        _ elements: [Element],
        _ body: @escaping @Sendable (Element) throws(StoreError) -> Result
    ) throws(StoreError) -> [Result] {
        let run = ParallelRun<Element, Result>(elements)
        DispatchQueue.concurrentPerform(iterations: Self.writerCount) { _ in
            while let element = run.next() {
                do throws(StoreError) {
                    run.add(try body(element))
                } catch {
                    run.fail(error)
                }
            }
        }
        return try run.results()
    }
}

/// Gives the processor to whoever waits for it, so often that nobody waits long: the threads of a
/// snapshot share it with the event loops, and a turn of the system's scheduler is milliseconds.
struct Pace {
    /// About 50 microseconds of compressing.
    private static let byteCount = 16 << 10
    private var since = 0

    /// So many bytes were worked on.
    mutating func did(_ byteCount: Int) {
        since &+= byteCount
        guard since >= Self.byteCount else { return }
        since = 0
        sched_yield()
    }
}

extension PartitionView {
    /// How many clients it holds.
    var clientCount: Int { tenants.reduce(0) { $0 + $1.activeCount + $1.inactiveCount } }
}
