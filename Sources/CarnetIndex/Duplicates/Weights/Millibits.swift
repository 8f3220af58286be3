/// Logarithms to the base of two in thousandths, made with integers alone: the same on every
/// machine, which floating-point libraries do not promise.
public enum Millibits {
    /// Log2 of `value` in thousandths, to within two; 0 for 0. O(1).
    @inline(__always)
    public static func log2(_ value: UInt64) -> Int32 {
        guard value > 1 else { return 0 }
        let exponent = 63 &- value.leadingZeroBitCount
        let mantissa = Int(truncatingIfNeeded: (value << UInt64(63 &- exponent)) >> 53) & 1023
        return Int32(truncatingIfNeeded: exponent &* 1000) &+ Int32(mantissas[mantissa])
    }

    /// Log2 of `numerator` / `denominator`, both at least 1.
    @inline(__always)
    public static func ratio(_ numerator: UInt64, _ denominator: UInt64) -> Int32 {
        log2(numerator) &- log2(denominator)
    }

    /// Log2 of 2^a + 2^b, all in thousandths. O(1).
    @inline(__always)
    public static func sum(_ a: Int32, _ b: Int32) -> Int32 {
        let (high, low) = a > b ? (a, b) : (b, a)
        let distance = Int(high &- low)
        return distance < sums.count ? high &+ Int32(sums[distance]) : high
    }

    /// The logarithm of parts in a million, as the tables of weights are written.
    static func millionths(_ parts: Int) -> Int32 {
        ratio(UInt64(max(parts, 1)), 1_000_000)
    }

    /// 2^(value / 1000) in parts of 2^30, for values up to 0; those below -30,000 give 0.
    static func power(_ value: Int32) -> UInt64 {
        guard value < 0 else { return 1 << 30 }
        let whole = UInt64(-Int64(value)) / 1000
        let rest = Int(UInt64(-Int64(value)) % 1000)
        return whole > 30 ? 0 : powers[rest] >> whole
    }

    /// Log2 of 1 + i/1024 for each i, by squaring: each doubling of the square is one more bit.
    private static let mantissas: [UInt16] = (0..<1024).map { index in
        var value = UInt64(1024 + index) << 21
        var fraction: UInt64 = 0
        for _ in 0..<24 {
            value = (value &* value) >> 31
            fraction <<= 1
            if value >= 1 << 32 {
                value >>= 1
                fraction |= 1
            }
        }
        return UInt16((fraction * 1000 + (1 << 23)) >> 24)
    }

    /// 2^(-i/1000) in parts of 2^30, by repeated multiplication with the thousandth root.
    private static let powers: [UInt64] = {
        // 2^(-1/1000) in parts of 2^62.
        let root: UInt64 = 4_608_490_548_859_387_467
        var value: UInt64 = 1 << 62
        return (0..<1000).map { _ in
            let current = value >> 32
            let product = value.multipliedFullWidth(by: root)
            value = product.high << 2 | product.low >> 62
            return current
        }
    }()

    /// Log2 of 1 + 2^(-i/1000), until it rounds to nothing.
    private static let sums: [UInt16] = (0..<11_000).map { index in
        let small = power(-Int32(index))
        let sum = (1 << 30) + small
        return UInt16(truncatingIfNeeded: max(0, log2(sum) &- 30_000))
    }
}
