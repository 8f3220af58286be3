import Dispatch
import Synchronization

/// Tells the thread that fills tables of doubles that some shard has clients who wait for it.
final class FillSignal: Sendable {
    private let isRaisedNow = Atomic<Bool>(false)
    private let semaphore = DispatchSemaphore(value: 0)

    /// Whether it was raised and not yet taken.
    var isRaised: Bool { isRaisedNow.load(ordering: .acquiring) }

    /// Raises it; costs an exchange of one word where it is up already.
    func raise() {
        if !isRaisedNow.exchange(true, ordering: .acquiringAndReleasing) { semaphore.signal() }
    }

    /// Waits until it is raised.
    func wait() { semaphore.wait() }

    /// Takes it down: what is to be done is looked for after this.
    func lower() { isRaisedNow.store(false, ordering: .releasing) }
}
