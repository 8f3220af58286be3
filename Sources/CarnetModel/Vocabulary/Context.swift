/// What a decision may know of the world beside the state: nothing is asked of a clock or a disk.
public struct Context: Sendable {
    /// The moment that the events will carry.
    public let now: Timestamp
    /// The client's fields that only its person may change, as bits; the directory knows.
    public var locked: UInt64 = 0
    /// Why the helpdesk changes what is the person's own; empty: nothing was said.
    public var reason: [UInt8] = []

    public init(now: Timestamp) { self.now = now }
}
