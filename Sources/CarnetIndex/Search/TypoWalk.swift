import CarnetBytes

/// Finds the tokens that lie near a word, by walking the sorted keys like a tree: what tokens have
/// in common in their codes is compared once. Where no token can match any more the walk goes on
/// behind all that begin so, and where no edits are left it looks only at the letters that the word
/// has there. Source: Schulz and Mihov, "Fast String Correction with Levenshtein-Automata".
struct TypoWalk {
    private let names: TokenIndex
    private let pattern: TypoPattern
    private var place: OrderedKeys<UInt64>.Place
    /// What the pattern is in after so many symbols of the last key, and what it answered last there.
    private var states: InlineArray<8, TypoPattern.State>
    private var memos = InlineArray<8, TypoPattern.NextSymbols>(repeating: .init())

    /// Appends the tokens of `names` that match, those that begin with the word itself included.
    static func appendTokens(
        of names: TokenIndex,
        near pattern: TypoPattern,
        to found: inout [UInt32]
    ) {
        guard pattern.editCountMax > 0 else { return }
        var walk = TypoWalk(names, pattern)
        walk.run(&found)
    }

    private init(_ names: TokenIndex, _ pattern: TypoPattern) {
        self.names = names
        self.pattern = pattern
        place = names.ordered.place(notBelow: TokenCode.endOfDomains)
        states = InlineArray(repeating: pattern.start)
    }

    private mutating func run(_ found: inout [UInt32]) {
        var last: UInt64 = 0
        var known = 0
        while let key = names.ordered.key(at: place) {
            known = descend(key, from: min(known, TokenCode.sharedCount(key, last)), &found)
            last = key
        }
    }

    /// Follows the symbols of a key until it is clear whether the tokens that begin so match, and
    /// moves `place` behind them. `known` symbols are those of the key before. Answers how many
    /// symbols have states.
    private mutating func descend(
        _ key: UInt64,
        from known: Int,
        _ found: inout [UInt32]
    ) -> Int {
        var depth = known
        while depth < TokenCode.symbolCountMax {
            let symbol = TokenCode.symbol(depth, of: key)
            // A token that has ended has not matched.
            if symbol == 0, !states[depth].isWithinLetter {
                names.ordered.step(&place)
                return depth
            }
            let next = pattern.nextSymbols(after: states[depth], &memos[depth])
            if next >> UInt32(symbol) & 1 == 0 {
                skip(key, depth, next)
                return depth
            }
            if symbol == TokenCode.otherGroup, !states[depth].isWithinLetter { break }
            var state = states[depth]
            pattern.advance(&state, symbol: symbol)
            depth &+= 1
            states[depth] = state
            if pattern.matches(state) {
                appendAll(sharing: depth, with: key, &found)
                return depth
            }
            if pattern.isHopeless(state) {
                let end = TokenCode.end(of: key, sharing: depth)
                names.ordered.advance(&place, notBelow: end)
                return depth
            }
        }
        let token = TokenCode.token(of: key)
        if pattern.matches(names.bytes(of: token)) { found.append(token) }
        names.ordered.step(&place)
        return depth
    }

    /// Moves to the first key that goes on, behind the symbols at `depth`, with one of `next`.
    private mutating func skip(_ key: UInt64, _ depth: Int, _ next: UInt32) {
        let symbol = Int(TokenCode.symbol(depth, of: key))
        let later = next >> UInt32(symbol)
        if later != 0 {
            let other = symbol &+ later.trailingZeroBitCount
            let start = TokenCode.start(of: other, depth, behind: key)
            names.ordered.advance(&place, notBelow: start)
        } else if depth > 0 {
            names.ordered.advance(&place, notBelow: TokenCode.end(of: key, sharing: depth))
        } else {
            place = names.ordered.end
        }
    }

    private mutating func appendAll(
        sharing count: Int,
        with key: UInt64,
        _ found: inout [UInt32]
    ) {
        let end = TokenCode.end(of: key, sharing: count)
        while let key = names.ordered.key(at: place), key < end {
            found.append(TokenCode.token(of: key))
            names.ordered.step(&place)
        }
    }
}
