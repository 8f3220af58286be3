import CarnetBytes
import Testing

@testable import CarnetIndex

struct MatchWeightsTests {
    @Test func R_RES_33_weightsComeBackAsTheyWere() {
        var writer = ByteWriter()
        MatchWeights.standard.append(to: &writer)
        #expect(MatchWeights(writer.bytes) == .standard)
    }

    @Test func R_RES_33_otherBytesAreNoWeights() {
        var writer = ByteWriter()
        MatchWeights.standard.append(to: &writer)
        let good = writer.array()
        #expect(MatchWeights(good.dropLast().rawCopy.rawBytes) == nil)
        for (offset, byte) in [(0, 9), (1, 3), (2, 0), (21, 0x7F), (25, 0x80)] as [(Int, UInt8)] {
            var bad = good
            bad[offset] = byte
            if offset == 2 { bad.replaceSubrange(2..<6, with: [0, 0, 0, 0]) }
            #expect(MatchWeights(bad.rawBytes) == nil, "byte \(offset)")
        }
    }

    /// What a list of so many strangers teaches, its pairs counted in so many parts.
    private static func learnt(strangers count: Int, inParts partCount: Int = 1) -> MatchWeights {
        let venue = DoublesVenue([], strangers: count)
        var counts = PatternCounts()
        var scratch = MatchList.ScanScratch()
        let scorer = venue.list.makeScorer()
        for part in 0..<partCount {
            var some = PatternCounts()
            for row in 0..<venue.list.count where row % partCount == part {
                venue.list.scan(row, scorer, &scratch) { some.add($1) }
            }
            counts.add(some)
        }
        return WeightLearning(
            schema: .clients,
            prior: .standard,
            recordCount: venue.list.count
        ).weights(from: counts)
    }

    /// Two runs over the same list give the same weights, also when its pairs are counted in parts,
    /// and a list of few stays with the shipped.
    @Test func R_RES_33_learningIsRepeatable() {
        var weights: [MatchWeights] = []
        for parts in [1, 1, 7] {
            weights.append(Self.learnt(strangers: 2_000, inParts: parts))
        }
        #expect(weights[0] == weights[1] && weights[0] == weights[2])
        #expect(weights[0] != .standard)
        let few = WeightLearning(schema: .clients, prior: .standard, recordCount: 50)
        #expect(few.weights(from: PatternCounts()) == .standard)
    }

    /// A list of strangers, many of one name, does not teach that people change their phone and
    /// e-mail all the time.
    @Test func R_RES_33_strangersTeachLittle() {
        let learnt = Self.learnt(strangers: 3_000)
        for (one, other) in zip(learnt.levels, MatchWeights.standard.levels) where other.same != 0 {
            #expect(abs(one.same - other.same) <= 1_500)
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var rawCopy: [UInt8] { Array(self) }
}
