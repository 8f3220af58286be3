import CarnetBytes

/// Reading RFC 3339. Wider than it in three ways: the seconds may be left out, as browsers' date
/// fields do; a space may stand for the T, as it says itself; without an offset the time is local.
///
/// Up to nine digits of a fraction are read and cut off after the third. Second 60 is read as the
/// last millisecond of its minute, since instants here do not count leap seconds. `-00:00` is UTC.
extension Timestamp {
    /// Reads a time. No allocation, O(1).
    public static func parse(_ bytes: RawSpan) throws(ValueError) -> WrittenTime {
        let date: CalendarDate
        do throws(ValueError) {
            date = try CalendarDate.parse(bytes, at: 0)
        } catch {
            throw error == .date ? .time : .noSuchTime
        }
        var offset = 10
        let millisecondOfDay = try parseClock(bytes, &offset)
        let local = LocalTime(date: date, checkedMillisecondOfDay: millisecondOfDay)
        guard offset < bytes.byteCount else { return .local(local) }
        let offsetMinutes = try parseOffset(bytes, &offset)
        guard offset == bytes.byteCount else { throw .time }
        return .instant(try instant(local.millisecondNumber &- offsetMinutes &* 60_000))
    }

    /// Reads a time; one without offset is local in `zone`, as `ZoneRules.resolve` says.
    public static func parse(
        _ bytes: RawSpan,
        zone: ZoneRules
    ) throws(ValueError) -> Timestamp {
        switch try parse(bytes) {
        case .instant(let timestamp): timestamp
        case .local(let local): try zone.resolve(local).timestamp
        }
    }

    /// The instant of a signed count of milliseconds, within 1970 to 9999.
    static func instant(_ millisecondNumber: Int) throws(ValueError) -> Timestamp {
        guard millisecondNumber >= 0 else { throw .timeBefore1970 }
        let timestamp = Timestamp(millisecondsSinceEpoch: UInt64(millisecondNumber))
        guard timestamp <= latest else { throw .noSuchTime }
        return timestamp
    }

    /// Reads `THH:MM[:SS[.f…]]` and answers the millisecond of the day.
    private static func parseClock(
        _ bytes: RawSpan,
        _ offset: inout Int
    ) throws(ValueError) -> Int {
        guard isSeparator(bytes, at: offset),
            let hour = bytes.number(at: offset &+ 1, digitCount: 2),
            bytes.has(UInt8(ascii: ":"), at: offset &+ 3),
            let minute = bytes.number(at: offset &+ 4, digitCount: 2)
        else { throw .time }
        offset &+= 6
        var millisecond = 0
        if bytes.has(UInt8(ascii: ":"), at: offset) {
            guard let second = bytes.number(at: offset &+ 1, digitCount: 2) else { throw .time }
            offset &+= 3
            let fraction = try parseFraction(bytes, &offset)
            guard second <= 60 else { throw .noSuchTime }
            millisecond = second == 60 ? 59_999 : second &* 1000 &+ fraction
        }
        guard hour < 24, minute < 60 else { throw .noSuchTime }
        return (hour &* 60 &+ minute) &* 60_000 &+ millisecond
    }

    private static func isSeparator(_ bytes: RawSpan, at offset: Int) -> Bool {
        bytes.has(UInt8(ascii: "T"), at: offset) || bytes.has(UInt8(ascii: "t"), at: offset)
            || bytes.has(UInt8(ascii: " "), at: offset)
    }

    /// Reads `.` and one to nine digits where a point stands; whole milliseconds.
    private static func parseFraction(
        _ bytes: RawSpan,
        _ offset: inout Int
    ) throws(ValueError) -> Int {
        guard bytes.has(UInt8(ascii: "."), at: offset) else { return 0 }
        offset &+= 1
        var value = 0
        var digitCount = 0
        while let digit = bytes.number(at: offset, digitCount: 1) {
            if digitCount < 3 { value = value &* 10 &+ digit }
            digitCount &+= 1
            offset &+= 1
        }
        switch digitCount {
        case 1: return value &* 100
        case 2: return value &* 10
        case 3...9: return value
        default: throw .time
        }
    }

    /// Reads `Z` or `±hh:mm`; minutes east of UTC.
    private static func parseOffset(
        _ bytes: RawSpan,
        _ offset: inout Int
    ) throws(ValueError) -> Int {
        if bytes.has(UInt8(ascii: "Z"), at: offset) || bytes.has(UInt8(ascii: "z"), at: offset) {
            offset &+= 1
            return 0
        }
        let isWest = bytes.has(UInt8(ascii: "-"), at: offset)
        guard isWest || bytes.has(UInt8(ascii: "+"), at: offset),
            let hours = bytes.number(at: offset &+ 1, digitCount: 2),
            bytes.has(UInt8(ascii: ":"), at: offset &+ 3),
            let minutes = bytes.number(at: offset &+ 4, digitCount: 2)
        else { throw .time }
        guard hours < 24, minutes < 60 else { throw .noSuchTime }
        offset &+= 6
        let total = hours &* 60 &+ minutes
        return isWest ? -total : total
    }
}
