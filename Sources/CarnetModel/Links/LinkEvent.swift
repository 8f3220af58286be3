import CarnetBytes

// PAYLOADS.
//    linkAdded    varint link, varint client, u8 kind, then tagged fields of the link
//    linkRemoved  varint link, then tagged fields (none of its own yet)
//    pointsAdded  varint length and partner, varint points (zigzag), then tagged fields: 1 reason

/// The head of an event about a link or about points, checked to be readable.
enum LinkEvent {
    case added(UInt32, ClientID, LinkKind)
    case removed(UInt32)
    case points(partner: [UInt8], Int64)

    /// What it says, and where its tagged fields begin; nil where it makes no sense.
    static func read(_ kind: EventKind, _ payload: RawSpan) -> (LinkEvent, fieldsOffset: Int)? {
        var reader = ByteReader(payload)
        if kind == .pointsAdded {
            guard let partner = reader.lengthPrefixedRange(), let points = reader.varint() else {
                return nil
            }
            let event = LinkEvent.points(
                partner: payload.bytes(partner).array(),
                PartnerAccount.signed(points)
            )
            return (event, reader.offset)
        }
        guard let number = reader.varint(), number >= 1, number <= UInt64(Tenant.linkCountMax)
        else { return nil }
        guard kind == .linkAdded else { return (.removed(UInt32(number)), reader.offset) }
        guard let client = MergeEvent.client(&reader),
            let link = reader.byte().flatMap({ LinkKind(rawValue: $0) })
        else { return nil }
        return (.added(UInt32(number), client, link), reader.offset)
    }
}
