import CarnetBytes

/// The keys of many clients, noted while their records are walked, so that each table is then
/// built in one go.
struct KeyLists {
    struct Hashed {
        var numbers: [UInt32] = []
        var hashes: [UInt64] = []

        init(reserving count: Int) {
            numbers.reserveCapacity(count)
            hashes.reserveCapacity(count)
        }

        mutating func append(_ number: UInt32, _ hash: UInt64) {
            numbers.append(number)
            hashes.append(hash)
        }
    }

    private(set) var emails: Hashed
    private(set) var phones: Hashed
    private(set) var externals: Hashed
    private(set) var locals: [UInt128] = []

    /// Whether somebody had an e-mail before.
    private(set) var hasFormerEmails = false

    init(reserving count: Int) {
        emails = Hashed(reserving: count)
        phones = Hashed(reserving: count)
        externals = Hashed(reserving: 0)
        locals.reserveCapacity(count)
    }

    /// Notes the keys of one client, whose words and contacts were read.
    mutating func append(
        _ number: UInt32,
        _ keys: ClientKeys,
        of record: RawSpan,
        _ words: borrowing ClientWords,
        _ contacts: ClientContacts,
        _ hash: KeyHash
    ) {
        for email in contacts.emails { emails.append(number, email) }
        for phone in contacts.phones { phones.append(number, phone) }
        for index in 0..<words.addresses.count {
            if words.addresses.isFormer(at: index) { hasFormerEmails = true }
            locals.append(LocalPart.key(LocalPart.code(words.addresses.local(at: index)), number))
        }
        guard keys.externalCount > 0 else { return }
        var references = ExternalReferences(keys)
        while let range = references.next(in: record) {
            externals.append(number, hash.external(record.bytes(range)))
        }
    }
}
