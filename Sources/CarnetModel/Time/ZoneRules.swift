/// How a place's clocks differ from UTC, as a list of changes: what the model needs of a time zone.
/// Whoever knows zones (the Engine, from the system's table) makes the list and hands it in
/// through `context`, so that the model stays pure. After the last change its offset stays.
public struct ZoneRules: Hashable, Sendable {
    public static let utc = ZoneRules(firstOffsetSeconds: 0, transitions: [])

    /// From this second of UTC on clocks are `offsetSeconds` ahead of it.
    public struct Transition: Hashable, Sendable {
        public let atSecond: Int64
        public let offsetSeconds: Int32

        public init(atSecond: Int64, offsetSeconds: Int32) {
            self.atSecond = atSecond
            self.offsetSeconds = offsetSeconds
        }
    }

    /// What became of a local time.
    public enum Reading: Hashable, Sendable {
        /// It happened once.
        case plain
        /// Clocks skipped it: read as if they had not yet changed, so that it moves on by the
        /// hour that was skipped.
        case skipped
        /// It happened twice: the first one is meant.
        case repeated
    }

    /// An instant and how it was found. Both go into the event, so that replay needs no zone.
    public struct ResolvedTime: Hashable, Sendable {
        public let timestamp: Timestamp
        public let reading: Reading
    }

    /// No place differs from UTC by more; a list may say what it likes, the search looks this far.
    private static let reachSeconds: Int64 = 26 * 3600

    private let firstOffsetSeconds: Int32
    private let transitions: [Transition]

    /// `firstOffsetSeconds` holds before the first of `transitions`, which are put in order.
    public init(firstOffsetSeconds: Int32, transitions: [Transition]) {
        self.firstOffsetSeconds = firstOffsetSeconds
        self.transitions = transitions.sorted { $0.atSecond < $1.atSecond }
    }

    /// Seconds that local clocks are ahead of UTC at an instant. O(log n).
    public func offsetSeconds(at timestamp: Timestamp) -> Int {
        let second = Int64(clamping: timestamp.secondsSinceEpoch)
        return Int(offsetSeconds(ofPeriod: period(atSecond: second)))
    }

    /// What local clocks show at an instant; nil past the year 9999.
    public func localTime(at timestamp: Timestamp) -> LocalTime? {
        guard timestamp <= .latest else { return nil }
        let shift = offsetSeconds(at: timestamp) * 1000
        let (dayNumber, millisecond) = (Int(timestamp.millisecondsSinceEpoch) + shift)
            .flooredQuotientAndRemainder(by: 86_400_000)
        return CalendarDate(dayNumber: Int32(clamping: dayNumber)).map {
            LocalTime(date: $0, checkedMillisecondOfDay: millisecond)
        }
    }

    /// The instant at which local clocks show `local`. O(log n).
    public func resolve(_ local: LocalTime) throws(ValueError) -> ResolvedTime {
        let wanted = local.millisecondNumber
        let second = Int64(wanted.flooredQuotientAndRemainder(by: 1000).quotient)
        var index = period(atSecond: second - Self.reachSeconds)
        let last = period(atSecond: second + Self.reachSeconds)
        var found: Int32?
        var skippedFrom: Int32?
        while index <= last {
            let offset = offsetSeconds(ofPeriod: index)
            let start = index == 0 ? Int64.min : transitions[index - 1].atSecond
            let end = index == transitions.count ? Int64.max : transitions[index].atSecond
            let instant = second - Int64(offset)
            if instant >= start, instant < end {
                guard let found else {
                    found = offset
                    index += 1
                    continue
                }
                return try resolved(wanted, found, .repeated)
            }
            // Too late for this period and too early for the next one: clocks skipped it between.
            if instant >= end, second - Int64(offsetSeconds(ofPeriod: index + 1)) < end {
                skippedFrom = offset
            }
            index += 1
        }
        if let found { return try resolved(wanted, found, .plain) }
        return try resolved(wanted, skippedFrom ?? offsetSeconds(ofPeriod: last), .skipped)
    }

    private func resolved(
        _ wanted: Int,
        _ offset: Int32,
        _ reading: Reading
    ) throws(ValueError) -> ResolvedTime {
        let timestamp = try Timestamp.instant(wanted - Int(offset) * 1000)
        return ResolvedTime(timestamp: timestamp, reading: reading)
    }

    /// How many transitions lie at or before a second: the number of the period that holds it.
    private func period(atSecond second: Int64) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].atSecond <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func offsetSeconds(ofPeriod index: Int) -> Int32 {
        index == 0 ? firstOffsetSeconds : transitions[index - 1].offsetSeconds
    }
}

extension Int {
    /// The quotient rounded down and the remainder, which is never negative.
    fileprivate func flooredQuotientAndRemainder(
        by divisor: Int
    ) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
