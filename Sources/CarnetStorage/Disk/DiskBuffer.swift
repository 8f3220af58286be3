import CarnetBytes

/// Bytes on their way from or to a disk: of a fixed size, aligned to pages, zero or not as the
/// last user left them. Grown only by making a new one.
@safe public struct DiskBuffer: ~Copyable {
    private let base: UnsafeMutableRawPointer
    public let byteCount: Int

    /// O(1): the bytes are not set.
    public init(byteCount: Int) {
        self.byteCount = byteCount
        unsafe base = UnsafeMutableRawPointer.allocate(
            byteCount: max(byteCount, 1),
            alignment: 4096
        )
    }

    deinit { unsafe base.deallocate() }

    public var bytes: RawSpan {
        @_lifetime(borrow self)
        get {
            let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(base), byteCount: byteCount)
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// Lends all bytes to `use`.
    func lend<Failure: Error>(_ use: (RawSpan) throws(Failure) -> Void) throws(Failure) {
        try use(bytes)
    }

    /// The first `count` bytes, to be written to.
    @_lifetime(&self)
    public mutating func mutableBytes(first count: Int) -> MutableRawSpan {
        precondition(count >= 0 && count <= byteCount)
        let span = unsafe MutableRawSpan(_unsafeStart: base, byteCount: count)
        return unsafe _overrideLifetime(span, mutating: &self)
    }

    /// Copies `source` to `offset`; it must fit.
    public mutating func store(_ source: RawSpan, at offset: Int) {
        let count = source.byteCount
        precondition(offset >= 0 && offset <= byteCount - count)
        unsafe source.withUnsafeBytes { from in
            if let start = from.baseAddress {
                unsafe (base + offset).copyMemory(from: start, byteCount: count)
            }
        }
    }

    /// Sets the bytes of `range` to zero.
    public mutating func clear(_ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
        unsafe (base + range.lowerBound).initializeMemory(
            as: UInt8.self,
            repeating: 0,
            count: range.count
        )
    }
}

// Its storage is its own and moves with it; nothing else points there.
extension DiskBuffer: @unchecked Sendable {}
