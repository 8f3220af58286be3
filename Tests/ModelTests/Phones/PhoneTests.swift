import CarnetBytes
import CarnetModel
import Testing

@Suite struct PhoneTests {
    @Test(arguments: [
        (country: "DE", text: "030 901820", e164: "+4930901820"),
        ("DE", "+49 (0)30 90 18 20", "+4930901820"),
        ("DE", "0049 30/901820", "+4930901820"),
        ("DE", "49 30 901820", "+4930901820"),
        ("FR", "33 1 23 45 67 89", "+33123456789"),
        ("DE", "0151-23456789", "+4915123456789"),
        ("US", "(415) 555-2671", "+14155552671"),
        ("US", "1 415 555 2671", "+14155552671"),
        ("US", "011 49 30 901820", "+4930901820"),
        ("GB", "020 7946 0018", "+442079460018"),
        ("GB", "+44 (0)20 7946 0018", "+442079460018"),
        ("IT", "06 698 12345", "+390669812345"),
        ("IT", "+39 06 698 12345", "+390669812345"),
        ("SM", "882345", "+3780549882345"),
        ("HU", "06 1 234 5678", "+3612345678"),
        ("RU", "8 (912) 345-67-89", "+79123456789"),
        ("RU", "810 49 30 901820", "+4930901820"),
        ("AR", "011 15-2345-6789", "+5491123456789"),
        ("AR", "0343 15 555 1212", "+5493435551212"),
        ("BR", "0xx11 3030 3030", "+551130303030"),
        ("BR", "0 15 11 96123-4567", "+5511961234567"),
        ("MX", "55 1234 5678", "+525512345678"),
        ("AU", "0011 49 30 901820", "+4930901820"),
        ("JP", "010 49 30 901820", "+4930901820"),
        ("AG", "4641234", "+12684641234"),
        ("FR", "01 23 45 67 89", "+33123456789"),
        ("FR", "01\u{202F}23\u{202F}45\u{202F}67\u{202F}89", "+33123456789"),
        ("NL", "+800 1234 5678", "+80012345678"),
        (
            "EG", "\u{660}\u{661}\u{660}\u{660} \u{661}\u{662}\u{663} \u{664}\u{665}\u{666}\u{667}",
            "+201001234567"
        ),
        ("JP", "\u{FF0B}\u{FF18}\u{FF11} 3-1234-5678", "+81312345678"),
        ("DE", "\u{202A}+49 30 901820\u{202C}", "+4930901820"),
        ("DE", "030\u{2013}90\u{2011}18\u{A0}20", "+4930901820"),
        ("DE", "tel:+49-30-901820", "+4930901820"),
        ("DE", "TEL: 030 901820", "+4930901820"),
        ("US", "tel:30-901820;phone-context=+49", "+4930901820"),
        ("DE", "tel:030-901820;phone-context=carnet.example", "+4930901820"),
    ])
    func readsEverySpelling(country: String, text: String, e164: String) {
        #expect(PhoneSpelling(text, country).e164 == e164, "\(country) \(text)")
    }

    @Test(arguments: [
        "ext. 12", " ext 12", "x12", " X 12", "#12", ";ext=12", ",,12", ", 12", ";12", "xtn: 12",
        " extension 12", " extensi\u{F3}n 12", " extensio\u{301}n 12", " anexo 12", " int 12",
        " \u{434}\u{43E}\u{431}. 12", " - 12#", "~12", " x302/x2303", ";isub=12",
    ])
    func dropsExtensions(suffix: String) {
        #expect(PhoneSpelling("030 901820" + suffix, "DE").e164 == "+4930901820")
    }

