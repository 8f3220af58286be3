import CarnetModel
import Testing

/// To whom a booking's messages go and whom they greet.
struct GreetingTests {
    private static func addressee(
        guest: String = "",
        _ addresses: [String] = [],
        tellsContact: Bool = false
    ) -> BookingAddressee {
        var contact = GreetingContact()
        contact.first = "Anne"
        contact.last = "Dubois"
        contact.salutation = "Mme"
        contact.email = "anne@hotel.example"
        var addressee = BookingAddressee(contact: contact)
        addressee.guest = guest
        addressee.guestAddresses = addresses
        addressee.tellsContact = tellsContact
        return addressee
    }

    private static let contact = "anne@hotel.example"
    private static let guests = ["a@example.org", "b@example.org"]

    @Test(arguments: [
        // R-RES-37: a guest name alone.
        ("M. Peeters", [String](), false, [contact], "Chère Madame Dubois"),
        // R-RES-39: without a guest address the copy changes nothing.
        ("M. Peeters", [], true, [contact], "Chère Madame Dubois"),
        ("", [], true, [contact], "Chère Madame Dubois"),
        // R-RES-38, R-RES-42: addresses alone.
        ("", guests, false, guests, "Chère Madame Dubois"),
        // R-RES-39: both.
        ("", guests, true, guests + [contact], "Chère Madame Dubois"),
        // R-RES-40: name and address, also in the copy.
        ("M. Peeters", guests, false, guests, "Cher Monsieur Peeters"),
        ("M. Peeters", guests, true, guests + [contact], "Cher Monsieur Peeters"),
        // The contact is a guest too: one message.
        ("", ["Anne@hotel.example"], true, ["Anne@hotel.example"], "Chère Madame Dubois"),
    ])
    func R_RES_37_R_RES_38_R_RES_39_R_RES_40_R_RES_42_whoGetsItAndWhoIsGreeted(
        guest: String,
        addresses: [String],
        tellsContact: Bool,
        recipients: [String],
        greeting: String
    ) {
        let addressee = Self.addressee(guest: guest, addresses, tellsContact: tellsContact)
        #expect(addressee.recipients == recipients)
        #expect(addressee.greeting(language: "fr", .formal) == greeting)
    }

    @Test func R_RES_39_noAddressNoMessage() {
        var addressee = Self.addressee(guest: "M. Peeters")
        addressee.contact.email = ""
        #expect(addressee.recipients.isEmpty)
        addressee.guestAddresses = Self.guests
        addressee.tellsContact = true
        #expect(addressee.recipients == Self.guests)
    }

    @Test(arguments: [
        ("fr", "M. Peeters", "Cher Monsieur Peeters"),
        ("fr-BE", "m peeters", "Cher Monsieur peeters"),
        ("fr", "MME de la Tour", "Chère Madame de la Tour"),
        ("fr", "Dr Martin", "Cher Docteur Martin"),
        ("fr", "Maître Leroy", "Cher Maître Leroy"),
        ("fr", "M. et Mme Peeters", "Chers Madame et Monsieur Peeters"),
        ("fr", "Jean Peeters", "Bonjour Jean Peeters"),
        ("nl", "Dhr. Peeters", "Geachte heer Peeters"),
        ("nl", "Mevr. van den Berg", "Geachte mevrouw van den Berg"),
        ("nl", "De heer Peeters", "Geachte heer Peeters"),
        ("nl", "Dhr. en Mevr. Peeters", "Geachte heer en mevrouw Peeters"),
        ("nl", "Jan Peeters", "Beste Jan Peeters"),
        ("en", "Mr Peeters", "Dear Mr Peeters"),
        ("en-GB", "Mrs. Peeters", "Dear Mrs Peeters"),
        ("en", "Ms Peeters", "Dear Ms Peeters"),
        ("en", "Mr & Mrs Peeters", "Dear Mr and Mrs Peeters"),
        ("en", "Jan Peeters", "Dear Jan Peeters"),
        ("de", "Herr Peters", "Sehr geehrter Herr Peters"),
        ("de", "Frau Dr. Peters", "Sehr geehrte Frau Dr. Peters"),
        ("de", "Herr Prof. Dr. Peters", "Sehr geehrter Herr Professor Peters"),
        ("de", "Dr. Peters", "Guten Tag Dr. Peters"),
        ("de-AT", "Jan Peters", "Guten Tag Jan Peters"),
        // A title counts in its own language alone, and only where a name follows.
        ("nl", "M. Peeters", "Beste M. Peeters"),
        ("en", "Herr Peters", "Dear Herr Peters"),
        ("en", "Mr", "Dear Mr"),
        ("en", "Mrsic Ana", "Dear Mrsic Ana"),
        // No table for the language: English.
        ("pt", "Mr Silva", "Dear Mr Silva"),
    ])
    func R_RES_41_aGuestIsGreetedFormallyByATitleOfTheLanguage(
        language: String,
        guest: String,
        greeting: String
    ) {
        let addressee = Self.addressee(guest: guest, ["a@example.org"])
        #expect(addressee.greeting(language: language, .formal) == greeting)
    }

