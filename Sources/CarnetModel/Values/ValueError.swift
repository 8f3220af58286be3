/// Why a value of the protocol was refused. Cases hold facts, never the value itself: it may be a
/// person's. The caller names the field in front of `message`.
public enum ValueError: Error, Hashable, Sendable {
    case empty
    case tooLong(byteCount: Int, byteCountMax: Int)
    case notUTF8(offset: Int)
    case newline(offset: Int)
    /// A control character, a line separator or a scalar that is no character.
    case forbiddenCharacter(UInt32, offset: Int)
    case tooManyMarks(offset: Int)
    case comma(offset: Int)
    case email(EmailFault)
    case date
    case noSuchDay
    case birthday
    case birthYear(Int)
    case time
    case noSuchTime
    case timeBefore1970
    case language
    case yesNo
    case number
    case decimal
    case numberTooLarge(max: UInt64)
    case tenantName

    /// What was wrong and what would be right.
    public var message: String {
        switch self {
        case .empty: "it is empty; give at least one character"
        case .tooLong(let count, let most): "it has \(count) bytes; at most \(most) are kept"
        case .notUTF8(let offset): "byte \(offset) is not UTF-8; send text as UTF-8"
        case .newline(let offset):
            "a newline stands at byte \(offset); only notes may have several lines"
        case .forbiddenCharacter(let scalar, let offset):
            "\(unicodeName(scalar)) stands at byte \(offset); leave out control characters"
        case .tooManyMarks(let offset):
            "more than \(Composer.markCountMax) accents on one letter at byte \(offset)"
        case .comma(let offset): "a comma stands at byte \(offset); commas separate tags"
        case .email(let fault): fault.message
        case .date: "a date is written YYYY-MM-DD, with a year from 0001 to 9999"
        case .noSuchDay: "the calendar has no such day; check month and day"
        case .birthday: "a birthday is written YYYY-MM-DD, or --MM-DD without the year"
        case .birthYear(let first): "a birthday's year is \(first) or later; --MM-DD leaves it out"
        case .time: "a time is written as in RFC 3339: 2026-03-29T18:30:00Z, or +01:00 for Z"
        case .noSuchTime: "the clock or the calendar has no such time; check day, hour and minute"
        case .timeBefore1970: "times before 1970 are not kept"
        case .language: "a language is written as its BCP 47 tag, such as nl, fr-BE or zh-Hant"
        case .yesNo: "yes or no is written yes, no, true, false, 1 or 0"
        case .number: "a number is written with the digits 0 to 9 alone"
        case .decimal:
            "a number is written with up to 12 digits, up to 6 more behind a point, a minus before"
        case .numberTooLarge(let most): "the number is larger than \(most)"
        case .tenantName: "a tenant's name has 1 to 64 of a-z 0-9 . _ -"
        }
    }
}

/// `U+0007`: four digits at least.
private func unicodeName(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
