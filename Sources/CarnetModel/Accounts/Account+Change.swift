import CarnetBytes

extension Account {
    /// Applies what an event says of it, field by field. False where that can't be read.
    mutating func apply(_ event: borrowing Event, from offset: Int) -> Bool {
        if event.kind == .accountSignedIn { signedInMilliseconds = event.milliseconds }
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: event.payload) {
            guard let field = AccountField(rawValue: tag),
                apply(field, event.payload.bytes(range), event)
            else { return false }
        }
        return true
    }

    private mutating func apply(
        _ field: AccountField,
        _ value: RawSpan,
        _ event: borrowing Event
    ) -> Bool {
        var reader = ByteReader(value)
        switch field {
        case .login: login = value.array()
        case .email: email = value.array()
        case .proven: isProven = value.byteCount == 1 && value.byte(at: 0) == 1
        case .link:
            guard let place = ClientPlace(&reader) else { return false }
            let owesEmail = link(place)?.owesEmail ?? false
            links.removeAll { $0.place == place }
            links.append(AccountLink(place: place, owed: event.lsn, owesEmail: owesEmail))
        case .venue: Self.insert(value.array(), into: &venues)
        case .session:
            guard let session = AccountSession(value) else { return false }
            sessions.removeAll { $0.expiresMilliseconds <= event.milliseconds }
            sessions.append(session)
            if sessions.count > Self.sessionCountMax { sessions.removeFirst() }
        case .code:
            guard let code = OneTimeCode(value) else { return false }
            codes.removeAll {
                $0.purpose == code.purpose || $0.expiresMilliseconds <= event.milliseconds
            }
            codes.append(code)
        case .administered: Self.insert(value.array(), into: &administered)
        case .codeUsed: codes.removeAll { [$0.purpose.rawValue] == value.array() }
        case .codeWrong:
            for index in codes.indices where [codes[index].purpose.rawValue] == value.array() {
                codes[index].attemptsLeft -= codes[index].attemptsLeft > 0 ? 1 : 0
            }
        case .unlinked:
            guard let place = ClientPlace(&reader) else { return false }
            links.removeAll { $0.place == place }
        case .told:
            guard let place = ClientPlace(&reader), let origin = reader.varint() else {
                return false
            }
            noteTold(place, LSN(origin))
        case .sessionsEnded: sessions = []
        case .tellsEmail:
            for index in links.indices {
                links[index].owed = event.lsn
                links[index].owesEmail = true
            }
        case .sessionsProven:
            for index in sessions.indices { sessions[index].mustProve = false }
        case .administeredNoLonger: administered.removeAll { $0 == value.array() }
        // Where two accounts are concerned the directory applies it.
        case .joined, .reason: break
        case .signedIn: return false
        }
        return true
    }

    private mutating func noteTold(_ place: ClientPlace, _ origin: LSN) {
        for index in links.indices where links[index].place == place && links[index].owed <= origin
        {
            links[index].owed = .zero
            links[index].owesEmail = false
        }
    }

    /// What was another's is this one's; its tenants have to be told.
    mutating func take(over other: Account, at lsn: LSN) {
        for link in other.links {
            links.removeAll { $0.place == link.place }
            links.append(AccountLink(place: link.place, owed: lsn, owesEmail: true))
        }
        for venue in other.venues { Self.insert(venue, into: &venues) }
        for tenant in other.administered { Self.insert(tenant, into: &administered) }
        signedInMilliseconds = max(signedInMilliseconds, other.signedInMilliseconds)
    }

    private static func insert(_ name: [UInt8], into names: inout [[UInt8]]) {
        guard !names.contains(name), names.count < venueCountMax else { return }
        names.append(name)
        names.sort { $0.lexicographicallyPrecedes($1) }
    }
}
