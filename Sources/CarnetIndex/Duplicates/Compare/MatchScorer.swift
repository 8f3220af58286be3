/// The outcome of one comparison.
public struct PairScore: Hashable, Sendable {
    /// Match weight in thousandths of a bit: log2 of the odds that both are one person.
    public let score: Int32
    public let pattern: ComparisonPattern
    /// Whether two of one household, or who share a contact, are the likeliest reading.
    public let isLikelyRelative: Bool
    /// What learning needs beside the pattern: the frequencies of what both share among strangers,
    /// and what a crowd and names add to those of a household.
    let strangerBits: Int32
    let householdExtra: Int32

    /// The chance that both are one person, in thousandths.
    public var probabilityPerThousand: Int {
        let odds = Millibits.power(-abs(score))
        let smaller = Int(odds * 1000 / ((1 << 30) + odds))
        return score >= 0 ? 1000 - smaller : smaller
    }
}

/// Scores pairs of people by the weights of one venue.
///
/// `score = log2( P(x|same)·πsame / ( P(x|household)·πhousehold·max(1, d−1) + P(x|strangers) ) )`,
/// with d distinct names behind the shared contact. Fields are taken as independent given the
/// class. Sources: Fellegi and Sunter, "A Theory for Record Linkage", 1969; the class of
/// households is what keeps a couple with one telephone apart.
public struct MatchScorer: Sendable {
    let weights: MatchWeights
    let schema: MatchSchema
    /// log2 of the share of all pairs that are one person, or one household.
    let samePrior: Int32
    let householdPrior: Int32

    /// `count` is how many records the list has.
    public init(weights: MatchWeights, schema: MatchSchema, recordCount: Int) {
        self.weights = weights
        self.schema = schema
        let count = UInt64(max(recordCount, 10)) * 1000
        samePrior = Millibits.ratio(UInt64(max(weights.samePairsPerThousand, 1)), count)
        householdPrior = Millibits.ratio(UInt64(max(weights.householdPairsPerThousand, 1)), count)
    }

    /// What the three classes say of one pair, and of what.
    struct Sums {
        var same: Int32 = 0
        var household: Int32 = 0
        var stranger: Int32 = 0
        /// By how much a frequent given name raises what the table says of households.
        var householdExtra: Int32 = 0
        var pattern = ComparisonPattern()

        @inline(__always)
        mutating func add(_ level: MatchWeights.Level) {
            same &+= level.same
            household &+= level.household
            stranger &+= level.stranger
        }
    }

    /// How one reading of both names compares.
    struct NameSums {
        var given = MatchWeights.Level()
        var surname = MatchWeights.Level()
        var order = MatchWeights.Level()
        var givenLevel = FieldLevel.missing
        var surnameLevel = FieldLevel.missing
        var isExchanged = false
        /// Whether any reading that was looked at depends on how rare the second person's names are:
        /// equal ones are as rare as the first's, and of different ones it is nothing.
        var asksRarity = false
        /// What it says for the same person, and for a household, against strangers.
        var gain: Int32 = .min
        var householdGain: Int32 = .min

        /// Keeps the better of two readings, for each class by itself.
        @inline(__always)
        mutating func take(_ other: NameSums) {
            let household = max(householdGain, other.householdGain)
            let asks = asksRarity || other.asksRarity
            if other.gain > gain { self = other }
            householdGain = household
            asksRarity = asks
        }
    }

    /// Scores two people of one arena, whose rarities are known. O(readings²), mostly 1.
    public func score(_ people: borrowing People, _ a: Int, _ b: Int) -> PairScore {
        var sums = Sums()
        let names = bestNames(people, a, b)
        sums.add(names.given)
        sums.add(names.surname)
        sums.add(names.order)
        // Relatives are judged by the reading that fits them best, not by the one that fits one
        // person: of "Anna Rossi" and "Rossi Marco" only the surnames agree.
        let tableBits =
            weights[ComparisonPattern.given, names.givenLevel].household &+ names.surname.household
            &+ names.order.household
        sums.household = sums.stranger &+ names.householdGain
        sums.householdExtra = sums.household &- tableBits
        sums.pattern[ComparisonPattern.given] = names.givenLevel
        sums.pattern[ComparisonPattern.surname] = names.surnameLevel
        let isKnown = names.givenLevel != .missing || names.surnameLevel != .missing
        if isKnown {
            sums.pattern[ComparisonPattern.order] = names.isExchanged ? .related : .equal
        }
        var crowd: UInt16 = 0
        for index in schema.values.indices {
            let (left, right) = (people.value(a, index), people.value(b, index))
            let kind = schema.values[index].kind
            let level = people.valueLevel(left, right, kind: kind)
            let slot = ComparisonPattern.firstValue &+ index
            sums.pattern[slot] = level
            guard level != .missing else { continue }
            sums.add(valueWeights(slot, level, left))
            if level == .equal, kind == .phone || kind == .email { crowd = max(crowd, left.crowd) }
        }
        return conclude(sums, crowd: crowd)
    }

    @inline(__always)
    private func conclude(_ sums: Sums, crowd: UInt16) -> PairScore {
        let same = sums.same &+ samePrior
        let crowdBits = Self.crowdBits(crowd)
        let household = sums.household &+ householdPrior &+ crowdBits
        let rest = Millibits.sum(household, sums.stranger)
        return PairScore(
            score: same &- rest,
            pattern: sums.pattern,
            isLikelyRelative: household > same && household > sums.stranger,
            strangerBits: sums.stranger,
            householdExtra: crowdBits &+ sums.householdExtra
        )
    }

