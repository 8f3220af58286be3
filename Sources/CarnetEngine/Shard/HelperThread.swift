import Foundation

/// One thread that runs what Swift enqueues on shards that nobody holds just then.
///
/// `@unchecked Sendable`: `condition` orders every access to `waiting` and `stopped`.
final class HelperThread: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [CombiningExecutor] = []
    private var stopped = false

    init() {
        let thread = Thread { [self] in run() }
        thread.name = "carnet-helper"
        thread.start()
    }

    /// Has the executor looked after soon.
    func wake(_ executor: CombiningExecutor) {
        condition.lock()
        waiting.append(executor)
        condition.signal()
        condition.unlock()
    }

    /// Ends the thread once what waits is done.
    func stop() {
        condition.lock()
        stopped = true
        condition.signal()
        condition.unlock()
    }

    private func run() {
        while let executors = next() {
            for executor in executors { executor.runIfFree() }
        }
    }

    private func next() -> [CombiningExecutor]? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty {
            if stopped { return nil }
            condition.wait()
        }
        var taken: [CombiningExecutor] = []
        swap(&taken, &waiting)
        return taken
    }
}
