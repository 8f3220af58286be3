/// What a field holds, which decides how two of its values are compared and what the outcome is
/// worth: which of it a family shares, and which is a person's own.
public enum FieldKind: UInt8, Hashable, Sendable, CaseIterable {
    case givenName
    case surname
    /// Both names in one field, in either order.
    case fullName
    case email
    case phone
    case birthDate
    /// Where somebody lives, coarsely: a city, a suburb, a region, a postal code.
    case place
    /// A street, a house's name, a house number: shared by a household.
    case address
    /// A language or another property that many share.
    case language
    /// Property of few values that is a person's own: gender.
    case trait
    /// A number that only one person has: of an insurance, a passport, a loyalty card.
    case identity
    /// Any other text of a person's own, such as an occupation or a company.
    case text

    /// Whether it reaches people, and relatives share it.
    var isContact: Bool { self == .phone || self == .email }

    /// Names are compared together, all other fields each for itself.
    public var isName: Bool {
        switch self {
        case .givenName, .surname, .fullName: true
        case .email, .phone, .birthDate, .place, .address, .language, .trait, .identity, .text:
            false
        }
    }
}
