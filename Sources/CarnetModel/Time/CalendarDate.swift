public import CarnetBytes

/// A day of the proleptic Gregorian calendar, in the years 1 to 9999.
///
/// At rest 32 bits: `year << 9 | month << 5 | day`, which order as the days do.
public struct CalendarDate: Hashable, Comparable, Sendable {
    public static let yearMax = 9999
    public let packed: UInt32

    /// Nil for what the calendar does not have.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard year >= 1, year <= Self.yearMax, month >= 1, month <= 12, day >= 1,
            day <= CivilCalendar.dayCount(year: year, month: month)
        else { return nil }
        self.init(checkedYear: year, month: month, day: day)
    }

    /// Nil for bits that no date has.
    public init?(packed: UInt32) {
        self.init(
            year: Int(packed >> 9),
            month: Int(packed >> 5 & 15),
            day: Int(packed & 31)
        )
    }

    /// Nil outside the years 1 to 9999.
    public init?(dayNumber: Int32) {
        let (year, month, day) = CivilCalendar.date(dayNumber: Int(dayNumber))
        self.init(year: year, month: month, day: day)
    }

    @inlinable
    init(checkedYear year: Int, month: Int, day: Int) {
        packed = UInt32(truncatingIfNeeded: year << 9 | month << 5 | day)
    }

    @inlinable public var year: Int { Int(packed >> 9) }
    @inlinable public var month: Int { Int(packed >> 5 & 15) }
    @inlinable public var day: Int { Int(packed & 31) }

    /// Days since 1970-01-01, negative before.
    public var dayNumber: Int32 {
        Int32(truncatingIfNeeded: CivilCalendar.dayNumber(year: year, month: month, day: day))
    }

    /// Reads `YYYY-MM-DD`.
    public static func parse(_ bytes: RawSpan) throws(ValueError) -> CalendarDate {
        guard bytes.byteCount == 10 else { throw .date }
        return try parse(bytes, at: 0)
    }

    /// Reads the ten bytes from `offset` on.
    static func parse(_ bytes: RawSpan, at offset: Int) throws(ValueError) -> CalendarDate {
        guard let year = bytes.number(at: offset, digitCount: 4), year > 0,
            bytes.has(UInt8(ascii: "-"), at: offset &+ 4),
            let month = bytes.number(at: offset &+ 5, digitCount: 2),
            bytes.has(UInt8(ascii: "-"), at: offset &+ 7),
            let day = bytes.number(at: offset &+ 8, digitCount: 2)
        else { throw .date }
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            throw .noSuchDay
        }
        return date
    }

    /// Appends `YYYY-MM-DD`.
    public func append(to writer: inout ByteWriter) {
        let hyphen = UInt64(UInt8(ascii: "-"))
        let head = fourDigits(year) | hyphen << 32 | twoDigits(month) << 40 | hyphen << 56
        writer.append(littleEndian: head)
        writer.append(littleEndian: UInt16(truncatingIfNeeded: twoDigits(day)))
    }

    @inlinable
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.packed < b.packed }
}
