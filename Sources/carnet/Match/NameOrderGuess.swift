import CarnetBytes
import CarnetIndex

/// Finds out in which order a column's whole names are written: of most names only one end is a given
/// name that the lexicon knows.
struct NameOrderGuess: ~Copyable {
    /// So many names that tell are enough.
    private static let enoughCount = 5_000
    /// Fewer say nothing.
    private static let leastCount = 20
    /// So many times as many must speak for one order: some rows of any list are the other way round.
    private static let majority = 4

    private var givenFirst = 0
    private var surnameFirst = 0
    private var tokens = FoldedTokens()
    private var latin = ByteWriter(capacity: 128)

    /// Whether more names would tell more.
    var isLooking: Bool { givenFirst + surnameFirst < Self.enoughCount }

    /// Counts a name of two words or more; a comma has an order of its own. O(length).
    mutating func look(at name: RawSpan) {
        for index in 0..<name.byteCount where name.byte(at: index) == UInt8(ascii: ",") { return }
        tokens.removeAll()
        Folding.fold(name, into: &tokens)
        var ends: (first: Int, last: Int)?
        for index in 0..<tokens.count
        where !tokens.isJoined(at: index) && NameWords.kinds(of: tokens.token(at: index)).isEmpty {
            ends = (ends?.first ?? index, index)
        }
        guard let ends, ends.first != ends.last else { return }
        switch (isGiven(ends.first), isGiven(ends.last)) {
        case (true, false): givenFirst += 1
        case (false, true): surnameFirst += 1
        case (true, true), (false, false): break
        }
    }

    private mutating func isGiven(_ index: Int) -> Bool {
        let token = tokens.token(at: index)
        guard Transliteration.isForeign(token) else { return Nicknames.name(token) != nil }
        latin.removeAll()
        Transliteration.append(token, to: &latin)
        return Nicknames.name(latin.bytes) != nil
    }

    /// The order, if it is clear.
    var order: WholeNameOrder? {
        guard givenFirst + surnameFirst >= Self.leastCount else { return nil }
        if givenFirst >= surnameFirst * Self.majority { return .givenFirst }
        return surnameFirst >= givenFirst * Self.majority ? .surnameFirst : nil
    }
}
