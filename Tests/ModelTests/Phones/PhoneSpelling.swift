import CarnetModel

/// A text and the country of the tenant that typed it, for tests.
struct PhoneSpelling {
    let bytes: [UInt8]
    let country: CountryCode?

    init(_ bytes: [UInt8], _ country: CountryCode?) {
        self.bytes = bytes
        self.country = country
    }

    /// No country for a name that is none.
    init(_ text: String, _ country: String) {
        self.init(Array(text.utf8), Self.country(country))
    }

    func parse() throws(PhoneError) -> PhoneNumber {
        try unsafe PhoneParser.parse(bytes.span.bytes, country: country)
    }

    /// The number as `+…`; nil when it is refused.
    var e164: String? { try? parse().text }

    static func country(_ text: String) -> CountryCode? { country(Array(text.utf8)) }

    static func country(_ bytes: [UInt8]) -> CountryCode? { unsafe CountryCode(bytes.span.bytes) }
}