    /// What so many distinct names behind a contact add to the odds of two different people.
    @inline(__always)
    static func crowdBits(_ crowd: UInt16) -> Int32 {
        crowd > 2 ? Millibits.log2(UInt64(crowd &- 1)) : 0
    }

    @inline(__always)
    func valueWeights(_ slot: Int, _ level: FieldLevel, _ value: FieldValue) -> MatchWeights.Level {
        var found = weights[slot, level]
        if level == .equal { found.stranger = -value.rarity }
        return found
    }

    /// What a value says for one person where the other's is different: less than nothing.
    func differentBits(_ slot: Int) -> Int32 {
        let found = weights[slot, .different]
        return found.same &- found.stranger
    }

    // MARK: - Names

    /// The best of all readings of both in both orders.
    func bestNames(_ people: borrowing People, _ a: Int, _ b: Int) -> NameSums {
        var best = NameSums()
        for i in people.readingRange(a) {
            for j in people.readingRange(b) {
                compare(people, people.readings[i], people.readings[j], &best)
            }
        }
        return best
    }

    @inline(__always)
    private func compare(
        _ people: borrowing People,
        _ a: NameReading,
        _ b: NameReading,
        _ best: inout NameSums
    ) {
        let straight = names(people, a, b, isExchanged: false)
        best.take(straight)
        if straight.givenLevel == .equal && straight.surnameLevel == .equal { return }
        // Only where a name of one is found at the other place, or sounds so.
        let crosses = soundsAlike(a.given, b.surname) || soundsAlike(a.surname, b.given)
        guard crosses else { return }
        // Nobody knows which of the two has them exchanged, so either may say which is the surname: of
        // "Letizia Rossi" and "Rossi Stefano" that "Rossi" is a given name of one is no better a
        // guess than that two given names differ.
        best.take(names(people, a, b, isExchanged: true))
        best.take(names(people, b, a, isExchanged: true))
    }

    @inline(__always)
    private func soundsAlike(_ a: NamePart, _ b: NamePart) -> Bool {
        !a.isMissing && !b.isMissing && (a.hash == b.hash || a.sound == b.sound)
    }

    private func names(
        _ people: borrowing People,
        _ a: NameReading,
        _ b: NameReading,
        isExchanged: Bool
    ) -> NameSums {
        var sums = NameSums()
        let (given, surname) = isExchanged ? (b.surname, b.given) : (b.given, b.surname)
        sums.givenLevel = people.givenLevel(a.given, given)
        sums.surnameLevel = people.surnameLevel(a.surname, surname)
        sums.isExchanged = isExchanged
        sums.asksRarity =
            asksRarity(sums.givenLevel, isExchanged) || asksRarity(sums.surnameLevel, isExchanged)
        sums.given = nameWeights(ComparisonPattern.given, sums.givenLevel, a.given, given)
        if sums.givenLevel == .equal {
            sums.given.household = max(sums.given.household, sums.given.stranger)
        }
        sums.surname = nameWeights(ComparisonPattern.surname, sums.surnameLevel, a.surname, surname)
        if a.given.isMissing && given.isMissing,
            sums.surnameLevel == .equal || a.surname.isMissing && surname.isMissing
        {
            sums.given.household &-= Self.namelessBits
        }
        if sums.givenLevel != .missing || sums.surnameLevel != .missing {
            sums.order = weights[ComparisonPattern.order, isExchanged ? .related : .equal]
        }
        sums.gain = sums.given.same &- sums.given.stranger
        sums.gain &+= sums.surname.same &- sums.surname.stranger
        sums.gain &+= sums.order.same &- sums.order.stranger
        sums.householdGain =
            sums.given.household &- sums.given.stranger &+ sums.surname.household
            &- sums.surname.stranger &+ sums.order.household &- sums.order.stranger
        return sums
    }

    /// From how many thousandths of a bit on a name is so rare that its likeness with another is
    /// taken at its word; frequent ones are alike by chance more often.
    static let typicalRarity: [Int32] = [7_000, 9_500]

    /// What speaks against a household where neither has a given name: who books for two people of one
    /// surname or contact tells them apart, so that the same entry without one is the same person
    /// entered again. An estimate.
    private static let namelessBits: Int32 = 3_000

    @inline(__always)
    private func asksRarity(_ level: FieldLevel, _ isExchanged: Bool) -> Bool {
        switch level {
        case .missing, .different: false
        case .equal: isExchanged
        case .related, .initial, .near, .loose: true
        }
    }

    @inline(__always)
    private func nameWeights(
        _ slot: Int,
        _ level: FieldLevel,
        _ a: NamePart,
        _ b: NamePart
    ) -> MatchWeights.Level {
        var found = weights[slot, level]
        switch level {
        case .missing, .different: break
        case .equal: found.stranger = -min(a.rarity, b.rarity)
        case .related, .initial, .near, .loose:
            let rarity = min(
                a.isInitial ? .max : a.rarity,
                b.isInitial ? .max : b.rarity
            )
            found.stranger &+= max(0, Self.typicalRarity[slot] &- rarity) / 2
        }
        return found
    }
}
