import CarnetBytes
public import CarnetModel

/// Numbers that people type where they have none: 0000000000, 0612345678, 0102030405. Nobody
/// answers them, so that two clients who share one share nothing.
///
/// What is judged is the end of a number: in front of it a calling code or a trunk zero, and up to
/// two digits that the form insisted on (06, 01), may stand.
public enum PhoneOddities {
    /// How many digits at the end must follow one of the patterns.
    private static let patternDigitCountMin = 7
    /// How many digits a number must have to say anything.
    public static let digitCountMin = 6

    /// Whether a stored number is a dummy. O(1).
    public static func isDummy(_ phone: PhoneNumber) -> Bool {
        isDummy(phone.digits, digitCount: phone.digitCount) || isFiction(phone)
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
        if digits.runCount(step: 0) >= min(patternDigitCountMin, digitCount) { return true }
        if digits.runCount(step: 1) >= patternDigitCountMin { return true }
        if digits.runCount(step: 9) >= patternDigitCountMin { return true }
        return digits.hasPairs
    }

    /// Ranges that regulators keep for films and novels. Sources: Ofcom, "Telephone numbers for
    /// use in TV and radio drama programmes"; ARCEP, decision 2018-0881, section 2.5.12; NANPA,
    /// 555-0100 to 555-0199.
    private static func isFiction(_ phone: PhoneNumber) -> Bool {
        let digits = phone.digits
        switch phone.digitCount {
        case 12: return digits / 1_000 == 447_700_900 || digits / 1_000 == 442_079_460
        case 11:
            if digits / 10_000_000_000 == 1 { return digits / 100 % 100_000 == 55_501 }
            return fictionInFrance.contains(digits / 10_000)
        default: return false
        }
    }

    private static let fictionInFrance: [UInt64] = [
        3_319_900, 3_326_191, 3_335_301, 3_346_571, 3_353_649, 3_363_998,
    ]

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
