/// The words of one command as ranges of bytes that somebody else holds. Kept and reused by a
/// connection, so that a command costs no allocation once it has grown to its largest.
public struct WordRanges: Sendable {
    @usableFromInline var starts: [UInt32] = []
    @usableFromInline var ends: [UInt32] = []

    public init() {}

    @inlinable public var count: Int { starts.count }

    /// The range of word `index`, which must be below `count`.
    @inlinable public subscript(index: Int) -> Range<Int> {
        Int(starts[index])..<Int(ends[index])
    }

    @inlinable
    public mutating func removeAll() {
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds a word. Both ends lie below 2^32, since no command is larger than 8 MiB.
    @inlinable
    public mutating func append(_ range: Range<Int>) {
        starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: range.upperBound))
    }
}
