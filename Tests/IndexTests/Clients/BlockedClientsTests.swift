import CarnetBytes
import CarnetIndex
import CarnetModel
import CarnetTestKit
import Testing

/// Who is recognized by what a blocked client is known by.
struct BlockedClientsTests {
    /// A client as its record would stand.
    struct Person {
        var first = "Ada"
        var last = "Lovelace"
        var email = ""
        var phone: UInt64 = 0
        var formerEmails: [String] = []
        var formerPhones: [UInt64] = []
        var isBlocked = false
        var status = ClientStatus.active
    }

    static func record(_ number: UInt32, _ person: Person) -> [UInt8] {
        var writer = ByteWriter()
        ClientRecordWriter.begin(
            ClientID(number),
            status: person.status,
            createdMilliseconds: 1,
            updatedMilliseconds: 1,
            version: 1,
            in: &writer
        )
        func text(_ tag: UInt8, _ text: String) {
            guard !text.isEmpty else { return }
            let bytes = Array(text.utf8)
            unsafe ClientRecordWriter.append(tag: tag, bytes.span.bytes, to: &writer)
        }
        text(ClientField.first.rawValue, person.first)
        text(ClientField.last.rawValue, person.last)
        text(ClientField.email.rawValue, person.email)
        if person.phone > 0 {
            ClientRecordWriter.append(
                tag: ClientField.phone.rawValue,
                integer: person.phone,
                to: &writer
            )
        }
        for email in person.formerEmails { text(ClientAlias.email.rawValue, email) }
        for phone in person.formerPhones {
            ClientRecordWriter.append(tag: ClientAlias.phone.rawValue, integer: phone, to: &writer)
        }
        // Since 1, without end, no reason.
        if person.isBlocked { text(ClientExtra.block.rawValue, "\u{1}\u{0}") }
        _ = ClientRecordWriter.finish(from: 0, in: &writer)
        return writer.array()
    }

    @Test(arguments: [
        ("ada.king@gmail.com", "adaking+salon@googlemail.com", true),
        ("Ada@Example-Mail.org", "ada@example-mail.org", true),
        ("ada@example-mail.org", "eda@example-mail.org", false),
        ("noemail@noemail.com", "noemail@noemail.com", false),
        ("noreply@salon-mail.ch", "noreply@salon-mail.ch", false),
    ])
    func R_SAL_08_anotherSpellingIsTheSameMailbox(
        blocked: String,
        other: String,
        isKnown: Bool
    ) throws {
        var blocks = BlockedClients()
        let store = RecordStore()
        let one = Self.record(1, Person(email: blocked, isBlocked: true))
        unsafe blocks.willPut(one.span.bytes, in: store)
        let two = Self.record(2, Person(first: "Zoë", last: "Other", email: other))
        let matches = unsafe blocks.matches(of: ClientRecord(two.span.bytes))
        #expect(matches.map(\.ways) == (isKnown ? [.email] : []))
    }

    @Test(arguments: [
        (Person(phone: 41_446_681_800), BlockedClients.Ways.phone),
        (Person(phone: 0, formerPhones: [41_446_681_800]), .phone),
        (Person(email: "old@salon-mail.ch"), .email),
        (Person(formerEmails: ["new@salon-mail.ch"]), .email),
        (
            Person(email: "new@salon-mail.ch", phone: 41_446_681_800),
            BlockedClients.Ways([.email, .phone])
        ),
        (Person(phone: 41_446_681_801), BlockedClients.Ways()),
    ])
    func R_SAL_08_formerAddressesCountOnBothSides(
        other: Person,
        ways: BlockedClients.Ways
    ) throws {
        var blocks = BlockedClients()
        let store = RecordStore()
        let one = Self.record(
            1,
            Person(
                first: "Zoë",
                last: "Other",
                email: "new@salon-mail.ch",
                phone: 41_446_681_800,
                formerEmails: ["old@salon-mail.ch"],
                isBlocked: true
            )
        )
        unsafe blocks.willPut(one.span.bytes, in: store)
        let two = Self.record(2, other)
        let matches = unsafe blocks.matches(of: ClientRecord(two.span.bytes))
        #expect(matches.first?.ways ?? [] == ways)
        #expect(unsafe blocks.matches(of: ClientRecord(one.span.bytes)).isEmpty, "not itself")
    }

    @Test(arguments: [
        ("Jean-Pierre", "Müller", "jean pierre", "MULLER", true),
        ("Ada", "King", "Ada", "Kong", false), ("", "King", "", "King", false),
    ])
    func R_SAL_08_aNameIsAWarning(
        first: String,
        last: String,
        otherFirst: String,
        otherLast: String,
        isKnown: Bool
    ) throws {
        var blocks = BlockedClients()
        let store = RecordStore()
        let one = Self.record(1, Person(first: first, last: last, isBlocked: true))
        unsafe blocks.willPut(one.span.bytes, in: store)
        let two = Self.record(2, Person(first: otherFirst, last: otherLast))
        let matches = unsafe blocks.matches(of: ClientRecord(two.span.bytes))
        #expect(matches.map(\.ways) == (isKnown ? [.name] : []))
    }

    /// Goal: after any changes the table knows what the records say. Method: random records put one
    /// over the other, and a table built anew beside it.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func R_SAL_08_theTableIsWhatTheRecordsSay(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var blocks = BlockedClients()
        var store = RecordStore()
        store.reserve(numberMax: 30)
        for _ in 0..<200 {
            let number = UInt32.random(in: 1...30, using: &random)
            let person = Person(
                first: ["Ada", "Zoë"].randomElement(using: &random) ?? "",
                email: "p\(Int.random(in: 0..<8, using: &random))@salon-mail.ch",
                phone: 41_446_681_800 + UInt64.random(in: 0..<6, using: &random),
                formerEmails: ["p\(Int.random(in: 0..<8, using: &random))@salon-mail.ch"],
                isBlocked: Int.random(in: 0..<3, using: &random) == 0,
                status: [.active, .inactive, .merged].randomElement(using: &random) ?? .active
            )
            let record = Self.record(number, person)
            unsafe blocks.willPut(record.span.bytes, in: store)
            unsafe store.put(record.span.bytes)
        }
        var anew = BlockedClients()
        anew.rebuild(from: store)
        #expect(anew.count == blocks.count, "seed \(seed)")
        for number in 1...UInt32(30) {
            guard let bytes = store.record(number)?.array() else { continue }
            let found = unsafe blocks.matches(of: ClientRecord(bytes.span.bytes))
            let wanted = unsafe anew.matches(of: ClientRecord(bytes.span.bytes))
            #expect(found == wanted, "seed \(seed), client \(number)")
        }
    }
}
