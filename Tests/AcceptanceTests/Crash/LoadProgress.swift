import Foundation

/// What the connections of one load have in common: how far they are, and what happens then.
///
/// `@unchecked Sendable`: `lock` orders every access.
final class LoadProgress: @unchecked Sendable {
    private let lock = NSLock()
    private var repliesLeft: Int
    private var newest = 0
    private let reached: @Sendable () -> Void

    /// `reached` is called once, after so many replies of all connections together.
    init(after replyCount: Int, _ reached: @escaping @Sendable () -> Void) {
        repliesLeft = replyCount
        self.reached = reached
    }

    var newestID: Int { lock.withLock { newest } }

    func saw(id: Int) { lock.withLock { newest = max(newest, id) } }

    func tookReply() {
        let isReached = lock.withLock {
            repliesLeft -= 1
            return repliesLeft == 0
        }
        if isReached { reached() }
    }
}

/// Values that threads put in and one thread takes out when they have ended.
///
/// `@unchecked Sendable`: `lock` orders every access.
final class Collected<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Value] = []

    func add(_ value: Value) { lock.withLock { values.append(value) } }

    var all: [Value] { lock.withLock { values } }
}
