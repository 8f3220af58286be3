import CarnetBytes

/// In which order a column's dates have day, month and year.
enum DateOrder: String {
    case yearMonthDay = "year-month-day"
    case dayMonthYear = "day-month-year"
    case monthDayYear = "month-day-year"
}

/// A date as it was typed: three numbers, of which it is not known yet which is which.
struct TypedDate {
    /// Two-digit years above this are of the last century.
    static let centuryYear = 30

    var first = 0
    var second = 0
    var third = 0
    /// Whether the first number is the year, or a month's name told which one the month is.
    var known: DateOrder?

    /// Reads numbers with anything between them, a month by name, eight digits in a row, or the
    /// day numbers of spreadsheets. Nil for all else.
    init?(_ text: RawSpan) {
        var numbers: [(value: Int, digits: Int)] = []
        var month: (value: Int, place: Int)?
        var index = 0
        while index < text.byteCount {
            let byte = text.byte(at: index)
            if byte &- UInt8(ascii: "0") < 10 {
                var number = (value: 0, digits: 0)
                while index < text.byteCount, number.digits < 9,
                    text.byte(at: index) &- UInt8(ascii: "0") < 10
                {
                    number.value =
                        number.value * 10 + Int(text.byte(at: index) &- UInt8(ascii: "0"))
                    number.digits += 1
                    index += 1
                }
                numbers.append(number)
                if numbers.count == 3 { break }
                continue
            }
            if byte | 0x20 >= UInt8(ascii: "a"), month == nil, let named = Self.month(text, index) {
                month = (named, numbers.count)
            }
            index += 1
            while byte | 0x20 >= UInt8(ascii: "a"), index < text.byteCount,
                text.byte(at: index) | 0x20 >= UInt8(ascii: "a")
            {
                index += 1
            }
        }
        if let month, numbers.count >= 2 {
            read(named: month, numbers)
        } else if numbers.count == 1, numbers[0].digits == 8 {
            read(eightDigits: numbers[0].value)
        } else if numbers.count == 3 {
            (first, second, third) = (numbers[0].value, numbers[1].value, numbers[2].value)
            if numbers[0].digits == 4 { known = .yearMonthDay }
        } else {
            return nil
        }
    }

    private mutating func read(
        named month: (value: Int, place: Int),
        _ numbers: [(value: Int, digits: Int)]
    ) {
        if month.place == 1, numbers[0].digits == 4 {
            (first, second, third) = (numbers[0].value, month.value, numbers[1].value)
            known = .yearMonthDay
        } else {
            (first, second, third) = (numbers[0].value, month.value, numbers[1].value)
            known = .dayMonthYear
        }
    }

    private mutating func read(eightDigits value: Int) {
        let year = value / 10_000
        if (1500...2200).contains(year) {
            (first, second, third) = (year, value / 100 % 100, value % 100)
            known = .yearMonthDay
        } else {
            (first, second, third) = (value / 1_000_000, value / 10_000 % 100, value % 10_000)
        }
    }

    /// The month of a word that begins at `start`, by its first three letters in the languages of
    /// Europe's west and north.
    private static func month(_ text: RawSpan, _ start: Int) -> Int? {
        guard start + 3 <= text.byteCount else { return nil }
        var word = ""
        for index in start..<min(text.byteCount, start + 4) {
            word.append(Character(Unicode.Scalar(text.byte(at: index) | 0x20)))
        }
        for (month, names) in months.enumerated() where names.contains(where: word.hasPrefix) {
            return month + 1
        }
        return nil
    }

    private static let months: [[String]] = [
        ["jan", "ene", "gen"], ["feb", "fev", "fév", "fe\u{301}v"], ["mar", "mär", "maa", "mrt"],
        ["apr", "avr", "abr"], ["may", "mai", "maj", "mei", "mag"], ["juin", "jun", "giu"],
        ["juil", "jul", "lug"], ["aug", "aou", "ago"], ["sep", "set"],
        ["oct", "okt", "ott", "out"],
        ["nov"], ["dec", "dez", "dic"],
    ]

    /// Whether the numbers may be read in that order.
    func fits(_ order: DateOrder) -> Bool {
        switch order {
        case .yearMonthDay: (1...12).contains(second) && (1...31).contains(third)
        case .dayMonthYear: (1...31).contains(first) && (1...12).contains(second)
        case .monthDayYear: (1...12).contains(first) && (1...31).contains(second)
        }
    }

    /// Appends `YYYYMMDD`.
    func append(as order: DateOrder, to writer: inout ByteWriter) {
        var (year, month, day) =
            switch known ?? order {
            case .yearMonthDay: (first, second, third)
            case .dayMonthYear: (third, second, first)
            case .monthDayYear: (third, first, second)
            }
        if year < 100 { year += year > Self.centuryYear ? 1900 : 2000 }
        guard year < 10_000, month < 100, day < 100 else { return }
        if month > 12 && day <= 12 { swap(&month, &day) }
        for part in [year / 1000, year / 100 % 10, year / 10 % 10, year % 10] {
            writer.append(UInt8(ascii: "0") + UInt8(part))
        }
        for part in [month / 10, month % 10, day / 10, day % 10] {
            writer.append(UInt8(ascii: "0") + UInt8(part))
        }
    }
}

/// Finds out in which order a column's dates are written.
struct DateColumn {
    private var dayFirst = 0
    private var monthFirst = 0
    private var yearFirst = 0
    private var ambiguous = 0

    mutating func look(at text: RawSpan) {
        guard let date = TypedDate(text) else { return }
        if date.known == .yearMonthDay {
            yearFirst += 1
        } else if date.known == nil {
            switch (date.fits(.dayMonthYear), date.fits(.monthDayYear)) {
            case (true, false): dayFirst += 1
            case (false, true): monthFirst += 1
            case (true, true): ambiguous += 1
            case (false, false): break
            }
        }
    }

    /// The order of those dates that do not tell it themselves. Europe writes the day first.
    var order: DateOrder {
        if dayFirst == 0 && monthFirst == 0 && ambiguous == 0 { return .yearMonthDay }
        return monthFirst > dayFirst ? .monthDayYear : .dayMonthYear
    }

    /// Whether no date told the order.
    var isGuess: Bool { ambiguous > 0 && dayFirst == 0 && monthFirst == 0 }
}
