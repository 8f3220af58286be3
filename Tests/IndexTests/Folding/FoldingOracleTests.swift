import CarnetIndex
import Testing

/// Compares with what Python's unicodedata makes of each scalar; Tests/Oracles/unicode makes the
/// hashes.
@Suite struct FoldingOracleTests {
    @Test func everyScalarFoldsAsInPython() {
        let hashes = String(describing: FoldingOracle.blockHashes)
            .split { $0.isWhitespace }
            .compactMap { UInt64($0, radix: 16) }
        #expect(hashes.count == 72)
        var next: UInt32 = 0
        for wanted in hashes {
            let first = next
            next += first < 0x1_0000 ? 0x400 : 0x4000
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for value in first..<next {
                guard let scalar = Unicode.Scalar(value) else { continue }
                for byte in Self.tokens("a\(Character(scalar))b").utf8 {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
            #expect(hash == wanted, "block U+\(String(first, radix: 16))")
        }
    }

    /// The tokens as the oracle writes them: a bar between, the joined one last, a newline after.
    private static func tokens(_ text: String) -> String {
        let words = FoldingTests.tokens(text).split(separator: " ")
        return words.map { $0.filter { $0 != "[" && $0 != "]" } }.joined(separator: "|") + "\n"
    }
}
