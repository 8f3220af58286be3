import CarnetBytes
import CarnetModel
import Testing

/// The node's own state machine: what TOKEN.CREATE and TOKEN.REVOKE decide, and what their events do.
@Suite struct DirectoryTests {
    private static let now = Timestamp(millisecondsSinceEpoch: 1_800_000_000_000)

    private static func token(
        _ name: String = "desk",
        _ role: TokenRole = .staff,
        tenants: [String] = [],
        partner: String? = nil,
        expires: UInt64? = nil
    ) -> Token {
        Token(
            name: Array(name.utf8),
            role: role,
            tenants: tenants.map { Array($0.utf8) },
            partner: partner.map { Array($0.utf8) },
            digest: (0..<32).map { UInt8($0) },
            createdMilliseconds: now.millisecondsSinceEpoch,
            expiresMilliseconds: expires
        )
    }

    /// Decides and applies, as the engine does it.
    private static func create(_ token: Token, in directory: inout Directory) throws {
        var events = EventBuffer()
        try directory.decideCreate(token, now: now, events: &events)
        try apply(events, to: &directory)
    }

    private static func apply(_ events: borrowing EventBuffer, to directory: inout Directory) throws
    {
        for index in 0..<events.count {
            let event = try Event(
                kind: events.entries[index].kind.rawValue,
                payload: events.payload(index),
                milliseconds: now.millisecondsSinceEpoch,
                lsn: LSN(UInt64(index) + 1)
            )
            try directory.apply(event)
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let token: Token
        let code: String
        let word: String
        var testDescription: String { "\(token.role.name), \(word)" }
    }

    static let refused: [Refused] = [
        Refused(token: token("Desk"), code: "INVALID", word: "name"),
        Refused(token: token(""), code: "INVALID", word: "name"),
        Refused(token: token(tenants: ["Bistro Lenz"]), code: "INVALID", word: "TENANT"),
        Refused(token: token("x", .admin, tenants: ["bistro"]), code: "INVALID", word: "TENANT"),
        Refused(token: token("x", .monitor, tenants: ["bistro"]), code: "INVALID", word: "TENANT"),
        Refused(token: token("x", .partner), code: "INVALID", word: "PARTNER"),
        Refused(token: token("x", .staff, partner: "ritz"), code: "INVALID", word: "PARTNER"),
        Refused(token: token("x", .partner, partner: "The Ritz"), code: "INVALID", word: "PARTNER"),
        Refused(
            token: token(expires: now.millisecondsSinceEpoch),
            code: "INVALID",
            word: "EXPIRES"
        ),
        Refused(
            token: token(tenants: (0...Token.tenantCountMax).map { "t\($0)" }),
            code: "TOOBIG",
            word: "TENANT"
        ),
    ]

    @Test(arguments: refused)
    func aTokenThatMakesNoSenseIsRefused(_ example: Refused) {
        var events = EventBuffer()
        let error = #expect(throws: Refusal.self) {
            try Directory().decideCreate(example.token, now: Self.now, events: &events)
        }
        #expect(error.map { "\($0.code)" } == example.code)
        #expect(error?.message.hasPrefix(example.word) == true)
        #expect(events.count == 0)
    }

    @Test func aNameIsGivenOnceUntilItIsRevoked() throws {
        var directory = Directory()
        try Self.create(Self.token(), in: &directory)
        #expect(throws: Refusal.tokenExists) { try Self.create(Self.token(), in: &directory) }
        var events = EventBuffer()
        try directory.decideRevoke(Array("desk".utf8), events: &events)
        try Self.apply(events, to: &directory)
        #expect(directory.tokenCount == 0)
        #expect(directory.digest == Directory().digest)
        var none = EventBuffer()
        #expect(throws: Refusal.noToken) {
            try directory.decideRevoke(Array("desk".utf8), events: &none)
        }
        try Self.create(Self.token(), in: &directory)
        #expect(directory.tokenCount == 1)
    }

    @Test func whatAnEventSaysIsWhatWasAskedFor() throws {
        let tokens = [
            Self.token("a", .admin), Self.token("b", .platform, tenants: ["bistro", "salon"]),
            Self.token("c", .partner, tenants: ["bistro"], partner: "ritz"),
            Self.token("d", .monitor, expires: Self.now.millisecondsSinceEpoch + 1),
        ]
        var directory = Directory()
        for token in tokens { try Self.create(token, in: &directory) }
        #expect(directory.tokens == tokens)
    }

    @Test func aSnapshotsRowsComeToTheSameDirectory() throws {
        var directory = Directory()
        for number in 0..<50 {
            try Self.create(
                Self.token("t\(number)", .staff, tenants: ["v\(number)"]),
                in: &directory
            )
        }
        var loaded = Directory()
        for token in directory.tokens {
            var row = ByteWriter(capacity: 64)
            token.appendRow(to: &row)
            let isRead = loaded.restore(row: row.bytes)
            #expect(isRead)
        }
        #expect(loaded.tokens == directory.tokens)
        #expect(loaded.digest == directory.digest)
    }

    @Test func aRowThatIsCutOffIsNotRead() {
        var row = ByteWriter(capacity: 64)
        Self.token().appendRow(to: &row)
        for count in 0..<row.byteCount {
            var directory = Directory()
            let isRead = directory.restore(row: row.bytes.bytes(0..<count))
            #expect(!isRead)
            #expect(directory.tokenCount == 0)
        }
    }

    @Test func aTokenEndsAtItsTime() {
        let end = Self.now.millisecondsSinceEpoch + 10
        let token = Self.token(expires: end)
        #expect(!token.hasExpired(atMilliseconds: end - 1))
        #expect(token.hasExpired(atMilliseconds: end))
    }
}
