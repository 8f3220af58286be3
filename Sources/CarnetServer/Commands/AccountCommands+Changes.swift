import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// What ACCOUNT.SET and ACCOUNT.LOGIN do inside the directory and the tenant's shard.
extension AccountCommands {
    /// A code goes to the address that a person wants to have.
    static func ask(
        _ id: AccountID,
        _ email: [UInt8],
        _ wantsSync: Bool,
        _ directory: isolated DirectoryShard,
        _ node: Node,
        _ late: LateReply
    ) {
        let code = MadeCode.short()
        do throws(CommandFailure) {
            let (invitation, lsn) = try directory.change(wantsSync: wantsSync) {
                directory,
                now,
                events throws(Refusal) in
                try directory.decideAddress(id, email, code.digest, now: now, events: &events)
            }
            post(invitation, .address, code, lsn, [], node)
            late.give(Dependence(lsn: lsn, isSynced: wantsSync)) { reply in
                reply.map(4)
                reply.field("status", "sent")
                write(invitation, lsn, to: &reply)
                reply.field("lsn", lsn.value)
            }
        } catch {
            late.fail(ErrorReply(error), upTo: directory.shared.lsn)
        }
    }

    private static func write(
        _ invitation: Invitation,
        _ lsn: LSN,
        to reply: inout ReplyWriter
    ) {
        reply.field("message", lsn.value)
        reply.field("expires", time: invitation.expiresMilliseconds)
    }

    /// A code that somebody brings to prove an address.
    struct Proof: Sendable {
        let account: AccountID
        let code: [UInt8]
        /// The digest of the session's secret.
        let session: [UInt8]
        let wantsSync: Bool
    }

    /// The address counts, and every linked client has it before the reply leaves.
    static func prove(
        _ proof: Proof,
        _ directory: isolated DirectoryShard,
        _ node: Node,
        _ late: LateReply
    ) {
        let outcome: ProofOutcome
        let lsn: LSN
        do throws(CommandFailure) {
            (outcome, lsn) = try directory.change(wantsSync: proof.wantsSync) {
                directory,
                now,
                events throws(Refusal) in
                try directory.decideProof(
                    proof.account,
                    session: proof.session,
                    now: now,
                    matches: { MadeCode.matches(proof.code, $0) },
                    events: &events
                )
            }
        } catch {
            return late.fail(ErrorReply(error), upTo: directory.shared.lsn)
        }
        guard case .proven(let email) = outcome else {
            return late.fail(ErrorReply(Refusal.wrongCode), upTo: lsn)
        }
        node.access.proven(proof.account)
        node.engine.courier.deliver(proof.account) { told in
            late.give(Dependence(lsn: max(lsn, told), isSynced: proof.wantsSync)) { reply in
                reply.map(3)
                reply.field("status", "changed")
                reply.field("email", unsafe email.span.bytes)
                reply.field("lsn", lsn.value)
            }
        }
    }

    /// The helpdesk gives an account another address.
    static func help(
        _ id: AccountID,
        _ email: [UInt8],
        _ reason: [UInt8],
        _ wantsSync: Bool,
        _ directory: isolated DirectoryShard,
        _ node: Node,
        _ late: LateReply
    ) {
        let lsn: LSN
        do throws(CommandFailure) {
            (_, lsn) = try directory.change(wantsSync: wantsSync) {
                directory,
                _,
                events throws(Refusal) in
                try directory.decideHelp(id, email, reason: reason, events: &events)
            }
        } catch {
            return late.fail(ErrorReply(error), upTo: directory.shared.lsn)
        }
        node.access.ended(id)
        node.engine.courier.deliver(id) { told in
            late.give(Dependence(lsn: max(lsn, told), isSynced: wantsSync)) { reply in
                reply.map(3)
                reply.field("status", "changed")
                reply.field("account", UInt64(id.value))
                reply.field("lsn", lsn.value)
            }
        }
    }

    /// An address that is to become a client's login.
    struct Login: Sendable {
        let client: InvitedClient
        let email: [UInt8]
        let isSame: Bool
        let takesFree: Bool
        let wantsSync: Bool
    }

    static func login(
        _ login: Login,
        _ directory: isolated DirectoryShard,
        _ node: Node,
        _ late: LateReply
    ) {
        let code = MadeCode.long()
        let outcome: LoginOutcome
        let lsn: LSN
        do throws(CommandFailure) {
            (outcome, lsn) = try directory.change(wantsSync: login.wantsSync) {
                directory,
                now,
                events throws(Refusal) in
                try directory.decideLogin(
                    login.client,
                    login.email,
                    isSame: login.isSame,
                    takesFree: login.takesFree,
                    code.digest,
                    now: now,
                    events: &events
                )
            }
        } catch {
            return late.fail(ErrorReply(error), upTo: directory.shared.lsn)
        }
        let place = login.client.place
        let dependence = Dependence(lsn: lsn, isSynced: login.wantsSync)
        switch outcome {
        case .own:
            late.give(dependence) { reply in
                reply.map(1)
                reply.field("status", "unchanged")
            }
        case .free(let invitation):
            if let invitation { post(invitation, .signIn, code, lsn, place.tenant, node) }
            // A client who had no account is linked to the new one.
            guard let invitation else { return give("free", nil, lsn, dependence, late) }
            node.engine.courier.deliver(invitation.account) { told in
                let dependence = Dependence(lsn: max(lsn, told), isSynced: login.wantsSync)
                give("free", invitation, lsn, dependence, late)
            }
        case .takenElsewhere(let invitation):
            if let invitation { post(invitation, .signIn, code, lsn, place.tenant, node) }
            give("taken", invitation, lsn, dependence, late)
        case .takenHere(let holder, let invitation):
            if let invitation { post(invitation, .signIn, code, lsn, place.tenant, node) }
            node.engine.shard(ofTenant: unsafe place.tenant.span.bytes).leave { shard in
                tell(holder, invitation, at: place.tenant, shard, lsn, late)
            }
        case .merge(let holder):
            node.engine.shard(ofTenant: unsafe place.tenant.span.bytes).leave { shard in
                merge(holder, into: place, shard, lsn, login.wantsSync, late)
            }
        }
    }

