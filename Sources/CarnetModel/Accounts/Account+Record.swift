import CarnetBytes

// ACCOUNT AT REST, FORMAT 1. A record as CarnetBytes draws it, numbered by the account, then varint
// milliseconds of creation, then tagged fields (u8 tag, varint length, bytes) as AccountField names
// them, those below 32.
extension Account {
    /// The fewest bytes a record takes.
    static let recordByteCountMin = RecordStore.headerByteCount + 1

    /// Appends its record; false where it would be longer than a record may be.
    func append(to writer: inout ByteWriter) -> Bool {
        let start = writer.byteCount
        writer.append(littleEndian: UInt16(0))
        writer.append(0)
        writer.append(littleEndian: id.value)
        writer.append(varint: createdMilliseconds)
        AccountField.login.append(login, to: &writer)
        if !email.isEmpty { AccountField.email.append(email, to: &writer) }
        if isProven { AccountField.proven.append([1], to: &writer) }
        if signedInMilliseconds > 0 {
            AccountField.signedIn.append(to: &writer) { $0.append(varint: signedInMilliseconds) }
        }
        for link in links { AccountField.link.append(to: &writer) { link.append(to: &$0) } }
        for venue in venues { AccountField.venue.append(venue, to: &writer) }
        for session in sessions {
            AccountField.session.append(to: &writer) { session.append(to: &$0) }
        }
        for code in codes { AccountField.code.append(to: &writer) { code.append(to: &$0) } }
        for tenant in administered { AccountField.administered.append(tenant, to: &writer) }
        let count = writer.byteCount - start
        guard let length = UInt16(exactly: count) else {
            writer.truncate(to: start)
            return false
        }
        writer.set(UInt8(length & 0xFF), at: start)
        writer.set(UInt8(length >> 8), at: start + 1)
        return true
    }

    /// The account of a record; nil where it can't be read.
    public init?(record: RawSpan) {
        guard record.byteCount >= Self.recordByteCountMin else { return nil }
        var reader = ByteReader(record.bytes(RecordStore.headerByteCount..<record.byteCount))
        guard let created = reader.varint() else { return nil }
        self.init(
            id: AccountID(record.littleEndianUInt32(at: 3)),
            createdMilliseconds: created
        )
        var cursor = FieldCursor(offset: reader.offset)
        let fields = reader.bytes
        while let (tag, range) = cursor.next(in: fields) {
            guard take(tag, fields.bytes(range)) else { return nil }
        }
    }

    /// Takes one field of a record. Fields of later versions are not ours to read.
    private mutating func take(_ tag: UInt8, _ value: RawSpan) -> Bool {
        switch AccountField(rawValue: tag) {
        case .login?: login = value.array()
        case .email?: email = value.array()
        case .proven?: isProven = value.byteCount == 1 && value.byte(at: 0) == 1
        case .signedIn?:
            var reader = ByteReader(value)
            guard let time = reader.varint() else { return false }
            signedInMilliseconds = time
        case .link?:
            guard let link = AccountLink(value) else { return false }
            links.append(link)
        case .venue?: venues.append(value.array())
        case .session?:
            guard let session = AccountSession(value) else { return false }
            sessions.append(session)
        case .code?:
            guard let code = OneTimeCode(value) else { return false }
            codes.append(code)
        case .administered?: administered.append(value.array())
        default: return false
        }
        return true
    }
}
