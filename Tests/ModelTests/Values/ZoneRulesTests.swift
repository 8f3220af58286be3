import CarnetModel
import Testing

@Suite struct ZoneRulesTests {
    private static func second(_ text: String) -> Int64 {
        guard case .instant(let timestamp)? = try? ValueProbe.time(text) else { return 0 }
        return Int64(timestamp.secondsSinceEpoch)
    }

    private static let brussels = ZoneRules(
        firstOffsetSeconds: 3600,
        transitions: [
            .init(atSecond: second("2026-10-25T01:00:00Z"), offsetSeconds: 3600),
            .init(atSecond: second("2026-03-29T01:00:00Z"), offsetSeconds: 7200),
        ]
    )

    @Test(arguments: [
        ("2026-01-01T12:00", "2026-01-01T11:00:00Z", ZoneRules.Reading.plain),
        ("2026-03-29T01:59:59.999", "2026-03-29T00:59:59.999Z", .plain),
        ("2026-03-29T02:00", "2026-03-29T01:00:00Z", .skipped),
        ("2026-03-29T02:30", "2026-03-29T01:30:00Z", .skipped),
        ("2026-03-29T03:00", "2026-03-29T01:00:00Z", .plain),
        ("2026-07-01T12:00", "2026-07-01T10:00:00Z", .plain),
        ("2026-10-25T01:59", "2026-10-24T23:59:00Z", .plain),
        ("2026-10-25T02:00", "2026-10-25T00:00:00Z", .repeated),
        ("2026-10-25T02:59:59.999", "2026-10-25T00:59:59.999Z", .repeated),
        ("2026-10-25T03:00", "2026-10-25T02:00:00Z", .plain),
        ("2030-07-01T12:00", "2030-07-01T11:00:00Z", .plain),
    ])
    func localTimeIsResolved(local: String, utc: String, reading: ZoneRules.Reading) throws {
        guard case .local(let time) = try ValueProbe.time(local),
            case .instant(let instant) = try ValueProbe.time(utc)
        else {
            Issue.record("\(local) or \(utc) is of the wrong kind")
            return
        }
        let found = try Self.brussels.resolve(time)
        #expect(found.timestamp == instant)
        #expect(found.reading == reading)
    }

    @Test func utcIsItself() throws {
        guard case .local(let local) = try ValueProbe.time("2026-03-29T02:30") else { return }
        let found = try ZoneRules.utc.resolve(local)
        #expect(ValueProbe.written { found.timestamp.append(to: &$0) } == "2026-03-29T02:30:00Z")
        #expect(ZoneRules.utc.localTime(at: found.timestamp) == local)
    }

    @Test func localTimeBefore1970IsRefused() throws {
        guard case .local(let local) = try ValueProbe.time("1970-01-01T00:30") else { return }
        #expect(throws: ValueError.timeBefore1970) { try Self.brussels.resolve(local) }
    }

    /// Goal: a local time resolves to the first instant that shows it, and one that nothing shows
    /// moves on by what was skipped. Method: random changes within days, walked in steps of a
    /// quarter of an hour beside a plain list of what each instant shows.
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func resolvingInvertsLocalTime(seed: UInt64) throws {
        var state = seed
        func random(_ bound: UInt64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((state >> 33) % bound)
        }
        let start: Int64 = 1_000_000_000 / 900 * 900
        var at = start
        var transitions: [ZoneRules.Transition] = []
        for _ in 0..<4 {
            at += 86_400 * 3 + random(300) * 900
            let offset = Int32(random(100) - 50) * 900
            transitions.append(.init(atSecond: at, offsetSeconds: offset))
        }
        let rules = ZoneRules(firstOffsetSeconds: 0, transitions: transitions)

        var first: [LocalTime: Timestamp] = [:]
        var seen: [LocalTime: Int] = [:]
        var earliest: LocalTime?
        var latest: LocalTime?
        for second in stride(from: start, to: at + 86_400 * 3, by: 900) {
            let timestamp = Timestamp(millisecondsSinceEpoch: UInt64(second) * 1000)
            let local = try #require(rules.localTime(at: timestamp))
            if first[local] == nil { first[local] = timestamp }
            seen[local, default: 0] += 1
            earliest = min(earliest ?? local, local)
            latest = max(latest ?? local, local)
        }
        for (local, timestamp) in first {
            let found = try rules.resolve(local)
            #expect(found.timestamp == timestamp, "seed \(seed)")
            #expect(found.reading == (seen[local] == 1 ? .plain : .repeated), "seed \(seed)")
        }
        // What lies between and was never shown.
        let from = try #require(earliest)
        let to = try #require(latest)
        var number = Int64(from.date.dayNumber) * 96 + Int64(from.millisecondOfDay) / 900_000
        let end = Int64(to.date.dayNumber) * 96 + Int64(to.millisecondOfDay) / 900_000
        while number < end {
            let date = try #require(CalendarDate(dayNumber: Int32(number / 96)))
            let millisecond = Int(number % 96) * 900_000
            let local = try #require(LocalTime(date: date, millisecondOfDay: millisecond))
            if seen[local] == nil {
                let found = try rules.resolve(local)
                #expect(found.reading == .skipped, "seed \(seed)")
                let shown = try #require(rules.localTime(at: found.timestamp))
                #expect(shown > local, "seed \(seed)")
            }
            number += 1
        }
    }
}