    @Test(arguments: [
        ("fr", "Mme", "Dubois", "Chère Madame Dubois", "Bonjour Anne"),
        ("nl", "Mevr.", "Dubois", "Geachte mevrouw Dubois", "Beste Anne"),
        ("en", "Dr", "Dubois", "Dear Dr Dubois", "Dear Anne"),
        ("de", "Frau", "Dubois", "Sehr geehrte Frau Dubois", "Hallo Anne"),
        // R-POL-11: nothing is guessed from a first name.
        ("fr", "", "Dubois", "Bonjour Anne Dubois", "Bonjour Anne"),
        ("nl", "Mme", "Dubois", "Beste Anne Dubois", "Beste Anne"),
        ("en", "Mrs", "", "Dear Anne", "Dear Anne"),
    ])
    func R_RES_41_R_POL_11_aContactIsGreetedByTheirSalutation(
        language: String,
        salutation: String,
        last: String,
        formal: String,
        informal: String
    ) {
        var addressee = Self.addressee()
        addressee.contact.salutation = salutation
        addressee.contact.last = last
        #expect(addressee.greeting(language: language, .formal) == formal)
        #expect(addressee.greeting(language: language, .informal) == informal)
    }

    @Test func R_RES_41_whoeverHasNoNameIsGreetedAllTheSame() {
        var addressee = BookingAddressee(contact: GreetingContact())
        #expect(addressee.greeting(language: "nl", .formal) == "Beste")
        addressee.contact.company = "Hotel Zon"
        #expect(addressee.greeting(language: "nl", .formal) == "Beste Hotel Zon")
        #expect(addressee.greeting(language: "nl", .informal) == "Beste Hotel Zon")
    }

    /// The booking's own words, the client's as they are now, and after a merge the survivor's.
    @Test func R_RES_37_R_RES_39_theContactIsWhoTheyAreNow() throws {
        var venue = try BookingRuleTests.venue([("guest_override", "yes"), ("language", "nl")])
        try venue.book(
            1,
            BookingRuleTests.ahead,
            nil,
            ["guest=Mevr. Peeters", "guestemail=p@example.org", "contact=yes"]
        )
        let before = venue.booking(1) { venue.tenant.addressee(of: $0) }
        #expect(before?.recipients == ["p@example.org"])
        #expect(before?.greeting(language: "nl", .formal) == "Geachte mevrouw Peeters")
        _ = try venue.set(1, ["email=ada@example.org", "language=fr"])
        let after = venue.booking(1) { venue.tenant.addressee(of: $0) }
        #expect(after?.recipients == ["p@example.org", "ada@example.org"])
        #expect(venue.tenant.greetingLanguage(of: ClientID(1)) == "fr")
        #expect(venue.tenant.greetingLanguage(of: ClientID(2)) == "nl")
    }
}
