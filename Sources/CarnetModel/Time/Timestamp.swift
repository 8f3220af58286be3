public import CarnetBytes

/// An instant in whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted, up to
/// the end of the year 9999.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// 9999-12-31T23:59:59.999Z.
    public static let latest = Timestamp(millisecondsSinceEpoch: 253_402_300_799_999)
    public let millisecondsSinceEpoch: UInt64

    @inlinable
    public init(millisecondsSinceEpoch: UInt64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    /// Seconds since the epoch, rounded down.
    @inlinable public var secondsSinceEpoch: UInt64 { millisecondsSinceEpoch / 1000 }

    @inlinable
    public static func < (a: Timestamp, b: Timestamp) -> Bool {
        a.millisecondsSinceEpoch < b.millisecondsSinceEpoch
    }

    /// Appends `YYYY-MM-DDTHH:MM:SSZ`, with `.mmm` before the Z only where it is not `.000`.
    /// What lies past `latest` is written as `latest`.
    public func append(to writer: inout ByteWriter) {
        let total = Int(min(millisecondsSinceEpoch, Self.latest.millisecondsSinceEpoch))
        let dayNumber = total / 86_400_000
        let millisecondOfDay = total &- dayNumber &* 86_400_000
        let (year, month, day) = CivilCalendar.date(dayNumber: dayNumber)
        let minuteOfDay = millisecondOfDay / 60_000
        let millisecondOfMinute = millisecondOfDay &- minuteOfDay &* 60_000
        let hour = minuteOfDay / 60
        let second = millisecondOfMinute / 1000
        let hyphen = UInt64(UInt8(ascii: "-"))
        let colon = UInt64(UInt8(ascii: ":"))
        // Eight characters an append: "YYYY-MM-", "DDTHH:MM", ":SSZ" or ":SS.mmmZ".
        writer.append(
            littleEndian: fourDigits(year) | hyphen << 32 | twoDigits(month) << 40 | hyphen << 56
        )
        writer.append(
            littleEndian: twoDigits(day) | UInt64(UInt8(ascii: "T")) << 16 | twoDigits(hour) << 24
                | colon << 40 | twoDigits(minuteOfDay &- hour &* 60) << 48
        )
        let zulu = UInt64(UInt8(ascii: "Z"))
        let head = colon | twoDigits(second) << 8
        let millisecond = millisecondOfMinute &- second &* 1000
        guard millisecond != 0 else {
            writer.append(littleEndian: UInt32(truncatingIfNeeded: head | zulu << 24))
            return
        }
        // The four digits of a number below 1,000 begin with a 0, which the point replaces.
        let fraction = fourDigits(millisecond) & ~0xFF | UInt64(UInt8(ascii: "."))
        writer.append(littleEndian: head | fraction << 24 | zulu << 56)
    }
}
