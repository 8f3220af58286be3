/// Estimates a list's own weights from counted patterns, without labels: expectation maximization
/// over three classes, with the shipped weights as observations made beforehand (a maximum a
/// posteriori estimate), so that a short list keeps close to them.
///
/// Pairs that are no candidates count as strangers, whose frequencies stay as they are. All sums
/// are integers: the same counts give the same weights anywhere. Sources: Dempster, Laird and
/// Rubin, 1977; Winkler, "Using the EM Algorithm for Weight Computation in the Fellegi-Sunter
/// Model", 2000.
public struct WeightLearning: Sendable {
    public static let roundCount = 24
    /// Lists of fewer records keep the shipped weights.
    public static let recordCountMin = 200

    let schema: MatchSchema
    let prior: MatchWeights
    let recordCount: Int

    public init(schema: MatchSchema, prior: MatchWeights, recordCount: Int) {
        self.schema = schema
        self.prior = prior
        self.recordCount = recordCount
    }

    /// Whether the list is like those that the shipped weights were made from, with phones and e-mails.
    private var isDesk: Bool { schema.hasPhone && schema.hasEmail }

    /// How far learning may take a weight of such a list from the shipped one, in thousandths of a bit.
    private static let driftMax: Int32 = 1_500

    /// As how many pairs of each class the shipped weights count: many on lists like those that
    /// they were made from, few on others.
    var pseudoCount: UInt64 {
        UInt64(isDesk ? max(300, recordCount / 10) : max(60, recordCount / 50))
    }

    /// For how many records the shipped shares of pairs count: few, since every list has its own.
    var pseudoRecordCount: UInt64 { UInt64(max(30, recordCount / 100)) }

    /// Learns. O(rounds · patterns · fields): milliseconds.
    public func weights(from counts: PatternCounts) -> MatchWeights {
        guard recordCount >= Self.recordCountMin else { return prior }
        var weights = prior
        let patterns = counts.entries.map { (key: $0.key.pattern, entry: $0.value) }
            .sorted { ($0.key.bits, $0.entry.stranger) < ($1.key.bits, $1.entry.stranger) }
        for _ in 0..<Self.roundCount { weights = round(patterns, weights) }
        return weights
    }

    /// Expected numbers of pairs of a class, in parts of 2^16.
    private struct Expected {
        var total: UInt64 = 0
        var levels: [UInt64]
    }

    private func round(
        _ patterns: [(key: ComparisonPattern, entry: PatternCounts.Entry)],
        _ weights: MatchWeights
    ) -> MatchWeights {
        let scorer = MatchScorer(weights: weights, schema: schema, recordCount: recordCount)
        let slotCount = weights.levels.count / 8
        var same = Expected(levels: Array(repeating: 0, count: slotCount * 8))
        var household = same
        for (pattern, entry) in patterns {
            let count = entry.count
            var sameBits = scorer.samePrior
            var householdBits =
                scorer.householdPrior + Int32(entry.household / Int64(count))
            for slot in 0..<slotCount {
                let level = weights[slot, pattern[slot]]
                sameBits += level.same
                householdBits += level.household
            }
            let strangerBits = Int32(entry.stranger / Int64(count))
            let all = Millibits.sum(Millibits.sum(sameBits, householdBits), strangerBits)
            let sameShare = (count * Millibits.power(sameBits - all)) >> 14
            let householdShare = (count * Millibits.power(householdBits - all)) >> 14
            same.total += sameShare
            household.total += householdShare
            for slot in 0..<slotCount {
                let place = slot * 8 + Int(pattern[slot].rawValue)
                same.levels[place] += sameShare
                household.levels[place] += householdShare
            }
        }
        return learned(same, household, weights)
    }

    private func learned(
        _ same: Expected,
        _ household: Expected,
        _ weights: MatchWeights
    ) -> MatchWeights {
        if isDesk && areHomonyms(same) { return prior }
        var learned = weights
        for slot in 0..<weights.levels.count / 8 {
            learn(slot, same.levels, \.same, &learned)
            if isShared(slot) {
                for place in slot * 8..<slot * 8 + 8 {
                    learned.levels[place].household = learned.levels[place].same
                }
            }
        }
        let perThousand = { (total: UInt64, prior: UInt32) in
            let pseudo = self.pseudoRecordCount
            let pairs = ((total * 1000) >> 16) + UInt64(prior) * pseudo
            let records = UInt64(self.recordCount) + pseudo
            return UInt32(clamping: min(max(pairs / records, 1), 1_000_000))
        }
        learned.samePairsPerThousand = perThousand(same.total, prior.samePairsPerThousand)
        // Homonyms without a contact in common look like relatives to the estimate, so it is not
        // let to find more of those than of doubles.
        learned.householdPairsPerThousand = min(
            perThousand(household.total, prior.householdPairsPerThousand),
            learned.samePairsPerThousand
        )
        return learned
    }

    /// Whether those who are taken for one person hardly ever have the same phone or e-mail, not half as
    /// often as usual: then the list has no doubles to learn from but people of the same name, who
    /// would teach that everybody changes phone and e-mail all the time.
    private func areHomonyms(_ same: Expected) -> Bool {
        for (index, field) in schema.values.enumerated()
        where field.kind == .phone || field.kind == .email {
            let first = (ComparisonPattern.firstValue + index) * 8
            let known = (first + 1..<first + 7).reduce(UInt64(0)) { $0 + same.levels[$1] }
            let equal = first + Int(FieldLevel.equal.rawValue)
            let usual = ((known >> 16) * Millibits.power(prior.levels[equal].same)) >> 14
            if 2 * same.levels[equal] >= usual { return false }
        }
        return true
    }

    /// Whether a household shares the field, so that it is alike as often as with one person.
    private func isShared(_ slot: Int) -> Bool {
        guard slot >= ComparisonPattern.firstValue else { return false }
        switch schema.values[slot - ComparisonPattern.firstValue].kind {
        case .place, .address, .language: return true
        default: return false
        }
    }

    /// The shares of the levels of one field, those observed and those known beforehand.
    private func learn(
        _ slot: Int,
        _ seen: [UInt64],
        _ class: WritableKeyPath<MatchWeights.Level, Int32>,
        _ learned: inout MatchWeights
    ) {
        let places = (slot * 8 + 1)..<(slot * 8 + 7)
        let pseudo = pseudoCount
        let known = places.reduce(UInt64(0)) { $0 + seen[$1] }
        for place in places {
            let before = prior.levels[place][keyPath: `class`]
            // A level that the kind of field does not have stays as it is.
            guard before != 0 || seen[place] > 0 else { continue }
            let expected = (pseudo * Millibits.power(before)) >> 14
            let share = Millibits.ratio(
                max(seen[place] + expected, 1),
                known + pseudo << 16
            )
            let drift = isDesk && before != 0 ? Self.driftMax : 20_000
            learned.levels[place][keyPath: `class`] = max(
                min(share, 0, before &+ drift),
                -20_000,
                before &- drift
            )
        }
    }
}
