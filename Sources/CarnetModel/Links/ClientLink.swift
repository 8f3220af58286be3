import CarnetBytes

// LINK AT REST. A record as CarnetBytes draws it (its number is the link's), bits 1 to 3 of the
// flags the kind, then:
//    7  u32  the client that it was addressed to
//   11  u48  created, milliseconds since 1970
//   17  fields in ascending order of their tags: u8 tag, varint length, bytes
// Of one that was removed the head stays with kind and client 0, so that its number is used.

/// What a link leads to, in a system of the caller's.
public enum LinkKind: UInt8, Hashable, Sendable, CaseIterable {
    case order = 1
    case subscription = 2
    case voucher = 3

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .order: "order"
        case .subscription: "subscription"
        case .voucher: "voucher"
        }
    }

    /// The kind of that word, or nil.
    public init?(word: RawSpan) {
        guard let kind = Self.allCases.first(where: { word.isEqual(to: $0.name) }) else {
            return nil
        }
        self = kind
    }
}

/// An order, a subscription or a voucher that is a client's.
public struct ClientLink: Hashable, Sendable {
    /// The fewest bytes of a record.
    static let byteCountMin = 17
    public static let referenceTag: UInt8 = 1
    /// How many links one number of a client may have.
    public static let countMax = 1_000

    public let number: UInt32
    /// The client that it was addressed to, who may have been merged since.
    public let client: ClientID
    public let kind: LinkKind
    /// The caller's own reference.
    public let reference: [UInt8]
    /// Milliseconds since 1970.
    public let createdMilliseconds: UInt64

    /// Reads a record; nil of one that was removed or makes no sense.
    init?(_ record: RawSpan) {
        guard record.byteCount >= Self.byteCountMin,
            let kind = LinkKind(rawValue: (record.byte(at: 2) >> 1) & 7)
        else { return nil }
        self.kind = kind
        number = record.littleEndianUInt32(at: 3)
        client = ClientID(record.littleEndianUInt32(at: 7))
        createdMilliseconds = record.littleEndianUInt48(at: 11)
        var cursor = FieldCursor(offset: Self.byteCountMin)
        var reference: [UInt8] = []
        while let (tag, range) = cursor.next(in: record) {
            guard tag == Self.referenceTag else { continue }
            reference = record.bytes(range).array()
        }
        self.reference = reference
    }

    /// Begins a record; fields follow, then `ClientRecordWriter.finish`.
    static func begin(
        _ number: UInt32,
        _ kind: LinkKind?,
        _ client: ClientID,
        at milliseconds: UInt64,
        in writer: inout ByteWriter
    ) {
        writer.append(littleEndian: UInt16(0))
        writer.append((kind?.rawValue ?? 0) << 1)
        writer.append(littleEndian: number)
        writer.append(littleEndian: client.value)
        writer.append(littleEndian: UInt32(truncatingIfNeeded: milliseconds))
        writer.append(littleEndian: UInt16(truncatingIfNeeded: milliseconds >> 32))
    }
}
