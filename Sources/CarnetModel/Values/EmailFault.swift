/// What makes a text no e-mail address that Carnet keeps.
public enum EmailFault: Error, Hashable, Sendable {
    case noAt
    case secondAt
    case localEmpty
    case localTooLong
    case localDot
    case quoted
    case character(offset: Int)
    case domainEmpty
    case addressLiteral
    case oneLabel
    case labelEmpty
    case labelTooLong
    case labelHyphen
    case trailingDot
    case numericTop

    /// What was wrong and what would be right.
    public var message: String {
        switch self {
        case .noAt: "an e-mail address has an @, as in ann@example.org"
        case .secondAt: "an e-mail address has one @ only; give one address"
        case .localEmpty: "nothing stands before the @"
        case .localTooLong: "more than 64 bytes stand before the @"
        case .localDot: "before the @ a dot stands between other characters, one at a time"
        case .quoted: "quoted names before the @ are not taken; give the address without quotes"
        case .character(let offset): "the character at byte \(offset) can't stand in an address"
        case .domainEmpty: "nothing stands after the @"
        case .addressLiteral: "an address in brackets is not taken; give a domain name"
        case .oneLabel: "the domain after the @ has no dot, as in example.org"
        case .labelEmpty: "after the @ a dot stands between other characters, one at a time"
        case .labelTooLong: "a part of the domain has more than 63 bytes"
        case .labelHyphen: "a part of the domain can't begin or end with a hyphen"
        case .trailingDot: "the domain can't end with a dot"
        case .numericTop: "the domain can't end with a number; IP addresses are not taken"
        }
    }
}
