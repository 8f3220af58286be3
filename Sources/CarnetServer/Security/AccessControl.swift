import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOConcurrencyHelpers

/// Says who a connection is, by the tokens that the directory holds.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class AccessControl: @unchecked Sendable {
    private let engine: Engine
    private let lock = NIOLock()
    /// What tokens that are in use let their holders do, by name.
    private var grants: [[UInt8]: TokenGrant] = [:]
    /// What sessions in use let persons do, by account.
    private var sessions: [AccountID: [TokenGrant]] = [:]

    init(_ engine: Engine) { self.engine = engine }

    private var nowMilliseconds: UInt64 { engine.clock() / 1_000 }

    /// Who a new connection is before it says anything; nil where it must say who it is.
    func atFirst(_ connection: Connection) -> Access? {
        if connection.isByDataFolder { return .owner }
        return hasTokens ? nil : .owner
    }

    private var hasTokens: Bool {
        engine.directory.shared.read { directory, _ in directory.tokenCount > 0 }
    }

    /// Who comes with that name and secret, and the event that the answer depends on.
    func authenticate(
        _ name: RawSpan,
        _ secret: RawSpan
    ) throws(ErrorReply) -> (access: Access, lsn: LSN) {
        let digest = Secret.digest(secret.array())
        if let found = person(name, digest) { return found }
        let name = name.array()
        let now = nowMilliseconds
        // Under the lock, so that a token that is revoked meanwhile finds the grant.
        let found: (grant: TokenGrant, lsn: LSN)? = lock.withLock {
            let (token, lsn) = engine.directory.shared.read { directory, lsn in
                (directory.token(name), lsn)
            }
            // Compared also where there is no such token, so that time does not tell.
            let isRight = Secret.isEqual(token?.digest ?? Secret.nobodys, digest)
            guard let token, isRight, !token.hasExpired(atMilliseconds: now) else { return nil }
            if let grant = grants[name], grant.digest == token.digest { return (grant, lsn) }
            let grant = TokenGrant(token)
            grants[name] = grant
            return (grant, lsn)
        }
        guard let found else {
            if !hasTokens {
                throw ErrorReply(
                    .err,
                    "AUTH was called without any token configured for this server; connect without AUTH"
                )
            }
            throw ErrorReply(
                .wrongPass,
                "invalid name and secret, or the token was revoked or has expired; TOKEN.CREATE makes one"
            )
        }
        return (Access(caller: found.grant.caller, grant: found.grant), found.lsn)
    }

    /// The person who signed in before and was given that secret.
    private func person(_ login: RawSpan, _ digest: [UInt8]) -> (access: Access, lsn: LSN)? {
        let (account, lsn) = engine.directory.shared.read { directory, lsn in
            (directory.accounts.account(login: login), lsn)
        }
        let now = nowMilliseconds
        var found: AccountSession?
        for session in account?.sessions ?? [] where Secret.isEqual(session.digest, digest) {
            found = session
        }
        guard let account, let found, found.expiresMilliseconds > now else { return nil }
        return (access(of: account.id, found), lsn)
    }

    /// What a session lets its person do: one grant for all connections of it.
    func access(of account: AccountID, _ session: AccountSession) -> Access {
        let grant = lock.withLock {
            let now = nowMilliseconds
            var known = (sessions[account] ?? []).filter { $0.end(nowMilliseconds: { now }) == nil }
            if let grant = known.first(where: { $0.digest == session.digest }) { return grant }
            let grant = TokenGrant(account, session)
            known.append(grant)
            sessions[account] = known
            return grant
        }
        return Access(caller: grant.caller, grant: grant)
    }

    /// The account's person has proven an address: its sessions may do everything.
    func proven(_ account: AccountID) {
        for grant in lock.withLock({ sessions[account] ?? [] }) { grant.prove() }
    }

    /// The account's sessions have ended.
    func ended(_ account: AccountID) {
        for grant in lock.withLock({ sessions.removeValue(forKey: account) ?? [] }) {
            grant.revoke()
        }
    }

    /// The directory holds the token no more: those who came in with it may do nothing more.
    func revoked(_ name: [UInt8]) {
        lock.withLock { grants.removeValue(forKey: name) }?.revoke()
    }
}
