import CarnetBytes

/// All accounts: records by number, and who has which login.
///
/// An account costs its record, four bytes in the table of places, and one entry of a dictionary of
/// hashes. Looking one up decodes it.
public struct AccountTable: Sendable {
    private var records = RecordStore()
    /// Who has the login of that hash; of two logins with the same hash the later one is in `crowded`.
    private var byLogin: [UInt64: UInt32] = [:]
    private var crowded: [UInt32] = []
    /// Who has an open code that was sent to the address of that hash, where that is not the login.
    private var byAddress: [UInt64: [UInt32]] = [:]
    /// Those whose clients' tenants have something to be told.
    public private(set) var owing: Set<UInt32> = []
    /// The largest number ever given.
    public private(set) var numberMax: UInt32 = 0

    /// The most accounts that a node has ever had.
    static let countMax: UInt32 = 1 << 30

    public init() {}

    public var count: Int { records.count }
    /// Bytes of records and places.
    public var byteCount: Int { records.byteCount }

    public func account(_ id: AccountID) -> Account? {
        guard let record = records.record(id.value) else { return nil }
        return Account(record: record)
    }

    /// Who has that login, with case folded.
    public func account(login: RawSpan) -> Account? {
        let hash = Self.hash(login)
        if let number = byLogin[hash], let account = account(AccountID(number)),
            account.hasLogin(login)
        {
            return account
        }
        for number in crowded {
            if let account = account(AccountID(number)), account.hasLogin(login) { return account }
        }
        return nil
    }

    /// Those who have a code that was sent to that address, which is not their login.
    func accounts(address: RawSpan) -> [Account] {
        (byAddress[Self.hash(address)] ?? []).compactMap { account(AccountID($0)) }
    }

    public var next: AccountID { AccountID(numberMax &+ 1) }

    func hasRoom() -> Bool {
        numberMax < Self.countMax && records.hasRoom(for: RecordStore.recordByteCountMax)
    }

    /// The records as they are now, for a snapshot's writer.
    func view() -> RecordPages { records.view() }

    // MARK: Changing

    /// Puts an account in place of what stood under its number. What the digest gains and loses.
    mutating func put(_ account: Account, _ digest: inout StateDigest) {
        remove(account.id, &digest)
        var record = ByteWriter(capacity: 256)
        // Its lists have limits that keep it well below the longest record.
        precondition(account.append(to: &record), "an account that no record can hold")
        records.put(record.bytes)
        digest.add(record.bytes)
        numberMax = max(numberMax, account.id.value)
        enter(account)
    }

    mutating func remove(_ id: AccountID, _ digest: inout StateDigest) {
        guard let old = account(id) else { return }
        if let record = records.record(id.value) { digest.remove(record.xxh3_128) }
        leave(old)
        records.remove(id.value)
    }

    /// Takes what a snapshot says: numbers up to that one have been given.
    mutating func reserve(_ number: UInt32) { numberMax = max(numberMax, number) }

    private mutating func enter(_ account: Account) {
        let number = account.id.value
        let hash = unsafe Self.hash(account.login.span.bytes)
        if byLogin[hash] == nil { byLogin[hash] = number } else { crowded.append(number) }
        for hash in Self.addressHashes(account) { byAddress[hash, default: []].append(number) }
        if account.links.contains(where: { $0.owed > .zero }) { owing.insert(number) }
    }

    private mutating func leave(_ account: Account) {
        let number = account.id.value
        let hash = unsafe Self.hash(account.login.span.bytes)
        if byLogin[hash] == number { byLogin[hash] = nil }
        if let place = crowded.firstIndex(of: number) { crowded.remove(at: place) }
        for hash in Self.addressHashes(account) {
            byAddress[hash]?.removeAll { $0 == number }
            if byAddress[hash]?.isEmpty == true { byAddress[hash] = nil }
        }
        owing.remove(number)
    }

    private static func addressHashes(_ account: Account) -> [UInt64] {
        account.codes.filter { code in
            guard code.purpose == .signIn, !code.isPrinted else { return false }
            return unsafe !account.hasLogin(code.address.span.bytes)
        }.map { unsafe hash($0.address.span.bytes) }
    }

    private static func hash(_ login: RawSpan) -> UInt64 {
        var folded = ByteWriter(capacity: 64)
        EmailAddress.appendFolded(login, to: &folded)
        return folded.bytes.xxh3()
    }
}
