import CarnetBytes

/// Whole numbers as the protocol writes them: the digits 0 to 9 alone, zeros in front allowed.
public enum UnsignedNumber {
    /// The number, at most `max`. O(length), no overflow.
    public static func parse(_ bytes: RawSpan, max: UInt64 = .max) throws(ValueError) -> UInt64 {
        guard bytes.byteCount > 0 else { throw .number }
        var value: UInt64 = 0
        var isTooLarge = false
        var index = 0
        while index < bytes.byteCount {
            let digit = bytes.byte(at: index) &- UInt8(ascii: "0")
            guard digit < 10 else { throw .number }
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
            if overflow || carry { isTooLarge = true }
            value = sum
            index &+= 1
        }
        guard !isTooLarge, value <= max else { throw .numberTooLarge(max: max) }
        return value
    }
}
