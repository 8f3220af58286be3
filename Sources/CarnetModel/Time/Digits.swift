import CarnetBytes

extension RawSpan {
    /// The number that `count` decimal digits from `offset` on write; nil where other bytes stand
    /// or the span ends. `count` is small enough not to overflow.
    @inline(__always)
    func number(at offset: Int, digitCount: Int) -> Int? {
        guard offset &+ digitCount <= byteCount else { return nil }
        var value = 0
        var index = offset
        while index < offset &+ digitCount {
            let digit = byte(at: index) &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
            index &+= 1
        }
        return value
    }

    /// Whether `byte` stands at `offset`, which may lie outside.
    @inline(__always)
    func has(_ byte: UInt8, at offset: Int) -> Bool {
        offset < byteCount && self.byte(at: offset) == byte
    }
}

/// The two digits of a number below 100, the first in the low byte: so they stand in memory.
@inline(__always)
func twoDigits(_ value: Int) -> UInt64 {
    let tens = UInt64(truncatingIfNeeded: value) / 10
    let ones = UInt64(truncatingIfNeeded: value) &- tens &* 10
    return 0x3030 | ones << 8 | tens
}

/// The four digits of a number below 10,000.
@inline(__always)
func fourDigits(_ value: Int) -> UInt64 {
    twoDigits(value / 100) | twoDigits(value % 100) << 16
}
