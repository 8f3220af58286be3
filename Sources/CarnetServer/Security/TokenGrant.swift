import CarnetModel
import CarnetWire
import Synchronization

/// What a token lets its holders do, shared by all connections that came in with it.
final class TokenGrant: Sendable {
    let caller: Caller
    let digest: [UInt8]
    /// The venues that it may ask about; nil: all of them.
    let tenants: Set<[UInt8]>?
    private let expiresMilliseconds: UInt64?
    private let revoked = Atomic<Bool>(false)
    /// R-RES-12: whether an address must be proven before anything else.
    private let mustProve: Atomic<Bool>

    init(_ token: Token) {
        var caller = Caller(role: Role(token.role), token: token.name)
        caller.partner = token.partner ?? []
        self.caller = caller
        digest = token.digest
        tenants = token.tenants.isEmpty ? nil : Set(token.tenants)
        expiresMilliseconds = token.expiresMilliseconds
        mustProve = Atomic(false)
    }

    /// What a person who has signed in may do.
    init(_ account: AccountID, _ session: AccountSession) {
        caller = Caller(
            role: .client,
            token: Array("account:\(account.value)".utf8),
            account: account.value
        )
        digest = session.digest
        tenants = nil
        expiresMilliseconds = session.expiresMilliseconds
        mustProve = Atomic(session.mustProve)
    }

    /// An address was proven. On any thread.
    func prove() { mustProve.store(false, ordering: .releasing) }

    /// Whether nothing but proving an address is let through.
    var onlyProves: Bool { mustProve.load(ordering: .acquiring) }

    /// The token was taken away: who came in with it may do nothing more. On any thread.
    func revoke() { revoked.store(true, ordering: .releasing) }

    /// Why it lets nobody do anything any more; nil while it does.
    func end(nowMilliseconds: () -> UInt64) -> ErrorReply? {
        if revoked.load(ordering: .acquiring) {
            return ErrorReply(.noAuth, "the token was revoked; authenticate with another")
        }
        guard let end = expiresMilliseconds, end <= nowMilliseconds() else { return nil }
        return ErrorReply(.noAuth, "the token has expired; authenticate with another")
    }
}

/// Who a connection is.
struct Access: Sendable {
    let caller: Caller
    /// Nil for who needs no token.
    let grant: TokenGrant?

    /// Whoever connects from the machine itself while there is no token, or by the socket in the
    /// data folder, which its owner alone can open.
    static let owner = Access(caller: .owner, grant: nil)

    /// Why the command may not run; nil where it may. `tenant` is the one it names.
    func refusal(
        _ declaration: CommandDeclaration,
        tenant: () -> [UInt8]?,
        nowMilliseconds: () -> UInt64
    ) -> ErrorReply? {
        guard let grant else { return nil }
        if let end = grant.end(nowMilliseconds: nowMilliseconds) { return end }
        guard declaration.allows(caller.role) else {
            return ErrorReply(
                .noPerm,
                "\(declaration.name) is not for role \(caller.role.name); it is for "
                    + declaration.roles.names.joined(separator: ", ")
            )
        }
        if grant.onlyProves, declaration.leastRole != nil, declaration.group != .accounts {
            return ErrorReply(Refusal.mustProve)
        }
        guard let tenants = grant.tenants, declaration.firstKey == 1 else { return nil }
        guard let tenant = tenant(), tenants.contains(tenant) else {
            return ErrorReply(
                .noPerm,
                "the token is not for this tenant; TENANT.LIST shows those it is for"
            )
        }
        return nil
    }
}

extension Role {
    init(_ role: TokenRole) {
        switch role {
        case .admin: self = .admin
        case .platform: self = .platform
        case .staff: self = .staff
        case .partner: self = .partner
        case .monitor: self = .monitor
        }
    }
}
