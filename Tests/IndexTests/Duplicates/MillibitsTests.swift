import Foundation
import Testing

@testable import CarnetIndex

/// Integer logarithms against those of the platform.
struct MillibitsTests {
    @Test(arguments: [1, 2, 3, 5, 10, 1_000, 1_023, 1_024, 999_999, 1 << 40] as [UInt64])
    func logarithmsAreThoseOfThePlatform(value: UInt64) {
        let expected = Foundation.log2(Double(value)) * 1000
        #expect(abs(Double(Millibits.log2(value)) - expected) <= 2)
    }

    @Test(arguments: [0, -1, -500, -1_000, -1_001, -12_345, -29_999] as [Int32])
    func powersAreThoseOfThePlatform(value: Int32) {
        let expected = Foundation.exp2(Double(value) / 1000) * Double(1 << 30)
        #expect(abs(Double(Millibits.power(value)) - expected) <= 2)
    }

    @Test(arguments: [(0, 0), (0, -1_000), (-5_000, -5_500), (300, -9_000), (-20_000, 4_000)])
    func sumsAreThoseOfThePlatform(a: Int32, b: Int32) {
        let sum = Foundation.exp2(Double(a) / 1000) + Foundation.exp2(Double(b) / 1000)
        #expect(abs(Double(Millibits.sum(a, b)) - Foundation.log2(sum) * 1000) <= 3)
        #expect(Millibits.sum(a, b) == Millibits.sum(b, a))
    }
}
