/// Days and dates of the proleptic Gregorian calendar.
/// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil` and
/// `civil_from_days`: years begin in March and are counted in eras of 400, so that no table and no
/// branch on leap years is needed.
@usableFromInline
enum CivilCalendar {
    /// From 0000-03-01 to 1970-01-01.
    private static let daysToEpoch = 719_468
    private static let daysOfEra = 146_097

    /// Days since 1970-01-01. The day must be one of the calendar, the year at least 0.
    @usableFromInline
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year &- 1 : year
        let era = (shifted >= 0 ? shifted : shifted &- 399) / 400
        let yearOfEra = shifted &- era &* 400
        let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
        let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
        return era &* daysOfEra &+ dayOfEra &- daysToEpoch
    }

    @usableFromInline
    static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber &+ daysToEpoch
        let era = (shifted >= 0 ? shifted : shifted &- daysOfEra &+ 1) / daysOfEra
        let dayOfEra = shifted &- era &* daysOfEra
        let yearOfEra =
            (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
        let shiftedMonth = (5 &* dayOfYear &+ 2) / 153
        let day = dayOfYear &- (153 &* shiftedMonth &+ 2) / 5 &+ 1
        let month = shiftedMonth < 10 ? shiftedMonth &+ 3 : shiftedMonth &- 9
        let year = yearOfEra &+ era &* 400
        return (month <= 2 ? year &+ 1 : year, month, day)
    }

    /// 28 to 31. The month must be one of 1 to 12.
    @usableFromInline
    static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    @usableFromInline
    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
