import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// Writes accounts into replies.
enum AccountReply {
    /// An account as its person, or the helpdesk, sees it. No digest is told.
    static func write(_ account: Account, to reply: inout ReplyWriter) {
        reply.map(
            5 + (account.email.isEmpty ? 0 : 1) + (account.hasSignedIn ? 1 : 0)
                + (account.administered.isEmpty ? 0 : 1)
        )
        reply.field("account", UInt64(account.id.value))
        reply.field("login", unsafe account.login.span.bytes)
        if !account.email.isEmpty { reply.field("email", unsafe account.email.span.bytes) }
        reply.field("proven", account.isProven)
        reply.field("created", time: account.createdMilliseconds)
        if account.hasSignedIn { reply.field("signed_in", time: account.signedInMilliseconds) }
        reply.bulk("clients")
        reply.array(account.links.count)
        for link in account.links {
            reply.map(2)
            reply.field("tenant", unsafe link.place.tenant.span.bytes)
            reply.field("id", UInt64(link.place.client.value))
        }
        guard !account.administered.isEmpty else { return }
        reply.bulk("administers")
        reply.array(account.administered.count)
        for tenant in account.administered { reply.bulk(unsafe tenant.span.bytes) }
    }

    static func write(_ code: PostedCode, to reply: inout ReplyWriter) {
        reply.map(code.tenant.isEmpty ? 6 : 7)
        reply.field("message", code.message.value)
        reply.field("to", unsafe code.to.span.bytes)
        reply.field("purpose", code.purpose.name)
        reply.field("login", unsafe code.login.span.bytes)
        reply.field("code", text: code.code)
        reply.field("expires", time: code.expiresMilliseconds)
        if !code.tenant.isEmpty { reply.field("tenant", unsafe code.tenant.span.bytes) }
    }

    // MARK: What a client's page says of it

    /// R-RES-06, R-RES-49: which fields only the person may change, and the login where it is not the
    /// e-mail.
    struct Facts {
        var locked: [ClientField] = []
        var login: [UInt8] = []
        /// The directory's last event, where it was asked.
        var lsn = LSN.zero

        static let none = Facts()

        var pairCount: Int { (locked.isEmpty ? 0 : 1) + (login.isEmpty ? 0 : 1) }
    }

    /// What is said of a client, as far as the columns ask for it.
    static func facts(
        _ id: ClientID,
        _ cell: TenantCell,
        _ columns: borrowing ClientColumns,
        _ shard: isolated Shard
    ) -> Facts {
        guard columns.contains(.locked) || columns.contains(.login) else { return .none }
        var facts = Facts()
        if columns.contains(.locked) {
            facts.locked = FieldLocks.fields(shard.lockedFields(cell, of: id))
        }
        guard cell.tenant.account(of: id) != nil else { return facts }
        facts.lsn = shard.accounts.lsn
        guard columns.contains(.login), let account = shard.account(cell, of: id) else {
            return facts
        }
        let clients = cell.tenant.clients
        if let bytes = clients.record(cell.tenant.survivor(of: id).value) {
            let email = ClientRecord(bytes).field(.email).map { bytes.bytes($0).array() } ?? []
            if unsafe !account.hasLogin(email.span.bytes) { facts.login = account.login }
        }
        return facts
    }

    static func write(_ facts: Facts, to reply: inout ReplyWriter) {
        if !facts.locked.isEmpty {
            reply.bulk("locked")
            reply.array(facts.locked.count)
            for field in facts.locked { reply.bulk(field.name) }
        }
        if !facts.login.isEmpty { reply.field("login", unsafe facts.login.span.bytes) }
    }
}

extension OneTimeCode.Purpose {
    var name: StaticString {
        switch self {
        case .signIn: "sign-in"
        case .address: "address"
        }
    }
}
