import CarnetBytes
import CarnetModel
import CarnetTestKit
import Testing

/// Points of partners for the bookings they bring.
struct PointsTests {
    private static func venue(_ points: Int = 10) throws -> TestVenue {
        try BookingRuleTests.venue([
            ("partner_booking", "yes"), ("partner_points", "\(points)"),
        ])
    }

    private static let sun = BookingCaller.partner(Array("sun".utf8))

    @Test func R_RES_44_aBookingDoneIsCreditedOnce() throws {
        var venue = try Self.venue()
        try venue.book(1, BookingRuleTests.ahead, by: Self.sun)
        #expect(venue.account("sun") == nil)
        try venue.step(1, .finish)
        #expect(venue.account("sun")?.points == 10)
        #expect(throws: Refusal.self) { try venue.step(1, .finish) }
        #expect(venue.account("sun")?.points == 10)
        #expect(venue.account("sun")?.bookings == 1)
        // The venue's own bookings earn nobody anything.
        try venue.book(1, BookingRuleTests.ahead)
        try venue.step(2, .finish)
        #expect(venue.account("sun")?.points == 10)
        try venue.expectSameLinksElsewhere(partners: ["sun"])
    }

    @Test func R_RES_44_nothingForCancelledAndMissedOnes() throws {
        var venue = try Self.venue()
        try venue.book(1, BookingRuleTests.ahead, by: Self.sun)
        try venue.cancel(1)
        try venue.book(1, BookingRuleTests.ahead, by: Self.sun)
        try venue.step(2, .miss)
        #expect(venue.account("sun") == nil)
        try venue.expectSameLinksElsewhere(partners: ["sun"])
    }

    /// D: a booking has its points while it is done, as the setting was when it was done.
    @Test func R_RES_44_aCorrectionCorrectsThePoints() throws {
        var venue = try Self.venue()
        try venue.book(1, BookingRuleTests.ahead, by: Self.sun)
        try venue.book(2, BookingRuleTests.ahead, by: Self.sun)
        try venue.step(1, .finish)
        try venue.step(2, .finish)
        try venue.step(1, .miss)
        #expect(venue.account("sun")?.points == 10)
        try venue.step(1, .finish)
        #expect(venue.account("sun")?.points == 20)
        // Another partner brought it: the points are theirs.
        try venue.setBooking(1, ["by=moon"])
        #expect(venue.account("sun")?.points == 10)
        #expect(venue.account("moon")?.points == 10)
        try venue.setBooking(1, ["by="])
        #expect(venue.account("moon") == nil)
        try venue.expectSameLinksElsewhere(partners: ["sun", "moon"])
    }

    @Test func R_RES_44_noSettingNoPoints() throws {
        var venue = try Self.venue(0)
        try venue.book(1, BookingRuleTests.ahead, by: Self.sun)
        try venue.step(1, .finish)
        #expect(venue.account("sun") == nil)
        #expect(venue.bookingText(1, .points) == nil)
    }

    @Test func R_RES_44_pointsStayWhereTheClientIsErased() throws {
        var venue = try BookingRuleTests.venue([
            ("partner_booking", "yes"), ("partner_points", "10"), ("erase_needs_inactive", "no"),
        ])
        try venue.book(1, BookingRuleTests.ahead, by: Self.sun)
        try venue.step(1, .finish)
        try venue.decide { tenant, _, events throws(Refusal) in
            _ = try tenant.decideErasure(
                [ClientID(1)],
                .erased,
                isRequested: true,
                by: [],
                ifVersion: nil,
                events: &events
            )
        }
        #expect(venue.account("sun")?.points == 10)
        try venue.expectSameLinksElsewhere(partners: ["sun"])
    }

    @Test func R_RES_44_pointsAreGivenAndSpentByHand() throws {
        var venue = try Self.venue()
        try venue.give("sun", 50)
        try venue.book(1, BookingRuleTests.ahead, by: Self.sun)
        try venue.step(1, .finish)
        try venue.give(" sun ", -60)
        #expect(venue.account("sun")?.points == 0)
        #expect(venue.account("sun")?.given == -10)
        for points in [-1, 0, Int64.min, .max, PartnerAccount.pointsMax + 1] {
            #expect(throws: Refusal.self, "\(points)") { try venue.give("sun", points) }
        }
        #expect(throws: Refusal.self) { try venue.give("", 1) }
        // A correction may leave less than nothing: what was spent stays spent.
        try venue.step(1, .miss)
        #expect(venue.account("sun")?.points == -10)
        try venue.expectSameLinksElsewhere(partners: ["sun"])
    }

    /// Whatever happens to bookings, accounts are what a recount finds.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func R_RES_44_accountsNeverDrift(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var venue = try Self.venue()
        let names = ["sun", "moon", ""]
        for _ in 0..<300 {
            let number = UInt32.random(in: 1...30, using: &random)
            let name = names[Int.random(in: 0..<3, using: &random)]
            switch Int.random(in: 0..<6, using: &random) {
            case 0: _ = try? venue.book(number % 3 + 1, BookingRuleTests.ahead, nil, ["by=\(name)"])
            case 1: _ = try? venue.setBooking(number, ["by=\(name)"])
            case 2: _ = try? venue.step(number, .miss)
            case 3, 4: _ = try? venue.step(number, .finish)
            default: _ = try? venue.cancel(number)
            }
        }
        for name in ["sun", "moon"] {
            let credited = (1...300 as ClosedRange<UInt32>).count { number in
                venue.bookingText(number, .partner) == name
                    && venue.bookingText(number, .points) != nil
            }
            let account = venue.account(name)
            #expect(account?.bookings ?? 0 == UInt32(credited), "seed \(seed), \(name)")
            #expect(account?.points ?? 0 == Int64(10 * credited), "seed \(seed), \(name)")
        }
        for number in 1...300 as ClosedRange<UInt32> {
            guard venue.bookingText(number, .points) != nil else { continue }
            #expect(venue.booking(number) { $0.keptStatus } == .done, "seed \(seed)")
        }
        try venue.expectSameLinksElsewhere(partners: names)
    }
}

extension TestVenue {
    fileprivate mutating func give(_ partner: String, _ points: Int64) throws(Refusal) {
        let partner = Array(partner.utf8)
        try decide { tenant, _, events throws(Refusal) in
            try tenant.decidePoints(
                unsafe partner.span.bytes,
                points,
                reason: Array("thanks".utf8),
                events: &events
            )
        }
    }
}
