import Synchronization

/// Says that some venue has changed how long it keeps people.
final class RetentionSignal: Sendable {
    private let isRaisedNow = Atomic<Bool>(false)

    func raise() { isRaisedNow.store(true, ordering: .releasing) }

    /// Whether it was raised; takes it down, so that what is due is looked for after this.
    func take() -> Bool { isRaisedNow.exchange(false, ordering: .acquiringAndReleasing) }
}
