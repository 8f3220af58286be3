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

    /// The hash of the e-mail of client `number`; 0 when there is none.
    func email(of number: UInt32, in store: RecordStore) -> UInt64 {
        guard let record = store.record(number),
            let range = ClientRecord(record).field(.email)
        else { return 0 }
        return email(record.bytes(range))
    }

    /// The hash of the phone of client `number`; 0 when there is none.
    func phone(of number: UInt32, in store: RecordStore) -> UInt64 {
        guard let record = store.record(number),
            let digits = ClientRecord(record).phoneDigits
        else { return 0 }
        return phone(digits)
    }

    /// The hash of that external reference for which `entry` stands in its table; 0 when there is
    /// none. Where two of one client fit, they are taken in the order in which they stand.
    func external(of entry: NumberTable.Entry, in store: RecordStore) -> UInt64 {
        guard let record = store.record(entry.number) else { return 0 }
        var references = ExternalReferences(ClientRecord(record))
        var fitting: UInt64?
        var others: [UInt64] = []
        while let range = references.next(in: record) {
            let hash = external(record.bytes(range))
            guard entry.fits(hash) else { continue }
            if fitting == nil { fitting = hash } else { others.append(hash) }
        }
        guard let fitting else { return 0 }
        guard !others.isEmpty else { return fitting }
        let occurrence = entry.occurrence()
        guard occurrence > 0 else { return fitting }
        return others[min(occurrence, others.count) &- 1]
    }
}

/// The hashes of the keys of one client: its e-mail, its phone and its first external reference;
/// 0 for what it has not.
struct ClientHashes {
    private(set) var email: UInt64 = 0
    private(set) var phone: UInt64 = 0
    private(set) var external: UInt64 = 0

    init(_ keys: ClientKeys, of record: RawSpan, _ hash: KeyHash) {
        if !keys.email.isEmpty { email = hash.email(record.bytes(keys.email)) }
        if keys.phone != 0 { phone = hash.phone(keys.phone) }
        guard keys.externalCount > 0 else { return }
        var references = ExternalReferences(keys)
        if let range = references.next(in: record) {
            external = hash.external(record.bytes(range))
        }
    }
}