    private static func give(
        _ status: StaticString,
        _ invitation: Invitation?,
        _ lsn: LSN,
        _ dependence: Dependence,
        _ late: LateReply
    ) {
        late.give(dependence) { reply in
            reply.map(invitation == nil ? 1 : 3)
            reply.field("status", status)
            if let invitation { write(invitation, lsn, to: &reply) }
        }
    }

    /// R-RES-13: who of this tenant's clients has the address.
    private static func tell(
        _ holder: ClientID,
        _ invitation: Invitation?,
        at tenant: [UInt8],
        _ shard: isolated Shard,
        _ lsn: LSN,
        _ late: LateReply
    ) {
        let cell = shard.cell(unsafe tenant.span.bytes)
        let id = cell?.tenant.survivor(of: holder) ?? holder
        var names: [(ClientField, [UInt8])] = []
        if let clients = cell?.tenant.clients, let bytes = clients.record(id.value) {
            let record = ClientRecord(bytes)
            for field in [ClientField.first, .last] {
                if let range = record.field(field) {
                    names.append((field, bytes.bytes(range).array()))
                }
            }
        }
        let known = names
        let last = max(lsn, cell?.lastLSN ?? .zero)
        late.give(Dependence(lsn: last, isSynced: false)) { reply in
            reply.map(2 + known.count + (invitation == nil ? 0 : 2))
            reply.field("status", "taken")
            reply.field("id", UInt64(id.value))
            for (field, value) in known { reply.field(field.name, unsafe value.span.bytes) }
            if let invitation { write(invitation, lsn, to: &reply) }
        }
    }

    /// R-RES-14: the holder goes into the client that is edited, which is linked to the holder's account
    /// with that: one append. The address is that account's login already.
    private static func merge(
        _ holder: ClientID,
        into place: ClientPlace,
        _ shard: isolated Shard,
        _ lsn: LSN,
        _ wantsSync: Bool,
        _ late: LateReply
    ) {
        do throws(CommandFailure) {
            let cell = try shard.requireCell(unsafe place.tenant.span.bytes)
            let double = cell.tenant.survivor(of: holder)
            var request = MergeRequest(
                survivor: cell.tenant.survivor(of: place.client),
                doubles: [double]
            )
            request.takesAccountFrom = double
            var options = WriteOptions()
            options.wantsSync = wantsSync
            let result = try shard.mergeClients(cell, request, options)
            let last = max(lsn, cell.lastLSN)
            late.give(Dependence(lsn: last, isSynced: wantsSync)) { reply in
                reply.map(result.lsn == nil ? 4 : 5)
                reply.field("status", "merged")
                reply.field("survivor", UInt64(result.survivor.value))
                reply.field("merge", UInt64(result.merges.lowerBound))
                reply.field("version", UInt64(result.version))
                if let lsn = result.lsn { reply.field("lsn", lsn.value) }
            }
        } catch {
            late.fail(ErrorReply(error), upTo: Self.lsn(place.tenant, shard))
        }
    }

    // MARK: A new client of a known person

    static func addLinked(
        _ bytes: ByteBuffer,
        _ parsed: borrowing ParsedCommand,
        _ login: [UInt8],
        _ shard: isolated Shard,
        _ node: Node,
        _ late: LateReply
    ) {
        let tenant = parsed.argument(0, in: bytes.readableBytesSpan)?.array() ?? []
        let next = shard.cell(unsafe tenant.span.bytes)?.tenant.nextClient
        var given = GivenFields()
        var reply = ReplyWriter(mode: late.mode, capacity: 512)
        let dependence = runInShard(
            ClientCommands.add,
            shard,
            bytes.readableBytesSpan,
            parsed,
            &given,
            &reply,
            node.counters
        )
        let answer = reply.bytes.array()
        // Refused, tried only, or withheld since there are doubles: the plain answer says so.
        guard let added = next, shard.cell(unsafe tenant.span.bytes)?.tenant.nextClient != added
        else {
            return late.give(dependence) { $0.append(whole: answer) }
        }
        let place = ClientPlace(tenant: tenant, client: added)
        let code = MadeCode.long()
        node.engine.directory.leave { directory in
            do throws(CommandFailure) {
                let (invitation, lsn) = try directory.change(wantsSync: dependence.isSynced) {
                    directory,
                    now,
                    events throws(Refusal) in
                    try directory.decideLinkCode(
                        login,
                        to: place,
                        code.digest,
                        now: now,
                        events: &events
                    )
                }
                post(invitation, .signIn, code, lsn, tenant, node)
                let last = Dependence(lsn: max(lsn, dependence.lsn), isSynced: dependence.isSynced)
                late.give(last) { reply in
                    reply.map(6)
                    reply.field("status", "created")
                    reply.field("id", UInt64(added.value))
                    reply.field("version", 1)
                    reply.field("lsn", dependence.lsn.value)
                    write(invitation, lsn, to: &reply)
                }
            } catch {
                // The client stands; ACCOUNT.INVITE makes up for the code.
                late.give(dependence) { $0.append(whole: answer) }
            }
        }
    }
}
