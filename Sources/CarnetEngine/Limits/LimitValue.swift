import Synchronization

/// A limit that every thread reads and that CONFIG SET may change while the server runs. A read is
/// one relaxed load.
public struct LimitValue: ~Copyable, Sendable {
    private let stored: Atomic<Int>

    public init(_ value: Int) { stored = Atomic(value) }

    public var value: Int {
        get { stored.load(ordering: .relaxed) }
        nonmutating set { stored.store(newValue, ordering: .relaxed) }
    }
}
