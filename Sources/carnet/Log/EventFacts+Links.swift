import CarnetBytes
import CarnetModel

extension EventFacts {
    /// An event about a link or about points: whose, how many, and what for.
    mutating func readLink(_ kind: EventKind, _ payload: RawSpan) {
        var reader = ByteReader(payload)
        if kind == .pointsAdded {
            guard let partner = reader.lengthPrefixedRange(), let raw = reader.varint() else {
                return noteCutOff()
            }
            add("partner", .string(payload.bytes(partner).text()))
            add("points", .integer(PartnerAccount.signed(raw)))
        } else {
            guard let number = reader.varint() else { return noteCutOff() }
            add("link", .unsigned(number))
        }
        if kind == .linkAdded {
            guard let client = reader.varint(), let raw = reader.byte() else {
                return noteCutOff()
            }
            add("client", .unsigned(client))
            add("kind", .string(LinkKind(rawValue: raw).map { "\($0.name)" } ?? "kind \(raw)"))
        }
        while let (tag, range) = readTagged(&reader) {
            let value = reader.bytes.bytes(range)
            switch tag {
            case EventTag.author: break
            case ClientLink.referenceTag where kind == .linkAdded:
                add("ref", .string(value.text()))
            case Tenant.reasonTag where kind == .pointsAdded:
                add("reason", .string(value.text()))
            default: add("tag \(tag)", .integer(Int64(value.byteCount)))
            }
        }
    }
}
