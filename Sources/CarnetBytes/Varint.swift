// VARINT. An unsigned integer in groups of seven bits, the lowest first; the high bit of a byte
// says that another follows. At most ten bytes. As in Protocol Buffers, "Base 128 Varints".

/// How many bytes `value` takes as a varint: 1 to 10.
@inlinable
public func varintByteCount(_ value: UInt64) -> Int {
    // 9 bits in, 2 bytes out, without a division: (significant bits × 9 + 64) / 64.
    ((64 - (value | 1).leadingZeroBitCount) &* 9 &+ 64) >> 6
}

/// Reads fields one after the other from bytes that nobody vouches for: every read answers nil
/// instead of passing the end, and what is nil once stays unread.
public struct ByteReader: ~Escapable {
    public let bytes: RawSpan
    public private(set) var offset: Int

    @_lifetime(copy bytes)
    public init(_ bytes: RawSpan) {
        self.bytes = bytes
        offset = 0
    }

    /// How many bytes are unread.
    public var remaining: Int { bytes.byteCount &- offset }

    public mutating func byte() -> UInt8? {
        guard remaining >= 1 else { return nil }
        defer { offset &+= 1 }
        return bytes.byte(at: offset)
    }

    public mutating func littleEndianUInt16() -> UInt16? {
        guard remaining >= 2 else { return nil }
        defer { offset &+= 2 }
        return bytes.littleEndianUInt16(at: offset)
    }

    public mutating func littleEndianUInt32() -> UInt32? {
        guard remaining >= 4 else { return nil }
        defer { offset &+= 4 }
        return bytes.littleEndianUInt32(at: offset)
    }

    public mutating func littleEndianUInt64() -> UInt64? {
        guard remaining >= 8 else { return nil }
        defer { offset &+= 8 }
        return bytes.littleEndianUInt64(at: offset)
    }

    /// A varint of at most ten bytes; nil where it is cut off or passes 64 bits.
    public mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        var index = offset
        while index < bytes.byteCount {
            let byte = bytes.byte(at: index)
            index &+= 1
            if shift == 63, byte > 1 { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                offset = index
                return value
            }
            shift &+= 7
            if shift > 63 { return nil }
        }
        return nil
    }

    /// The next `count` bytes as a range of `bytes`.
    public mutating func range(_ count: Int) -> Range<Int>? {
        guard count >= 0, remaining >= count else { return nil }
        defer { offset &+= count }
        return offset..<(offset &+ count)
    }

    /// A varint length and that many bytes, as a range of `bytes`.
    public mutating func lengthPrefixedRange() -> Range<Int>? {
        let start = offset
        guard let count = varint(), count <= UInt64(remaining) else {
            offset = start
            return nil
        }
        return range(Int(count))
    }
}
