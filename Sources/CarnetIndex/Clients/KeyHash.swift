import CarnetBytes
import CarnetModel

/// The hashes under which a tenant's clients stand in its tables.
struct KeyHash: Sendable {
    let bytes: ByteHash

    init(seed: UInt64) { bytes = ByteHash(seed: seed) }

    /// The hash of an e-mail with its case folded.
    func email(_ email: RawSpan) -> UInt64 {
        if let hash = bytes.hashLoweringASCII(email) { return hash }
        var folded = ByteWriter(capacity: 256)
        EmailAddress.appendFolded(email, to: &folded)
        return bytes.hashLoweringASCII(folded.bytes) ?? bytes.hash(folded.bytes)
    }

    /// The hash of a phone: its place comes from the last four digits, so that all phones that end
    /// alike stand together, and its low byte, the tag, from all of them.
    func phone(_ digits: UInt64) -> UInt64 {
        phonePlace(lastFour: digits % 10_000) | bytes.hash(digits) & 0xFF
    }

    /// The place of all phones that end in these four digits; the tag is left open.
    func phonePlace(lastFour: UInt64) -> UInt64 {
        bytes.hash(lastFour &+ 1 << 63) & ~0xFF
    }

    func external(_ reference: RawSpan) -> UInt64 { bytes.hash(reference) }

    // MARK: - Of what stands in a record

    /// Reads both ends of a record, so that it comes into the cache.
    static func warm(_ number: UInt32, in store: RecordStore) -> UInt64 {
        guard let record = store.record(number) else { return 0 }
        return UInt64(record.byte(at: record.byteCount &- 1))
    }

    /// The hash of that e-mail for which `entry` stands in its table; 0 when there is none.
    func email(of entry: NumberTable.Entry, in store: RecordStore) -> UInt64 {
        guard let record = store.record(entry.number) else { return 0 }
        let keys = ClientKeys(ClientRecord(record))
        guard !keys.aliases.isEmpty else {
            return keys.email.isEmpty ? 0 : email(record.bytes(keys.email))
        }
        var contacts = ClientContacts()
        contacts.read(keys, of: record, self)
        return Self.hash(of: entry, among: contacts.emails)
    }

    /// The hash of that phone for which `entry` stands in its table; 0 when there is none.
    func phone(of entry: NumberTable.Entry, in store: RecordStore) -> UInt64 {
        guard let record = store.record(entry.number) else { return 0 }
        let keys = ClientKeys(ClientRecord(record))
        guard !keys.aliases.isEmpty else { return keys.phone == 0 ? 0 : phone(keys.phone) }
        var contacts = ClientContacts()
        contacts.read(keys, of: record, self)
        return Self.hash(of: entry, among: contacts.phones)
    }

    /// The hash that an entry stands for, of those that its client has. Where several fit, they
    /// are taken in the order in which they stand.
    private static func hash(of entry: NumberTable.Entry, among hashes: [UInt64]) -> UInt64 {
        let fitting = hashes.filter { entry.fits($0) }
        guard fitting.count > 1 else { return fitting.first ?? 0 }
        return fitting[min(entry.occurrence(), fitting.count &- 1)]
    }

    /// The hash of that external reference for which `entry` stands in its table; 0 when there is
    /// none. Where two of one client fit, they are taken in the order in which they stand.
    func external(of entry: NumberTable.Entry, in store: RecordStore) -> UInt64 {
        guard let record = store.record(entry.number) else { return 0 }
        var references = ExternalReferences(ClientRecord(record))
        var hashes: [UInt64] = []
        while let range = references.next(in: record) {
            hashes.append(external(record.bytes(range)))
        }
        return Self.hash(of: entry, among: hashes)
    }
}

/// The hashes of the keys of one client: its e-mail, its phone and its first external reference;
/// 0 for what it has not.
struct ClientHashes {
    private(set) var email: UInt64 = 0
    private(set) var phone: UInt64 = 0
    private(set) var external: UInt64 = 0

    init(_ keys: ClientKeys, of record: RawSpan, _ contacts: ClientContacts, _ hash: KeyHash) {
        email = contacts.emails.first ?? 0
        phone = contacts.phones.first ?? 0
        guard keys.externalCount > 0 else { return }
        var references = ExternalReferences(keys)
        if let range = references.next(in: record) {
            external = hash.external(record.bytes(range))
        }
    }
}
