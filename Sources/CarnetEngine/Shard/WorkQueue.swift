import NIOConcurrencyHelpers

/// Elements handed from many threads to one that takes them all at once, in order.
///
/// `@unchecked Sendable`: the lock orders every access to `elements`, and what an element captures
/// is the giver's until it is taken and the taker's from then on.
final class WorkQueue<Element>: @unchecked Sendable {
    private let lock = NIOLock()
    private var elements: [Element] = []

    /// Adds at the end. Amortized O(1).
    func append(_ element: Element) {
        lock.withLock { elements.append(element) }
    }

    /// Everything added since the last call, oldest first.
    func takeAll() -> [Element] {
        lock.withLock {
            var taken: [Element] = []
            swap(&taken, &elements)
            return taken
        }
    }
}