    @Test(arguments: [
        (country: "DE", text: "", error: PhoneError.notANumber),
        ("DE", "  ", .notANumber),
        ("DE", "+", .tooShort(digitCount: 0)),
        ("DE", "030=901820", .notANumber),
        ("DE", "030+901820", .notANumber),
        ("DE", "030 901820 \u{2603}", .notANumber),
        ("US", "1-800-FLOWERS", .letters),
        ("DE", "Tom: 030 901820", .letters),
        ("DE", "030 9o1820", .letters),
        ("", "030 901820", .countryMissing),
        ("", "0049 30 901820", .countryMissing),
        ("DE", "+999 123456", .unknownCallingCode),
        ("DE", "00 999 123456", .unknownCallingCode),
        ("DE", "+4", .tooShort(digitCount: 1)),
        ("FR", "01 23", .tooShort(digitCount: 4)),
        ("FR", "01 23 45 67 89 01 23", .tooLong(digitCount: 13)),
        ("NO", "1234567", .wrongLength(digitCount: 7)),
        ("US", "555-2671", .areaCodeMissing(digitCount: 7)),
        ("DE", "+49 123456789012345", .tooLong(digitCount: 15)),
    ])
    func refusesWithTheReason(country: String, text: String, error: PhoneError) {
        #expect(throws: error, "\(country) \(text)") {
            try PhoneSpelling(text, country).parse()
        }
    }

    @Test func aCountryWithoutNumbersReadsInternationalOnesOnly() throws {
        let antarctica = try #require(PhoneSpelling.country("AQ"))
        #expect(throws: PhoneError.countryWithoutNumbers(antarctica)) {
            try PhoneSpelling("901820", "AQ").parse()
        }
        #expect(PhoneSpelling("+49 30 901820", "AQ").e164 == "+4930901820")
    }

    @Test func refusesLongTextsAndManyDigits() {
        let spaces = String(repeating: " ", count: 120)
        #expect(PhoneSpelling(spaces + "+4930", "DE").e164 == nil)
        #expect(
            PhoneSpelling(String(repeating: " ", count: 100) + "030 901820", "DE").e164
                == "+4930901820"
        )
        #expect(throws: PhoneError.textTooLong(byteCount: 130)) {
            try PhoneSpelling(spaces + "030 901820", "DE").parse()
        }
        #expect(throws: PhoneError.tooLong(digitCount: 33)) {
            try PhoneSpelling(String(repeating: "7", count: 60), "DE").parse()
        }
    }

    /// Goal: no bytes stop the program. Method: random bytes, mostly of those that mean something.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func anyBytesAreReadOrRefused(seed: UInt64) {
        let likely = Array(
            "0123456789+ -()./;:#x,tel:;ext=;phone-context=;isub=\u{FF0B}\u{660}n".utf8
        )
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let countries = ["DE", "AR", "BR", "US", "IT", "JP", "AU", "KR", ""].map {
            PhoneSpelling.country($0)
        }
        for _ in 0..<4_000 {
            let bytes = (0..<random(40)).map { _ in
                random(20) == 0 ? UInt8(random(256)) : likely[random(likely.count)]
            }
            let country = countries[random(countries.count)]
            guard let text = PhoneSpelling(bytes, country).e164 else {
                continue
            }
            #expect(PhoneSpelling(text, "").e164 == text, "seed \(seed), bytes \(bytes)")
        }
    }

    @Test func everyReasonHasItsOwnSentence() throws {
        let antarctica = try #require(PhoneSpelling.country("AQ"))
        let errors: [PhoneError] = [
            .notANumber, .letters, .textTooLong(byteCount: 200), .countryMissing,
            .countryWithoutNumbers(antarctica), .unknownCallingCode, .tooShort(digitCount: 1),
            .tooLong(digitCount: 20), .wrongLength(digitCount: 7), .areaCodeMissing(digitCount: 7),
        ]
        #expect(Set(errors.map(\.message)).count == errors.count)
        #expect(PhoneError.countryMissing.message.contains("COUNTRY"))
        #expect(PhoneError.tooShort(digitCount: 1).message.contains("1 digit "))
    }
}
