import CarnetBytes
import CarnetIndex
import CarnetModel
import Testing

@Suite struct ContactTests {
    // MARK: - Phones

    @Test(
        arguments: [
            "0000000000", "0600000000", "0102030405", "0123456789", "9999999999", "0101010101",
            "00000000",
            "+33600000000", "1111111111", "0987654321", "123456789",
            "06.11.22.33.44",
            "+49 123456789", "0", "00", "12345", "111111", "0601020304",
            "10 20 30 40",
            "1234567890", "0666666666", "+49 0000000", "+336 99 99 99 99", "0412121212",
        ]
    )
    func dummyNumbersAreSeen(text: String) {
        #expect(Lexicon.with(text) { PhoneOddities.isDummy($0) })
    }

    @Test(arguments: [
        "0674152189", "+33 6 22 06 84 04", "01 45 67 89 10", "+49 30 901820", "0800 800 800",
        "+44 20 7946 1234", "+32 2 500 00 00", "+34 912 34 56 70", "0677889901", "01 42 42 42 43",
        "+43 1 7110000", "+39 06 1234 987", "", "no phone", "06 12 34 56 78", "+351 912 345 876",
        "+44 7700 900123", "+1 212 555 0123",
    ])
    func realNumbersAreNot(text: String) {
        #expect(!Lexicon.with(text) { PhoneOddities.isDummy($0) })
    }

    @Test(arguments: [
        (33_600_000_000 as UInt64, true), (33_612_345_678, false), (33_123_456_789, true),
        (33_674_152_189, false), (447_700_900_123, false),
        (12_125_550_123, false),
        (33_199_001_234, false), (33_698_765_432, false),
        (4_315_880_000, false), (32_470_000_000, true), (123, true),
    ])
    func storedNumbersAreJudgedBehindTheirCallingCode(digits: UInt64, isDummy: Bool) throws {
        let phone = try #require(PhoneNumber(e164Digits: digits))
        #expect(PhoneOddities.isDummy(phone) == isDummy)
    }

    // MARK: - E-mail

    static func mailbox(_ email: String) -> (text: String, traits: MailTraits) {
        var writer = ByteWriter()
        let traits = Lexicon.with(email) { MailProviders.appendMailbox($0, to: &writer) }
        return (writer.bytes.text(), traits)
    }

    @Test(arguments: [
        ("jean.dupont@gmail.com", "jeandupont@gmail.com"),
        ("jean.dupont+hotel@googlemail.com", "jeandupont@gmail.com"),
        ("j.d@gmial.com", "jd@gmail.com"), ("jd@gmail.con", "jd@gmail.com"),
        ("jd@gmail.fr", "jd@gmail.com"), ("jd@gmail.co", "jd@gmail.com"),
        ("jd@gamil.com", "jd@gmail.com"),
        ("jean.dupont@hotmail.com", "jean.dupont@hotmail.com"),
        ("jean.dupont+x@outlook.fr", "jean.dupont@outlook.fr"),
        ("jd@hotmai.com", "jd@hotmail.com"), ("jd@hotmial.fr", "jd@hotmail.fr"),
        ("jd@outlok.fr", "jd@outlook.fr"), ("jd@yaho.com", "jd@yahoo.com"),
        ("jd@yaho.fr", "jd@yahoo.fr"),
        ("jd@icoud.com", "jd@icloud.com"), ("jd@me.com", "jd@icloud.com"),
        ("jd@wandoo.fr", "jd@wanadoo.fr"), ("jd@ornage.fr", "jd@orange.fr"),
        ("jean-shop@yahoo.com", "jean@yahoo.com"),
        ("jean-paul@hotmail.com", "jean-paul@hotmail.com"),
        ("j_d.x@protonmail.com", "jdx@proton.me"), ("jd@pm.me", "jd@proton.me"),
        ("tag@jd.fastmail.com", "jd@fastmail.com"), ("jd+tag@fastmail.com", "jd@fastmail.com"),
        ("jean.dupont@ya.ru", "jean.dupont@yandex.ru"),
        ("jean-dupont@yandex.com", "jean.dupont@yandex.ru"),
        ("jean.dupont+a@firma.example", "jean.dupont@firma.example"),
        ("jd@firma.co", "jd@firma.co"), ("jd@mail.com", "jd@mail.com"),
        ("jd@ymail.com", "jd@ymail.com"),
        ("+33612@gmail.com", "+33612@gmail.com"), ("no at sign", "no at sign"),
        ("a@b@gmail.com", "a@b@gmail.com"),
        ("jd@", "jd@"), ("@gmail.com", "@gmail.com"), ("...@gmail.com", "...@gmail.com"), ("", ""),
    ])
    func addressesOfOneMailboxAreOne(email: String, mailbox: String) {
        #expect(Self.mailbox(email).text == mailbox)
    }

    @Test(arguments: [
        ("x5xou98se@guest.booking-relay.com", MailTraits.relay), ("a1b2@guest.booking.com", .relay),
        ("q@m.expediapartnercentral.com", .relay), ("q@privaterelay.appleid.com", .relay),
        ("q@eu.hotelbeds.com", .relay), ("q@duck.com", .relay), ("q@user.anonaddy.com", .relay),
        ("jean@gmail.com", .freemail), ("jean@orange.fr", .freemail), ("jean@wp.pl", .freemail),
        ("info@hotel-bellevue.com", .role), ("reservation@hotel.fr", .role),
        ("info.lyon@acme.fr", .role),
        ("reservations2@acme.fr", .role), ("concierge@acme.com", .role),
        ("noreply@acme.fr", .noReply),
        ("client@gmail.com", .placeholder), ("noemail@noemail.com", .placeholder),
        ("no@no.fr", .placeholder),
        ("a@a.com", .placeholder), ("x@x.fr", .placeholder), ("test@test.com", .placeholder),
        ("pasdemail@gmail.com", .placeholder), ("aucun@aucun.fr", .placeholder),
        ("none@none.com", .placeholder),
        ("test@example.com", .placeholder), ("aaa@aaa.fr", .placeholder),
        ("jd@gmial.com", .corrected),
        ("j.d@gmail.com", .rewritten), ("test1@hotmail.com", .placeholder),
    ])
    func addressHasItsTraits(email: String, trait: MailTraits) {
        #expect(Self.mailbox(email).traits.contains(trait))
    }

    @Test(arguments: [
        "jean.dupont@acme.fr", "martin@martin.fr", "jd@gmail.com", "testa@gmail.com",
        "bo@bo-design.dk",
        "paul@paulsen.no", "client.martin@acme.fr", "infante@gmail.com", "nina@relais.fr",
        "marie@hotel-du-lac.com", "contessa@libero.it", "anna@test-lab.de", "aa.bb@gmail.com",
    ])
    func personsAddressSaysSomething(email: String) {
        let traits = Self.mailbox(email).traits
        #expect(traits.isDisjoint(with: .saysNothing), "\(email) \(traits)")
        #expect(!traits.contains(.role), "\(email) \(traits)")
    }

    @Test(arguments: [
        ("jean.dupont+x", "jeandupont"), ("jean_du-pont", "jeandupont"), ("", ""), ("+x", ""),
    ])
    func userPartsAreComparedWithoutSeparators(user: String, key: String) {
        #expect(
            Lexicon.written { w in Lexicon.with(user) { MailProviders.appendUserKey($0, to: &w) } }
                == key
        )
    }
}
