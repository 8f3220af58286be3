import CarnetModel
import Testing

/// Compares with what Python's str answers; Tests/Oracles/unicode makes the hashes.
@Suite struct CaseFoldingTests {
    @Test func everyScalarFoldsAsInPython() {
        let hashes = String(describing: CaseFoldingOracle.blockHashes)
            .split { $0.isWhitespace }
            .compactMap { UInt64($0, radix: 16) }
        #expect(hashes.count == 0x20)
        for (block, wanted) in hashes.enumerated() {
            var hash = FNV1a()
            for value in UInt32(block) << 12..<UInt32(block + 1) << 12
            where Unicode.Scalar(value) != nil {
                guard let scalar = Unicode.Scalar(CaseFolding.simple(value)) else { continue }
                hash.add(String(Character(scalar)))
            }
            #expect(hash.value == wanted, "block \(block)")
        }
    }
}
