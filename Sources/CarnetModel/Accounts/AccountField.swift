import CarnetBytes

/// What an account's record holds and what an event changes in it: the same fields in both. The raw
/// value is the tag, never given to anything else.
///
/// An event is a varint with the account's number and then fields, in the order in which they are
/// applied; a record is drawn at ``Account/append(to:)``.
enum AccountField: UInt8, Sendable {
    case login = 1
    /// Empty: none.
    case email = 2
    /// One byte: 1 where the e-mail is proven.
    case proven = 3
    /// Varint milliseconds of the last sign-in. In records alone: an event has its own time.
    case signedIn = 4
    /// Place; in records also varint owed LSN, u8 1 where that includes the e-mail. In an event: linked
    /// from now on, and its tenant has to be told.
    case link = 5
    /// The name of a tenant at which somebody has signed in.
    case venue = 6
    /// 32 bytes digest, varint end, u8 1 where an address must be proven first, name of the tenant.
    case session = 7
    /// See ``OneTimeCode``: it takes the place of the one for the same purpose.
    case code = 8
    /// The name of a tenant that it may administer.
    case administered = 9

    // From 32 on in events alone.

    /// One byte, a purpose: that code counts no more.
    case codeUsed = 32
    /// One byte, a purpose: a wrong code has come.
    case codeWrong = 33
    /// Place: no longer linked.
    case unlinked = 34
    /// Place and varint LSN: its tenant has been told of that event.
    case told = 35
    /// Empty: every session has ended.
    case sessionsEnded = 36
    /// Empty: every linked client's tenant has to be told the e-mail.
    case tellsEmail = 37
    /// Empty: no session has to prove an address any more.
    case sessionsProven = 38
    /// Varint account: that one's links and venues are this one's, and it is gone.
    case joined = 39
    /// The name of a tenant that it may administer no longer.
    case administeredNoLonger = 40
    /// Why the helpdesk did it. Changes nothing.
    case reason = 41

    /// Appends the field with what `body` writes.
    func append(to writer: inout ByteWriter, _ body: (inout ByteWriter) -> Void) {
        var value = ByteWriter(capacity: 96)
        body(&value)
        writer.append(rawValue)
        writer.append(lengthPrefixed: value.bytes)
    }

    func append(_ bytes: [UInt8] = [], to writer: inout ByteWriter) {
        writer.append(rawValue)
        writer.append(lengthPrefixed: unsafe bytes.span.bytes)
    }

    func append(_ place: ClientPlace, to writer: inout ByteWriter) {
        append(to: &writer) { place.append(to: &$0) }
    }
}

extension ClientPlace {
    func append(to writer: inout ByteWriter) {
        writer.append(lengthPrefixed: unsafe tenant.span.bytes)
        writer.append(varint: UInt64(client.value))
    }

    init?(_ reader: inout ByteReader) {
        guard let name = reader.lengthPrefixedRange(), let number = reader.varint(), number >= 1,
            number <= UInt64(Tenant.clientCountMax)
        else { return nil }
        self.init(
            tenant: reader.bytes.bytes(name).array(),
            client: ClientID(UInt32(number))
        )
    }
}

extension AccountLink {
    func append(to writer: inout ByteWriter) {
        place.append(to: &writer)
        writer.append(varint: owed.value)
        writer.append(owesEmail ? 1 : 0)
    }

    init?(_ value: RawSpan) {
        var reader = ByteReader(value)
        guard let place = ClientPlace(&reader), let owed = reader.varint(),
            let owesEmail = reader.byte()
        else { return nil }
        self.init(place: place, owed: LSN(owed), owesEmail: owesEmail == 1)
    }
}

extension AccountSession {
    func append(to writer: inout ByteWriter) {
        writer.append(digest)
        writer.append(varint: expiresMilliseconds)
        writer.append(mustProve ? 1 : 0)
        writer.append(venue)
    }

    init?(_ value: RawSpan) {
        var reader = ByteReader(value)
        guard let digest = reader.range(Token.digestByteCount), let end = reader.varint(),
            let mustProve = reader.byte(), let venue = reader.range(reader.remaining)
        else { return nil }
        self.init(
            digest: value.bytes(digest).array(),
            expiresMilliseconds: end,
            mustProve: mustProve == 1,
            venue: value.bytes(venue).array()
        )
    }
}

// A CODE: u8 purpose, 16 bytes salt, 32 bytes digest, u8 attempts left, varint end, u8 flags (1 joins,
// 2 sets the login, 4 has a place, 8 has a former account), varint length and address, then the place,
// then varint the former account.
extension OneTimeCode {
    func append(to writer: inout ByteWriter) {
        writer.append(purpose.rawValue)
        writer.append(digest.salt)
        writer.append(digest.bytes)
        writer.append(attemptsLeft)
        writer.append(varint: expiresMilliseconds)
        writer.append(
            (joins ? 1 : 0) | (setsLogin ? 2 : 0) | (place == nil ? 0 : 4) | (former == nil ? 0 : 8)
        )
        writer.append(lengthPrefixed: unsafe address.span.bytes)
        place?.append(to: &writer)
        if let former { writer.append(varint: UInt64(former.value)) }
    }

    init?(_ value: RawSpan) {
        var reader = ByteReader(value)
        guard let number = reader.byte(), let purpose = Purpose(rawValue: number),
            let salt = reader.range(Self.saltByteCount),
            let digest = reader.range(Token.digestByteCount), let attempts = reader.byte(),
            let end = reader.varint(), let flags = reader.byte(),
            let address = reader.lengthPrefixedRange()
        else { return nil }
        self.init(
            purpose: purpose,
            digest: Digest(
                salt: value.bytes(salt).array(),
                bytes: value.bytes(digest).array()
            ),
            expiresMilliseconds: end
        )
        attemptsLeft = attempts
        self.address = value.bytes(address).array()
        joins = flags & 1 != 0
        setsLogin = flags & 2 != 0
        if flags & 4 != 0 {
            guard let place = ClientPlace(&reader) else { return nil }
            self.place = place
        }
        guard flags & 8 != 0 else { return }
        guard let number = reader.varint(), let former = UInt32(exactly: number) else { return nil }
        self.former = AccountID(former)
    }
}
