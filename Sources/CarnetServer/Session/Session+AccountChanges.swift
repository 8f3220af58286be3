import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// ACCOUNT.SET, LOGIN and ADMIN: what changes in persons' own sign-ins.
extension Session {
    /// ACCOUNT.SET: the person's own e-mail, or by the helpdesk a client's account's.
    func accountSet(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let email = parsed.value(.email, in: span)?.array()
        let code = parsed.value(.code, in: span)?.array()
        let wantsSync = parsed.has(.durable)
        let node = node
        guard parsed.argument(0, in: span) == nil else {
            return helpdeskSet(email, span, wantsSync)
        }
        let id = AccountID(parsed.caller.account)
        guard (email == nil) != (code == nil) else {
            return fail(
                .invalid,
                "EMAIL: give the new address, or CODE and the code that came there"
            )
        }
        let session = work.access?.grant?.digest ?? []
        let late = LateReply(self)
        node.engine.directory.leave { directory in
            if let email {
                AccountCommands.ask(id, email, wantsSync, directory, node, late)
            } else {
                let proof = AccountCommands.Proof(
                    account: id,
                    code: code ?? [],
                    session: session,
                    wantsSync: wantsSync
                )
                AccountCommands.prove(proof, directory, node, late)
            }
        }
    }

    private func helpdeskSet(_ email: [UInt8]?, _ span: RawSpan, _ wantsSync: Bool) {
        guard parsed.caller.role == .admin else {
            return fail(
                .noPerm,
                "ACCOUNT.SET of a client is for role admin; leave tenant and id out"
            )
        }
        let reason: [UInt8]
        let address: [UInt8]
        do throws(ErrorReply) {
            guard let email, !parsed.has(.code) else {
                throw ErrorReply(.invalid, "EMAIL: give the account's new address")
            }
            guard let why = try parsed.line(.reason, in: span) else {
                throw ErrorReply(.invalid, "REASON: say why, with REASON behind the address")
            }
            (reason, address) = (why, email)
        } catch {
            return fail(error.code, error.message)
        }
        guard let asked = askedClient(span) else { return }
        let late = LateReply(self)
        let node = node
        node.engine.shard(ofTenant: unsafe asked.tenant.span.bytes).leave { shard in
            let account: AccountID
            do throws(ErrorReply) {
                guard let id = try AccountCommands.invited(asked, shard).account else {
                    throw ErrorReply(Refusal.noAccount)
                }
                account = id
            } catch {
                return late.fail(error, upTo: AccountCommands.lsn(asked.tenant, shard))
            }
            node.engine.directory.leave { directory in
                AccountCommands.help(account, address, reason, wantsSync, directory, node, late)
            }
        }
    }

    /// ACCOUNT.LOGIN: an address becomes a client's login, or it is said whose it is.
    func accountLogin(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        guard let asked = askedClient(span) else { return }
        let email = parsed.argument(2, in: span)?.array() ?? []
        let isSame = parsed.has(.same)
        let isAdmin = parsed.caller.role == .admin
        let wantsSync = parsed.has(.durable)
        let late = LateReply(self)
        let node = node
        node.engine.shard(ofTenant: unsafe asked.tenant.span.bytes).leave { shard in
            let client: InvitedClient
            do throws(ErrorReply) {
                client = try AccountCommands.invited(asked, shard)
            } catch {
                return late.fail(error, upTo: AccountCommands.lsn(asked.tenant, shard))
            }
            let cell = shard.cell(unsafe asked.tenant.span.bytes)
            let isSet = cell?.tenant.settings.value(of: .freeLogin) != "admin"
            let login = AccountCommands.Login(
                client: client,
                email: email,
                isSame: isSame,
                takesFree: isSet || isAdmin,
                wantsSync: wantsSync
            )
            node.engine.directory.leave { directory in
                AccountCommands.login(login, directory, node, late)
            }
        }
    }

    /// ACCOUNT.ADMIN: whether an account administers a venue.
    func accountAdmin(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        guard mayAskAboutTenant() else { return }
        let tenant = parsed.argument(0, in: span)?.array() ?? []
        let login = parsed.argument(1, in: span)?.array() ?? []
        let isAdmin = parsed.argument(2, in: span)?.isEqual(to: "yes") ?? false
        let wantsSync = parsed.has(.durable)
        let late = LateReply(self)
        let node = node
        node.engine.shard(ofTenant: unsafe tenant.span.bytes).leave { shard in
            guard unsafe shard.cell(tenant.span.bytes) != nil else {
                return late.fail(ErrorReply(Refusal.noTenant), upTo: shard.lastDropLSN)
            }
            node.engine.directory.leave { directory in
                do throws(CommandFailure) {
                    let (changed, lsn) = try directory.change(wantsSync: wantsSync) {
                        directory,
                        _,
                        events throws(Refusal) in
                        guard
                            let id = unsafe directory.accounts.account(login: login.span.bytes)?.id
                        else { throw .noAccount }
                        return try directory.decideAdmin(id, of: tenant, isAdmin, events: &events)
                    }
                    late.give(Dependence(lsn: lsn, isSynced: wantsSync)) { reply in
                        reply.map(changed ? 2 : 1)
                        reply.field("changed", changed ? 1 : 0)
                        if changed { reply.field("lsn", lsn.value) }
                    }
                } catch {
                    late.fail(ErrorReply(error), upTo: directory.shared.lsn)
                }
            }
        }
    }

    /// CLIENT.ADD with ACCOUNT: adds the client, then has a code made for whoever has that login. Before
    /// it comes back nothing is linked (R-RES-32).
    func addLinked(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        guard mayAskAboutTenant() else { return }
        let login = parsed.value(.account, in: span)?.array() ?? []
        let isThere = node.engine.directory.shared.read { directory, _ in
            unsafe directory.accounts.account(login: login.span.bytes) != nil
        }
        guard isThere else {
            let error = ErrorReply(Refusal.noAccount)
            return fail(error.code, error.message)
        }
        guard let shard = work.shard(node.engine) else {
            return fail(.err, "the tenant is missing")
        }
        let parsed = parsed
        let late = LateReply(self)
        let node = node
        shard.leave { shard in
            AccountCommands.addLinked(bytes, parsed, login, shard, node, late)
        }
    }
}
