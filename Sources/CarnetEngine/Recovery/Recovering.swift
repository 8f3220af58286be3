import CarnetBytes
import CarnetModel
import CarnetStorage
import Dispatch
import NIOConcurrencyHelpers

/// Brings every partition back: snapshots on all cores, then the log's tail in order.
final class Recovering {
    private let recovery: Recovery
    private let seed: UInt64
    private var builds: [PartitionID: PartitionBuild] = [:]
    /// Records that were replayed.
    private(set) var replayedCount: UInt64 = 0
    /// Their bytes, and how long that took.
    private(set) var replayedByteCount: UInt64 = 0
    private(set) var replaySeconds = 0.0

    init(_ recovery: Recovery, seed: UInt64) {
        self.recovery = recovery
        self.seed = seed
    }

    /// Loads and replays. O(everything); the snapshots in parallel.
    func run() throws(EngineError) -> [PartitionBuild] {
        try loadSnapshots()
        try replayTail()
        return Array(builds.values)
    }

    /// The largest files first, so that the threads end together. One whose newest file turns out
    /// rotten falls back to the older one.
    private func loadSnapshots() throws(EngineError) {
        let entries = recovery.partitions.sorted { $0.newest.byteCount > $1.newest.byteCount }
        let loads = entries.map { (PartitionBuild(partition: $0.partition, seed: seed), $0.newest) }
        let run = LoadRun(loads)
        let files = recovery.snapshotFiles
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
            while let (build, entry) = run.next() {
                do throws(EngineError) {
                    try Self.load(build, entry, files)
                } catch {
                    run.fail(build, error)
                }
            }
        }
        for (build, _) in loads { builds[build.partition] = build }
        for (build, error) in run.failures { try fallBack(build, error) }
    }

    private static func load(
        _ build: PartitionBuild,
        _ entry: SnapshotEntry,
        _ files: SnapshotFiles
    ) throws(EngineError) {
        let reader = try EngineError.store { () throws(StoreError) in try files.reader(for: entry) }
        try build.load(reader)
    }

    private func fallBack(_ build: PartitionBuild, _ error: EngineError) throws(EngineError) {
        guard case .store(.damaged(let damage)) = error else { throw error }
        let older: PartitionEntry.Fallback
        do throws(StoreError) {
            older = try recovery.discardNewest(of: build.partition, because: damage)
        } catch {
            throw .store(error)
        }
        switch older {
        case .file(let entry): try Self.load(build, entry, recovery.snapshotFiles)
        case .empty, .none:
            builds[build.partition] = PartitionBuild(partition: build.partition, seed: seed)
        }
    }

    private func replayTail() throws(EngineError) {
        let began = DispatchTime.now()
        var failure: EngineError?
        do throws(StoreError) {
            try recovery.replay { lsn, record, body throws(StoreError) in
                guard failure == nil else { return }
                do throws(EngineError) {
                    try build(of: record.partition).replay(record, lsn: lsn, in: body)
                    replayedCount &+= 1
                    replayedByteCount &+= UInt64(record.range.count)
                } catch {
                    failure = error
                }
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw failure }
        let nanoseconds = DispatchTime.now().uptimeNanoseconds &- began.uptimeNanoseconds
        replaySeconds = Double(nanoseconds) / 1e9
    }

    /// What the log holds that no snapshot does, as far as the replay has told.
    var behind: LogBehind {
        var behind = LogBehind(byteCount: replayedByteCount, recordCount: replayedCount)
        behind.learn(records: replayedCount, seconds: replaySeconds)
        return behind
    }

    private func build(of partition: PartitionID) -> PartitionBuild {
        if let build = builds[partition] { return build }
        let build = PartitionBuild(partition: partition, seed: seed)
        builds[partition] = build
        return build
    }
}

/// Snapshots that several threads load one after the other.
///
/// `@unchecked Sendable`: `lock` orders every access; a build is one thread's from `next` on.
private final class LoadRun: @unchecked Sendable {
    private let lock = NIOLock()
    private let loads: [(PartitionBuild, SnapshotEntry)]
    private var taken = 0
    private(set) var failures: [(PartitionBuild, EngineError)] = []

    init(_ loads: [(PartitionBuild, SnapshotEntry)]) { self.loads = loads }

    func next() -> (PartitionBuild, SnapshotEntry)? {
        lock.withLock {
            guard taken < loads.count else { return nil }
            defer { taken += 1 }
            return loads[taken]
        }
    }

    func fail(_ build: PartitionBuild, _ error: EngineError) {
        lock.withLock { failures.append((build, error)) }
    }
}
