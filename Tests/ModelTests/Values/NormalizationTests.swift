import CarnetModel
import Foundation
import Testing

/// Compares with what Python's unicodedata answers; Tests/Oracles/unicode makes the samples.
@Suite struct NormalizationTests {
    @Test func samplesHaveTheNormalFormOfPython() throws {
        let samples = String(describing: NormalizationOracle.samples).split { $0.isWhitespace }
        #expect(samples.count == 900)
        for sample in samples {
            let sides = sample.split(separator: "=", omittingEmptySubsequences: false)
            let given = text(sides[0])
            let wanted = sides[1].isEmpty ? given : text(sides[1])
            let found = try ValueProbe.text(given, .note)
            #expect(Array(found.utf8) == Array(wanted.utf8), "sample \(sample)")
            let again = try ValueProbe.text(found, .note)
            #expect(Array(again.utf8) == Array(found.utf8), "twice: \(sample)")
        }
    }

    /// Every scalar, as it is and decomposed (by Foundation), block by block.
    @Test func everyScalarHasTheNormalFormOfPython() throws {
        let hashes = String(describing: NormalizationOracle.blockHashes)
            .split { $0.isWhitespace }
            .compactMap { UInt64($0, radix: 16) }
        #expect(hashes.count == 0x110)
        for (block, wanted) in hashes.enumerated() {
            var hash = FNV1a()
            for value in UInt32(block) << 12..<UInt32(block + 1) << 12 {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let given = String(Character(scalar))
                // What no text may hold is in no sample either.
                guard let found = try? ValueProbe.text(given, .note), value != 0x0A else {
                    continue
                }
                hash.add(found)
                hash.add(try ValueProbe.text(given.decomposedStringWithCanonicalMapping, .note))
            }
            #expect(hash.value == wanted, "block \(block)")
        }
    }

    private func text(_ scalars: Substring) -> String {
        var view = String.UnicodeScalarView()
        for part in scalars.split(separator: ".") {
            if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
                view.append(scalar)
            }
        }
        return String(view)
    }
}
