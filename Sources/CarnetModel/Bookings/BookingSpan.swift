import CarnetBytes

/// When a booking is: from one instant to another, and where it is all-day, the days that say so.
///
/// - A time without an offset is the venue's local time. One that clocks skip moves on by the hour
///   that was skipped; of one that happens twice the first is meant, unless the end would then lie
///   before the beginning, where the second is.
/// - Days are kept as days. A stay begins with its day of arrival and is over when the day of
///   departure is; without one it is over when its only day is.
/// - The end may be the beginning: such a booking is over as soon as it begins, and so is one
///   without an end.
/// - From 1970 to 9999; the past is recorded like the future.
public struct BookingSpan: Hashable, Sendable {
    /// Milliseconds since 1970.
    public let startMilliseconds: UInt64
    /// Not before the beginning; equal where there is no end.
    public let endMilliseconds: UInt64
    /// Whether an end was said.
    public let hasEnd: Bool
    /// The day of arrival where it is all-day.
    public let startDate: CalendarDate?
    /// The day of departure where one was said.
    public let endDate: CalendarDate?
    /// What became of a local beginning; told once and not kept.
    public let reading: ZoneRules.Reading

    public var isAllDay: Bool { startDate != nil }

    init(
        start: UInt64,
        end: UInt64,
        hasEnd: Bool,
        startDate: CalendarDate?,
        endDate: CalendarDate?,
        reading: ZoneRules.Reading
    ) {
        startMilliseconds = start
        endMilliseconds = max(start, end)
        self.hasEnd = hasEnd
        self.startDate = startDate
        self.endDate = endDate
        self.reading = reading
    }

    /// Reads what a caller wrote: both times or both days.
    public init(start: RawSpan, end: RawSpan?, zone: ZoneRules) throws(Refusal) {
        if start.byteCount == 10 {
            try self.init(firstDay: start, lastDay: end, zone: zone)
            return
        }
        let (beginning, reading) = try Self.instant(start, "start", zone)
        guard let end else {
            self.init(
                start: beginning,
                end: beginning,
                hasEnd: false,
                startDate: nil,
                endDate: nil,
                reading: reading
            )
            return
        }
        guard end.byteCount != 10 else {
            throw .invalid(field: "end", problem: "a day, but the start is a time; give two alike")
        }
        var (ending, endReading) = try Self.instant(end, "end", zone)
        if ending < beginning, endReading == .repeated {
            ending = Self.second(of: ending, zone)
        }
        guard ending >= beginning else {
            throw .invalid(field: "end", problem: "before the start; give a later one")
        }
        self.init(
            start: beginning,
            end: ending,
            hasEnd: true,
            startDate: nil,
            endDate: nil,
            reading: reading
        )
    }

    private init(firstDay: RawSpan, lastDay: RawSpan?, zone: ZoneRules) throws(Refusal) {
        let first = try Self.day(firstDay, "start")
        var last: CalendarDate?
        if let lastDay {
            guard lastDay.byteCount == 10 else {
                throw .invalid(
                    field: "end",
                    problem: "a time, but the start is a day; give two alike"
                )
            }
            let day = try Self.day(lastDay, "end")
            guard day >= first else {
                throw .invalid(field: "end", problem: "before the start; give a later one")
            }
            last = day
        }
        try self.init(from: first, to: last, zone: zone)
    }

    /// An all-day span: midnight to midnight by the venue's clocks.
    init(from first: CalendarDate, to last: CalendarDate?, zone: ZoneRules) throws(Refusal) {
        let start = try Self.midnight(first.dayNumber, "start", zone)
        let end = try Self.midnight((last ?? first).dayNumber &+ 1, "end", zone)
        self.init(
            start: start,
            end: end,
            hasEnd: last != nil,
            startDate: first,
            endDate: last,
            reading: .plain
        )
    }

