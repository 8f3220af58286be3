import CarnetBytes

/// In which order a list writes whole names.
public enum WholeNameOrder: Sendable {
    case givenFirst
    case surnameFirst
}

/// Reading names of one field in a list whose order is known.
extension People {
    /// Adds the one reading that the order allows; a comma turns it round.
    mutating func addReading(of whole: NameTokens, in order: WholeNameOrder) {
        let comma = whole.countBeforeComma
        if comma > 0 && comma < whole.count {
            return addReading(whole.only(comma..<whole.count), whole.only(0..<comma))
        }
        let place = splitPlace(of: whole, order)
        let (front, back) = (whole.only(0..<place), whole.only(place..<whole.count))
        switch order {
        case .givenFirst: addReading(front, back)
        case .surnameFirst: addReading(back, front)
        }
    }

    /// Where the second name begins: as many given names as the lexicon knows stand together, at least
    /// one; a surname has the rest, at least one. A particle belongs to the surname.
    private func splitPlace(of whole: NameTokens, _ order: WholeNameOrder) -> Int {
        switch order {
        case .givenFirst:
            var place = whole[0].isParticle ? 0 : 1
            while place > 0, place < whole.count &- 1, isGiven(whole[place]) { place &+= 1 }
            return place
        case .surnameFirst:
            var place = whole.count &- 1
            while place > 1, isGiven(whole[place &- 1]) { place &-= 1 }
            return place
        }
    }

    private func isGiven(_ token: NameTokens.Token) -> Bool {
        !token.isParticle
            && (token.byteCount == 1
                || MatchWords.given(text(token.start, token.byteCount)) != 0)
    }
}
