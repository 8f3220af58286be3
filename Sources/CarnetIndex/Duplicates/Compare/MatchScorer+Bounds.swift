/// What comparisons can come to at most, for those who look before they compare.
extension MatchScorer {
    /// The most that any level of a field but equality says for one person.
    func mostBits(_ slot: Int, below ceiling: FieldLevel) -> Int32 {
        var most: Int32 = 0
        for level in FieldLevel.allCases where level.rawValue > ceiling.rawValue {
            let found = weights[slot, level]
            most = max(most, found.same &- found.stranger)
        }
        return most
    }

    /// The most that any level of a field but equality says for one person, less than nothing where
    /// there is but one.
    private func likeBits(_ slot: Int) -> Int32 {
        var most = Int32.min
        for level in FieldLevel.allCases where level.rawValue > FieldLevel.equal.rawValue {
            let found = weights[slot, level]
            if found != MatchWeights.Level() { most = max(most, found.same &- found.stranger) }
        }
        return most == .min ? 0 : most
    }

    /// The most that a value says for one person, where the other's is the same and where it is not.
    func mostBits(_ slot: Int, of value: FieldValue) -> CandidateGlance.ValueBits {
        CandidateGlance.ValueBits(
            same: value.rarity &+ weights[slot, .equal].same,
            like: likeBits(slot)
        )
    }

    /// The most that the names of a reading say for one person, where the other's are the same
    /// and where they are not.
    func mostBits(of reading: NameReading) -> CandidateGlance.NameBits {
        var bits = CandidateGlance.NameBits()
        bits.likeGiven = mostBits(like: reading.given, ComparisonPattern.given)
        bits.likeSurname = mostBits(like: reading.surname, ComparisonPattern.surname)
        let (given, surname) = (
            weights[ComparisonPattern.given, .equal].same,
            weights[ComparisonPattern.surname, .equal].same
        )
        bits.sameGiven = max(
            reading.given.rarity &+ max(given, surname &+ exchangedBits),
            bits.likeGiven
        )
        bits.sameSurname = max(
            reading.surname.rarity &+ max(surname, given &+ exchangedBits),
            bits.likeSurname
        )
        return bits
    }

    /// What it costs that names stand exchanged.
    private var exchangedBits: Int32 {
        let found = weights[ComparisonPattern.order, .related]
        return found.same &- found.stranger
    }

    /// The most that a name says where the other's is another one, at its place or at the other.
    private func mostBits(like name: NamePart, _ slot: Int) -> Int32 {
        let other = ComparisonPattern.given &+ ComparisonPattern.surname &- slot
        return max(mostBits(slot, like: name), mostBits(other, like: name) &+ exchangedBits)
    }

    /// The most that a name says where the other's is another one: a frequent name less than others.
    private func mostBits(_ slot: Int, like name: NamePart) -> Int32 {
        let frequency = name.isInitial ? 0 : max(0, Self.typicalRarity[slot] &- name.rarity) / 2
        return max(0, mostBits(slot, below: .equal) &- frequency)
    }

    /// The most that a field says for one person against a household, if it is none where `isEqual`.
    func mostBitsAgainstHousehold(_ slot: Int, isEqual: Bool) -> Int32 {
        let equal = weights[slot, .equal]
        if isEqual { return equal.same &- equal.household }
        var most: Int32 = 0
        for level in FieldLevel.allCases where level != .missing {
            let found = weights[slot, level]
            most = max(most, found.same &- found.household)
        }
        return most
    }

    /// What says for one person against a household whatever is compared, where a contact with so
    /// many names behind it is shared.
    func againstHousehold(crowd: UInt16) -> Int32 {
        samePrior &- householdPrior &- Self.crowdBits(crowd)
    }
}
