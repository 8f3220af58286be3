extension ByteWriter {
    /// The digits of `value`, most significant first, without a String.
    public mutating func append(decimal value: UInt64) {
        guard value >= 100_000_000 else { return appendUpToEightDigits(UInt32(value)) }
        let high = value / 100_000_000
        append(decimal: high)
        appendEightDigits(UInt32(value &- high &* 100_000_000))
    }

    public mutating func append(decimal value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(decimal: value.magnitude)
    }

    /// Below 10^8. The digits gather in one word, the first in its lowest byte.
    private mutating func appendUpToEightDigits(_ value: UInt32) {
        var rest = value
        var digits: UInt64 = 0
        var count = 0
        repeat {
            let next = rest / 10
            digits = digits << 8 | UInt64(48 &+ rest &- next &* 10)
            rest = next
            count &+= 1
        } while rest > 0
        append(littleEndian: digits)
        truncate(to: byteCount &- 8 &+ count)
    }

    private mutating func appendEightDigits(_ value: UInt32) {
        var rest = value
        var digits: UInt64 = 0
        for _ in 0..<8 {
            let next = rest / 10
            digits = digits << 8 | UInt64(48 &+ rest &- next &* 10)
            rest = next
        }
        append(littleEndian: digits)
    }
}

/// How many digits `value` has in decimal: 1 for 0.
public func decimalDigitCount(_ value: UInt64) -> Int {
    var count = 1
    var rest = value
    while rest >= 10 {
        rest /= 10
        count &+= 1
    }
    return count
}
