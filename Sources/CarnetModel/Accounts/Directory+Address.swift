import CarnetBytes

/// What came of the code that proves an address.
public enum ProofOutcome: Hashable, Sendable {
    /// The address is the person's.
    case proven([UInt8])
    case wrong
}

extension Directory {
    /// R-RES-04: the person wants another e-mail. Nothing changes before the code that is sent there
    /// has come back.
    public func decideAddress(
        _ id: AccountID,
        _ email: [UInt8],
        _ digest: OneTimeCode.Digest,
        now: Timestamp,
        events: inout EventBuffer
    ) throws(Refusal) -> Invitation {
        guard let account = accounts.account(id) else { throw .noAccount }
        var code = OneTimeCode(
            purpose: .address,
            digest: digest,
            expiresMilliseconds: now.millisecondsSinceEpoch
                + OneTimeCode.shortLifetimeMilliseconds
        )
        code.address = try Self.checked(email)
        return issue(account.id, account.login, code, .accountCodeIssued, events: &events)
    }

    /// The code that was sent to a new address has come back: it is the person's, and every tenant of
    /// a linked client is told. The login goes along where it was the old address, or none at all,
    /// unless the new one is somebody's login. `session` is the one that brought the code: where it
    /// began with a printed code it is a whole one from here on.
    public func decideProof(
        _ id: AccountID,
        session digest: [UInt8],
        now: Timestamp,
        matches: (OneTimeCode.Digest) -> Bool,
        events: inout EventBuffer
    ) throws(Refusal) -> ProofOutcome {
        guard let account = accounts.account(id) else { throw .noAccount }
        guard let code = account.code(.address),
            code.isOpen(atMilliseconds: now.millisecondsSinceEpoch)
        else {
            _ = matches(Self.nobodysDigest)
            return .wrong
        }
        guard matches(code.digest) else {
            refuse(id, .address, events: &events)
            return .wrong
        }
        events.payloads.append(varint: UInt64(id.value))
        AccountField.codeUsed.append([code.purpose.rawValue], to: &events.payloads)
        if follows(account, code.address) {
            AccountField.login.append(code.address, to: &events.payloads)
        }
        if account.email != code.address {
            AccountField.email.append(code.address, to: &events.payloads)
            AccountField.tellsEmail.append(to: &events.payloads)
        }
        if !account.isProven { AccountField.proven.append([1], to: &events.payloads) }
        if let session = account.sessions.first(where: { $0.digest == digest }), session.mustProve {
            AccountField.sessionsProven.append(to: &events.payloads)
            if !session.venue.isEmpty {
                AccountField.venue.append(session.venue, to: &events.payloads)
            }
        }
        events.close(.accountChanged)
        return .proven(code.address)
    }

    /// R-RES-08, R-RES-10: the helpdesk gives an account another e-mail, since login and mailbox are
    /// lost. Whoever was signed in is so no more, codes count no more, and the address has to be
    /// proven by the next one.
    public func decideHelp(
        _ id: AccountID,
        _ email: [UInt8],
        reason: [UInt8],
        events: inout EventBuffer
    ) throws(Refusal) {
        guard let account = accounts.account(id) else { throw .noAccount }
        let email = try Self.checked(email)
        let holder = unsafe accounts.account(login: email.span.bytes)
        guard holder == nil || holder?.id == id else { throw .loginTaken }
        guard account.email != email else { return }
        events.payloads.append(varint: UInt64(id.value))
        for code in account.codes {
            AccountField.codeUsed.append([code.purpose.rawValue], to: &events.payloads)
        }
        if follows(account, email) { AccountField.login.append(email, to: &events.payloads) }
        AccountField.email.append(email, to: &events.payloads)
        AccountField.proven.append([0], to: &events.payloads)
        AccountField.sessionsEnded.append(to: &events.payloads)
        AccountField.tellsEmail.append(to: &events.payloads)
        AccountField.reason.append(reason, to: &events.payloads)
        events.close(.accountChanged)
    }

    /// R-RES-23: whether the account administers a tenant.
    public func decideAdmin(
        _ id: AccountID,
        of tenant: [UInt8],
        _ isAdmin: Bool,
        events: inout EventBuffer
    ) throws(Refusal) -> Bool {
        guard let account = accounts.account(id) else { throw .noAccount }
        guard account.administered.contains(tenant) != isAdmin else { return false }
        guard !isAdmin || account.administered.count < Account.venueCountMax else {
            throw .tooMany(field: "administers", max: Account.venueCountMax)
        }
        let field: AccountField = isAdmin ? .administered : .administeredNoLonger
        events.payloads.append(varint: UInt64(id.value))
        field.append(tenant, to: &events.payloads)
        events.close(.accountAdminSet)
        return true
    }

    /// Whether the login becomes the new address with the e-mail.
    private func follows(_ account: Account, _ email: [UInt8]) -> Bool {
        let wasEmail = account.hasEmail(account.login)
        guard wasEmail || !account.login.contains(UInt8(ascii: "@")) else { return false }
        let holder = unsafe accounts.account(login: email.span.bytes)
        return holder == nil || holder?.id == account.id
    }

    /// An address in the form that records hold.
    static func checked(_ email: [UInt8]) throws(Refusal) -> [UInt8] {
        var scratch = ByteWriter(capacity: 256)
        guard !email.isEmpty else {
            throw .invalid(field: "email", problem: "is empty; give an address")
        }
        do throws(ValueError) {
            let span = unsafe email.span.bytes
            let checked = try EmailAddress.check(span, scratch: &scratch)
            return checked.bytes(given: span, scratch: scratch).array()
        } catch {
            throw .invalid(field: "email", problem: error.message)
        }
    }
}
