import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// TOKEN.CREATE, TOKEN.LIST, TOKEN.REVOKE: what the directory holds of who may connect.
extension Session {
    private typealias DirectoryCommand =
        @Sendable (isolated DirectoryShard, inout ReplyWriter) throws(ErrorReply) -> Dependence

    /// Has a command run by whoever holds the directory; this connection waits for it.
    private func onDirectory(_ command: @escaping DirectoryCommand) {
        suspend()
        let mode = reply.mode
        let loop = gate.loop
        let counters = node.counters
        node.engine.directory.leave { [self] directory in
            var reply = ReplyWriter(mode: mode, capacity: 512)
            var dependence = Dependence.none
            do throws(ErrorReply) {
                dependence = try command(directory, &reply)
            } catch {
                reply.removeAll()
                reply.error(error.code, error.message)
                counters.countError(error.code)
                dependence.lsn = node.engine.directory.shared.lsn
            }
            let outcome = Outcome(bytes: reply.bytes.array(), dependence: dependence)
            loop.execute { self.resume(outcome) }
        }
    }

    func tokenCreate(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let asked: AskedToken
        do throws(ErrorReply) {
            asked = try AskedToken(parsed, span)
        } catch {
            return fail(error.code, error.message)
        }
        let wantsSync = parsed.has(.durable)
        onDirectory { directory, reply throws(ErrorReply) in
            let secret = Secret.make()
            let digest = Secret.digest(Array(secret.utf8))
            let made: (token: Token, lsn: LSN)
            do throws(CommandFailure) {
                made = try directory.create(wantsSync: wantsSync) { asked.token(digest, $0) }
            } catch {
                throw ErrorReply(error)
            }
            reply.map(4)
            let token = made.token
            reply.field("name", unsafe token.name.span.bytes)
            reply.field("role", text: token.role.name)
            reply.field("secret", text: secret)
            reply.field("lsn", made.lsn.value)
            return Dependence(lsn: made.lsn, isSynced: wantsSync)
        }
    }

    func tokenRevoke(_ bytes: ByteBuffer) {
        let name = parsed.argument(0, in: bytes.readableBytesSpan)?.array() ?? []
        let wantsSync = parsed.has(.durable)
        let access = node.access
        onDirectory { directory, reply throws(ErrorReply) in
            let lsn: LSN
            do throws(CommandFailure) {
                lsn = try directory.revoke(name, wantsSync: wantsSync)
            } catch {
                throw ErrorReply(error)
            }
            access.revoked(name)
            reply.map(2)
            reply.field("name", unsafe name.span.bytes)
            reply.field("lsn", lsn.value)
            return Dependence(lsn: lsn, isSynced: wantsSync)
        }
    }

    func tokenList(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let limit: Int
        do throws(ErrorReply) {
            limit = try parsed.pageSize(in: span)
        } catch {
            return fail(error.code, error.message)
        }
        let (all, lsn) = node.engine.directory.shared.read { directory, lsn in
            (directory.tokens, lsn)
        }
        var tokens = all
        if let after = parsed.value(.after, in: span)?.array() {
            tokens.removeAll { !after.lexicographicallyPrecedes($0.name) }
        }
        let page = tokens.prefix(limit)
        let hasMore = tokens.count > limit
        reply.map(hasMore ? 3 : 2)
        reply.field("total", UInt64(all.count))
        if hasMore, let last = page.last { reply.field("cursor", unsafe last.name.span.bytes) }
        reply.bulk("tokens")
        reply.array(page.count)
        let now = node.engine.clock() / 1_000
        for token in page { write(token, now) }
        answered(Dependence(lsn: lsn, isSynced: false))
    }

    private func write(_ token: Token, _ now: UInt64) {
        let count =
            4 + (token.tenants.isEmpty ? 0 : 1) + (token.partner == nil ? 0 : 1)
            + (token.expiresMilliseconds == nil ? 0 : 1)
        reply.map(count)
        reply.field("name", unsafe token.name.span.bytes)
        reply.field("role", text: token.role.name)
        if !token.tenants.isEmpty {
            reply.bulk("tenants")
            reply.array(token.tenants.count)
            for tenant in token.tenants { reply.bulk(unsafe tenant.span.bytes) }
        }
        if let partner = token.partner { reply.field("partner", unsafe partner.span.bytes) }
        reply.field("created", time: token.createdMilliseconds)
        if let end = token.expiresMilliseconds { reply.field("expires", time: end) }
        reply.field("expired", token.hasExpired(atMilliseconds: now))
    }
}

/// A token as somebody asks for it.
private struct AskedToken: Sendable {
    let name: [UInt8]
    let role: TokenRole
    let tenants: [[UInt8]]
    let partner: [UInt8]?
    let expires: UInt64?

    init(_ parsed: borrowing ParsedCommand, _ bytes: RawSpan) throws(ErrorReply) {
        name = parsed.argument(0, in: bytes)?.array() ?? []
        guard let word = parsed.value(.role, in: bytes)?.text(), let role = TokenRole(name: word)
        else {
            throw ErrorReply(
                .invalid,
                "ROLE: must be one of "
                    + TokenRole.allCases.map(\.name).joined(separator: " ")
                    + "; role client comes from ACCOUNT.SIGNIN alone"
            )
        }
        self.role = role
        var tenants: Set<[UInt8]> = []
        for index in 0..<parsed.valueCount(.tenant) {
            if let tenant = parsed.value(.tenant, index, in: bytes) {
                tenants.insert(tenant.array())
            }
        }
        self.tenants = tenants.sorted { $0.lexicographicallyPrecedes($1) }
        partner = parsed.value(.partner, in: bytes)?.array()
        guard let end = parsed.value(.expires, in: bytes) else {
            expires = nil
            return
        }
        // No venue stands behind it, so that a time without an offset is UTC.
        do throws(ValueError) {
            expires = try Timestamp.parse(end, zone: .utc).millisecondsSinceEpoch
        } catch {
            throw ErrorReply(.invalid, "EXPIRES: \(error.message)")
        }
    }

    func token(_ digest: [UInt8], _ createdMilliseconds: UInt64) -> Token {
        Token(
            name: name,
            role: role,
            tenants: tenants,
            partner: partner,
            digest: digest,
            createdMilliseconds: createdMilliseconds,
            expiresMilliseconds: expires
        )
    }
}
