import CarnetStorage
import Dispatch
import NIOConcurrencyHelpers

/// Elements that several threads take one after the other, and what became of them.
///
/// `@unchecked Sendable`: `lock` orders every access.
final class ParallelRun<Element: Sendable, Result: Sendable>: @unchecked Sendable {
    private let lock = NIOLock()
    private let elements: [Element]
    private var taken = 0
    private var done: [Result] = []
    private var failure: StoreError?

    init(_ elements: [Element]) { self.elements = elements }

    /// The next element, or nil when there is none or one has failed.
    func next() -> Element? {
        lock.withLock {
            guard failure == nil, taken < elements.count else { return nil }
            defer { taken += 1 }
            return elements[taken]
        }
    }

    func add(_ result: Result) { lock.withLock { done.append(result) } }

    func fail(_ error: StoreError) { lock.withLock { failure = failure ?? error } }

    /// All results, in no order, or the first failure.
    func results() throws(StoreError) -> [Result] {
        if let failure = lock.withLock({ failure }) { throw failure }
        return lock.withLock { done }
    }
}

/// One value that another thread gives.
///
/// `@unchecked Sendable`: the semaphore orders the write before the read.
final class Answer<Value: Sendable>: @unchecked Sendable {
    private let given = DispatchSemaphore(value: 0)
    private var value: Value?

    func give(_ value: Value) {
        self.value = value
        given.signal()
    }

    /// Blocks until the value is there.
    func wait() -> Value {
        given.wait()
        guard let value else { preconditionFailure("signalled without a value") }
        return value
    }
}
