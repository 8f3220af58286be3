import CarnetBytes

/// A way to reach a client, as its record holds it.
public enum ClientAddress: Hashable, Sendable {
    case email([UInt8])
    /// As E.164 digits.
    case phone(UInt64)
}

extension Tenant {
    /// Every e-mail and phone of these clients, former ones included, and those that a survivor has
    /// by itself.
    public func addresses(of ids: [ClientID]) -> Set<ClientAddress> {
        var addresses: Set<ClientAddress> = []
        for id in ids {
            let contents = [content(of: id), merges.first?.own(id)?.marked].compactMap(\.self)
            for group in contents.flatMap(\.groups) {
                for value in group.values {
                    if let address = ClientAddress(group.tag, unsafe value.span.bytes) {
                        addresses.insert(address)
                    }
                }
            }
        }
        return addresses
    }
}

extension ClientAddress {
    /// The address that a field of a record or of an event holds; nil of all other fields, and of one
    /// that is cleared.
    public init?(_ tag: UInt8, _ value: RawSpan) {
        guard value.byteCount > 0 else { return nil }
        switch (ClientField(rawValue: tag), ClientAlias(rawValue: tag)) {
        case (.email, _), (_, .email): self = .email(value.array())
        case (.phone, _), (_, .phone):
            self = .phone(value.shortInteger(0..<value.byteCount))
        default: return nil
        }
    }

    /// Its digests under a key, from the spellings that are to be known again: each of an e-mail
    /// by itself, of a phone its digits alone.
    public static func digest(email spelling: RawSpan, _ key: KeyedHash) -> UInt64 {
        var text = ByteWriter(capacity: 128)
        text.append(UInt8(ascii: "e"))
        text.append(spelling)
        return key.hash(text.bytes)
    }

    public static func digest(phone digits: UInt64, _ key: KeyedHash) -> UInt64 {
        var text = ByteWriter(capacity: 16)
        text.append(UInt8(ascii: "p"))
        text.append(littleEndian: digits)
        return key.hash(text.bytes)
    }
}
