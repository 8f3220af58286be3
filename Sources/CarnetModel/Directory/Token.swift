public import CarnetBytes

/// Who may connect, as what, and to which venues. The secret itself is kept nowhere, its digest is.
public struct Token: Hashable, Sendable {
    public let name: [UInt8]
    public let role: TokenRole
    /// The venues it may ask about, in order; none stands for all of them.
    public let tenants: [[UInt8]]
    /// The partner that it acts for, where its role is `partner`.
    public let partner: [UInt8]?
    /// SHA-256 of the secret, 32 bytes.
    public let digest: [UInt8]
    public let createdMilliseconds: UInt64
    /// Nobody is let in with it from then on; nil: it does not expire.
    public let expiresMilliseconds: UInt64?

    /// Bytes of a secret's digest.
    public static let digestByteCount = 32
    /// Venues that one token may name.
    public static let tenantCountMax = 1_000
    /// The longest name of a token and of a partner, in bytes.
    public static let nameByteCountMax = 64

    public init(
        name: [UInt8],
        role: TokenRole,
        tenants: [[UInt8]] = [],
        partner: [UInt8]? = nil,
        digest: [UInt8],
        createdMilliseconds: UInt64,
        expiresMilliseconds: UInt64? = nil
    ) {
        self.name = name
        self.role = role
        self.tenants = tenants
        self.partner = partner
        self.digest = digest
        self.createdMilliseconds = createdMilliseconds
        self.expiresMilliseconds = expiresMilliseconds
    }

    /// Whether it has come to its end by then.
    public func hasExpired(atMilliseconds now: UInt64) -> Bool {
        expiresMilliseconds.map { $0 <= now } ?? false
    }
}

// TOKEN IN AN EVENT. Tagged fields (u8 tag, varint length, bytes):
//   1 name · 2 role, one byte · 3 tenant, as many as there are · 4 partner · 5 digest of the secret
//   6 end, milliseconds since 1970 as a varint
// In a snapshot's row the moment of its creation stands before them, as a varint.
extension Token {
    private enum Tag {
        static let name: UInt8 = 1
        static let role: UInt8 = 2
        static let tenant: UInt8 = 3
        static let partner: UInt8 = 4
        static let digest: UInt8 = 5
        static let expires: UInt8 = 6
    }

    /// Appends what an event says of it.
    func append(to writer: inout ByteWriter) {
        Self.append(Tag.name, name, to: &writer)
        Self.append(Tag.role, [role.rawValue], to: &writer)
        for tenant in tenants { Self.append(Tag.tenant, tenant, to: &writer) }
        if let partner { Self.append(Tag.partner, partner, to: &writer) }
        Self.append(Tag.digest, digest, to: &writer)
        if let expiresMilliseconds {
            writer.append(Tag.expires)
            writer.append(varint: UInt64(varintByteCount(expiresMilliseconds)))
            writer.append(varint: expiresMilliseconds)
        }
    }

    private static func append(_ tag: UInt8, _ value: [UInt8], to writer: inout ByteWriter) {
        writer.append(tag)
        writer.append(lengthPrefixed: unsafe value.span.bytes)
    }

    /// What an event or a row says; nil where it can't be read. Fields of later versions are passed
    /// over, roles of later versions are not: who has such a token would be let in as another.
    public init?(_ bytes: RawSpan, from offset: Int, createdMilliseconds: UInt64) {
        var name: [UInt8] = []
        var role: TokenRole?
        var tenants: [[UInt8]] = []
        var partner: [UInt8]?
        var digest: [UInt8] = []
        var expires: UInt64?
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: bytes) {
            let value = bytes.bytes(range)
            switch tag {
            case Tag.name: name = value.array()
            case Tag.role:
                role = value.byteCount == 1 ? TokenRole(rawValue: value.byte(at: 0)) : nil
            case Tag.tenant: tenants.append(value.array())
            case Tag.partner: partner = value.array()
            case Tag.digest: digest = value.array()
            case Tag.expires:
                var reader = ByteReader(value)
                guard let end = reader.varint() else { return nil }
                expires = end
            default: break
            }
        }
        guard !name.isEmpty, let role, digest.count == Self.digestByteCount else { return nil }
        self.init(
            name: name,
            role: role,
            tenants: tenants,
            partner: partner,
            digest: digest,
            createdMilliseconds: createdMilliseconds,
            expiresMilliseconds: expires
        )
    }

    /// Appends its row of a snapshot.
    public func appendRow(to writer: inout ByteWriter) {
        writer.append(varint: createdMilliseconds)
        append(to: &writer)
    }

    /// The token of a snapshot's row; nil where it can't be read.
    public init?(row: RawSpan) {
        var reader = ByteReader(row)
        guard let created = reader.varint() else { return nil }
        self.init(row, from: reader.offset, createdMilliseconds: created)
    }
}
