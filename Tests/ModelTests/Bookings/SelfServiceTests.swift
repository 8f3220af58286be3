import CarnetBytes
import CarnetModel
import Testing

/// What clients do themselves, and groups.
struct SelfServiceTests {
    private static let own = BookingCaller.client([ClientID(1)])

    @Test func R_RSV_13_anothersBookingIsNotThere() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(2, BookingRuleTests.ahead)
        #expect(throws: Refusal.noBooking(BookingID(1))) { try venue.cancel(1, by: Self.own) }
        #expect(throws: Refusal.noBooking(BookingID(1))) {
            try venue.move(1, "2023-12-02T12:00", by: Self.own)
        }
        #expect(throws: Refusal.noClient(ClientID(2))) {
            try venue.book(2, BookingRuleTests.ahead, by: Self.own)
        }
        #expect(try venue.book(1, BookingRuleTests.ahead, by: Self.own).status == .confirmed)
    }

    @Test(arguments: [
        (policy: "always", hoursAhead: 1 as UInt64, refused: false), ("no", 1_000, true),
        ("until 24h", 25, false), ("until 24h", 24, false), ("until 24h", 23, true),
        ("until 2d", 47, true), ("until 90m", 2, false), ("until 90m", 1, true),
    ])
    func R_RSV_14_R_RSV_16_R_POL_09_thePolicyDecides(
        policy: String,
        hoursAhead: UInt64,
        refused: Bool
    ) throws {
        var venue = try BookingRuleTests.venue([("self_cancel", policy), ("self_move", policy)])
        // Three commands from here on, a second each.
        let start = venue.now + 3_000 + hoursAhead * 3_600_000
        let text = TestVenue.text(BookingMoment(milliseconds: start, date: nil)) ?? ""
        try venue.book(1, text)
        if refused {
            #expect(throws: Refusal.selfServiceOff(.selfMove, policy)) {
                try venue.move(1, "2030-01-01T12:00", by: Self.own)
            }
            #expect(throws: Refusal.selfServiceOff(.selfCancel, policy)) {
                try venue.cancel(1, by: Self.own)
            }
        } else {
            #expect(try venue.move(1, text, by: Self.own).version == 1)
            #expect(try venue.cancel(1, by: Self.own).status == .cancelled)
        }
    }

    @Test func R_RSV_14_thePastIsTheStaffs() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, "2023-11-01T12:00")
        #expect(throws: Refusal.bookingPast) { try venue.cancel(1, by: Self.own) }
        #expect(throws: Refusal.bookingPast) {
            try venue.move(1, "2023-12-01T12:00", by: Self.own)
        }
        try venue.book(1, "2023-12-01T12:00")
        #expect(throws: Refusal.bookingPast) {
            try venue.move(2, "2023-11-01T12:00", by: Self.own)
        }
        #expect(throws: Refusal.bookingPast) {
            try venue.book(1, "2023-11-01T12:00", by: Self.own)
        }
        #expect(throws: Refusal.bookingPast) {
            try venue.book(1, "2023-11-01T12:00", by: .online)
        }
        #expect(try venue.cancel(1).status == .cancelled)
    }

    @Test func R_RSV_17_aGroupIsMovedByStaffUntilTheOthersHaveLeft() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, BookingRuleTests.ahead, with: [3, 2, 3])
        #expect(venue.booking(1) { $0.others } == [ClientID(2), ClientID(3)])
        #expect(throws: Refusal.groupBooking(BookingID(1))) {
            try venue.move(1, "2023-12-02T12:00", by: Self.own)
        }
        #expect(try venue.move(1, "2023-12-02T12:00").version == 2)
        for other in [2, 3] as [UInt32] {
            #expect(try venue.cancel(1, by: .client([ClientID(other)])).status == .confirmed)
            #expect(venue.bookings(of: other).isEmpty)
        }
        #expect(try venue.move(1, "2023-12-03T12:00", by: Self.own).version == 5)
        try venue.expectSameElsewhere()
    }

    @Test func R_RSV_18_theLastOneOffCancels() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, BookingRuleTests.ahead, with: [2])
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now).bookings == 1)
        // Whose booking it was goes: it is the other's from then on.
        #expect(try venue.cancel(1, by: Self.own).status == .confirmed)
        #expect(venue.booking(1) { $0.client } == ClientID(2))
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now).bookings == 0)
        #expect(venue.tenant.bookingFigures(of: ClientID(2), at: venue.now).bookings == 1)
        #expect(throws: Refusal.noBooking(BookingID(1))) { try venue.cancel(1, by: Self.own) }
        #expect(throws: Refusal.self) { try venue.cancel(1, leaving: 1) }
        #expect(try venue.cancel(1, leaving: 2).status == .cancelled)
        try venue.expectSameElsewhere()
    }

    /// Two entries of one person on one booking are one person.
    @Test func R_RSV_17_R_RES_48_doublesCountOnce() throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, BookingRuleTests.ahead, with: [2])
        try venue.merge(1, [2])
        #expect(try venue.move(1, "2023-12-02T12:00", by: Self.own).version == 2)
        #expect(venue.bookings(of: 1) == [1])
        #expect(try venue.cancel(1, by: Self.own).status == .cancelled)
        try venue.expectSameElsewhere()
    }

    @Test func R_SAL_16_R_SAL_18_aCodeConfirms() throws {
        var venue = try BookingRuleTests.venue([("verify_booking", "yes")])
        let made = try venue.book(1, BookingRuleTests.ahead, by: .online)
        #expect(made.status == .unverified)
        #expect(made.awaitsCode)
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now).bookings == 0)
        // Staff and proven accounts need none.
        #expect(try venue.book(1, BookingRuleTests.ahead).status == .confirmed)
        #expect(try venue.book(1, BookingRuleTests.ahead, by: Self.own).status == .confirmed)
        for left in [4, 3, 2, 1] {
            guard case .wrong(let outcome, let triesLeft) = try venue.verify(1, [1, 2, 3]) else {
                Issue.record("no more tries")
                return
            }
            #expect(outcome.status == .unverified)
            #expect(triesLeft == left)
        }
        guard case .verified(let outcome) = try venue.verify(1, Array("123456".utf8)) else {
            Issue.record("not verified")
            return
        }
        #expect(outcome.status == .confirmed)
        #expect(venue.booking(1) { $0.field(.codeDigest) == nil } == true)
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now).bookings == 3)
        try venue.expectSameElsewhere()
    }

    @Test func R_SAL_18_fiveWrongCodesOrFifteenMinutes() throws {
        var venue = try BookingRuleTests.venue([("verify_booking", "yes")])
        try venue.book(1, BookingRuleTests.ahead, by: .online)
        for _ in 0..<4 { _ = try venue.verify(1, [9]) }
        guard case .expired = try venue.verify(1, [9]) else {
            Issue.record("a sixth try")
            return
        }
        #expect(throws: Refusal.self) { try venue.verify(1, Array("123456".utf8)) }
        try venue.book(1, BookingRuleTests.ahead, by: .online)
        let end = (venue.booking(2) { $0.createdMilliseconds } ?? 0) + 15 * 60_000
        #expect(venue.booking(2) { $0.status(atMilliseconds: end - 1) } == .unverified)
        #expect(venue.booking(2) { $0.status(atMilliseconds: end) } == .expired)
        try venue.expectSameElsewhere()
    }
}
