import CarnetBytes
import CarnetModel

/// The hashes of the e-mails and phones of one client, those that it had before among them, each
/// once. In room that is used again.
struct ClientContacts: Sendable {
    private(set) var emails: [UInt64] = []
    private(set) var phones: [UInt64] = []

    init() {}

    mutating func read(_ keys: ClientKeys, of record: RawSpan, _ hash: KeyHash) {
        emails.removeAll(keepingCapacity: true)
        phones.removeAll(keepingCapacity: true)
        if !keys.email.isEmpty { emails.append(hash.email(record.bytes(keys.email))) }
        if keys.phone != 0 { phones.append(hash.phone(keys.phone)) }
        guard !keys.aliases.isEmpty else { return }
        var formerEmails = ClientAliases(.email, keys)
        while let range = formerEmails.next(in: record) {
            let value = hash.email(record.bytes(range))
            if !emails.contains(value) { emails.append(value) }
        }
        var formerPhones = ClientAliases(.phone, keys)
        while let range = formerPhones.next(in: record) {
            let value = hash.phone(record.shortInteger(range))
            if !phones.contains(value) { phones.append(value) }
        }
    }
}
