import Dispatch
import NIOConcurrencyHelpers

/// Starts snapshot rounds by themselves: by the log's growth and by a period.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class SnapshotTrigger: @unchecked Sendable {
    /// How often it looks, in milliseconds.
    private static let interval = 500

    private let options: EngineOptions
    private let commits: CommitThread
    private let snapshotter: Snapshotter
    private let timer = DispatchSource.makeTimerSource(
        queue: DispatchQueue(label: "carnet-trigger")
    )
    private let lock = NIOLock()
    private var bytesAtStart: UInt64 = 0
    private var lastStart = DispatchTime.now()

    init(_ options: EngineOptions, _ commits: CommitThread, _ snapshotter: Snapshotter) {
        self.options = options
        self.commits = commits
        self.snapshotter = snapshotter
    }

    func start() {
        timer.setEventHandler { [weak self] in self?.look() }
        timer.schedule(
            deadline: .now() + .milliseconds(Self.interval),
            repeating: .milliseconds(Self.interval)
        )
        timer.resume()
    }

    func stop() { timer.cancel() }

    /// A round starts now, whoever asked for it.
    func noteStart() {
        let bytes = commits.written.bytes
        lock.withLock {
            bytesAtStart = bytes
            lastStart = .now()
        }
    }

    private func look() {
        let grown = commits.written.bytes &- lock.withLock { bytesAtStart }
        let seconds = Int(
            (DispatchTime.now().uptimeNanoseconds &- lock.withLock { lastStart }.uptimeNanoseconds)
                / 1_000_000_000
        )
        let byGrowth = options.snapshotEveryByteCount > 0 && grown >= options.snapshotEveryByteCount
        let byTime = options.snapshotEverySeconds > 0 && seconds >= options.snapshotEverySeconds
        guard grown > 0, byGrowth || byTime else { return }
        noteStart()
        snapshotter.start { _ in }
    }
}
