public import CarnetBytes

/// Text of a client: UTF-8 in normal form C, without control characters.
///
/// Refused besides C0, DEL and C1: U+2028 and U+2029, which break a line as a newline does, and
/// the noncharacters. Private and unassigned scalars stay, and so do the joiners and direction
/// marks that scripts need. In a note CR LF becomes LF; any other CR is refused.
public enum TextValue {
    /// Checks `bytes` against `rule`. Appends to `scratch` only where the kept form differs from
    /// what was given. O(length); text of printable ASCII is passed eight bytes at a time.
    /// The limit counts the bytes of the kept form; offsets in errors count those given.
    public static func check(
        _ bytes: RawSpan,
        _ rule: TextRule,
        scratch: inout ByteWriter
    ) throws(ValueError) -> CheckedText {
        let range = rule.trims ? trimmed(bytes) : 0..<bytes.byteCount
        // Normal form C is never less than a quarter of what was given.
        guard range.count <= 4 &* rule.byteCountMax else {
            throw .tooLong(byteCount: range.count, byteCountMax: rule.byteCountMax)
        }
        if range.isEmpty, !rule.allowsEmpty { throw .empty }
        if !rule.allowsComma { try refuseComma(bytes, range) }
        var checked = CheckedText.asGiven(range)
        if !isPrintableASCII(bytes, range) {
            checked = try checkScalars(bytes, range, rule, scratch: &scratch)
        }
        guard checked.byteCount <= rule.byteCountMax else {
            if case .rewritten(let range) = checked { scratch.truncate(to: range.lowerBound) }
            throw .tooLong(byteCount: checked.byteCount, byteCountMax: rule.byteCountMax)
        }
        return checked
    }

    /// The range of `bytes` without the spaces at both ends (U+0020 and the other scalars of
    /// category Zs).
    static func trimmed(_ bytes: RawSpan) -> Range<Int> {
        var start = 0
        var end = bytes.byteCount
        guard end > 0, isEdge(bytes.byte(at: 0)) || isEdge(bytes.byte(at: end &- 1)) else {
            return 0..<end
        }
        while start < end {
            let count = spaceByteCount(bytes, at: start)
            if count == 0 { break }
            start &+= count
        }
        while end > start {
            if bytes.byte(at: end &- 1) == 0x20 {
                end &-= 1
            } else if end &- start >= 2, spaceByteCount(bytes, at: end &- 2) == 2 {
                end &-= 2
            } else if end &- start >= 3, spaceByteCount(bytes, at: end &- 3) == 3 {
                end &-= 3
            } else {
                break
            }
        }
        return start..<end
    }

    /// Whether the range holds U+0020 to U+007E only.
    static func isPrintableASCII(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
        let end = range.upperBound
        if range.count >= 8 {
            var index = range.lowerBound
            while index &+ 8 < end {
                guard isPrintableASCII(bytes.littleEndianUInt64(at: index)) else { return false }
                index &+= 8
            }
            // The last eight, which overlap those before where the length is no multiple of 8.
            return isPrintableASCII(bytes.littleEndianUInt64(at: end &- 8))
        }
        if range.count >= 4 {
            let low = UInt64(bytes.littleEndianUInt32(at: range.lowerBound))
            let high = UInt64(bytes.littleEndianUInt32(at: end &- 4))
            return isPrintableASCII(low | high << 32)
        }
        var index = range.lowerBound
        while index < end {
            guard bytes.byte(at: index) &- 0x20 < 0x5F else { return false }
            index &+= 1
        }
        return true
    }

    /// Eight bytes at once. Below 0x80, adding 1 sets the high bit of DEL alone, and taking 0x20
    /// away borrows from the high bit where a byte is smaller; the lowest such byte is found
    /// exactly, which is enough to say no.
    @inline(__always)
    private static func isPrintableASCII(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tooHigh = word | (word &+ ones)
        let tooLow = (word &- ones &* 0x20) & ~word
        return (tooHigh | tooLow) & (ones &* 0x80) == 0
    }

    /// Whether a space may begin or end with this byte.
    private static func isEdge(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x80 }

    /// How many bytes the space at `offset` takes: 0 where none begins.
    private static func spaceByteCount(_ bytes: RawSpan, at offset: Int) -> Int {
        let first = bytes.byte(at: offset)
        if first == 0x20 { return 1 }
        guard first >= 0xC2, first <= 0xE3, let scalar = bytes.scalar(at: offset) else { return 0 }
        return isWideSpace(scalar.value) ? scalar.byteCount : 0
    }

    /// The scalars of category Zs past ASCII.
    static func isWideSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static func refuseComma(_ bytes: RawSpan, _ range: Range<Int>) throws(ValueError) {
        for offset in range where bytes.byte(at: offset) == UInt8(ascii: ",") {
            throw .comma(offset: offset)
        }
    }
}
