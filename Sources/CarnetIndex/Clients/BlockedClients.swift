public import CarnetBytes
public import CarnetModel

/// By which addresses and names a tenant's blocked clients are known, so that a block survives a
/// second entry on the list (R-SAL-08): a client with an address of a blocked one is recognized,
/// whichever number it has.
///
/// Addresses are compared as for doubles: another spelling of a mailbox is the same mailbox. Those
/// that a blocked client had before count as well, as its aliases. Addresses that say nothing of
/// who somebody is (relays, placeholders, dummy numbers) recognize nobody. Names recognize too,
/// which is a warning and no proof.
///
/// Fed with each record before it takes its place; rebuilt from the records on load. Where nobody
/// is blocked it costs a look at the record and no memory. Whether a block has ended is not known
/// here.
public struct BlockedClients: Sendable {
    /// What two clients have in common.
    public struct Ways: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let email = Ways(rawValue: 1)
        public static let phone = Ways(rawValue: 2)
        /// First and last name, without accents and case.
        public static let name = Ways(rawValue: 4)
    }

    /// A blocked client that another one shares something with.
    public struct Match: Hashable, Sendable {
        public let id: ClientID
        public let ways: Ways
    }

    private struct Key: Hashable {
        let hash: UInt64
        let way: Ways
    }

    private var byKey: [Key: [UInt32]] = [:]
    /// How many clients carry a block, ended ones included.
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// Begins anew with all records. O(bytes of the records).
    public mutating func rebuild(from clients: borrowing RecordStore) {
        self = BlockedClients()
        guard clients.numberMax > 0 else { return }
        for number in 1...clients.numberMax {
            guard let bytes = clients.record(number) else { continue }
            let record = ClientRecord(bytes)
            if Self.counts(record) { add(record) }
        }
    }

    /// A record is about to take its place, or that of the one with its number. O(fields).
    public mutating func willPut(_ bytes: RawSpan, in clients: borrowing RecordStore) {
        let record = ClientRecord(bytes)
        if !isEmpty, let old = clients.record(record.id.value) {
            let old = ClientRecord(old)
            if Self.counts(old) { remove(old) }
        }
        if Self.counts(record) { add(record) }
    }

    /// The blocked clients that share an address or the name with this one, ascending, itself left
    /// out. O(aliases), without regard to how many are blocked.
    public func matches(of record: borrowing ClientRecord) -> [Match] {
        guard !isEmpty else { return [] }
        var ways: [UInt32: Ways] = [:]
        for key in Self.keys(record) {
            for number in byKey[key] ?? [] where number != record.id.value {
                ways[number, default: []].formUnion(key.way)
            }
        }
        return ways.sorted { $0.key < $1.key }.map { Match(id: ClientID($0.key), ways: $0.value) }
    }

    /// A merged client's block is its survivor's as well.
    private static func counts(_ record: borrowing ClientRecord) -> Bool {
        record.status != .merged && record.status != .erased && record.block != nil
    }

    private mutating func add(_ record: borrowing ClientRecord) {
        count += 1
        for key in Self.keys(record) { byKey[key, default: []].append(record.id.value) }
    }

    private mutating func remove(_ record: borrowing ClientRecord) {
        count -= 1
        let number = record.id.value
        for key in Self.keys(record) {
            byKey[key]?.removeAll { $0 == number }
            if byKey[key]?.isEmpty == true { byKey[key] = nil }
        }
    }

    /// Each once.
    private static func keys(_ record: borrowing ClientRecord) -> Set<Key> {
        var keys: Set<Key> = []
        var text = ByteWriter(capacity: 128)
        var folded = ByteWriter(capacity: 128)
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            switch (ClientField(rawValue: tag), ClientAlias(rawValue: tag)) {
            case (.email, _), (_, .email):
                text.removeAll()
                folded.removeAll()
                EmailAddress.appendFolded(record.bytes.bytes(range), to: &folded)
                let traits = MailProviders.appendMailbox(folded.bytes, to: &text)
                guard traits.isDisjoint(with: .saysNothing) else { continue }
                keys.insert(Key(hash: text.bytes.xxh3(), way: .email))
            case (.phone, _), (_, .phone):
                let digits = record.integer(range)
                guard let phone = PhoneNumber(e164Digits: digits), !PhoneOddities.isDummy(phone)
                else { continue }
                keys.insert(Key(hash: digits, way: .phone))
            default: continue
            }
        }
        for name in record.nameKeys {
            keys.insert(Key(hash: unsafe name.span.bytes.xxh3(), way: .name))
        }
        return keys
    }
}
