import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire
import NIOCore

/// ACCOUNT.INVITE, SIGNIN, GET and CODES: persons' own sign-ins.
extension Session {
    /// ACCOUNT.INVITE: the tenant says who the client is, the directory makes the code, and the tenant
    /// is told of the link.
    func accountInvite(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        guard let asked = askedClient(span) else { return }
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
            node.engine.directory.leave { directory in
                AccountCommands.invite(client, wantsSync, directory, node, late)
            }
        }
    }

    /// The tenant and client that a command names first; nil where that was answered already.
    func askedClient(_ span: RawSpan) -> ClientPlace? {
        guard mayAskAboutTenant() else { return nil }
        do throws(ErrorReply) {
            guard let tenant = parsed.argument(0, in: span)?.array(),
                let id = try parsed.clientID(at: 1, in: span)
            else { throw ErrorReply(.invalid, "id: the client's number is missing") }
            return ClientPlace(tenant: tenant, client: id)
        } catch {
            fail(error.code, error.message)
            return nil
        }
    }

    /// ACCOUNT.SIGNIN: whoever brings the code is that account's person.
    func accountSignIn(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        let login = parsed.argument(0, in: span)?.array() ?? []
        let code = parsed.argument(1, in: span)?.array() ?? []
        let venue = parsed.value(.tenant, in: span)?.array() ?? []
        let wantsSync = parsed.has(.durable)
        let late = LateReply(self)
        let node = node
        let attempt = AccountCommands.SignIn(
            login: login,
            code: code,
            venue: venue,
            wantsSync: wantsSync
        )
        guard !venue.isEmpty else {
            return node.engine.directory.leave { directory in
                AccountCommands.signIn(attempt, venueIsThere: true, directory, node, late)
            }
        }
        node.engine.shard(ofTenant: unsafe venue.span.bytes).leave { shard in
            let isThere = unsafe shard.cell(venue.span.bytes) != nil
            node.engine.directory.leave { directory in
                AccountCommands.signIn(attempt, venueIsThere: isThere, directory, node, late)
            }
        }
    }

    /// ACCOUNT.GET: one's own, or for `admin` that of a client.
    func accountGet(_ bytes: ByteBuffer) {
        let span = bytes.readableBytesSpan
        guard parsed.argument(0, in: span) != nil else {
            let (account, lsn) = node.engine.directory.shared.read { directory, lsn in
                (directory.accounts.account(AccountID(parsed.caller.account)), lsn)
            }
            guard let account else {
                let error = ErrorReply(Refusal.noAccount)
                return fail(error.code, error.message)
            }
            AccountReply.write(account, to: &reply)
            return answered(Dependence(lsn: lsn, isSynced: false))
        }
        guard parsed.caller.role == .admin else {
            return fail(.noPerm, "ACCOUNT.GET of a client is for role admin; say ACCOUNT.GET alone")
        }
        guard let asked = askedClient(span) else { return }
        let late = LateReply(self)
        node.engine.shard(ofTenant: unsafe asked.tenant.span.bytes).leave { shard in
            do throws(ErrorReply) {
                let client = try AccountCommands.invited(asked, shard)
                let cell = unsafe shard.cell(asked.tenant.span.bytes)
                guard let cell, let account = shard.account(cell, of: client.place.client) else {
                    throw ErrorReply(Refusal.noAccount)
                }
                let lsn = max(cell.lastLSN, shard.accounts.lsn)
                late.give(Dependence(lsn: lsn, isSynced: false)) {
                    AccountReply.write(account, to: &$0)
                }
            } catch {
                late.fail(error, upTo: AccountCommands.lsn(asked.tenant, shard))
            }
        }
    }

    /// ACCOUNT.CODES: those that the caller's token may see.
    func accountCodes(_ bytes: ByteBuffer) {
        let limit: Int
        do throws(ErrorReply) {
            limit = try parsed.pageSize(in: bytes.readableBytesSpan)
        } catch {
            return fail(error.code, error.message)
        }
        let tenants = work.access?.grant?.tenants
        let codes = node.mailbox.take(limit, nowMilliseconds: node.engine.clock() / 1_000) { code in
            tenants.map { $0.contains(code.tenant) } ?? true
        }
        reply.map(1)
        reply.bulk("codes")
        reply.array(codes.count)
        for code in codes { AccountReply.write(code, to: &reply) }
        answered(Dependence(lsn: codes.map(\.message).max() ?? .zero, isSynced: false))
    }
}
