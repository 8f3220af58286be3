public import CarnetBytes

/// Where the form of a value that is kept stands once it was checked: within the bytes that were
/// given, which is the common case and copies nothing, or in the writer that came with them.
public enum CheckedText: Hashable, Sendable {
    /// A range of the given bytes.
    case asGiven(Range<Int>)
    /// A range of the scratch writer.
    case rewritten(Range<Int>)

    /// The range alone, in whichever bytes it lies.
    @inlinable
    public var range: Range<Int> {
        switch self {
        case .asGiven(let range): range
        case .rewritten(let range): range
        }
    }

    @inlinable public var byteCount: Int { range.count }
    @inlinable public var isEmpty: Bool { range.isEmpty }

    /// The bytes to keep. `given` and `scratch` must be those of the check.
    @inlinable
    @_lifetime(copy given, borrow scratch)
    public func bytes(given: RawSpan, scratch: borrowing ByteWriter) -> RawSpan {
        switch self {
        case .asGiven(let range): given.bytes(range)
        case .rewritten(let range): scratch.bytes.bytes(range)
        }
    }
}
