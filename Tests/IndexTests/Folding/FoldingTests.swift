import CarnetBytes
import CarnetIndex
import Foundation
import Testing

@Suite struct FoldingTests {
    /// The tokens of a text, joined ones in brackets.
    static func tokens(_ text: String) -> String {
        tokens(Array(text.utf8))
    }

    static func tokens(_ bytes: [UInt8]) -> String {
        var tokens = FoldedTokens()
        unsafe Folding.fold(bytes.span.bytes, into: &tokens)
        return written(tokens)
    }

    static func written(_ tokens: borrowing FoldedTokens) -> String {
        var words: [String] = []
        for index in 0..<tokens.count {
            let word = tokens.token(at: index).text()
            words.append(tokens.isJoined(at: index) ? "[\(word)]" : word)
        }
        return words.joined(separator: " ")
    }

    @Test(arguments: [
        ("Jean-Pierre Dupont", "jean pierre [jeanpierre] dupont"),
        ("Marie  Dupont", "marie dupont"),
        ("d'Artagnan", "d artagnan [dartagnan]"),
        ("D\u{2019}Artagnan", "d artagnan [dartagnan]"),
        ("O'Neill", "o neill [oneill]"),
        ("O\u{2BC}Neill", "o neill [oneill]"),
        ("N'Golo Kant\u{E9}", "n golo [ngolo] kante"),
        ("Vincent van den Berg", "vincent van den berg [vandenberg]"),
        ("de la Cruz", "de la cruz [delacruz]"),
        ("de l'Orme", "de l orme [delorme] [lorme]"),
        ("van 't Hoff", "van t hoff [vanthoff]"),
        ("\u{2019}t Hooft", "t hooft [thooft]"),
        ("'s-Gravesande", "s gravesande [sgravesande]"),
        ("von der Leyen", "von der leyen [vonderleyen]"),
        ("Dell'Orto", "dell orto [dellorto]"),
        ("Le Saint", "le saint [lesaint]"),
        ("Mc Donald", "mc donald [mcdonald]"),
        ("Saint-Exup\u{E9}ry", "saint exupery [saintexupery]"),
        ("van den Berg-Dupont", "van den berg [vandenberg] dupont [bergdupont]"),
        ("Jean D Martin", "jean d martin"),
        ("Berg, van den", "berg van den [vanden]"),
        ("M\u{FC}ller", "muller"),
        ("Stra\u{DF}e", "strasse"),
        ("B\u{153}uf C\u{E6}sar", "boeuf caesar"),
        ("\u{141}ukasz \u{141}\u{F3}d\u{17A}", "lukasz lodz"),
        ("S\u{F8}ren \u{C5}ngstr\u{F6}m", "soren angstrom"),
        ("\u{110}or\u{111}evi\u{107}", "dordevic"),
        ("\u{DE}\u{F3}rr \u{D0}a\u{F0}i", "thorr dadi"),
        ("\u{130}brahim Y\u{131}lmaz", "ibrahim yilmaz"),
        ("\u{218}tefan \u{21A}\u{103}ran", "stefan taran"),
        ("Zs\u{F3}fia Kov\u{E1}cs", "zsofia kovacs"),
        ("\u{17D}i\u{17E}ek \u{10C}apek", "zizek capek"),
        ("\u{12E}\u{161}gan\u{117}", "isgane"),
        ("Nguy\u{1EC5}n V\u{103}n", "nguyen van"),
        ("\u{126}al \u{166}amm \u{14A}a", "hal tamm na"),
        ("Ga\u{140}la Gal\u{B7}la", "galla gal la [galla]"),
        ("Xu\u{227}n", "xuan"),
        ("\u{132}sbrand", "ijsbrand"),
        ("\u{FB01}ne \u{FF21}\u{FF22}\u{FF11}", "fine ab1"),
        (
            "\u{3A0}\u{3B1}\u{3C0}\u{3B1}\u{3B4}\u{3CC}\u{3C0}\u{3BF}\u{3C5}\u{3BB}\u{3BF}\u{3C2}",
            "\u{3C0}\u{3B1}\u{3C0}\u{3B1}\u{3B4}\u{3BF}\u{3C0}\u{3BF}\u{3C5}\u{3BB}\u{3BF}\u{3C3}"
        ),
        (
            "\u{401}\u{43B}\u{43A}\u{438}\u{43D}\u{430} \u{419}\u{43E}",
            "\u{435}\u{43B}\u{43A}\u{438}\u{43D}\u{430} \u{438}\u{43E}"
        ),
        ("\u{D55C}\u{AD6D}\u{C5B4}", "\u{D55C}\u{AD6D}\u{C5B4}"),
        ("\u{304C}\u{FF76}", "\u{304C}\u{30AB}"),
        ("\u{660}\u{661}x", "01x"),
        ("a\u{AD}b\u{200B}c", "abc"),
        ("J.P. Morgan & Co.", "j p morgan co"),
        ("Caf\u{E9} 42/b", "cafe 42 b"),
        ("--'-- \u{1F600}", ""),
        ("-a-", "a"),
        ("a'-b", "a b [ab]"),
        ("", ""),
    ])
    func nameFoldsToTokens(text: String, wanted: String) {
        #expect(Self.tokens(text) == wanted)
    }

