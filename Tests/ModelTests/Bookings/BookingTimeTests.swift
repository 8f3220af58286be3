import CarnetBytes
import CarnetModel
import Testing

/// When bookings are: the venue's clocks, days, the past and the far future.
struct BookingTimeTests {
    private static func times(_ span: BookingSpan) -> [String] {
        [span.startMilliseconds, span.endMilliseconds].map {
            TestVenue.text(BookingMoment(milliseconds: $0, date: nil)) ?? ""
        }
    }

    @Test(arguments: [
        // Local times are the venue's; an offset says otherwise.
        ("2023-12-01T19:30", "2023-12-01T21:00", "2023-12-01T18:30:00Z", "2023-12-01T20:00:00Z"),
        (
            "2023-12-01T19:30Z", "2023-12-01T21:00+00:00", "2023-12-01T19:30:00Z",
            "2023-12-01T21:00:00Z"
        ),
        // Zero length.
        ("2023-12-01T19:30", "2023-12-01T19:30", "2023-12-01T18:30:00Z", "2023-12-01T18:30:00Z"),
        // 26 March 2023 has no 02:30: an hour later.
        ("2023-03-26T02:30", "2023-03-26T03:45", "2023-03-26T01:30:00Z", "2023-03-26T01:45:00Z"),
        // 29 October 2023 has 02:30 twice: the first, unless the end would lie before the start.
        ("2023-10-29T02:30", "2023-10-29T02:45", "2023-10-29T00:30:00Z", "2023-10-29T00:45:00Z"),
        (
            "2023-10-29T02:30+01:00", "2023-10-29T02:45", "2023-10-29T01:30:00Z",
            "2023-10-29T01:45:00Z"
        ),
        ("2023-10-29T01:30", "2023-10-29T03:30", "2023-10-28T23:30:00Z", "2023-10-29T02:30:00Z"),
        // The first moment that is kept, and the last.
        (
            "1970-01-01T00:00Z", "1970-01-01T00:00:00.001Z", "1970-01-01T00:00:00Z",
            "1970-01-01T00:00:00.001Z"
        ),
        (
            "9999-12-31T23:00Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:00:00Z",
            "9999-12-31T23:59:59.999Z"
        ),
        // Days are midnight to midnight, a departure counts to its end; 29 October has 25 hours.
        ("2023-12-01", "2023-12-03", "2023-11-30T23:00:00Z", "2023-12-03T23:00:00Z"),
        ("2023-12-01", "2023-12-01", "2023-11-30T23:00:00Z", "2023-12-01T23:00:00Z"),
        ("2023-10-29", "2023-10-29", "2023-10-28T22:00:00Z", "2023-10-29T23:00:00Z"),
        ("9999-12-30", "9999-12-31", "9999-12-29T22:00:00Z", "9999-12-31T23:59:59.999Z"),
    ])
    func R_CAL_02_startAndEnd(start: String, end: String, from: String, to: String) throws {
        let span = try TestVenue.span(start, end)
        #expect(Self.times(span) == [from, to])
        #expect(span.hasEnd)
        #expect(span.isAllDay == (start.count == 10))
        var venue = try BookingRuleTests.venue()
        try venue.book(1, start, end)
        #expect(venue.booking(1) { Self.times($0.span) } == [from, to])
        #expect(venue.booking(1) { $0.span.endDate } == .some(span.endDate))
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        ("2023-12-01T19:30", "2023-12-01T19:29:59"), ("2023-12-02", "2023-12-01"),
        ("2023-12-01", "2023-12-01T19:30"), ("2023-12-01T19:30", "2023-12-01"),
        ("1969-12-31T23:59Z", nil), ("1970-01-01", nil), ("2023-02-29", nil),
        ("2023-12-01T25:00", nil), ("yesterday", nil), ("", nil), ("2023-12-01T19:30", ""),
    ])
    func R_CAL_02_whatIsNoTime(start: String, end: String?) {
        #expect(throws: Refusal.self) { try TestVenue.span(start, end) }
    }

    @Test func CLARIFICATIONS_26_whatClocksDoIsTold() throws {
        #expect(try TestVenue.span("2023-03-26T02:30", nil).reading == .skipped)
        #expect(try TestVenue.span("2023-10-29T02:30", nil).reading == .repeated)
        #expect(try TestVenue.span("2023-10-29T02:30+01:00", nil).reading == .plain)
        #expect(try TestVenue.span("2023-12-01", nil).reading == .plain)
    }

    @Test func R_RSV_16_aMoveKeepsTheLength() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, "2023-12-01T19:30", "2023-12-01T21:00", ["note=late"])
        try venue.book(1, "2023-12-01", "2023-12-04")
        try venue.book(1, "2023-12-01T12:00")
        #expect(try venue.move(1, "2024-03-31T01:30").version == 2)
        #expect(
            venue.booking(1) { Self.times($0.span) }
                == ["2024-03-31T00:30:00Z", "2024-03-31T02:00:00Z"]
        )
        #expect(try venue.move(1, "2024-03-31T01:30").version == 2, "no change, no event")
        try venue.move(2, "2024-02-28")
        #expect(venue.booking(2) { $0.span.endDate } == CalendarDate(year: 2024, month: 3, day: 2))
        try venue.move(3, "2023-12-02T12:00", "2023-12-02T13:00")
        #expect(venue.booking(3) { $0.hasEnd } == true)
        // From days to a time: what was nights is no length any more.
        try venue.move(2, "2024-02-28T12:00")
        #expect(venue.booking(2) { $0.hasEnd || $0.isAllDay } == false)
        #expect(venue.bookings(of: 1) == [3, 2, 1])
        #expect(throws: Refusal.self) { try venue.move(1, "9999-12-31T23:00Z") }
        try venue.expectSameElsewhere()
    }

    @Test func R_RSV_04_CLARIFICATIONS_25_lastAndNextFollowTheClock() throws {
        var venue = try BookingRuleTests.venue()
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now) == .none)
        try venue.book(1, "2023-11-10T19:30", "2023-11-10T21:00")
        try venue.book(1, "2023-11-12")
        try venue.book(1, "2023-11-13T12:00")
        try venue.step(3, .miss)
        try venue.book(1, "2023-11-13T18:00")
        try venue.cancel(4)
        try venue.book(1, "2023-12-01T19:30", "2023-12-01T21:00")
        func figures(_ when: String) throws -> BookingFigures {
            let now = try TestVenue.span(when, nil).startMilliseconds
            return venue.tenant.bookingFigures(of: ClientID(1), at: now)
        }
        let cases: [(now: String, last: String?, next: String?)] = [
            ("2023-11-01T00:00Z", nil, "2023-11-10T18:30:00Z"),
            ("2023-11-10T20:00Z", "2023-11-10T18:30:00Z", "2023-11-12"),
            ("2023-11-10T19:59:59Z", nil, "2023-11-12"),
            ("2023-11-12T22:00Z", "2023-11-10T18:30:00Z", "2023-12-01T18:30:00Z"),
            ("2023-11-12T23:00Z", "2023-11-12", "2023-12-01T18:30:00Z"),
            ("2023-12-01T19:00Z", "2023-11-12", nil),
            ("2023-12-01T20:00Z", "2023-12-01T18:30:00Z", nil),
        ]
        for (now, last, next) in cases {
            let found = try figures(now)
            #expect(TestVenue.text(found.last) == last, "\(now)")
            #expect(TestVenue.text(found.next) == next, "\(now)")
            #expect(found.bookings == 4)
            #expect(found.noShows == 1)
        }
        try venue.expectSameElsewhere()
    }
}
