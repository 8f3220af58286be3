import CarnetModel
import Testing

@Suite struct CalendarTests {
    /// Every day from the year 1 to 9999 against counting by hand.
    @Test func dayNumbersCountEveryDay() throws {
        var number: Int32 = -719_162
        var previous: UInt32 = 0
        var slips = 0
        for year in 1...9999 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (index, length) in lengths.enumerated() {
                for day in 1...length {
                    let date = CalendarDate(year: year, month: index + 1, day: day)
                    guard let date, date.dayNumber == number, date.packed > previous,
                        CalendarDate(dayNumber: number) == date,
                        CalendarDate(packed: date.packed) == date
                    else {
                        slips += 1
                        continue
                    }
                    previous = date.packed
                    number += 1
                }
                #expect(CalendarDate(year: year, month: index + 1, day: length + 1) == nil)
            }
        }
        #expect(slips == 0)
        #expect(number == 2_932_897)
        #expect(CalendarDate(dayNumber: number) == nil)
        #expect(CalendarDate(dayNumber: -719_163) == nil)
        #expect(CalendarDate(dayNumber: .min) == nil)
        #expect(CalendarDate(dayNumber: .max) == nil)
        #expect(try ValueProbe.date("1970-01-01").dayNumber == 0)
    }

    @Test(arguments: ["0001-01-01", "1970-01-01", "2024-02-29", "2000-02-29", "9999-12-31"])
    func dateIsReadAndWritten(text: String) throws {
        let date = try ValueProbe.date(text)
        #expect(ValueProbe.written { date.append(to: &$0) } == text)
    }

    @Test(arguments: [
        ("", ValueError.date), ("2024-1-1", .date), ("2024-01-01 ", .date), ("24-01-01", .date),
        ("2024/01/01", .date), ("0000-01-01", .date), ("+024-01-01", .date), ("2024-01-0a", .date),
        ("2023-02-29", .noSuchDay), ("1900-02-29", .noSuchDay), ("2024-13-01", .noSuchDay),
        ("2024-00-10", .noSuchDay), ("2024-04-31", .noSuchDay), ("2024-01-00", .noSuchDay),
    ])
    func dateIsRefused(text: String, error: ValueError) {
        #expect(throws: error) { try ValueProbe.date(text) }
    }

    @Test(arguments: [
        "1984-02-29", "1850-01-01", "2026-11-22", "--02-29", "--12-31", "--01-01",
    ])
    func birthdayIsReadWrittenAndPacked(text: String) throws {
        let birthday = try ValueProbe.birthday(text)
        #expect(ValueProbe.written { birthday.append(to: &$0) } == text)
        #expect(Birthday(packed: birthday.packed) == birthday)
        #expect(birthday.packed < 1 << 24)
        #expect((birthday.year == nil) == text.hasPrefix("--"))
        #expect((birthday.date == nil) == text.hasPrefix("--"))
    }

    @Test(arguments: [
        ("--02-30", ValueError.noSuchDay), ("--13-01", .noSuchDay), ("1983-02-29", .noSuchDay),
        ("1849-12-31", .birthYear(1850)), ("-02-29", .birthday), ("--2-29", .birthday),
        ("--02/29", .birthday), ("29.02.1984", .birthday), ("", .birthday), ("---2-29", .birthday),
    ])
    func birthdayIsRefused(text: String, error: ValueError) {
        #expect(throws: error) { try ValueProbe.birthday(text) }
    }

    @Test func everyBitPatternIsABirthdayOrNone() {
        var count = 0
        for packed in UInt32(0)..<1 << 13 {
            guard let birthday = Birthday(packed: packed) else { continue }
            #expect(birthday.packed == packed)
            count += 1
        }
        // 366 days without a year; the years up to 15 are too early.
        #expect(count == 366)
    }
}
