import CarnetBytes
import CarnetModel
import Testing

/// References of the caller's own, and what a booking of several of a client's numbers counts for.
struct BookingReferenceTests {
    private static func found(_ venue: borrowing TestVenue, _ reference: String) throws -> UInt32? {
        let word = Array(reference.utf8)
        return try venue.tenant.booking(external: unsafe word.span.bytes)?.value
    }

    @Test func R_CAL_14_aReferenceStandsForOneBooking() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, "2023-12-01", "2023-12-03", ["external=pms-1"])
        try venue.book(2, "2023-12-01", "2023-12-03", ["external=pms-2"])
        try venue.book(2, "2023-12-01", "2023-12-03")
        #expect(throws: Refusal.bookingReferenceTaken(by: BookingID(1))) {
            try venue.book(1, "2024-01-01", nil, ["external=pms-1"])
        }
        #expect(throws: Refusal.bookingReferenceTaken(by: BookingID(2))) {
            try venue.setBooking(1, ["external=pms-2"])
        }
        // Its own again is no change.
        #expect(try venue.setBooking(1, ["external=pms-1"]).version == 1)
        #expect(try Self.found(venue, "pms-1") == 1)
        #expect(try Self.found(venue, "pms-2") == 2)
        #expect(try Self.found(venue, "PMS-1") == nil)
        #expect(try Self.found(venue, "") == nil)
        // Wherever it is moved to and whatever becomes of it, it is found.
        try venue.move(1, "2024-05-01")
        try venue.step(2, .miss)
        #expect(try Self.found(venue, "pms-1") == 1)
        #expect(try Self.found(venue, "pms-2") == 2)
        try venue.setBooking(2, ["external=pms-9"])
        try venue.setBooking(1, ["external="])
        #expect(try Self.found(venue, "pms-1") == nil)
        #expect(try Self.found(venue, "pms-2") == nil)
        #expect(try Self.found(venue, "pms-9") == 2)
        try venue.book(1, "2024-01-01", nil, ["external=pms-1"])
        #expect(try Self.found(venue, "pms-1") == 4)
        try venue.expectSameElsewhere()
    }

    /// Composed and decomposed letters are the same reference.
    @Test func R_CAL_14_aReferenceIsComposed() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, "2023-12-01", nil, ["external=s\u{E9}jour"])
        #expect(try Self.found(venue, "se\u{301}jour") == 1)
    }

    /// Whoever brings only their own is told that it is taken, and not by which.
    @Test func R_RSV_13_aTakenReferenceTellsAClientNothing() throws {
        var venue = try BookingRuleTests.venue([("partner_booking", "yes")])
        try venue.book(1, BookingRuleTests.ahead, nil, ["external=pms-1"])
        for caller in [BookingCaller.client([ClientID(2)]), .partner(Array("sun".utf8))] {
            #expect(throws: Refusal.bookingReferenceTaken(by: nil)) {
                try venue.book(2, BookingRuleTests.ahead, nil, ["external=pms-1"], by: caller)
            }
        }
    }

    @Test func R_RES_25_aBookingOfAClientAndItsDoubleCountsOnce() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, "2023-11-01T12:00", with: [2, 3])
        try venue.book(2, "2023-11-02T12:00")
        try venue.step(1, .miss)
        let before = (1...3).map { venue.tenant.bookingFigures(of: ClientID($0), at: venue.now) }
        try venue.merge(1, [2, 3])
        let joined = venue.tenant.bookingFigures(of: ClientID(1), at: venue.now)
        #expect(joined.bookings == 2)
        #expect(joined.noShows == 1)
        #expect(venue.tenant.noShows(of: ClientID(1)) == 1)
        try venue.step(1, .finish)
        #expect(venue.tenant.noShows(of: ClientID(1)) == 0)
        try venue.step(1, .miss)
        try venue.unmerge(2)
        try venue.unmerge(1)
        let after = (1...3).map { venue.tenant.bookingFigures(of: ClientID($0), at: venue.now) }
        #expect(after == before)
        try venue.expectSameElsewhere()
    }

    /// A booking of no length that begins in this very millisecond is over, and the next one as well.
    @Test func CLARIFICATIONS_25_thisVeryMomentIsBothPastAndAhead() throws {
        var venue = try BookingRuleTests.venue()
        let now = try TestVenue.span("2023-12-01T12:00Z", nil).startMilliseconds
        try venue.book(1, "2023-12-01T12:00Z", "2023-12-01T13:00Z")
        try venue.book(1, "2023-12-01T12:00Z")
        try venue.book(1, "2023-12-01T12:00Z")
        try venue.cancel(3)
        try venue.book(2, "2023-12-01T11:00Z", "2023-12-01T12:00Z")
        try venue.book(2, "2023-12-01T12:00Z", "2023-12-01T12:01Z")
        func texts(_ client: UInt32) -> [String?] {
            let found = venue.tenant.bookingFigures(of: ClientID(client), at: now)
            return [TestVenue.text(found.last), TestVenue.text(found.next)]
        }
        #expect(texts(1) == ["2023-12-01T12:00:00Z", "2023-12-01T12:00:00Z"])
        #expect(texts(2) == ["2023-12-01T11:00:00Z", "2023-12-01T12:00:00Z"])
        try venue.expectSameElsewhere()
    }
}

/// What a receipt counts of bookings and links.
struct ErasureCountTests {
    private static func venue() throws -> TestVenue {
        var venue = try BookingRuleTests.venue([("erase_needs_inactive", "no")])
        try venue.book(1, "2023-11-01T12:00")
        try venue.book(2, "2023-11-02T12:00", with: [1])
        try venue.book(3, "2023-11-02T12:00")
        return venue
    }

    @Test func R_SAL_21_aReceiptCountsBookingsAndLinks() throws {
        var venue = try Self.venue()
        try venue.merge(1, [2])
        let plan = try venue.erase([1], .erased, isRequested: false)
        #expect(plan.counts.bookings == 2)
        #expect(plan.counts.links == 0)
        #expect(venue.tenant.erasure(1)?.counts == plan.counts)
        try venue.expectSameElsewhere()
    }

    /// The log of a build that did not count them comes to the receipt that it came to then.
    @Test func R_SAL_21_receiptsOfEarlierBuildsStayAsTheyWere() throws {
        let venue = try Self.venue()
        var tenant = venue.tenant
        var payload = ByteWriter(capacity: 16)
        for byte in [1, 1, 0, 1, 1, 0] as [UInt8] { payload.append(byte) }
        let event = try Event(
            kind: EventKind.clientsErased.rawValue,
            payload: payload.bytes,
            milliseconds: venue.now,
            lsn: LSN(99)
        )
        var staging = ByteWriter(capacity: 1_024)
        try tenant.apply(event, staging: &staging)
        let receipt = try #require(tenant.erasure(1))
        #expect(receipt.isRequested)
        #expect(receipt.counts.bookings == nil)
        #expect(receipt.counts.links == nil)
    }
}
