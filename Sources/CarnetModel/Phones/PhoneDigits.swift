/// Up to 32 digits, four bits each: enough for the longest number with every prefix.
///
/// The first digit stands in the highest four bits, and what follows the last one is zero.
struct PhoneDigits {
    static let countMax = 32

    private var packed: UInt128 = 0
    private(set) var count = 0

    init() {}

    /// The last `digitCount` decimal digits of `value`, zeros in front included.
    init(_ value: Int, digitCount: Int) {
        count = min(max(0, digitCount), Self.countMax)
        var rest = value
        for _ in 0..<count {
            packed = packed &>> 4 | UInt128(truncatingIfNeeded: rest % 10) &<< 124
            rest /= 10
        }
    }

    /// The digit at `index`, 0 for an index from `count` to 31.
    subscript(index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (packed &<< UInt128(truncatingIfNeeded: index &* 4)) &>> 124)
    }

    /// Adds a digit from 0 to 9; false when there is no room.
    @discardableResult
    mutating func append(_ digit: UInt8) -> Bool {
        guard count < Self.countMax else { return false }
        packed |= UInt128(digit) &<< UInt128(truncatingIfNeeded: 124 &- count &* 4)
        count &+= 1
        return true
    }

    /// Without the first `count`, or empty when there are no more.
    func dropping(_ count: Int) -> PhoneDigits {
        guard count < self.count else { return PhoneDigits() }
        var rest = self
        rest.packed = packed &<< UInt128(truncatingIfNeeded: max(0, count) &* 4)
        rest.count = self.count &- max(0, count)
        return rest
    }

    /// Without `prefix`; where a part of it stays, `area` is put before that part. It always fits:
    /// a plan that puts digits in front takes as many away, or does so to short numbers only.
    func removing(_ prefix: DigitPrefix, area: PhoneDigits) -> PhoneDigits {
        guard !prefix.kept.isEmpty else { return dropping(prefix.digitCount) }
        var result = area
        for index in prefix.kept where index < count { result.append(self[index]) }
        for index in min(prefix.digitCount, count)..<count { result.append(self[index]) }
        return result
    }

    /// The first `count` digits as a number; nil when there are fewer. A calling code has 1 to 3.
    func value(ofFirst count: Int) -> Int? {
        guard count <= self.count else { return nil }
        var value = 0
        for index in 0..<count { value = value &* 10 &+ Int(self[index]) }
        return value
    }
}
