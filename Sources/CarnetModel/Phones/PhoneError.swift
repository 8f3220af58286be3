/// Why a text was not read as a phone number. It holds counts, never the number.
public enum PhoneError: Error, Hashable, Sendable {
    /// Nothing in it, or something that no phone number has.
    case notANumber
    /// Letters other than those of `tel:`, of an extension, or of a carrier's place (`0xx11…`).
    case letters
    /// More bytes than any spelling of a number needs.
    case textTooLong(byteCount: Int)
    /// A national number, and no country to read it by.
    case countryMissing
    /// A national number in a country that has no numbers of its own.
    case countryWithoutNumbers(CountryCode)
    /// International, and no country has what follows the prefix.
    case unknownCallingCode
    /// Fewer digits than any number of that country, calling code and prefixes left out.
    case tooShort(digitCount: Int)
    /// More digits than any number of that country has, or than E.164 allows.
    case tooLong(digitCount: Int)
    /// Between shortest and longest, but no number of that country has so many digits.
    case wrongLength(digitCount: Int)
    /// Callable from its own area only: the area code is missing.
    case areaCodeMissing(digitCount: Int)

    /// What was wrong and what would be right. Never the number itself.
    public var message: String {
        switch self {
        case .notANumber:
            "not a phone number; give digits, a leading + and separators such as +49 30 901820"
        case .letters:
            "a phone number has digits, not letters; an extension is written x12 or ext. 12"
        case .textTooLong(let byteCount):
            "a phone number of \(byteCount) bytes; at most \(PhoneText.byteCountMax) are read"
        case .countryMissing:
            "a national phone number can't be read without a country; set the tenant's COUNTRY "
                + "or begin with + and the calling code"
        case .countryWithoutNumbers(let country):
            "\(country.text) has no phone numbers of its own; begin with + and the calling code"
        case .unknownCallingCode:
            "no country has this calling code; after + or the international prefix comes one "
                + "such as 49 or 1"
        case .tooShort(let digitCount):
            "too short for a phone number of its country: \(Self.digits(digitCount)) without "
                + "prefixes"
        case .tooLong(let digitCount):
            "too long for a phone number of its country: \(Self.digits(digitCount)) without "
                + "prefixes"
        case .wrongLength(let digitCount):
            "no phone number of its country has \(Self.digits(digitCount)) without prefixes"
        case .areaCodeMissing(let digitCount):
            "\(Self.digits(digitCount)) reach this phone only from its own area; give the area "
                + "code too"
        }
    }

    private static func digits(_ count: Int) -> String {
        count == 1 ? "1 digit" : "\(count) digits"
    }
}
