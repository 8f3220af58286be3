import CarnetBytes
import CarnetModel
import Testing

/// Bookings that the venue keeps no longer.
struct BookingRetentionTests {
    @Test func R_CAL_03_agedOutBookingsStayCounted() throws {
        var venue = try BookingRuleTests.venue()
        for month in 1...9 { try venue.book(1, "2021-0\(month)-10T12:00", with: [2]) }
        try venue.step(3, .miss)
        try venue.book(1, "2023-01-10", "2023-12-24")
        let before = [1, 2].map { venue.tenant.bookingFigures(of: ClientID($0), at: venue.now) }
        try venue.settings([("booking_months", "24")])
        #expect(venue.bookings().count == 10, "nothing goes by the setting alone")
        try venue.book(3, "2023-12-01T12:00")
        #expect(venue.bookings() == [10, 11])
        for id in 1...9 as ClosedRange<UInt32> {
            #expect(throws: Refusal.noBooking(BookingID(id))) { try venue.cancel(id) }
        }
        let after = [1, 2].map { venue.tenant.bookingFigures(of: ClientID($0), at: venue.now) }
        #expect(after == before)
        #expect(TestVenue.text(after[0].last) == "2021-09-10T11:00:00Z")
        // A number is never given again, also by whoever comes from a snapshot.
        #expect(try venue.throughSnapshot().nextBooking == BookingID(12))
        try venue.expectSameButAged()
    }

    @Test(arguments: [
        ("1", "2023-10-14T22:00Z", true), ("1", "2023-10-14T22:30Z", false),
        ("9", "2023-02-14T22:00Z", true), ("9", "2023-02-14T22:30Z", false),
        ("1200", "1970-01-01T00:00Z", false), ("off", "1970-01-01T00:00Z", false),
    ])
    func R_CAL_03_monthsAreTheCalendars(months: String, start: String, goes: Bool) throws {
        // The clock stands at 14 November 2023, 22:13 UTC.
        var venue = try BookingRuleTests.venue([("booking_months", months)])
        try venue.book(1, start)
        try venue.book(2, "2023-12-01T12:00")
        #expect(venue.bookings() == (goes ? [2] : [1, 2]))
    }
}

extension TestVenue {
    /// As `expectSameElsewhere`, where a recount no longer comes to what is counted.
    fileprivate func expectSameButAged() throws {
        let replayed = replayed(Tenant(name: tenant.name))
        let restored = try throughSnapshot()
        for other in [replayed, restored] {
            #expect(other.digest == tenant.digest)
            for number in 1..<tenant.nextClient.value {
                let id = ClientID(number)
                #expect(
                    other.bookingFigures(of: id, at: now) == tenant.bookingFigures(of: id, at: now)
                )
            }
        }
    }
}
