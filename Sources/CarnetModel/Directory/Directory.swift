import CarnetBytes

/// What belongs to the node and to no venue: the tokens that let somebody in.
///
/// A pure state machine as ``Tenant`` is: `decide…` writes events or throws a ``Refusal``, `apply`
/// can't fail, and replay calls `apply` alone.
public struct Directory: Sendable {
    private var byName: [[UInt8]: Token] = [:]
    public private(set) var digest = StateDigest()

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
        default: throw .strayTenant
        }
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
