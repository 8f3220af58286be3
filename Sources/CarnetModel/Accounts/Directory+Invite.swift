import CarnetBytes

/// A client whom somebody invites, as its tenant holds it.
public struct InvitedClient: Hashable, Sendable {
    public let place: ClientPlace
    /// Empty where it has none.
    public let email: [UInt8]
    /// The account that its record names.
    public let account: AccountID?

    public init(place: ClientPlace, email: [UInt8], account: AccountID?) {
        self.place = place
        self.email = email
        self.account = account
    }
}

/// What came of an invitation.
public struct Invitation: Hashable, Sendable {
    public let account: AccountID
    public let login: [UInt8]
    /// Where the code is to be sent; empty: it is printed.
    public let address: [UInt8]
    public let expiresMilliseconds: UInt64
}

extension Directory {
    /// R-RES-09 to 12: a code that signs a client in; the one before it counts no more. A client
    /// without an account gets one.
    ///
    /// With an address the code goes there, so that whoever brings it has the mailbox. Without one
    /// it is printed, and an address has to be proven before anything else; that is no way to an
    /// account which its person has used elsewhere. Where the address is the login of an account that
    /// the client is not linked to, the code is that account's and links the client.
    public func decideInvite(
        _ client: InvitedClient,
        _ digest: OneTimeCode.Digest,
        now: Timestamp,
        events: inout EventBuffer
    ) throws(Refusal) -> Invitation {
        let own = client.account.flatMap { linked($0, to: client.place) }
        var code = OneTimeCode(
            purpose: .signIn,
            digest: digest,
            expiresMilliseconds: now.millisecondsSinceEpoch
                + OneTimeCode.longLifetimeMilliseconds
        )
        if let own, own.isProven, !own.email.isEmpty,
            !client.email.isEmpty || own.owns(at: client.place.tenant)
        {
            code.address = own.email
            return invite(own.id, own.login, code, events: &events)
        }
        guard !client.email.isEmpty else {
            if let own {
                guard !own.owns(at: client.place.tenant) else { throw .ownedElsewhere }
                return invite(own.id, own.login, code, events: &events)
            }
            let login = printedLogin(client.place)
            let id = try create(login, email: [], client.place, events: &events)
            return invite(id, login, code, events: &events)
        }
        code.address = client.email
        code.setsLogin = true
        let holder = unsafe accounts.account(login: client.email.span.bytes)
        guard let holder, holder.id != own?.id else {
            if let own {
                readdress(own, client.email, events: &events)
                return invite(own.id, client.email, code, events: &events)
            }
            let id = try create(
                client.email,
                email: client.email,
                client.place,
                events: &events
            )
            return invite(id, client.email, code, events: &events)
        }
        if let other = holder.clients(at: client.place.tenant).first,
            other != client.place.client
        {
            throw .loginOf(other)
        }
        guard holder.links.count < Account.linkCountMax else { throw .tooManyLinks }
        code.place = client.place
        code.former = own?.id
        code.joins = own?.hasSignedIn == true
        return invite(holder.id, holder.login, code, events: &events)
    }

    /// The account, where it says itself that it is linked to the client.
    public func linked(_ id: AccountID, to place: ClientPlace) -> Account? {
        guard let account = accounts.account(id), account.link(place) != nil else { return nil }
        return account
    }

    /// What a person without an address signs in with.
    private func printedLogin(_ place: ClientPlace) -> [UInt8] {
        var login = place.tenant + Array("/\(place.client.value)".utf8)
        // A tenant of that name was there before, and its clients had accounts.
        while unsafe accounts.account(login: login.span.bytes) != nil { login += Array("+".utf8) }
        return login
    }

    func create(
        _ login: [UInt8],
        email: [UInt8],
        _ place: ClientPlace,
        events: inout EventBuffer
    ) throws(Refusal) -> AccountID {
        guard accounts.hasRoom() else {
            throw .quota("the node has had as many accounts as one may have")
        }
        let id = accounts.next
        events.payloads.append(varint: UInt64(id.value))
        AccountField.login.append(login, to: &events.payloads)
        if !email.isEmpty { AccountField.email.append(email, to: &events.payloads) }
        AccountField.link.append(place, to: &events.payloads)
        events.close(.accountCreated)
        return id
    }

    /// Nobody has proven what stood there: staff may have mistyped it.
    private func readdress(_ own: Account, _ email: [UInt8], events: inout EventBuffer) {
        let isLogin = unsafe own.hasLogin(email.span.bytes)
        guard !isLogin || !own.hasEmail(email) else { return }
        events.payloads.append(varint: UInt64(own.id.value))
        if !own.hasSignedIn { AccountField.login.append(email, to: &events.payloads) }
        AccountField.email.append(email, to: &events.payloads)
        events.close(.accountChanged)
    }

    func invite(
        _ id: AccountID,
        _ login: [UInt8],
        _ code: OneTimeCode,
        events: inout EventBuffer
    ) -> Invitation {
        issue(id, login, code, .accountInvited, events: &events)
    }

    func issue(
        _ id: AccountID,
        _ login: [UInt8],
        _ code: OneTimeCode,
        _ kind: EventKind,
        events: inout EventBuffer
    ) -> Invitation {
        events.payloads.append(varint: UInt64(id.value))
        AccountField.code.append(to: &events.payloads) { code.append(to: &$0) }
        events.close(kind)
        return Invitation(
            account: id,
            login: login,
            address: code.address,
            expiresMilliseconds: code.expiresMilliseconds
        )
    }
}
