/// Why two people got their score: lines that add up to it exactly.
public struct MatchExplanation: Sendable {
    /// What a line is about.
    public enum Subject: Hashable, Sendable {
        /// How rarely two records of the list are one person.
        case prior
        /// A field of the schema, by its index in `MatchSchema/fields`.
        case field(Int)
        /// Given name and surname stand exchanged.
        case order
        /// What the chance costs that they are relatives or share a contact.
        case household
    }

    public struct Reason: Sendable {
        public let subject: Subject
        public let level: FieldLevel
        /// Thousandths of a bit.
        public let bits: Int32
        /// For how much of `bits` the value's rarity or frequency here stands: more than 0 where
        /// it is rarer than usual.
        public let rarityBits: Int32
    }

    public let outcome: PairScore
    /// `prior` first, `household` last, between them the fields that both know. The bits sum to
    /// the score.
    public let reasons: [Reason]

    public var score: Int32 { outcome.score }
}

extension MatchScorer {
    /// Scores a pair as ``score(_:_:_:)`` does and says why.
    public func explain(_ people: borrowing People, _ a: Int, _ b: Int) -> MatchExplanation {
        let outcome = score(people, a, b)
        let names = bestNames(people, a, b)
        var reasons = [reason(.prior, .missing, samePrior, 0)]
        var value = 0
        for (index, field) in schema.fields.enumerated() {
            let level: FieldLevel
            let found: MatchWeights.Level
            var usual: Int32 = 0
            switch field.kind {
            case .givenName:
                (level, found) = (names.givenLevel, names.given)
                usual = weights[ComparisonPattern.given, level].stranger
            case .surname:
                (level, found) = (names.surnameLevel, names.surname)
                usual = weights[ComparisonPattern.surname, level].stranger
            case .fullName: continue
            default:
                let slot = ComparisonPattern.firstValue + value
                level = outcome.pattern[slot]
                found = valueWeights(slot, level, people.value(a, value))
                usual = weights[slot, level].stranger
                value += 1
            }
            guard level != .missing else { continue }
            reasons.append(
                reason(.field(index), level, found.same - found.stranger, usual - found.stranger)
            )
        }
        let order = names.order.same - names.order.stranger
        if order != 0 {
            reasons.append(reason(.order, names.isExchanged ? .related : .equal, order, 0))
        }
        let told = reasons.reduce(0) { $0 + $1.bits }
        reasons.append(reason(.household, .missing, outcome.score - told, 0))
        return MatchExplanation(outcome: outcome, reasons: reasons)
    }

    private func reason(
        _ subject: MatchExplanation.Subject,
        _ level: FieldLevel,
        _ bits: Int32,
        _ rarity: Int32
    ) -> MatchExplanation.Reason {
        MatchExplanation.Reason(subject: subject, level: level, bits: bits, rarityBits: rarity)
    }
}
