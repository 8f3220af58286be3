import CarnetModel
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0 as UInt64, "1970-01-01T00:00:00Z"),
        (1, "1970-01-01T00:00:00.001Z"),
        (951_782_400_000, "2000-02-29T00:00:00Z"),
        (1_764_000_000_120, "2025-11-24T16:00:00.120Z"),
        (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
    func timestampIsWrittenAndRead(milliseconds: UInt64, text: String) throws {
        let timestamp = Timestamp(millisecondsSinceEpoch: milliseconds)
        #expect(ValueProbe.written { timestamp.append(to: &$0) } == text)
        #expect(try ValueProbe.time(text) == .instant(timestamp))
    }

    @Test func whatLiesTooFarAheadIsWrittenAsTheLatest() {
        let far = Timestamp(millisecondsSinceEpoch: .max)
        #expect(ValueProbe.written { far.append(to: &$0) } == "9999-12-31T23:59:59.999Z")
    }

    @Test(arguments: [
        ("2026-03-29T18:30:00Z", "2026-03-29T18:30:00Z"),
        ("2026-03-29t18:30:00z", "2026-03-29T18:30:00Z"),
        ("2026-03-29 18:30:00Z", "2026-03-29T18:30:00Z"),
        ("2026-03-29T18:30Z", "2026-03-29T18:30:00Z"),
        ("2026-03-29T18:30:00+02:00", "2026-03-29T16:30:00Z"),
        ("2026-03-29T18:30:00-05:30", "2026-03-30T00:00:00Z"),
        ("2026-03-29T18:30:00-00:00", "2026-03-29T18:30:00Z"),
        ("2026-03-29T18:30:00.5Z", "2026-03-29T18:30:00.500Z"),
        ("2026-03-29T18:30:00.05Z", "2026-03-29T18:30:00.050Z"),
        ("2026-03-29T18:30:00.123456789Z", "2026-03-29T18:30:00.123Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z"),
        ("2017-01-01T00:59:60.7+01:00", "2016-12-31T23:59:59.999Z"),
        ("1970-01-01T01:00:00+01:00", "1970-01-01T00:00:00Z"),
    ])
    func instantIsRead(text: String, utc: String) throws {
        guard case .instant(let timestamp) = try ValueProbe.time(text) else {
            Issue.record("\(text) is local")
            return
        }
        #expect(ValueProbe.written { timestamp.append(to: &$0) } == utc)
    }

    @Test(arguments: [
        ("2026-03-29T18:30:15.25", 66_615_250), ("2026-03-29T18:30", 66_600_000),
        ("2026-03-29 00:00", 0), ("2026-03-29T23:59:60", 86_399_999),
    ])
    func timeWithoutOffsetIsLocal(text: String, millisecondOfDay: Int) throws {
        let date = try ValueProbe.date("2026-03-29")
        let local = try #require(LocalTime(date: date, millisecondOfDay: millisecondOfDay))
        #expect(try ValueProbe.time(text) == .local(local))
    }

    @Test(arguments: [
        ("", ValueError.time), ("now", .time), ("2026-03-29", .time), ("2026-03-29T", .time),
        ("2026-03-29T18", .time), ("2026-03-29T1830Z", .time), ("2026-03-29T18:30:00.Z", .time),
        ("2026-03-29T18:30:00.1234567890Z", .time), ("2026-03-29T18:30:0Z", .time),
        ("2026-03-29T18:30:00+2", .time), ("2026-03-29T18:30:00+0200", .time),
        ("2026-03-29T18:30:00Zx", .time), ("2026-03-29T18:30:00,5Z", .time),
        ("2026-02-29T18:30:00Z", .noSuchTime), ("2026-03-29T24:00:00Z", .noSuchTime),
        ("2026-03-29T18:60:00Z", .noSuchTime), ("2026-03-29T18:30:61Z", .noSuchTime),
        ("2026-03-29T18:30:00+24:00", .noSuchTime), ("2026-03-29T18:30:00+01:60", .noSuchTime),
        ("1969-12-31T23:59:59Z", .timeBefore1970),
        ("1970-01-01T00:00:00+00:01", .timeBefore1970),
        ("9999-12-31T23:59:59-00:01", .noSuchTime),
    ])
    func timeIsRefused(text: String, error: ValueError) {
        #expect(throws: error) { try ValueProbe.time(text) }
    }

    /// Every cut of a good time is good itself or refused, never trapped.
    @Test func everyCutIsReadOrRefused() {
        let text = "2026-03-29T18:30:00.250+01:00"
        var readable: [Int] = []
        for count in 0...text.count {
            if (try? ValueProbe.time(String(text.prefix(count)))) != nil { readable.append(count) }
        }
        // To the minute, to the second, and with one to three digits of a fraction: local times.
        #expect(readable == [16, 19, 21, 22, 23, 29])
    }
}
