public import CarnetBytes

/// What belongs to the node and to no venue: the tokens that let somebody in, and the accounts of
/// persons.
///
/// A pure state machine as ``Tenant`` is: `decide…` writes events or throws a ``Refusal``, `apply`
/// can't fail, and replay calls `apply` alone.
public struct Directory: Sendable {
    private var byName: [[UInt8]: Token] = [:]
    public private(set) var digest = StateDigest()
    /// The persons' own sign-ins.
    public private(set) var accounts = AccountTable()

    /// The most tokens a node has.
    public static let tokenCountMax = 100_000

    public init() {}

    public var tokenCount: Int { byName.count }

    public func token(_ name: [UInt8]) -> Token? { byName[name] }

    /// All of them, by name.
    public var tokens: [Token] {
        byName.values.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    // MARK: Deciding

    /// TOKEN.CREATE. `digest` is that of a secret which the caller has made and tells once.
    public func decideCreate(
        _ token: Token,
        now: Timestamp,
        events: inout EventBuffer
    ) throws(Refusal) {
        try Self.checkName(token.name, "name")
        guard byName[token.name] == nil else { throw .tokenExists }
        guard byName.count < Self.tokenCountMax else {
            throw .quota("the node has \(Self.tokenCountMax) tokens; revoke those nobody uses")
        }
        guard token.tenants.count <= Token.tenantCountMax else {
            throw .tooManyGiven(field: "TENANT", max: Token.tenantCountMax)
        }
        for tenant in token.tenants {
            do throws(ValueError) {
                try TenantName.check(unsafe tenant.span.bytes)
            } catch {
                throw .invalid(field: "TENANT", problem: error.message)
            }
        }
        try Self.checkRole(token)
        if token.hasExpired(atMilliseconds: now.millisecondsSinceEpoch) {
            throw .invalid(field: "EXPIRES", problem: "lies in the past; give a time to come")
        }
        token.append(to: &events.payloads)
        events.close(.tokenCreated)
    }

    /// TOKEN.REVOKE.
    public func decideRevoke(_ name: [UInt8], events: inout EventBuffer) throws(Refusal) {
        guard byName[name] != nil else { throw .noToken }
        events.payloads.append(name)
        events.close(.tokenRevoked)
    }

    private static func checkRole(_ token: Token) throws(Refusal) {
        switch token.role {
        case .admin, .monitor:
            guard token.tenants.isEmpty else {
                throw .invalid(
                    field: "TENANT",
                    problem: "role \(token.role.name) is the whole node's; leave TENANT out"
                )
            }
        case .partner:
            guard let partner = token.partner else {
                throw .invalid(field: "PARTNER", problem: "missing; role partner acts for one")
            }
            try checkName(partner, "PARTNER")
            return
        case .platform, .staff: break
        }
        guard token.partner == nil else {
            throw .invalid(field: "PARTNER", problem: "goes with role partner alone")
        }
    }

    /// Names of tokens and partners are made as those of venues are.
    private static func checkName(_ name: [UInt8], _ field: String) throws(Refusal) {
        do throws(ValueError) {
            try TenantName.check(unsafe name.span.bytes)
        } catch {
            throw .invalid(field: field, problem: error.message)
        }
    }

    // MARK: Forgetting

    /// Takes accounts out of a state from before they were erased. Their numbers stay given.
    public mutating func forgetAccounts(where isGone: (AccountID) -> Bool) {
        guard accounts.numberMax > 0 else { return }
        for number in 1...accounts.numberMax where isGone(AccountID(number)) {
            accounts.remove(AccountID(number), &digest)
        }
    }

    /// The account that an event is about; nil of other events.
    public static func account(of kind: EventKind, _ payload: RawSpan) -> AccountID? {
        switch kind {
        case .accountCreated, .accountInvited, .accountCodeIssued, .accountSignedIn,
            .accountChanged, .accountLinked, .accountUnlinked, .accountsJoined,
            .accountAdminSet, .accountCodeRefused, .accountTold, .accountErased:
            var reader = ByteReader(payload)
            return reader.varint().flatMap { UInt32(exactly: $0) }.map { AccountID($0) }
        default: return nil
        }
    }

    // MARK: Applying

    /// Applies one event of the node's own partition.
    public mutating func apply(_ event: borrowing Event) throws(EventError) {
        switch event.kind {
        case .tokenCreated:
            guard
                let token = Token(
                    event.payload,
                    from: 0,
                    createdMilliseconds: event.milliseconds
                )
            else { throw .malformed(.tokenCreated) }
            put(token)
        case .tokenRevoked: remove(event.payload.array())
        case .redacted: break
        case .accountCreated, .accountInvited, .accountCodeIssued, .accountSignedIn,
            .accountChanged, .accountLinked, .accountUnlinked, .accountsJoined,
            .accountAdminSet, .accountCodeRefused, .accountTold, .accountErased:
            guard apply(account: event) else { throw .malformed(event.kind) }
        default: throw .strayTenant
        }
    }

    /// Applies an event of an account: its number, then what changes in it. Of one that is gone
    /// nothing changes.
    private mutating func apply(account event: borrowing Event) -> Bool {
        var reader = ByteReader(event.payload)
        guard let number = reader.varint(), number >= 1, let number = UInt32(exactly: number) else {
            return false
        }
        let id = AccountID(number)
        if event.kind == .accountErased {
            accounts.remove(id, &digest)
            return true
        }
        let known = accounts.account(id)
        guard known != nil || event.kind == .accountCreated else { return true }
        var account = known ?? Account(id: id, createdMilliseconds: event.milliseconds)
        guard account.apply(event, from: reader.offset) else { return false }
        if event.kind == .accountsJoined {
            guard let other = Self.joined(event.payload, from: reader.offset) else { return false }
            if let other = accounts.account(other) { account.take(over: other, at: event.lsn) }
            accounts.remove(other, &digest)
        }
        accounts.put(account, &digest)
        return true
    }

    /// What the tenants of that account's clients have still to be told, a client each.
    public func news(of id: AccountID) -> [(place: ClientPlace, news: AccountNews)] {
        guard let account = accounts.account(id) else { return [] }
        return account.links.filter { $0.owed > .zero }.map { link in
            let news = AccountNews(
                account: id,
                client: link.place.client,
                origin: link.owed,
                email: link.owesEmail && !account.email.isEmpty ? account.email : nil
            )
            return (link.place, news)
        }
    }

    /// A tenant has been told, or has no such client any more.
    public func decideTold(
        _ id: AccountID,
        _ place: ClientPlace,
        _ origin: LSN,
        _ outcome: NewsOutcome,
        events: inout EventBuffer
    ) {
        guard let account = accounts.account(id), let link = account.link(place),
            link.owed == origin
        else { return }
        switch outcome {
        case .gone: unlink(account, place, events: &events)
        case .told:
            events.payloads.append(varint: UInt64(id.value))
            AccountField.told.append(to: &events.payloads) { writer in
                place.append(to: &writer)
                writer.append(varint: origin.value)
            }
            events.close(.accountTold)
        }
    }

    private static func joined(_ payload: RawSpan, from offset: Int) -> AccountID? {
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: payload) {
            guard tag == AccountField.joined.rawValue else { continue }
            var reader = ByteReader(payload.bytes(range))
            return reader.varint().flatMap { UInt32(exactly: $0) }.map { AccountID($0) }
        }
        return nil
    }

