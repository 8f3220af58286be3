import CarnetBytes

/// What came of ACCOUNT.SIGNIN.
public enum SignInOutcome: Hashable, Sendable {
    case signedIn(AccountID, mustProve: Bool)
    /// No such login, a wrong code, or one that counts no more: which of them is not told.
    case wrong
}

extension Directory {
    /// Whoever brings the code that an account was sent is that account from now on. `matches` says
    /// whether the code that was brought has a digest, and is asked once whatever is known of the
    /// login. Writes events also where the code is wrong: attempts count.
    public func decideSignIn(
        login: RawSpan,
        venue: [UInt8],
        session digest: [UInt8],
        now: Timestamp,
        matches: (OneTimeCode.Digest) -> Bool,
        events: inout EventBuffer
    ) -> SignInOutcome {
        let milliseconds = now.millisecondsSinceEpoch
        var candidates = accounts.account(login: login).map { [$0] } ?? []
        candidates += accounts.accounts(address: login).filter { other in
            !candidates.contains { $0.id == other.id }
        }
        let open = candidates.compactMap { account -> (Account, OneTimeCode)? in
            guard let code = account.code(.signIn), code.isOpen(atMilliseconds: milliseconds)
            else { return nil }
            return (account, code)
        }
        guard !open.isEmpty else {
            _ = matches(Self.nobodysDigest)
            return .wrong
        }
        guard let (account, code) = open.first(where: { matches($0.1.digest) }) else {
            for (account, _) in open { refuse(account.id, .signIn, events: &events) }
            return .wrong
        }
        let mustProve = code.isPrinted
        let session = AccountSession(
            digest: digest,
            expiresMilliseconds: milliseconds + AccountSession.lifetimeMilliseconds,
            mustProve: mustProve,
            venue: venue
        )
        signIn(account, code, session, events: &events)
        return .signedIn(account.id, mustProve: mustProve)
    }

    /// What a code is compared with that nobody was given.
    static let nobodysDigest = OneTimeCode.Digest(
        salt: [UInt8](repeating: 0, count: OneTimeCode.saltByteCount),
        bytes: [UInt8](repeating: 0, count: Token.digestByteCount)
    )

    func refuse(_ id: AccountID, _ purpose: OneTimeCode.Purpose, events: inout EventBuffer) {
        events.payloads.append(varint: UInt64(id.value))
        AccountField.codeWrong.append([purpose.rawValue], to: &events.payloads)
        events.close(.accountCodeRefused)
    }

    private func signIn(
        _ account: Account,
        _ code: OneTimeCode,
        _ session: AccountSession,
        events: inout EventBuffer
    ) {
        if let place = code.place, let former = code.former.flatMap({ linked($0, to: place) }),
            former.id != account.id
        {
            release(former, place, code, for: account, &events)
        }
        events.payloads.append(varint: UInt64(account.id.value))
        AccountField.codeUsed.append([code.purpose.rawValue], to: &events.payloads)
        AccountField.session.append(to: &events.payloads) { session.append(to: &$0) }
        if !session.mustProve {
            if !session.venue.isEmpty {
                AccountField.venue.append(session.venue, to: &events.payloads)
            }
            proveByCode(account, code, events: &events)
        }
        if let place = code.place, account.link(place) == nil,
            account.links.count < Account.linkCountMax
        {
            AccountField.link.append(place, to: &events.payloads)
        }
        events.close(.accountSignedIn)
    }

    /// The code came back from the address that it was sent to.
    private func proveByCode(
        _ account: Account,
        _ code: OneTimeCode,
        events: inout EventBuffer
    ) {
        let holder = unsafe accounts.account(login: code.address.span.bytes)
        if code.setsLogin, holder == nil {
            AccountField.login.append(code.address, to: &events.payloads)
        }
        if account.hasEmail(code.address) {
            if !account.isProven { AccountField.proven.append([1], to: &events.payloads) }
        } else if !account.isProven {
            AccountField.email.append(code.address, to: &events.payloads)
            AccountField.proven.append([1], to: &events.payloads)
            AccountField.tellsEmail.append(to: &events.payloads)
        }
    }

    /// R-RES-17: the client's own account gives it up, or is joined to the one that was proven.
    private func release(
        _ other: Account,
        _ place: ClientPlace,
        _ code: OneTimeCode,
        for account: Account,
        _ events: inout EventBuffer
    ) {
        let sum = other.links.count + account.links.count
        if code.joins, sum <= Account.linkCountMax {
            events.payloads.append(varint: UInt64(account.id.value))
            AccountField.joined.append(to: &events.payloads) {
                $0.append(varint: UInt64(other.id.value))
            }
            return events.close(.accountsJoined)
        }
        unlink(other, place, events: &events)
    }

    /// The client is no longer linked; an account that nobody has used goes with its last client.
    func unlink(_ account: Account, _ place: ClientPlace, events: inout EventBuffer) {
        events.payloads.append(varint: UInt64(account.id.value))
        if account.links.count == 1, !account.hasSignedIn {
            return events.close(.accountErased)
        }
        AccountField.unlinked.append(place, to: &events.payloads)
        events.close(.accountUnlinked)
    }
}
