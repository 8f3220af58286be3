import CarnetBytes
import Dispatch
import NIOConcurrencyHelpers

/// Starts snapshot rounds by themselves: by the log's growth, by a period, and whatever those say
/// once a restart would have too much to replay. Refuses writes where snapshots do not keep up.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class SnapshotTrigger: @unchecked Sendable {
    /// How often it should look, in milliseconds.
    static let interval = 100
    /// How long it waits after a round that failed before it forces another one.
    private static let secondsAfterFailure = 5

    /// How far the log had come when a round began.
    private struct Mark {
        var byteCount: UInt64
        var lsn: LSN
    }

    private let options: EngineOptions
    private let queue: CommitQueue
    private let commits: CommitThread
    private let snapshotter: Snapshotter
    private let memory: MemoryWatch
    private let tell: @Sendable (EngineNotice) -> Void
    private let lock = NIOLock()
    /// What stood behind the last snapshot when the server started.
    private let behindAtStart: LogBehind
    /// When the last round began, and when the last one that succeeded; nil: before this start.
    private var begun: Mark?
    private var covered: Mark?
    private var roundIsRunning = false
    private var lastRoundFailed = false
    private var lastStart = DispatchTime.now()
    private var stateNow = LogBehind.State.near
    private let startLSN: LSN

    init(
        _ options: EngineOptions,
        _ queue: CommitQueue,
        _ commits: CommitThread,
        _ snapshotter: Snapshotter,
        _ memory: MemoryWatch,
        behind: LogBehind,
        tell: @escaping @Sendable (EngineNotice) -> Void
    ) {
        self.options = options
        self.queue = queue
        self.commits = commits
        self.snapshotter = snapshotter
        self.memory = memory
        self.tell = tell
        behindAtStart = behind
        startLSN = queue.lastLSN
    }

    /// What a restart would have to replay now.
    var behind: LogBehind {
        let (bytes, lsn) = (commits.written.bytes, queue.lastLSN)
        var behind = behindAtStart
        if let covered = lock.withLock({ covered }) {
            behind.byteCount = bytes &- covered.byteCount
            behind.recordCount = lsn.value &- covered.lsn.value
        } else {
            behind.byteCount &+= bytes
            behind.recordCount &+= lsn.value &- startLSN.value
        }
        return behind
    }

    /// Starts a round, or joins the one that runs, whoever asked for it.
    func start(_ done: @escaping @Sendable (SnapshotProgress) -> Void) {
        let mark = Mark(byteCount: commits.written.bytes, lsn: queue.lastLSN)
        lock.withLock {
            guard !roundIsRunning else { return }
            roundIsRunning = true
            begun = mark
            lastStart = .now()
        }
        snapshotter.start { [self] progress in
            lock.withLock {
                // Several may wait for the same round.
                guard roundIsRunning else { return }
                roundIsRunning = false
                lastRoundFailed = progress.state == .failed
                if !lastRoundFailed { covered = begun }
            }
            look()
            done(progress)
        }
    }

    /// See ``Snapshotter/forget(_:givesUp:)``.
    func forget(_ erased: [PartitionID: LSN], givesUp: Bool) {
        snapshotter.forget(erased, givesUp: givesUp)
    }

    /// See ``Snapshotter/redact(_:_:)``.
    func redact(
        _ run: RedactionRun,
        _ done: @escaping @Sendable (RedactionRun.Outcome) -> Void
    ) {
        snapshotter.redact(run, done)
    }

    /// Sees whether a round is due, and whether writes may go on.
    func look() {
        let behind = behind
        let state = behind.state(
            byteCountMax: queue.limits.behindByteCountMax.value,
            secondsMax: queue.limits.behindSecondsMax.value
        )
        let changed = lock.withLock {
            defer { stateNow = state }
            return stateNow != state
        }
        if changed {
            queue.note(.behind, state == .tooFar)
            tell(.logBehind(state, byteCount: behind.byteCount))
        }
        if isDue(state) { start { _ in } }
    }

    private func isDue(_ state: LogBehind.State) -> Bool {
        let bytes = commits.written.bytes
        return lock.withLock {
            guard !roundIsRunning else { return false }
            let now = DispatchTime.now().uptimeNanoseconds
            let seconds = Int((now &- lastStart.uptimeNanoseconds) / 1_000_000_000)
            if state != .near { return !lastRoundFailed || seconds >= Self.secondsAfterFailure }
            guard memory.state == .enough else { return false }
            let grown = bytes &- (begun?.byteCount ?? 0)
            let byGrowth =
                options.snapshotEveryByteCount > 0 && grown >= options.snapshotEveryByteCount
            let byTime =
                options.snapshotEverySeconds > 0 && seconds >= options.snapshotEverySeconds
            return grown > 0 && (byGrowth || byTime)
        }
    }
}
