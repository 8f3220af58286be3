import CarnetBytes
import CarnetModel

/// A directory that is decided upon and told at once, and two codes that everybody knows.
struct AccountDesk {
    var directory = Directory()
    private var lsn: UInt64 = 100
    var now: UInt64 = 1_800_000_000_000

    static let right = "right"
    static let wrong = "wrong"

    var moment: Timestamp { Timestamp(millisecondsSinceEpoch: now) }

    static func digest(_ code: String) -> OneTimeCode.Digest {
        let text = Array(code.utf8)
        return OneTimeCode.Digest(
            salt: [UInt8](repeating: 7, count: OneTimeCode.saltByteCount),
            bytes: text + [UInt8](repeating: 1, count: Token.digestByteCount - text.count)
        )
    }

    static func place(_ tenant: String, _ client: UInt32) -> ClientPlace {
        ClientPlace(tenant: Array(tenant.utf8), client: ClientID(client))
    }

    /// Decides and applies; what is applied comes to the same as what a snapshot brings back.
    mutating func run<R>(
        _ body: (borrowing Directory, Timestamp, inout EventBuffer) throws -> R
    ) throws -> R {
        var events = EventBuffer()
        let result = try body(directory, moment, &events)
        for index in 0..<events.count {
            lsn += 1
            let event = try Event(
                kind: events.entries[index].kind.rawValue,
                payload: events.payload(index),
                milliseconds: now,
                lsn: LSN(lsn)
            )
            try directory.apply(event)
        }
        return result
    }

    @discardableResult
    mutating func invite(
        _ place: ClientPlace,
        email: String = "",
        account: AccountID? = nil,
        code: String = right
    ) throws -> Invitation {
        let client = InvitedClient(place: place, email: Array(email.utf8), account: account)
        return try run { directory, now, events in
            try directory.decideInvite(client, Self.digest(code), now: now, events: &events)
        }
    }

    @discardableResult
    mutating func signIn(
        _ login: String,
        code: String = right,
        venue: String = "",
        session: UInt8 = 1
    ) throws -> SignInOutcome {
        let bytes = Array(login.utf8)
        return try run { directory, now, events in
            directory.decideSignIn(
                login: unsafe bytes.span.bytes,
                venue: Array(venue.utf8),
                session: [UInt8](repeating: session, count: Token.digestByteCount),
                now: now,
                matches: { $0 == Self.digest(code) },
                events: &events
            )
        }
    }

    /// A person of a client, who has signed in there; answers the account.
    mutating func person(_ place: ClientPlace, _ email: String) throws -> AccountID {
        let id = try invite(place, email: email).account
        try signIn(email, venue: String(decoding: place.tenant, as: UTF8.self))
        return id
    }

    @discardableResult
    mutating func ask(_ id: AccountID, _ email: String, code: String = right) throws -> Invitation {
        try run { directory, now, events in
            try directory.decideAddress(
                id,
                Array(email.utf8),
                Self.digest(code),
                now: now,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func prove(
        _ id: AccountID,
        code: String = right,
        session: UInt8 = 1
    ) throws -> ProofOutcome {
        try run { directory, now, events in
            try directory.decideProof(
                id,
                session: [UInt8](repeating: session, count: Token.digestByteCount),
                now: now,
                matches: { $0 == Self.digest(code) },
                events: &events
            )
        }
    }

    mutating func login(
        _ place: ClientPlace,
        _ email: String,
        account: AccountID? = nil,
        isSame: Bool = false,
        takesFree: Bool = true
    ) throws -> LoginOutcome {
        let client = InvitedClient(place: place, email: [], account: account)
        return try run { directory, now, events in
            try directory.decideLogin(
                client,
                Array(email.utf8),
                isSame: isSame,
                takesFree: takesFree,
                Self.digest(Self.right),
                now: now,
                events: &events
            )
        }
    }

    /// Tells every tenant what it is owed.
    mutating func tellAll() throws {
        for number in directory.accounts.owing.sorted() {
            for (place, news) in directory.news(of: AccountID(number)) {
                try run { directory, _, events in
                    directory.decideTold(
                        AccountID(number),
                        place,
                        news.origin,
                        .told,
                        events: &events
                    )
                }
            }
        }
    }

    func account(_ id: AccountID) -> Account? { directory.accounts.account(id) }

    /// The directory as a snapshot brings it back.
    func throughSnapshot() throws -> Directory {
        let view = directory.view()
        var rows = ByteWriter()
        var page = 0
        while TenantSnapshotWriter.append(accountsOf: view, page: page, to: &rows) { page += 1 }
        var restored = Directory()
        var offset = 0
        while let row = try TenantSnapshotRow.next(in: rows.bytes, at: &offset) {
            guard row.kind == .accounts, restored.restore(accounts: rows.bytes.bytes(row.range))
            else { throw TenantSnapshotError.malformed }
        }
        return restored
    }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}
