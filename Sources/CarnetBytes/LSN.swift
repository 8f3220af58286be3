/// A position in the log: dense, never reused. `.zero` stands before the first event.
public struct LSN: Hashable, Comparable, Sendable {
    public static let zero = LSN(0)
    public let value: UInt64

    public init(_ value: UInt64) { self.value = value }

    /// The position after this one.
    public var next: LSN { LSN(value &+ 1) }

    /// The position `count` further on. Wraps only past 2^64, which no log reaches.
    public func advanced(by count: UInt64) -> LSN { LSN(value &+ count) }

    public static func < (a: LSN, b: LSN) -> Bool { a.value < b.value }
}

/// A record's place among the records of its partition: dense from 1; `.zero` stands before them.
public struct PartitionSequence: Hashable, Comparable, Sendable {
    public static let zero = PartitionSequence(0)
    public let value: UInt64

    public init(_ value: UInt64) { self.value = value }

    public var next: PartitionSequence { PartitionSequence(value &+ 1) }

    public static func < (a: PartitionSequence, b: PartitionSequence) -> Bool {
        a.value < b.value
    }
}

/// The term of the one who writes a partition's log. One machine alone stays in epoch 1.
public struct Epoch: Hashable, Comparable, Sendable {
    public static let first = Epoch(1)
    public let value: UInt64

    public init(_ value: UInt64) { self.value = value }

    public static func < (a: Epoch, b: Epoch) -> Bool { a.value < b.value }
}
