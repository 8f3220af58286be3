/// The most that all but the names of a candidate can say against a household or a shared contact:
/// behind the telephone of a hotel's desk are many who have nothing else in common.
struct HouseholdGlance {
    /// By whether the phone (1) and the e-mail (2) are shared.
    private var bits = InlineArray<4, Int32>(repeating: 0)

    /// Of person 0 of `people`, whose crowds are known.
    init(_ people: borrowing People, _ scorer: MatchScorer) {
        for shared in 0..<4 {
            var sum: Int32 = 0
            var crowd: UInt16 = 0
            for (index, field) in people.schema.values.enumerated() {
                let value = people.value(0, index)
                guard !value.isMissing else { continue }
                let bit = field.kind == .phone ? 1 : field.kind == .email ? 2 : 0
                let isEqual = shared & bit != 0
                if isEqual { crowd = max(crowd, value.crowd) }
                let slot = ComparisonPattern.firstValue &+ index
                sum &+= scorer.mostBitsAgainstHousehold(slot, isEqual: isEqual)
            }
            bits[shared] = sum &+ scorer.againstHousehold(crowd: crowd)
        }
    }

    @inline(__always)
    func most(_ candidate: Candidate) -> Int32 {
        let phone = candidate.shares(1 << UInt64(BlockKind.phone.rawValue)) ? 1 : 0
        let email = candidate.shares(1 << UInt64(BlockKind.email.rawValue)) ? 2 : 0
        return bits[phone | email]
    }
}
