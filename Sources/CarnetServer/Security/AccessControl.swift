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

    init(_ engine: Engine) { self.engine = engine }

    private var nowMilliseconds: UInt64 { engine.clock() / 1_000 }

    /// Who a new connection is before it says anything; nil where it must say who it is.
    func atFirst(_ connection: Connection) -> Access? {
        if connection.isByDataFolder { return .owner }
        return engine.directory.current.directory.tokenCount == 0 ? .owner : nil
    }

    /// Who comes with that name and secret, and the event that the answer depends on.
    func authenticate(
        _ name: RawSpan,
        _ secret: RawSpan
    ) throws(ErrorReply) -> (access: Access, lsn: LSN) {
        let digest = Secret.digest(secret.array())
        let name = name.array()
        let now = nowMilliseconds
        // Under the lock, so that a token that is revoked meanwhile finds the grant.
        let found: (grant: TokenGrant, lsn: LSN)? = lock.withLock {
            let (directory, lsn) = engine.directory.current
            guard let token = directory.token(name), Secret.isEqual(token.digest, digest),
                !token.hasExpired(atMilliseconds: now)
            else { return nil }
            if let grant = grants[name], grant.digest == token.digest { return (grant, lsn) }
            let grant = TokenGrant(token)
            grants[name] = grant
            return (grant, lsn)
        }
        guard let found else {
            if engine.directory.current.directory.tokenCount == 0 {
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

    /// The directory holds the token no more: those who came in with it may do nothing more.
    func revoked(_ name: [UInt8]) {
        lock.withLock { grants.removeValue(forKey: name) }?.revoke()
    }
}
