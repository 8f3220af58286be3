/// A time as clocks in one place show it, which only that place's zone rules can turn into an
/// instant.
public struct LocalTime: Hashable, Comparable, Sendable {
    public let date: CalendarDate
    /// 0 to 86,399,999.
    public let millisecondOfDay: Int

    /// Nil where the day has no such millisecond.
    public init?(date: CalendarDate, millisecondOfDay: Int) {
        guard millisecondOfDay >= 0, millisecondOfDay < 86_400_000 else { return nil }
        self.init(date: date, checkedMillisecondOfDay: millisecondOfDay)
    }

    init(date: CalendarDate, checkedMillisecondOfDay: Int) {
        self.date = date
        millisecondOfDay = checkedMillisecondOfDay
    }

    /// Milliseconds since 1970-01-01T00:00, as if the clock showed UTC.
    var millisecondNumber: Int { Int(date.dayNumber) &* 86_400_000 &+ millisecondOfDay }

    public static func < (a: LocalTime, b: LocalTime) -> Bool {
        a.date == b.date ? a.millisecondOfDay < b.millisecondOfDay : a.date < b.date
    }
}

/// A time as a caller wrote it.
public enum WrittenTime: Hashable, Sendable {
    /// With `Z` or an offset.
    case instant(Timestamp)
    /// Without one: the tenant's local time.
    case local(LocalTime)
}
