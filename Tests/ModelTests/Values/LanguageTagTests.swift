import CarnetModel
import Testing

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("nl", "nl"), ("NL", "nl"), ("nl-be", "nl-BE"), ("NL-BE", "nl-BE"), (" fr ", "fr"),
        ("zh-hant-tw", "zh-Hant-TW"), ("ZH-CMN-HANS-CN", "zh-cmn-Hans-CN"), ("es-419", "es-419"),
        ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994"), ("DE-ch-1901", "de-CH-1901"),
        ("en-a-bbb-x-A-ccc", "en-a-bbb-x-a-ccc"), ("de-DE-U-CO-PHONEBK", "de-DE-u-co-phonebk"),
        ("hy-Latn-IT-arevela", "hy-Latn-IT-arevela"), ("ar-x-Be", "ar-x-be"), ("fil", "fil"),
        ("en-p-aa-0-bb", "en-p-aa-0-bb"), ("zh-min-nan", "zh-min-nan"), ("", ""),
        ("art-lojban", "art-lojban"),
    ])
    func tagIsGivenItsCanonicalCase(given: String, kept: String) throws {
        #expect(try ValueProbe.language(given) == kept)
    }

    @Test(arguments: [
        "n", "dutch", "Nederlands", "nl_BE", "nl-", "-nl", "nl--BE", "n1", "nl-B", "nl-BE-NL",
        "x-mine", "i-klingon", "en-GB-oed", "nl-BE-Latn", "de-1901-1901", "de-a-bb-a-cc", "de-a",
        "de-x", "de-a-x-bb", "nl-abcdefghi", "fran\u{E7}ais", "nl BE", "zh-aaa-bbb-ccc-ddd",
        "en-0-bb-p-cc-0-dd", "en-variant-with-a-very-very-long-tail", "de-Latn-ger",
    ])
    func tagIsRefused(given: String) {
        #expect(throws: ValueError.language) { try ValueProbe.language(given) }
    }
}

@Suite struct CountryDefaultsTests {
    private static func key(_ letters: String) -> UInt16 {
        letters.utf8.reduce(0) { $0 << 8 | UInt16($1) }
    }

    @Test(arguments: [
        ("BE", "nl", "Europe/Brussels"), ("FR", "fr", "Europe/Paris"),
        ("NL", "nl", "Europe/Amsterdam"), ("DE", "de", "Europe/Berlin"),
        ("CH", "de", "Europe/Zurich"), ("IT", "it", "Europe/Rome"), ("GR", "el", "Europe/Athens"),
        ("UA", "uk", "Europe/Kyiv"), ("US", "en", "America/New_York"),
        ("TW", "zh-Hant", "Asia/Taipei"), ("NO", "nb", "Europe/Oslo"),
        ("XK", "sq", "Europe/Belgrade"), ("BV", "nb", "UTC"),
    ])
    func countryHasLanguageAndZone(letters: String, language: String, zone: String) {
        #expect(CountryDefaults.language(of: Self.key(letters)) == language)
        #expect(CountryDefaults.zone(of: Self.key(letters)) == zone)
    }

    @Test func everyLanguageIsATagInCanonicalCase() throws {
        #expect(CountryDefaults.countries.count == 250)
        for country in CountryDefaults.countries {
            let language = try #require(CountryDefaults.language(of: country))
            #expect(try ValueProbe.language(language) == language)
            #expect(CountryDefaults.zone(of: country)?.isEmpty == false)
        }
        #expect(CountryDefaults.zone(of: Self.key("ZZ")) == nil)
        #expect(CountryDefaults.language(of: 0) == nil)
    }
}
