import NIOConcurrencyHelpers

/// Elements handed from many threads to one that takes them in order.
///
/// `@unchecked Sendable`: the lock orders every access to `elements`, and what an element captures
/// is the giver's until it is taken and the taker's from then on.
final class WorkQueue<Element>: @unchecked Sendable {
    /// So many taken ones may stand before the others without a move.
    private static var takenCountMin: Int { 64 }

    private let lock = NIOLock()
    /// Nil where one was taken.
    private var elements: [Element?] = []
    private var first = 0

    /// Adds at the end. Amortized O(1).
    func append(_ element: Element) {
        lock.withLock { elements.append(element) }
    }

    /// The oldest that nobody has taken. Amortized O(1).
    func takeFirst() -> Element? {
        lock.withLock {
            guard first < elements.count else { return nil }
            let element = elements[first].take()
            first &+= 1
            if first == elements.count || first >= max(Self.takenCountMin, elements.count / 2) {
                elements.removeFirst(first)
                first = 0
            }
            return element
        }
    }
}
