import CarnetBytes

/// What ACCOUNT.LOGIN finds of an address that is to become a client's login.
public enum LoginOutcome: Hashable, Sendable {
    /// It is the client's own login already.
    case own
    /// Nobody's; with a code on its way there that makes it the client's, or without one.
    case free(Invitation?)
    /// Another client's of this tenant; with a code on its way where both persons have signed in.
    case takenHere(ClientID, Invitation?)
    /// Somebody's whom this tenant does not know; with a code on its way there, or without one.
    case takenElsewhere(Invitation?)
    /// Another client's of this tenant, who is the same person: the two are to be merged.
    case merge(ClientID)
}

extension Directory {
    /// R-RES-13 to 17. `isSame` says that whoever has the address is this client; `takesFree`
    /// whether an address of nobody's may be taken.
    public func decideLogin(
        _ client: InvitedClient,
        _ email: [UInt8],
        isSame: Bool,
        takesFree: Bool,
        _ digest: OneTimeCode.Digest,
        now: Timestamp,
        events: inout EventBuffer
    ) throws(Refusal) -> LoginOutcome {
        let email = try Self.checked(email)
        let own = client.account.flatMap { linked($0, to: client.place) }
        guard let holder = unsafe accounts.account(login: email.span.bytes) else {
            guard takesFree else { return .free(nil) }
            return .free(try take(email, for: client, own, digest, now, events: &events))
        }
        guard holder.id != own?.id else { return .own }
        let here = holder.clients(at: client.place.tenant).first
        if let here {
            guard isSame else { return .takenHere(here, nil) }
            guard holder.hasSignedIn, own?.hasSignedIn == true else { return .merge(here) }
        }
        guard isSame else { return .takenElsewhere(nil) }
        guard holder.links.count + (own?.links.count ?? 1) <= Account.linkCountMax else {
            throw .tooManyLinks
        }
        var code = newCode(digest, now)
        code.address = holder.isProven && !holder.email.isEmpty ? holder.email : holder.login
        code.place = client.place
        code.former = own?.id
        code.joins = own?.hasSignedIn == true
        let invitation = invite(holder.id, holder.login, code, events: &events)
        return here.map { .takenHere($0, invitation) } ?? .takenElsewhere(invitation)
    }

    /// A code goes to an address that is nobody's login; with it the address is the client's.
    private func take(
        _ email: [UInt8],
        for client: InvitedClient,
        _ own: Account?,
        _ digest: OneTimeCode.Digest,
        _ now: Timestamp,
        events: inout EventBuffer
    ) throws(Refusal) -> Invitation {
        var code = newCode(digest, now)
        code.address = email
        code.setsLogin = true
        if let own { return invite(own.id, email, code, events: &events) }
        let id = try create(email, email: email, client.place, events: &events)
        return invite(id, email, code, events: &events)
    }

    private func newCode(_ digest: OneTimeCode.Digest, _ now: Timestamp) -> OneTimeCode {
        OneTimeCode(
            purpose: .signIn,
            digest: digest,
            expiresMilliseconds: now.millisecondsSinceEpoch
                + OneTimeCode.longLifetimeMilliseconds
        )
    }

    /// R-RES-32: a code for whoever has that login, which links a new client once it comes back.
    public func decideLinkCode(
        _ login: [UInt8],
        to place: ClientPlace,
        _ digest: OneTimeCode.Digest,
        now: Timestamp,
        events: inout EventBuffer
    ) throws(Refusal) -> Invitation {
        guard let holder = unsafe accounts.account(login: login.span.bytes) else {
            throw .noAccount
        }
        guard holder.links.count < Account.linkCountMax else { throw .tooManyLinks }
        var code = newCode(digest, now)
        code.address = holder.isProven && !holder.email.isEmpty ? holder.email : holder.login
        code.place = place
        return invite(holder.id, holder.login, code, events: &events)
    }

    /// Clients that are no more, or no more a person: nothing is left of their links, nor of accounts
    /// that had no others and were never used.
    public func decideForget(_ places: [ClientPlace], _ id: AccountID, events: inout EventBuffer) {
        guard var account = accounts.account(id) else { return }
        for place in places where account.link(place) != nil {
            unlink(account, place, events: &events)
            account.links.removeAll { $0.place == place }
            if account.links.isEmpty, !account.hasSignedIn { return }
        }
    }
}
