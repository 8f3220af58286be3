/// Little-endian fields of a span. Offsets are checked: one outside the span is our own mistake
/// and stops the program, so whoever reads outside bytes compares lengths first.
extension RawSpan {
    @inlinable
    public func byte(at offset: Int) -> UInt8 {
        unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
    }

    @inlinable
    public func littleEndianUInt16(at offset: Int) -> UInt16 {
        UInt16(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    @inlinable
    public func littleEndianUInt32(at offset: Int) -> UInt32 {
        UInt32(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    @inlinable
    public func littleEndianUInt64(at offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The bytes of `range`, which must lie inside.
    @inlinable
    @_lifetime(copy self)
    public func bytes(_ range: Range<Int>) -> RawSpan { extracting(range) }

    /// Whether both spans hold the same bytes. O(length).
    public func isEqual(to other: RawSpan) -> Bool {
        guard byteCount == other.byteCount else { return false }
        var index = 0
        while index &+ 8 <= byteCount {
            guard littleEndianUInt64(at: index) == other.littleEndianUInt64(at: index) else {
                return false
            }
            index &+= 8
        }
        while index < byteCount {
            guard byte(at: index) == other.byte(at: index) else { return false }
            index &+= 1
        }
        return true
    }

    /// Whether the bytes are those of `text`. O(length).
    public func isEqual(to text: StaticString) -> Bool {
        guard byteCount == text.utf8CodeUnitCount else { return false }
        let other = unsafe RawSpan(
            _unsafeStart: UnsafeRawPointer(text.utf8Start),
            byteCount: text.utf8CodeUnitCount
        )
        return isEqual(to: other)
    }

    /// The bytes as an array of their own. O(length).
    public func array() -> [UInt8] {
        unsafe withUnsafeBytes { unsafe Array($0) }
    }

    /// The bytes as text, with U+FFFD where they are not UTF-8. O(length).
    public func text() -> String {
        unsafe withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt16] {
    /// The next index from `start` on at which `value` stands, or nil. Thirty-two at once, about
    /// 0.1 ns each.
    public func nextIndex(of value: UInt16, from start: Int) -> Int? {
        let bytes = unsafe span.bytes
        let wanted = SIMD32<UInt16>(repeating: value)
        var index = start
        while index &+ 32 <= count {
            let values = unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: index &* 2,
                as: SIMD32<UInt16>.self
            )
            if any(values .== wanted) { break }
            index &+= 32
        }
        while index < count {
            if self[index] == value { return index }
            index &+= 1
        }
        return nil
    }
}
