/// What a word means, for checking, help and the reference.
public enum ValueKind: Hashable, Sendable {
    case tenant
    case id
    case text
    case word
    case number
    /// With up to three decimals.
    case decimal
    case lsn
    case milliseconds
    case time
    case email
    case phone
    case language
    case country
    case zone
    case yesNo
    case fieldList
    case fieldName
    case cursor
    case secret
    case pattern
    case command
    /// One of some words, exactly.
    case choice([String])

    /// Whether it is one of some declared words.
    var isChoice: Bool {
        if case .choice = self { return true }
        return false
    }

    /// The form that is right, as an error and the reference name it.
    public var explanation: String {
        switch self {
        case .tenant: "1 to 64 of a-z 0-9 . _ -"
        case .id: "a positive whole number"
        case .text: "text in UTF-8"
        case .word: "a word"
        case .number: "a whole number from 0"
        case .decimal: "a number with up to three decimals"
        case .lsn: "a log position, a whole number from 0"
        case .milliseconds: "milliseconds, a whole number from 0"
        case .time: "a time such as 2026-05-01T18:30:00+02:00, or a date"
        case .email: "an e-mail address"
        case .phone: "a phone number, national or international"
        case .language: "a language tag such as de or pt-BR"
        case .country: "a country of two letters such as CH"
        case .zone: "a time zone such as Europe/Zurich"
        case .yesNo: "yes or no"
        case .fieldList: "field names with commas between them"
        case .fieldName: "a field's name"
        case .cursor: "the cursor of the reply before"
        case .secret: "a secret"
        case .pattern: "a pattern with * and ?"
        case .command: "a command and its arguments"
        case .choice(let words): "one of " + words.joined(separator: " ")
        }
    }

    /// The type that COMMAND DOCS gives.
    var documentedType: StaticString {
        switch self {
        case .tenant: "key"
        case .id, .number, .lsn, .milliseconds: "integer"
        case .pattern: "pattern"
        case .choice: "oneof"
        case .text, .word, .time, .email, .phone, .language, .country, .zone, .yesNo, .fieldList,
            .fieldName, .cursor, .secret, .command, .decimal:
            "string"
        }
    }
}