    /// The same length from another beginning, which is of the same kind; another kind has no end.
    func moved(toStart start: RawSpan, zone: ZoneRules) throws(Refusal) -> BookingSpan {
        let moved = try BookingSpan(start: start, end: nil, zone: zone)
        guard hasEnd, moved.isAllDay == isAllDay else { return moved }
        if let startDate, let endDate, let first = moved.startDate {
            let nights = endDate.dayNumber &- startDate.dayNumber
            guard let last = CalendarDate(dayNumber: first.dayNumber &+ nights) else {
                throw .invalid(field: "end", problem: "past the year 9999; give an earlier one")
            }
            return try BookingSpan(from: first, to: last, zone: zone)
        }
        let end = moved.startMilliseconds &+ (endMilliseconds &- startMilliseconds)
        guard end <= Timestamp.latest.millisecondsSinceEpoch else {
            throw .invalid(field: "end", problem: "past the year 9999; give an earlier one")
        }
        return BookingSpan(
            start: moved.startMilliseconds,
            end: end,
            hasEnd: true,
            startDate: nil,
            endDate: nil,
            reading: moved.reading
        )
    }

    /// Whether both say the same; how the words were read does not count.
    func isSame(as other: BookingSpan) -> Bool {
        startMilliseconds == other.startMilliseconds && endMilliseconds == other.endMilliseconds
            && hasEnd == other.hasEnd && startDate == other.startDate && endDate == other.endDate
    }

    // MARK: Reading

    private static func instant(
        _ text: RawSpan,
        _ field: String,
        _ zone: ZoneRules
    ) throws(Refusal) -> (UInt64, ZoneRules.Reading) {
        do throws(ValueError) {
            switch try Timestamp.parse(text) {
            case .instant(let timestamp): return (timestamp.millisecondsSinceEpoch, .plain)
            case .local(let local):
                let resolved = try zone.resolve(local)
                return (resolved.timestamp.millisecondsSinceEpoch, resolved.reading)
            }
        } catch {
            throw .invalid(field: field, problem: error.message)
        }
    }

    private static func day(_ text: RawSpan, _ field: String) throws(Refusal) -> CalendarDate {
        do throws(ValueError) {
            return try CalendarDate.parse(text)
        } catch {
            throw .invalid(field: field, problem: error.message)
        }
    }

    /// The first moment of a day by the venue's clocks; of the day behind the last one the end of
    /// the calendar.
    private static func midnight(
        _ dayNumber: Int32,
        _ field: String,
        _ zone: ZoneRules
    ) throws(Refusal) -> UInt64 {
        guard let date = CalendarDate(dayNumber: dayNumber),
            let local = LocalTime(date: date, millisecondOfDay: 0)
        else { return Timestamp.latest.millisecondsSinceEpoch }
        do throws(ValueError) {
            return try zone.resolve(local).timestamp.millisecondsSinceEpoch
        } catch {
            throw .invalid(field: field, problem: error.message)
        }
    }

    /// When clocks show for the second time what they show at `first`.
    private static func second(of first: UInt64, _ zone: ZoneRules) -> UInt64 {
        let shown = zone.localTime(at: Timestamp(millisecondsSinceEpoch: first))
        // Clocks are put back by an hour, on Lord Howe Island by half of one, and have been by others.
        for minutes in [60, 30, 120, 20, 40] as [UInt64] {
            let later = first &+ minutes &* 60_000
            if zone.localTime(at: Timestamp(millisecondsSinceEpoch: later)) == shown {
                return later
            }
        }
        return first
    }

    // MARK: At rest

    /// Bits of the shape in records and events: all-day, has an end.
    var shape: UInt8 { (isAllDay ? 1 : 0) | (hasEnd ? 2 : 0) }

    /// Appends the dates as fields; where `clears`, empty ones for those that it has not.
    func appendDates(clears: Bool, to payload: inout ByteWriter) {
        for (field, date) in [(BookingField.startDate, startDate), (.endDate, endDate)] {
            if let date {
                payload.append(field.rawValue)
                payload.append(4)
                payload.append(littleEndian: date.packed)
            } else if clears {
                payload.append(field.rawValue)
                payload.append(0)
            }
        }
    }
}
