import CarnetWire
import Testing

@Suite struct ErrorCodeTests {
    @Test func codesAreWordsAndDifferent() {
        let words = ErrorCode.allCases.map { "\($0.text)" }
        #expect(Set(words).count == words.count)
        for word in words {
            #expect(word.allSatisfy { $0.isASCII && $0.isUppercase }, "\(word)")
        }
        // Redis gives these a meaning that libraries act on; they are not ours to use.
        for word in ["READONLY", "MOVED", "ASK", "TRYAGAIN", "CLUSTERDOWN", "BUSY"] {
            #expect(!words.contains(word))
        }
    }
}
