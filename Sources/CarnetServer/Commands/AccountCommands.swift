import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// What the commands about accounts do inside the tenant's shard and inside the directory.
enum AccountCommands {
    /// Who is to be invited, as the tenant holds it; of a merged client the survivor.
    static func invited(
        _ asked: ClientPlace,
        _ shard: isolated Shard
    ) throws(ErrorReply) -> InvitedClient {
        guard let cell = shard.cell(unsafe asked.tenant.span.bytes) else {
            throw ErrorReply(Refusal.noTenant)
        }
        let id = cell.tenant.survivor(of: asked.client)
        let clients = cell.tenant.clients
        guard let bytes = clients.record(id.value) else {
            throw ErrorReply(Refusal.noClient(asked.client))
        }
        let record = ClientRecord(bytes)
        guard record.status != .erased else { throw ErrorReply(Refusal.erased(id)) }
        let email = record.field(.email).map { bytes.bytes($0).array() } ?? []
        // Where several clients became one, the account may have been linked to any of them.
        let account = shard.account(cell, of: id)
        let linked = account?.clients(at: asked.tenant).first {
            cell.tenant.survivor(of: $0) == id
        }
        return InvitedClient(
            place: ClientPlace(tenant: asked.tenant, client: linked ?? id),
            email: email,
            account: account?.id
        )
    }

    /// What an error about the tenant depends on.
    static func lsn(_ tenant: [UInt8], _ shard: isolated Shard) -> LSN {
        shard.cell(unsafe tenant.span.bytes)?.lastLSN ?? shard.lastDropLSN
    }

    static func invite(
        _ client: InvitedClient,
        _ wantsSync: Bool,
        _ directory: isolated DirectoryShard,
        _ node: Node,
        _ late: LateReply
    ) {
        let code = MadeCode.long()
        let invitation: Invitation
        let lsn: LSN
        do throws(CommandFailure) {
            (invitation, lsn) = try directory.change(wantsSync: wantsSync) {
                directory,
                now,
                events throws(Refusal) in
                try directory.decideInvite(client, code.digest, now: now, events: &events)
            }
        } catch {
            return late.fail(ErrorReply(error), upTo: directory.shared.lsn)
        }
        post(invitation, .signIn, code, lsn, client.place.tenant, node)
        node.engine.courier.deliver(invitation.account) { told in
            late.give(Dependence(lsn: max(lsn, told), isSynced: wantsSync)) { reply in
                write(invitation, code, lsn, to: &reply)
            }
        }
    }

    /// Leaves a code for the program that sends it, unless it is printed.
    static func post(
        _ invitation: Invitation,
        _ purpose: OneTimeCode.Purpose,
        _ code: MadeCode,
        _ lsn: LSN,
        _ tenant: [UInt8],
        _ node: Node
    ) {
        guard !invitation.address.isEmpty else { return }
        node.mailbox.post(
            PostedCode(
                message: lsn,
                to: invitation.address,
                purpose: purpose,
                login: invitation.login,
                code: code.text,
                expiresMilliseconds: invitation.expiresMilliseconds,
                tenant: tenant
            )
        )
    }

    private static func write(
        _ invitation: Invitation,
        _ code: MadeCode,
        _ lsn: LSN,
        to reply: inout ReplyWriter
    ) {
        let isPrinted = invitation.address.isEmpty
        reply.map(isPrinted ? 5 : 4)
        reply.field("by", isPrinted ? "print" : "email")
        if isPrinted {
            reply.field("login", unsafe invitation.login.span.bytes)
            reply.field("code", text: code.text)
        } else {
            reply.field("message", lsn.value)
        }
        reply.field("expires", time: invitation.expiresMilliseconds)
        reply.field("lsn", lsn.value)
    }

    /// Somebody who wants to be signed in.
    struct SignIn: Sendable {
        let login: [UInt8]
        let code: [UInt8]
        /// Empty where none was named.
        let venue: [UInt8]
        let wantsSync: Bool
    }

    static func signIn(
        _ attempt: SignIn,
        venueIsThere: Bool,
        _ directory: isolated DirectoryShard,
        _ node: Node,
        _ late: LateReply
    ) {
        let secret = Secret.make()
        let digest = Secret.digest(Array(secret.utf8))
        let outcome: SignInOutcome?
        let lsn: LSN
        do throws(CommandFailure) {
            (outcome, lsn) = try directory.change(wantsSync: attempt.wantsSync) {
                directory,
                now,
                events throws(Refusal) in
                let outcome = directory.decideSignIn(
                    login: unsafe attempt.login.span.bytes,
                    venue: attempt.venue,
                    session: digest,
                    now: now,
                    matches: { MadeCode.matches(attempt.code, $0) },
                    events: &events
                )
                if case .signedIn = outcome, !venueIsThere { throw .noTenant }
                return outcome
            }
        } catch {
            return late.fail(ErrorReply(error), upTo: directory.shared.lsn)
        }
        guard case .signedIn(let account, _) = outcome,
            let session = directory.shared.account(account)?.sessions.last
        else {
            // Not held back by the event that counts the attempt: time would tell that there is
            // such a login.
            return late.failAuthentication(wrong)
        }
        let access = node.access.access(of: account, session)
        node.engine.courier.deliver(account) { told in
            late.give(
                Dependence(lsn: max(lsn, told), isSynced: attempt.wantsSync),
                become: access
            ) { reply in
                reply.map(session.mustProve ? 5 : 4)
                reply.field("secret", text: secret)
                reply.field("expires", time: session.expiresMilliseconds)
                reply.field("account", UInt64(account.value))
                if session.mustProve { reply.field("prove", true) }
                reply.field("lsn", lsn.value)
            }
        }
    }

    private static let wrong = ErrorReply(
        .wrongPass,
        "login or code is wrong, or the code was used, came wrong too often or is too old; ACCOUNT.INVITE makes another"
    )
}
