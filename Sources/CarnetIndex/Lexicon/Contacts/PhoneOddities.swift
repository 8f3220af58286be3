import CarnetBytes
public import CarnetModel

/// Numbers that people type where they have none: 0000000000, 0123456789, 0102030405. Nobody
/// answers them, so that two clients who share one share nothing.
///
/// What is judged is the end of a number: in front of it a calling code or a trunk zero, and up to
/// two digits that the form insisted on (06, 01), may stand. What only looks made up, as 0612345678 or
/// a number kept for films, counts as a number: where a venue uses it as a dummy, many share it, and
/// what many share counts little anyway.
public enum PhoneOddities {
    /// How many digits at the end must be the same.
    private static let sameDigitCountMin = 7
    /// How many digits at the end must count up or down.
    private static let countedDigitCountMin = 9
    /// How many digits a number must have to say anything.
    public static let digitCountMin = 6

    /// Whether a stored number is a dummy. O(1).
    public static func isDummy(_ phone: PhoneNumber) -> Bool {
        isDummy(phone.digits, digitCount: phone.digitCount)
    }

    /// Whether the digits of a text are those of a dummy; all but digits is passed over. True for
    /// fewer than `digitCountMin` digits as well, unless there are none. O(length).
    public static func isDummy(_ text: RawSpan) -> Bool {
        var number: UInt64 = 0
        var count = 0
        for index in 0..<text.byteCount {
            let digit = text.byte(at: index) &- UInt8(ascii: "0")
            guard digit < 10 else { continue }
            // The last eighteen, which is more than any number has.
            number = number % 100_000_000_000_000_000 &* 10 &+ UInt64(digit)
            count &+= 1
        }
        guard count > 0 else { return false }
        return isDummy(number, digitCount: min(count, 18))
    }

    /// Whether a number with that many digits, zeros in front included, is a dummy.
    private static func isDummy(_ number: UInt64, digitCount: Int) -> Bool {
        guard digitCount >= digitCountMin else { return true }
        let digits = Digits(number, count: digitCount)
        if digits.runCount(step: 0) >= min(sameDigitCountMin, digitCount) { return true }
        if digits.runCount(step: 1) >= countedDigitCountMin { return true }
        if digits.runCount(step: 9) >= countedDigitCountMin { return true }
        return digits.hasPairs
    }

    /// The digits of a number, the last one first.
    private struct Digits {
        private var values = InlineArray<18, UInt8>(repeating: 0)
        private let count: Int

        init(_ number: UInt64, count: Int) {
            self.count = count
            var rest = number
            for index in 0..<count {
                values[index] = UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }

        /// How many digits at the end go up by `step` from one to the next, 9 to 0 included.
        func runCount(step: UInt8) -> Int {
            var length = 1
            while length < count, (values[length] &+ step) % 10 == values[length &- 1] {
                length &+= 1
            }
            return length
        }

        /// Whether the last eight digits are pairs that repeat or count: 12 12 12 12, 01 02 03 04,
        /// 11 22 33 44, 10 20 30 40.
        var hasPairs: Bool {
            guard count >= 8 else { return false }
            let step = (pair(0) &+ 100 &- pair(1)) % 100
            guard step <= 1 || step == 10 || step == 11 || step == 99 else { return false }
            return (pair(1) &+ step) % 100 == pair(0) && (pair(2) &+ step) % 100 == pair(1)
                && (pair(3) &+ step) % 100 == pair(2)
        }

        private func pair(_ index: Int) -> Int {
            Int(values[2 &* index &+ 1]) &* 10 &+ Int(values[2 &* index])
        }
    }
}
