public import CarnetBytes

/// A Unicode scalar and how many bytes its UTF-8 takes: 1 to 4.
public struct DecodedScalar: Hashable, Sendable {
    public let value: UInt32
    public let byteCount: Int

    @inlinable
    public init(value: UInt32, byteCount: Int) {
        self.value = value
        self.byteCount = byteCount
    }
}

extension RawSpan {
    /// The scalar whose UTF-8 begins at `offset`, which must be below `byteCount`; nil where the
    /// bytes are no UTF-8: cut off, longer than need be, a surrogate, or past U+10FFFF.
    /// Source: The Unicode Standard, table 3-7 "Well-Formed UTF-8 Byte Sequences".
    @inlinable
    public func scalar(at offset: Int) -> DecodedScalar? {
        let first = byte(at: offset)
        if first < 0x80 { return DecodedScalar(value: UInt32(first), byteCount: 1) }
        if first < 0xE0 {
            guard first >= 0xC2, let second = continuation(at: offset &+ 1) else { return nil }
            return DecodedScalar(value: UInt32(first & 0x1F) << 6 | second, byteCount: 2)
        }
        return longScalar(at: offset, first: first)
    }

    /// Refuses bytes that are not UTF-8, with the offset of the first that is none. O(length).
    public func checkUTF8() throws(ValueError) {
        var offset = 0
        while offset < byteCount {
            guard let scalar = scalar(at: offset) else { throw .notUTF8(offset: offset) }
            offset &+= scalar.byteCount
        }
    }

    /// The scalar of three or four bytes at `offset`.
    @usableFromInline
    func longScalar(at offset: Int, first: UInt8) -> DecodedScalar? {
        guard let second = continuation(at: offset &+ 1),
            let third = continuation(at: offset &+ 2)
        else { return nil }
        if first < 0xF0 {
            let value = UInt32(first & 0x0F) << 12 | second << 6 | third
            guard value >= 0x800, value & 0xF800 != 0xD800 else { return nil }
            return DecodedScalar(value: value, byteCount: 3)
        }
        guard first < 0xF5, let fourth = continuation(at: offset &+ 3) else { return nil }
        let value = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth
        guard value >= 0x1_0000, value <= 0x10_FFFF else { return nil }
        return DecodedScalar(value: value, byteCount: 4)
    }

    /// The low six bits of the continuation byte at `offset`; nil where there is none.
    @inlinable
    func continuation(at offset: Int) -> UInt32? {
        guard offset < byteCount else { return nil }
        let value = byte(at: offset)
        return value & 0xC0 == 0x80 ? UInt32(value & 0x3F) : nil
    }
}

extension ByteWriter {
    /// Appends the UTF-8 of a Unicode scalar, which must be none of the surrogates.
    public mutating func append(scalar value: UInt32) {
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else if value < 0x1_0000 {
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else {
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }
}
