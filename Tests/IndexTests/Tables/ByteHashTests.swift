import CarnetBytes
import Testing

@testable import CarnetIndex

@Suite struct ByteHashTests {
    private static func hash(_ text: String, seed: UInt64 = 1) -> UInt64 {
        let bytes = Array(text.utf8)
        return unsafe ByteHash(seed: seed).hash(bytes.span.bytes)
    }

    private static func lowered(_ text: String) -> UInt64? {
        let bytes = Array(text.utf8)
        return unsafe ByteHash(seed: 1).hashLoweringASCII(bytes.span.bytes)
    }

    /// Every length up to five steps, every single letter changed.
    @Test func capitalsHashLikeSmallLetters() {
        let letters = Array(
            "abcdefghijklmnopqrstuvwxyz@[`{.-_0123456789/:;<=>?!~ ABCXYZ+%$#&'*".utf8
        )
        for count in 0...80 {
            let small = (0..<count).map { letters[$0 * 7 % letters.count] }
            let text = String(decoding: small, as: UTF8.self)
            #expect(Self.lowered(text.uppercased()) == Self.lowered(text.lowercased()), "\(count)")
            #expect(Self.lowered(text.lowercased()) == Self.hash(text.lowercased()), "\(count)")
        }
        #expect(Self.lowered("é@example.org") == nil)
    }

    @Test func everyByteCounts() {
        for count in 1...64 {
            var bytes = [UInt8](repeating: 7, count: count)
            var hashes: Set<UInt64> = [unsafe ByteHash(seed: 3).hash(bytes.span.bytes)]
            for index in bytes.indices {
                bytes[index] = 8
                hashes.insert(unsafe ByteHash(seed: 3).hash(bytes.span.bytes))
                bytes[index] = 7
            }
            #expect(hashes.count == count + 1, "\(count) bytes")
        }
    }

    @Test func theSeedDecides() {
        #expect(Self.hash("marie", seed: 1) != Self.hash("marie", seed: 2))
        #expect(ByteHash(seed: 1).hash(5) != ByteHash(seed: 2).hash(5))
    }

    /// Goal: places and tags are spread evenly. Method: 200,000 e-mails that differ in a number,
    /// counted by top byte and by low byte; each count within a fifth of its share.
    @Test func similarKeysSpread() {
        var tops = [Int](repeating: 0, count: 256)
        var tags = [Int](repeating: 0, count: 256)
        let count = 200_000
        for number in 0..<count {
            let hash = Self.hash("guest.\(number)@example.com")
            tops[Int(hash >> 56)] += 1
            tags[Int(hash & 0xFF)] += 1
        }
        let share = Double(count) / 256
        for counted in tops + tags { #expect(abs(Double(counted) - share) < share * 0.2) }
    }
}
