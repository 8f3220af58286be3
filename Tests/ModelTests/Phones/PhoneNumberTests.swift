import CarnetBytes
import CarnetModel
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        (digits: 4_930_901_820, text: "+4930901820", count: 10, lastFour: 1_820),
        (390_669_812_345, "+390669812345", 12, 2_345),
        (1, "+1", 1, 1),
        (10, "+10", 2, 10),
        (999_999_999_999_999, "+999999999999999", 15, 9_999),
        (100_000_000_000_000, "+100000000000000", 15, 0),
    ])
    func isWrittenAndCut(digits: UInt64, text: String, count: Int, lastFour: UInt64) throws {
        let number = try #require(PhoneNumber(e164Digits: digits))
        var writer = ByteWriter()
        number.write(to: &writer)
        #expect(writer.bytes.text() == text)
        #expect(number.text == text)
        #expect(number.digitCount == count)
        #expect(number.suffix(4) == lastFour)
        #expect(number.suffix(20) == digits)
        #expect(number.suffix(0) == 0)
        #expect(number.suffix(-1) == 0)
    }

    @Test(arguments: [0, 1_000_000_000_000_000, UInt64.max])
    func isAtMostFifteenDigits(digits: UInt64) {
        #expect(PhoneNumber(e164Digits: digits) == nil)
    }
}

@Suite struct CountryCodeTests {
    @Test(arguments: [("DE", "DE"), ("de", "DE"), ("gB", "GB"), ("XK", "XK"), ("AQ", "AQ")])
    func isReadInAnyCase(text: String, written: String) throws {
        let code = try #require(PhoneSpelling.country(text))
        #expect(code.text == written)
        #expect(CountryCode(code.value) == code)
    }

    @Test(arguments: [
        "", "D", "DEU", "ZZ", "XX", "D1", "1E", "--", "\u{C4}", "[[", "\0\0", "\u{5}e",
    ])
    func unknownCountriesAreNone(text: String) {
        #expect(PhoneSpelling.country(text) == nil)
    }

    /// ISO 3166-1 has 249 countries; Ascension, Tristan da Cunha and Kosovo have numbers too.
    @Test func knowsAllCountries() {
        let known = (UInt16.min...UInt16.max).compactMap { CountryCode($0) }
        #expect(known.count == 252)
        #expect(known.filter { $0.callingCode == nil }.count == 7)
        #expect(known.filter { $0.callingCode == 1 }.count == 25)
    }
}
