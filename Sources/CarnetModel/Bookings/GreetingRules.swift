import CarnetBytes

/// Whether messages say Dear Mr X.
public enum GreetingStyle: Hashable, Sendable {
    case formal
    /// First-name terms.
    case informal
}

/// The person whom a booking belongs to, as far as its messages ask.
public struct GreetingContact: Hashable, Sendable {
    public var first = ""
    public var last = ""
    public var company = ""
    /// As it stands with the client: `Mme`, `Dhr.`; never worked out from anything else (R-POL-11).
    public var salutation = ""
    /// As it is when the message goes out (R-RES-39).
    public var email = ""

    public init() {}

    /// First and last name, or the company where there is neither.
    var name: String {
        let name = [first, last].filter { !$0.isEmpty }.joined(separator: " ")
        return name.isEmpty ? company : name
    }
}

/// To whom a booking's messages go and whom they greet (R-RES-37 to R-RES-42). Pure rules.
public struct BookingAddressee: Hashable, Sendable {
    public var contact: GreetingContact
    /// For whom the contact books; empty where for nobody else.
    public var guest = ""
    public var guestAddresses: [String] = []
    /// Whether the contact gets copies.
    public var tellsContact = false

    public init(contact: GreetingContact) { self.contact = contact }

    /// The addresses, one message each: the guest's where any is given, and the contact's then only
    /// if it is to get copies; else the contact's. None where the contact has none.
    public var recipients: [String] {
        let own = contact.email.isEmpty ? [] : [contact.email]
        guard !guestAddresses.isEmpty else { return own }
        guard tellsContact else { return guestAddresses }
        let known = Set(guestAddresses.map { $0.lowercased() })
        return guestAddresses + own.filter { !known.contains($0.lowercased()) }
    }

    /// Whether the guest is greeted, also in the contact's copy: by a name, in a message that goes to
    /// an address of theirs. A name alone or an address alone leaves the contact greeted.
    public var greetsGuest: Bool { !guest.isEmpty && !guestAddresses.isEmpty }

    /// The opening line without the comma behind it. `language` is the message's, a tag of BCP 47;
    /// where no table is kept for it, the line is English.
    public func greeting(language: String, _ style: GreetingStyle) -> String {
        let table = GreetingTable.of(language: language)
        guard style == .formal else {
            let first = contact.first.isEmpty ? contact.name : contact.first
            return Self.line(table.informalOpening, greetsGuest ? guest : first)
        }
        if greetsGuest {
            return table.formal(guest) ?? Self.line(table.opening, guest)
        }
        if !contact.salutation.isEmpty, !contact.last.isEmpty,
            let line = table.formal(contact.salutation + " " + contact.last)
        {
            return line
        }
        return Self.line(table.opening, contact.name)
    }

    private static func line(_ opening: String, _ name: String) -> String {
        name.isEmpty ? opening : opening + " " + name
    }
}

extension GreetingTable {
    /// The formal line of a name that begins with a title of this language; nil where it does not,
    /// or where nothing stands behind the title. The longest title counts.
    func formal(_ name: String) -> String? {
        let words = name.split(separator: " ")
        guard words.count > 1 else { return nil }
        for count in (1...min(Self.titleWordCountMax, words.count - 1)).reversed() {
            let title = words.prefix(count).map { $0.filter { $0 != "." }.lowercased() }
            guard let greeting = titles[title.joined(separator: " ")] else { continue }
            return greeting + " " + words.dropFirst(count).joined(separator: " ")
        }
        return nil
    }
}

extension Tenant {
    /// To whom the messages of a booking go now and whom they greet: the client who answers for the
    /// one it was made for, as it stands.
    public func addressee(of record: borrowing BookingRecord) -> BookingAddressee {
        var addressee = BookingAddressee(contact: greetingContact(survivor(of: record.client)))
        let bytes = record.bytes
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: bytes) {
            switch BookingField(rawValue: tag) {
            case .guest: addressee.guest = bytes.bytes(range).text()
            case .guestEmail: addressee.guestAddresses.append(bytes.bytes(range).text())
            case .contact: addressee.tellsContact = true
            default: break
            }
        }
        return addressee
    }

    /// The language of a client's messages: their own, else the venue's where greetings are kept
    /// for it; English where neither says.
    public func greetingLanguage(of id: ClientID) -> String {
        let own = clientText(id, .language)
        if !own.isEmpty, GreetingTable.knows(language: own) { return own }
        let venue = settings.value(of: .language) ?? ""
        return venue.isEmpty ? "en" : venue
    }

    private func greetingContact(_ id: ClientID) -> GreetingContact {
        var contact = GreetingContact()
        contact.first = clientText(id, .first)
        contact.last = clientText(id, .last)
        contact.company = clientText(id, .company)
        contact.salutation = clientText(id, .salutation)
        contact.email = clientText(id, .email)
        return contact
    }

    private func clientText(_ id: ClientID, _ field: ClientField) -> String {
        let clients = clients
        guard let bytes = clients.record(id.value) else { return "" }
        return ClientRecord(bytes).field(field).map { bytes.bytes($0).text() } ?? ""
    }
}
