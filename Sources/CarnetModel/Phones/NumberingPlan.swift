import CarnetBytes

// A ROW OF NumberingPlanData.rows: 22 characters. Two letters of the country, a space, then nine
// values of two characters, and the end of the line:
//     3  calling code
//     5  state that finds the international prefix; 0 for none
//     7  state that finds the trunk prefix, with a carrier's code where there are any; 0 for none
//     9  state that knows the shape of national numbers
//    11  lengths of national numbers, bits 0 to 11; bit n is set when n digits are possible
//    13  the same, bits 12 to 23
//    15  lengths of numbers that are dialled inside one area only, bits 0 to 11
//    17  how many digits take the place of a trunk prefix
//    19  those digits as a number

/// What one country, or one calling code that belongs to none, says of its numbers.
struct NumberingPlan {
    private let row: Int

    /// The plan by which a country's people write; nil where it has no numbers of its own.
    init?(country: CountryCode) {
        guard let row = Self.row(ofCountry: country.value) else { return nil }
        self.row = row
        guard callingCode != 0 else { return nil }
    }

    /// The plan of the calling code's main country; nil for a code that is not in use.
    init?(callingCode: Int) {
        guard callingCode > 0 && callingCode < 1000 else { return nil }
        let rows = NumberingPlanData.span(of: NumberingPlanData.rowByCallingCode)
        let number = NumberingPlanData.value(rows, at: callingCode &* 2 &+ callingCode / 40)
        guard number != 0 else { return nil }
        row = Int(number) &- 1
    }

    var callingCode: UInt16 { value(3) }
    var internationalPrefix: DigitAutomaton { DigitAutomaton(start: value(5)) }
    var trunkPrefix: DigitAutomaton { DigitAutomaton(start: value(7)) }
    var nationalNumber: DigitAutomaton { DigitAutomaton(start: value(9)) }
    var areaPrefix: PhoneDigits { PhoneDigits(Int(value(19)), digitCount: Int(value(17))) }

    /// What a national number of so many digits is.
    func judge(digitCount: Int) -> PhoneLength {
        let possible = UInt32(value(11)) | UInt32(value(13)) << 12
        let local = UInt32(value(15))
        let bit = digitCount < 32 ? UInt32(1) << UInt32(digitCount) : 0
        if local & bit != 0 { return .localOnly }
        if possible & bit != 0 { return .possible }
        if digitCount < possible.trailingZeroBitCount { return .tooShort }
        return bit == 0 || bit > possible ? .tooLong : .unused
    }

    /// The row of a country by its stored form; nil for an unknown one.
    static func row(ofCountry value: UInt16) -> Int? {
        let first = Int(value >> 8) &- 65
        let second = Int(value & 0xFF) &- 65
        guard 0..<26 ~= first && 0..<26 ~= second else { return nil }
        let rows = NumberingPlanData.span(of: NumberingPlanData.rowByCountry)
        let number = NumberingPlanData.value(rows, at: first &* 53 &+ second &* 2)
        return number == 0 ? nil : Int(number) &- 1
    }

    private func value(_ column: Int) -> UInt16 {
        let rows = NumberingPlanData.span(of: NumberingPlanData.rows)
        return NumberingPlanData.value(rows, at: row &* 22 &+ column)
    }
}

/// What the length of a national number says of it.
enum PhoneLength {
    case possible
    /// Of an area's own numbers, without the area code.
    case localOnly
    case tooShort
    case tooLong
    /// Between shortest and longest, and no number has it.
    case unused
}
