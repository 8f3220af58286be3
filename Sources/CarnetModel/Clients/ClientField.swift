import CarnetBytes

/// A field that a client may carry. The raw value is its tag in records, events and snapshots:
/// never given to another field, whatever becomes of this one.
public enum ClientField: UInt8, Hashable, Sendable, CaseIterable {
    case first = 1
    case last = 2
    case company = 3
    case salutation = 4
    case email = 5
    /// E.164 without the plus, as an integer of as few little-endian bytes as it takes.
    case phone = 6
    case language = 7
    case gender = 8
    /// As ``Birthday`` packs it, in four little-endian bytes.
    case birthday = 9
    case city = 10
    case note = 11
    case source = 12
    /// One byte: 1 for yes, 0 for no; absent while nobody has said.
    case newsletter = 13
    /// May stand several times, one for each reference.
    case external = 32
    /// May stand several times, one for each tag.
    case tags = 33

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .first: "first"
        case .last: "last"
        case .company: "company"
        case .salutation: "salutation"
        case .email: "email"
        case .phone: "phone"
        case .language: "language"
        case .gender: "gender"
        case .birthday: "birthday"
        case .city: "city"
        case .note: "note"
        case .source: "source"
        case .newsletter: "newsletter"
        case .external: "external"
        case .tags: "tags"
        }
    }

    /// The field of that word, or nil. O(number of fields), by length and first byte.
    public init?(name: RawSpan) {
        guard name.byteCount >= 4 else { return nil }
        let found: ClientField? =
            switch (name.byteCount, name.byte(at: 0)) {
            case (5, UInt8(ascii: "f")): .first
            case (4, UInt8(ascii: "l")): .last
            case (7, UInt8(ascii: "c")): .company
            case (10, UInt8(ascii: "s")): .salutation
            case (5, UInt8(ascii: "e")): .email
            case (5, UInt8(ascii: "p")): .phone
            case (8, UInt8(ascii: "l")): .language
            case (6, UInt8(ascii: "g")): .gender
            case (8, UInt8(ascii: "b")): .birthday
            case (4, UInt8(ascii: "c")): .city
            case (4, UInt8(ascii: "n")): .note
            case (6, UInt8(ascii: "s")): .source
            case (10, UInt8(ascii: "n")): .newsletter
            case (8, UInt8(ascii: "e")): .external
            case (4, UInt8(ascii: "t")): .tags
            default: nil
            }
        guard let found, name.isEqual(to: found.name) else { return nil }
        self = found
    }
}
