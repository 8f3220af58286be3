public import CarnetBytes

/// A day of birth, whose year may be unknown. `--02-29` is one.
///
/// At rest 24 bits, as `CalendarDate` packs them, with year 0 where it is unknown.
public struct Birthday: Hashable, Sendable {
    /// Nobody alive was born earlier; what lists hold before that are placeholders and slips.
    public static let firstYear = 1850
    public let packed: UInt32

    /// Nil for a day that the calendar does not have, and for a year before `firstYear`. Whether
    /// the day lies in the future is for the caller, who has the clock.
    public init?(year: Int?, month: Int, day: Int) {
        if let year, year < Self.firstYear { return nil }
        // Year 4 is a leap year, so that 29 February passes where no year says otherwise.
        guard CalendarDate(year: year ?? 4, month: month, day: day) != nil else { return nil }
        packed = UInt32(truncatingIfNeeded: (year ?? 0) << 9 | month << 5 | day)
    }

    /// Nil for bits that no birthday has.
    public init?(packed: UInt32) {
        let year = Int(packed >> 9)
        self.init(
            year: year == 0 ? nil : year,
            month: Int(packed >> 5 & 15),
            day: Int(packed & 31)
        )
    }

    @inlinable public var year: Int? { packed >> 9 == 0 ? nil : Int(packed >> 9) }
    @inlinable public var month: Int { Int(packed >> 5 & 15) }
    @inlinable public var day: Int { Int(packed & 31) }

    /// The whole date; nil where the year is unknown.
    public var date: CalendarDate? { CalendarDate(packed: packed) }

    /// Reads `YYYY-MM-DD` or `--MM-DD`.
    public static func parse(_ bytes: RawSpan) throws(ValueError) -> Birthday {
        if bytes.byteCount == 7, bytes.has(UInt8(ascii: "-"), at: 0) {
            guard bytes.has(UInt8(ascii: "-"), at: 1),
                let month = bytes.number(at: 2, digitCount: 2),
                bytes.has(UInt8(ascii: "-"), at: 4),
                let day = bytes.number(at: 5, digitCount: 2)
            else { throw .birthday }
            guard let birthday = Birthday(year: nil, month: month, day: day) else {
                throw .noSuchDay
            }
            return birthday
        }
        let date: CalendarDate
        do throws(ValueError) {
            date = try CalendarDate.parse(bytes)
        } catch {
            throw error == .date ? .birthday : error
        }
        guard let birthday = Birthday(year: date.year, month: date.month, day: date.day) else {
            throw .birthYear(firstYear)
        }
        return birthday
    }

    /// Appends `YYYY-MM-DD` or `--MM-DD`.
    public func append(to writer: inout ByteWriter) {
        if let date {
            date.append(to: &writer)
            return
        }
        let hyphen = UInt64(UInt8(ascii: "-"))
        let head = hyphen | hyphen << 8 | twoDigits(month) << 16 | hyphen << 32
        writer.append(littleEndian: head | twoDigits(day) << 40)
        // Seven of the eight bytes are meant.
        writer.truncate(to: writer.byteCount - 1)
    }
}
