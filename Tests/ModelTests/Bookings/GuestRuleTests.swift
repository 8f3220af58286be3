import CarnetBytes
import CarnetModel
import Testing

/// A contact who books for somebody else: who the guest is, and what the contact keeps.
struct GuestRuleTests {
    private static func venue() throws -> TestVenue {
        var venue = try TestVenue([("required", "name"), ("guest_override", "yes")])
        _ = try venue.add([
            "first=Anne", "last=Dubois", "email=anne@hotel.example", "salutation=Mme",
            "language=fr",
        ])
        return venue
    }

    private static func told(
        _ venue: borrowing TestVenue,
        _ id: UInt32 = 1
    ) -> (recipients: [String], greeting: String)? {
        venue.booking(id) { record in
            let addressee = venue.tenant.addressee(of: record)
            return (addressee.recipients, addressee.greeting(language: "fr", .formal))
        }
    }

    @Test(arguments: [
        ["guest=M. Peeters"], ["guestemail=p@example.org"],
        ["guest=M. Peeters", "guestemail=p@example.org,q@example.org", "contact=yes"],
    ])
    func R_RES_34_aGuestIsNoClient(fields: [String]) throws {
        var venue = try Self.venue()
        try venue.book(1, BookingRuleTests.ahead, nil, fields)
        #expect(venue.tenant.clients.count == 1 && venue.tenant.activeCount == 1)
        #expect(venue.booking(1) { $0.client } == ClientID(1))
        // It is the contact's booking, whoever comes.
        #expect(venue.bookings(of: 1) == [1])
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now).bookings == 1)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (fields: ["guestemail=p@example.org,q@example.org"], contact: false),
        (["guest=M. Peeters", "guestemail=p@example.org,q@example.org"], false),
        (["guestemail=p@example.org,q@example.org", "contact=yes"], true),
    ])
    func R_RES_35_otherAddressesLeaveTheContactsOwnAlone(
        fields: [String],
        contact: Bool
    ) throws {
        var venue = try Self.venue()
        let before = venue.tenant.clients.record(1)?.array()
        let guests = ["p@example.org", "q@example.org"]
        try venue.book(1, BookingRuleTests.ahead, nil, fields)
        let own = contact ? ["anne@hotel.example"] : []
        #expect(Self.told(venue)?.recipients == guests + own)
        // The same said afterwards, of a booking that had no guest.
        try venue.book(1, BookingRuleTests.ahead)
        #expect(Self.told(venue, 2)?.recipients == ["anne@hotel.example"])
        _ = try venue.setBooking(2, fields)
        #expect(Self.told(venue, 2)?.recipients == guests + own)
        #expect(venue.tenant.clients.record(1)?.array() == before)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (guest: "M. Peeters", contact: "no", greeting: "Cher Monsieur Peeters"),
        ("M. Peeters", "yes", "Cher Monsieur Peeters"),
        ("Jean Peeters", "yes", "Bonjour Jean Peeters"),
    ])
    func R_RES_40_nameAndAddressGreetTheGuest(
        guest: String,
        contact: String,
        greeting: String
    ) throws {
        var venue = try Self.venue()
        let fields = ["guest=\(guest)", "guestemail=p@example.org", "contact=\(contact)"]
        try venue.book(1, BookingRuleTests.ahead, nil, fields)
        #expect(Self.told(venue)?.greeting == greeting)
        // Without the address again, the contact is meant.
        _ = try venue.setBooking(1, ["guestemail="])
        #expect(Self.told(venue)?.greeting == "Chère Madame Dubois")
        #expect(Self.told(venue)?.recipients == ["anne@hotel.example"])
    }

    @Test(arguments: ["p@example.org", "p@example.org,q@example.org"])
    func R_RES_42_anAddressAloneGreetsTheContact(addresses: String) throws {
        var venue = try Self.venue()
        try venue.book(1, BookingRuleTests.ahead, nil, ["guestemail=\(addresses)"])
        #expect(Self.told(venue)?.greeting == "Chère Madame Dubois")
        #expect(Self.told(venue)?.recipients == addresses.split(separator: ",").map(String.init))
        _ = try venue.setBooking(1, ["contact=yes"])
        #expect(Self.told(venue)?.greeting == "Chère Madame Dubois")
    }
}
