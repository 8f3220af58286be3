import Synchronization

/// Says that some shard has receipts that are not complete.
final class ErasureSignal: Sendable {
    private let isRaisedNow = Atomic<Bool>(false)

    func raise() { isRaisedNow.store(true, ordering: .releasing) }

    /// Whether it was raised; takes it down, so that what is pending is looked for after this.
    func take() -> Bool { isRaisedNow.exchange(false, ordering: .acquiringAndReleasing) }
}
