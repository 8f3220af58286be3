import CarnetBytes
import Testing

@testable import CarnetIndex

@Suite struct TokenCodeTests {
    @Test(arguments: [
        (text: "", symbols: 0, isWhole: true),
        (text: "a", symbols: 1, isWhole: true),
        (text: "martine", symbols: 7, isWhole: true),
        (text: "martinez", symbols: 7, isWhole: false),
        (text: "1a", symbols: 3, isWhole: true),
        (text: "αθη", symbols: 6, isWhole: true),
        (text: "αθην", symbols: 7, isWhole: false),
        (text: "юл", symbols: 4, isWhole: true),
        (text: "ёж", symbols: 4, isWhole: true),
        (text: "\u{1}a.b", symbols: 6, isWhole: true),
        (text: "語", symbols: 2, isWhole: false),
        (text: "!", symbols: 2, isWhole: false),
    ])
    func saysSevenSymbols(text: String, symbols: Int, isWhole: Bool) {
        let code = Self.code(text)
        #expect(code.symbolCount == symbols)
        #expect(code.isWhole == isWhole)
    }

    /// Goal: whoever has a letter of its own is never taken for another. Method: the codes of all
    /// letters up to U+0600, those that say that they are not sure left out.
    @Test func tellsItsLettersApart() {
        var letters: [UInt64: Unicode.Scalar] = [:]
        for value in 1..<0x600 as Range<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let code = Self.code(String(scalar))
            guard code.isWhole else { continue }
            #expect(letters[code.bits] == nil, "U+\(String(value, radix: 16))")
            letters[code.bits] = scalar
        }
        #expect(letters.count == 26 + 32 + 32 + 64)
    }

    /// Goal: the range of a prefix holds the keys of all that begin with it, up to the largest.
    @Test(arguments: ["a", "z", "martine", "ѯ", "яя", "語", "\u{1}"])
    func rangesHoldWhatBeginsSo(prefix: String) {
        let code = Self.code(prefix)
        let end = TokenCode.end(of: code.bits, sharing: code.symbolCount)
        for rest in ["", "a", "zzzzzzzz", "語語語語", "ѯѯѯѯ"] {
            let key = Self.code(prefix + rest).key(of: 1 << 29 - 1)
            #expect(key >= code.bits && key < end, "\(prefix + rest)")
            #expect(TokenCode.token(of: key) == 1 << 29 - 1)
        }
    }

    /// Bytes that are no UTF-8, as a token has that was cut, are not taken for a letter.
    @Test func knowsNothingOfHalfALetter() {
        let bytes: [UInt8] = [0x61, 0xD0]
        #expect(unsafe !TokenCode(bytes.span.bytes).isWhole)
    }

    private static func code(_ text: String) -> TokenCode {
        let bytes = Array(text.utf8)
        return unsafe TokenCode(bytes.span.bytes)
    }
}