    @Test(arguments: [
        "Jürgen Müller", "Žižek Čapek", "Nguyễn Văn", "Łukasz Łódź", "Παπαδόπουλος", "Ёлкина",
        "Ştefan",
        "İbrahim", "Ǆ ǅ", "Ǿ",
    ])
    func accentsGoInEitherNormalForm(text: String) {
        let composed = Self.tokens(text.precomposedStringWithCanonicalMapping)
        #expect(Self.tokens(text.decomposedStringWithCanonicalMapping) == composed)
    }

    @Test func bytesThatAreNoTextSeparate() {
        #expect(Self.tokens([0x61, 0xFF, 0x62, 0xC3, 0x63, 0xE2, 0x80]) == "a b c")
    }

    @Test func tokensAreAddedUntilThereAreSixteen() {
        var tokens = FoldedTokens()
        let name = Array("Jean-Pierre".utf8)
        for _ in 0..<2 { unsafe Folding.fold(name.span.bytes, into: &tokens) }
        #expect(Self.written(tokens) == "jean pierre [jeanpierre] jean pierre [jeanpierre]")
        for _ in 0..<9 { unsafe Folding.fold(name.span.bytes, into: &tokens) }
        #expect(tokens.count == 16)
        #expect(tokens.token(at: 15).text() == "jean")
        tokens.removeAll()
        let isEmpty = tokens.isEmpty
        #expect(isEmpty)
        unsafe Folding.fold(name.span.bytes, into: &tokens)
        #expect(Self.written(tokens) == "jean pierre [jeanpierre]")
    }

    @Test func longTokensEndAtByte63AndNeverWithinAScalar() {
        let letters = String(repeating: "x", count: 200)
        #expect(Self.tokens(letters) == String(repeating: "x", count: 63))
        let greek = String(repeating: "\u{3B1}", count: 100)
        #expect(Self.tokens(greek) == String(repeating: "\u{3B1}", count: 31))
        // Once a letter did not fit, a shorter one after it is left out too.
        #expect(Self.tokens(greek + "x") == String(repeating: "\u{3B1}", count: 31))
        let half = String(repeating: "\u{3B1}", count: 20)
        let joined = "[" + String(repeating: "\u{3B1}", count: 31) + "]"
        #expect(Self.tokens("\(half)-\(half)") == "\(half) \(half) \(joined)")
    }

    @Test func sixteenLongPartsFit() {
        let part = String(repeating: "y", count: 70)
        let text = Array(repeating: part, count: 40).joined(separator: "-")
        let wanted = Array(repeating: String(repeating: "y", count: 63), count: 16)
        #expect(Self.tokens(text) == wanted.joined(separator: " "))
    }

    /// Goal: no bytes trap, and every token is text of 1 to 63 bytes. Method: random bytes from
    /// lead and continuation bytes, letters and separators.
    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func randomBytesGiveTokensWithinTheLimits(seed: UInt64) {
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet: [UInt8] = [
            0x61, 0x41, 0x7A, 0x30, 0x20, 0x2D, 0x27, 0xC3, 0xA9, 0x9F, 0xCC, 0x81, 0xE2, 0x80,
            0x99, 0xEA, 0xB0, 0xF0, 0x9D, 0x94, 0xFF, 0xEF, 0xAC, 0x83, 0xB7, 0xBA,
        ]
        var tokens = FoldedTokens()
        var writer = ByteWriter()
        for _ in 0..<200 {
            let bytes = (0..<random(300)).map { _ in alphabet[random(alphabet.count)] }
            tokens.removeAll()
            unsafe Folding.fold(bytes.span.bytes, into: &tokens)
            for index in 0..<tokens.count {
                let token = tokens.token(at: index)
                #expect(token.byteCount >= 1 && token.byteCount <= 63, "seed \(seed)")
                #expect(!token.text().unicodeScalars.contains("\u{FFFD}"), "seed \(seed)")
            }
            writer.removeAll()
            unsafe Folding.appendFolded(bytes.span.bytes, to: &writer)
            #expect(!writer.bytes.text().unicodeScalars.contains("\u{FFFD}"), "seed \(seed)")
        }
    }
}
