/// What a decision may know of the world beside the state: nothing is asked of a clock or a disk.
public struct Context: Sendable {
    /// The moment that the events will carry.
    public let now: Timestamp

    public init(now: Timestamp) { self.now = now }
}
