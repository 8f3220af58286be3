import CarnetBytes
import CarnetTestKit
import Testing

@testable import CarnetIndex

/// How alike two texts are, and what is known of that beforehand.
struct LikenessTests {
    /// Goal: the bound that spares a comparison is never below what the comparison says. Method:
    /// random texts of few letters, one of two made of the other by some changes.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func R_RES_29_noTextsAreMoreAlikeThanTheirBound(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var spared = 0
        for _ in 0..<20_000 {
            let letters = Array("abcdefgh".utf8.prefix(2 + random.below(7)))
            let one = (0..<1 + random.below(12)).map { _ in random.pick(letters) }
            var other = one
            for _ in 0..<random.below(6) {
                let place = random.below(other.count + 1)
                other.insert(random.pick(letters), at: place)
                if random.happens(0.6) { other.remove(at: random.below(other.count)) }
            }
            let (a, b) = (Set(one), Set(other))
            let likeness = Likeness.jaroWinkler(one.rawBytes, other.rawBytes)
            let most = Likeness.jaroWinklerMost(
                one.rawBytes,
                other.rawBytes,
                a.subtracting(b).count,
                b.subtracting(a).count
            )
            #expect(likeness <= most, "seed \(seed): \(one) \(other)")
            if most < 840 { spared += 1 }
        }
        #expect(spared > 1_000, "seed \(seed)")
    }
}
