import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetTestKit
import Dispatch
import Foundation

extension EngineOptions {
    /// Small enough that a short script rotates and trims; snapshots only where they are asked for.
    static func small(_ durability: Durability, segmentByteCount: Int = 32 << 10) -> EngineOptions {
        var options = EngineOptions()
        options.durability = durability
        options.shardCount = 4
        options.store.segmentByteCount = segmentByteCount
        options.store.reserveByteCount = 32 << 10
        options.store.snapshotBlockByteCount = 4 << 10
        options.snapshotEveryByteCount = 0
        options.snapshotEverySeconds = 0
        return options
    }
}

extension Engine {
    /// Opens an engine on a simulated disk.
    static func open(
        _ disk: SimulatedDisk,
        _ options: EngineOptions,
        _ clock: SimulatedClock
    ) throws -> Engine {
        var random = SeededRandom(seed: disk.seed)
        return try open(
            disk,
            options,
            clock: { clock.microseconds() },
            random: &random,
            tell: { _ in }
        )
    }

    /// Takes a snapshot and waits for its end. Blocks.
    func snapshotAndWait() -> SnapshotProgress {
        let ended = DispatchSemaphore(value: 0)
        let box = SnapshotBox()
        snapshot {
            box.progress = $0
            ended.signal()
        }
        ended.wait()
        return box.progress
    }
}

/// `@unchecked Sendable`: the semaphore in `snapshotAndWait` orders the write before the read.
private final class SnapshotBox: @unchecked Sendable {
    var progress = SnapshotProgress()
}

/// Holds replies back as a connection does, in order, and notes how far those that left have seen.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class TestGate: @unchecked Sendable {
    private let lock = NSLock()
    private let log: CommitQueue
    private var held: [(lsn: LSN, synced: Bool)] = []
    private var toldLSN: LSN
    private var promisedLSN: LSN

    init(_ engine: Engine) {
        log = engine.log
        toldLSN = engine.log.durableLSN
        promisedLSN = engine.log.durableLSN
        engine.whenLogAdvances { [weak self] in self?.release() }
    }

    /// The highest LSN that any reply which has left depends on.
    var told: LSN { lock.withLock { toldLSN } }
    /// The same of replies that promised the disk: all at `always`, elsewhere those that asked.
    var promised: LSN { lock.withLock { promisedLSN } }
    var isEmpty: Bool { lock.withLock { held.isEmpty } }

    /// A reply that depends on `lsn`, which leaves now or later; with `synced` it must be on the
    /// disk whatever the level.
    func reply(_ lsn: LSN, synced: Bool = false) {
        lock.withLock { held.append((lsn, synced)) }
        if synced { log.syncSoon() }
        release()
    }

    private func release() {
        lock.withLock {
            while let first = held.first, log.mayLeave(first.lsn, synced: first.synced) {
                toldLSN = max(toldLSN, first.lsn)
                if first.synced || log.durability == .always {
                    promisedLSN = max(promisedLSN, first.lsn)
                }
                held.removeFirst()
            }
        }
    }

    /// Waits until every reply has left, or the log has failed. False where neither happens.
    func drain() -> Bool {
        let deadline = DispatchTime.now() + .seconds(30)
        while !isEmpty, !log.hasFailed {
            guard DispatchTime.now() < deadline else { return false }
            sched_yield()
        }
        return true
    }
}

/// What a tenant's list was after each command: by the LSN of the command's last event, the digests
/// of all tenants.
struct History {
    private(set) var states: [LSN: [String]]

    init(tenants: Int) { states = [.zero: Array(repeating: "none", count: tenants)] }

    mutating func note(_ lsn: LSN, _ digests: [String]) { states[lsn] = digests }

    /// A kill has taken what stood behind `lsn`; the numbers are given again.
    mutating func cut(behind lsn: LSN) { states = states.filter { $0.key <= lsn } }

    /// Where the tenant of that place changed last, up to `lsn`.
    func changed(_ index: Int, at lsn: LSN) -> LSN {
        var changed = lsn
        for (before, digests) in states.sorted(by: { $0.key > $1.key }) where before <= lsn {
            guard digests[index] == states[lsn]?[index] else { break }
            changed = before
        }
        return changed
    }
}
