import CarnetModel
import Testing

@Suite struct TextValueTests {
    @Test(arguments: [
        ("Dupont", "Dupont"),
        ("  Ann  ", "Ann"),
        ("\u{A0}\u{3000}Ann\u{2003} ", "Ann"),
        ("", ""),
        ("   ", ""),
        ("Zoe\u{308}", "Zo\u{EB}"),
        ("\u{65}\u{323}\u{302}", "\u{1EC7}"),
        ("\u{65}\u{302}\u{323}", "\u{1EC7}"),
        ("  a\u{30A} b\u{30A} ", "\u{E5} b\u{30A}"),
        ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
        ("\u{AC00}\u{11A8}", "\u{AC01}"),
        ("\u{AC01}\u{11A8}", "\u{AC01}\u{11A8}"),
        ("\u{AC00}\u{11A7}", "\u{AC00}\u{11A7}"),
        ("\u{958}", "\u{915}\u{93C}"),
        ("a\u{200D}b \u{1F468}\u{200D}\u{1F469}", "a\u{200D}b \u{1F468}\u{200D}\u{1F469}"),
    ])
    func lineIsTrimmedAndInNormalFormC(given: String, kept: String) throws {
        let found = try ValueProbe.text(given)
        #expect(Array(found.utf8) == Array(kept.utf8))
    }

    @Test func textOfPrintableASCIIAtAnyLengthPasses() throws {
        for count in 0...40 {
            let text = String(repeating: "~", count: count)
            #expect(try ValueProbe.text(text) == text)
        }
    }

    @Test func everyByteThatIsNotPrintableIsSeenAtEveryPlace() {
        for count in 1...20 {
            for place in 0..<count {
                for bad in [0x00, 0x07, 0x0D, 0x1F, 0x7F, 0x80, 0xC0, 0xFF] as [UInt8] {
                    var bytes: [UInt8] = Array(repeating: 0x41, count: count)
                    bytes[place] = bad
                    #expect(throws: ValueError.self, "\(bad) at \(place) of \(count)") {
                        try ValueProbe.bytes(bytes)
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ([0x41, 0x0A], ValueError.newline(offset: 1)),
        ([0x41, 0x0D, 0x0A], .newline(offset: 1)),
        ([0x41, 0x09], .forbiddenCharacter(9, offset: 1)),
        ([0xC2, 0x85], .forbiddenCharacter(0x85, offset: 0)),
        ([0xE2, 0x80, 0xA8], .forbiddenCharacter(0x2028, offset: 0)),
        ([0xE2, 0x80, 0xA9], .forbiddenCharacter(0x2029, offset: 0)),
        ([0xEF, 0xBF, 0xBE], .forbiddenCharacter(0xFFFE, offset: 0)),
        ([0xEF, 0xB7, 0x90], .forbiddenCharacter(0xFDD0, offset: 0)),
        ([0xF4, 0x8F, 0xBF, 0xBF], .forbiddenCharacter(0x10_FFFF, offset: 0)),
        ([0x41, 0xC3], .notUTF8(offset: 1)),
        ([0xED, 0xA0, 0x80], .notUTF8(offset: 0)),
        ([0xC0, 0x80], .notUTF8(offset: 0)),
        ([0xE0, 0x80, 0x80], .notUTF8(offset: 0)),
        ([0xF0, 0x80, 0x80, 0x80], .notUTF8(offset: 0)),
        ([0xF4, 0x90, 0x80, 0x80], .notUTF8(offset: 0)),
    ])
    func lineRefuses(bytes: [UInt8], error: ValueError) {
        #expect(throws: error) { try ValueProbe.bytes(bytes) }
    }

    @Test(arguments: [
        ("one\ntwo\n", "one\ntwo\n"),
        ("one\r\ntwo\r\n\r\n", "one\ntwo\n\n"),
        (" kept ", " kept "),
        ("e\u{301}\r\ne\u{301}", "\u{E9}\n\u{E9}"),
        ("\u{E9}\r\n\u{E9}", "\u{E9}\n\u{E9}"),
    ])
    func noteKeepsLinesAndSpaces(given: String, kept: String) throws {
        #expect(Array(try ValueProbe.text(given, .note).utf8) == Array(kept.utf8))
    }

    @Test func noteRefusesLoneCarriageReturnsAndTabs() {
        #expect(throws: ValueError.forbiddenCharacter(0x0D, offset: 1)) {
            try ValueProbe.bytes([0x41, 0x0D, 0x41], .note)
        }
        #expect(throws: ValueError.forbiddenCharacter(0x09, offset: 0)) {
            try ValueProbe.bytes([0x09], .note)
        }
    }

    @Test func limitCountsTheKeptForm() throws {
        let composed = String(repeating: "\u{E9}", count: 128)
        let decomposed = String(repeating: "e\u{301}", count: 128)
        #expect(Array(try ValueProbe.text(decomposed).utf8) == Array(composed.utf8))
        #expect(throws: ValueError.tooLong(byteCount: 258, byteCountMax: 256)) {
            try ValueProbe.text(decomposed + "e\u{301}")
        }
        #expect(throws: ValueError.tooLong(byteCount: 257, byteCountMax: 256)) {
            try ValueProbe.text(String(repeating: "a", count: 257))
        }
        let padded = "  " + String(repeating: "a", count: 256) + "  "
        #expect(try ValueProbe.text(padded).utf8.count == 256)
        #expect(throws: ValueError.tooLong(byteCount: 2_000_000, byteCountMax: 256)) {
            try ValueProbe.text(String(repeating: "\u{E9}", count: 1_000_000))
        }
    }

    @Test func marksWithoutEndAreRefused() throws {
        let few = "a" + String(repeating: "\u{323}", count: 32)
        #expect(try ValueProbe.text(few).unicodeScalars.count == 32)
        let many = "a" + String(repeating: "\u{344}", count: 33)
        #expect(throws: ValueError.tooManyMarks(offset: 65)) { try ValueProbe.text(many) }
        let double = "\u{1EC7}" + String(repeating: "\u{344}", count: 32)
        #expect(try ValueProbe.text(double).unicodeScalars.count == 65)
    }

    @Test func tagsAndReferencesAreNeverEmptyAndTagsHoldNoComma() throws {
        #expect(try ValueProbe.text(" VIP ", .tag) == "VIP")
        #expect(throws: ValueError.empty) { try ValueProbe.text("  ", .tag) }
        #expect(throws: ValueError.comma(offset: 1)) { try ValueProbe.text("a,b", .tag) }
        #expect(throws: ValueError.empty) { try ValueProbe.text("", .external) }
        #expect(try ValueProbe.text("pms,12", .external) == "pms,12")
        #expect(throws: ValueError.tooLong(byteCount: 65, byteCountMax: 64)) {
            try ValueProbe.text(String(repeating: "t", count: 65), .tag)
        }
    }

    @Test func messagesNameTheCharacter() {
        #expect(ValueError.forbiddenCharacter(7, offset: 2).message.contains("U+0007"))
        #expect(ValueError.forbiddenCharacter(0x10_FFFF, offset: 2).message.contains("U+10FFFF"))
    }
}
