import CarnetBytes
import CarnetModel
import Testing

/// Bookings of clients that are merged, erased or anonymized.
struct BookingMergeTests {
    @Test func R_RES_48_R_RES_28_bookingsFollowAndReturn() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, "2023-11-01T12:00")
        try venue.book(2, "2023-11-02T12:00")
        try venue.step(2, .miss)
        let before = [1, 2].map { venue.tenant.bookingFigures(of: ClientID($0), at: venue.now) }
        let version = venue.tenant.version(of: ClientID(1))
        try venue.merge(1, [2])
        #expect(venue.tenant.version(of: ClientID(1)) != version, "the merge's own")
        #expect(venue.bookings(of: 1) == [1, 2])
        let merged = venue.tenant.bookingFigures(of: ClientID(1), at: venue.now)
        #expect(merged.bookings == 2)
        #expect(merged.noShows == 1)
        // A new one by the double's number is the survivor's, and remembers the number.
        try venue.book(2, "2023-11-03T12:00")
        #expect(venue.booking(3) { $0.client } == ClientID(2))
        #expect(venue.bookings(of: 1) == [1, 2, 3])
        try venue.book(1, "2023-11-04T12:00")
        try venue.expectSameElsewhere()
        try venue.unmerge(1)
        #expect(venue.bookings(of: 1) == [1, 4])
        #expect(venue.bookings(of: 2) == [2, 3])
        let after = [1, 2].map { venue.tenant.bookingFigures(of: ClientID($0), at: venue.now) }
        #expect(after.map(\.bookings) == before.map { $0.bookings + 1 })
        #expect(after.map(\.noShows) == before.map(\.noShows))
        try venue.expectSameElsewhere()
    }

    @Test func CLARIFICATIONS_25_bookingsRaiseNoVersion() throws {
        var venue = try BookingRuleTests.venue()
        let before = venue.tenant.clients.record(1)?.array()
        try venue.book(1, "2023-11-01T12:00", with: [2])
        try venue.step(1, .miss)
        #expect(venue.tenant.clients.record(1)?.array() == before)
    }

    @Test(arguments: [Erasure.Kind.erased, .anonymized])
    func R_SAL_05_R_CAL_40_bookingsStayWithoutThePerson(kind: Erasure.Kind) throws {
        var venue = try BookingRuleTests.venue([
            ("guest_override", "yes"), ("erase_needs_inactive", "no"),
        ])
        let words = [
            "service=cut", "staff=Eva", "note=Ada is late", "request=window", "guest=Ada",
            "guestemail=ada@example.org",
        ]
        try venue.book(1, "2023-11-01", "2023-11-03", words + ["external=pms-7"])
        try venue.book(2, "2023-11-02T12:00", nil, words + ["external=pms-8"], with: [1])
        try venue.book(2, "2023-11-02T12:00", nil, words)
        try venue.decide { tenant, _, events throws(Refusal) in
            _ = try tenant.decideErasure(
                [ClientID(1)],
                kind,
                isRequested: false,
                by: [],
                ifVersion: nil,
                events: &events
            )
        }
        for id in [1, 2] as [UInt32] {
            for field in [BookingField.note, .request, .guest, .guestEmail, .external] {
                #expect(venue.bookingText(id, field) == nil, "\(id) \(field)")
            }
            #expect(venue.bookingText(id, .service) == "cut")
            #expect(venue.bookingText(id, .staff) == "Eva")
        }
        #expect(venue.booking(1) { $0.span.endDate } == CalendarDate(year: 2023, month: 11, day: 3))
        #expect(venue.bookingText(3, .note) == "Ada is late")
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now).bookings == 2)
        if kind == .erased {
            #expect(throws: Refusal.erased(ClientID(1))) { try venue.setBooking(1, ["note=x"]) }
            #expect(throws: Refusal.erased(ClientID(1))) { try venue.book(1, "2023-12-01T12:00") }
        }
        try venue.expectSameElsewhere()
    }
}