    /// What a snapshot's writer needs of it.
    public func view() -> DirectoryView {
        DirectoryView(
            tokens: tokens,
            accounts: accounts.view(),
            accountNumberMax: accounts.numberMax,
            digest: digest
        )
    }

    /// Puts accounts in place that a snapshot's row holds; false where it can't be read.
    public mutating func restore(accounts row: RawSpan) -> Bool {
        var reader = ByteReader(row)
        guard let number = reader.varint(), let number = UInt32(exactly: number) else {
            return false
        }
        accounts.reserve(number)
        var offset = reader.offset
        while offset < row.byteCount {
            guard row.byteCount - offset >= Account.recordByteCountMin else { return false }
            let count = Int(row.littleEndianUInt16(at: offset))
            guard count >= Account.recordByteCountMin, count <= row.byteCount - offset,
                let account = Account(record: row.bytes(offset..<offset + count)),
                account.id.value >= 1
            else { return false }
            accounts.put(account, &digest)
            offset += count
        }
        return true
    }

    /// Puts a token in place that a snapshot holds; false where the row can't be read.
    public mutating func restore(row: RawSpan) -> Bool {
        guard let token = Token(row: row) else { return false }
        put(token)
        return true
    }

    private mutating func put(_ token: Token) {
        remove(token.name)
        byName[token.name] = token
        digest.add(Self.row(of: token).bytes)
    }

    private mutating func remove(_ name: [UInt8]) {
        guard let token = byName.removeValue(forKey: name) else { return }
        digest.remove(Self.row(of: token).bytes)
    }

    private static func row(of token: Token) -> ByteWriter {
        var row = ByteWriter(capacity: 128)
        token.appendRow(to: &row)
        return row
    }
}

/// A directory as it was at one moment, for a snapshot's writer on another thread.
public struct DirectoryView: Sendable {
    public let tokens: [Token]
    public let accounts: RecordPages
    /// The largest number that an account was ever given.
    public let accountNumberMax: UInt32
    public let digest: StateDigest
}
