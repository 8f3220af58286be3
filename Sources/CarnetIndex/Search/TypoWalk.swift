import CarnetBytes

/// Finds the tokens that lie near a word, by walking the sorted keys like a tree: what tokens have
/// in common in their first four bytes is compared once, and where no token can match any more the
/// walk goes on behind all that begin so, or, where no edits are left, at the next letter that the
/// word has there. Source: Schulz and Mihov, "Fast String Correction with
/// Levenshtein-Automata", with the automaton that is the same for all words.
struct TypoWalk {
    private let pattern: TypoPattern
    /// The states after 0 to 4 bytes of `code`; good up to `depth`.
    private var states: InlineArray<5, TypoPattern.State>
    private var code: UInt32 = 0
    private var depth = 0

    init(_ pattern: TypoPattern) {
        self.pattern = pattern
        states = InlineArray(repeating: pattern.start)
    }

    /// Appends the tokens of `names` that match, those that begin with the word itself included.
    mutating func appendTokens(of names: TokenIndex, to found: inout [UInt32]) {
        guard pattern.editCountMax > 0 else { return }
        let ordered = names.ordered
        // Behind the domains.
        var place = ordered.place(notBelow: UInt64(TokenIndex.domainMark &+ 1) << 56)
        while let key = ordered.key(at: place) {
            let code = UInt32(key >> 32)
            let fate = descend(to: code)
            let bits = fate == .ended ? 0 : UInt64(4 &- depth) &* 8
            // The first key behind all tokens that begin with the `depth` bytes.
            let end = ((UInt64(code) >> bits) &+ 1) << (bits &+ 32)
            switch fate {
            case .matches:
                while let key = ordered.key(at: place), key < end {
                    found.append(UInt32(truncatingIfNeeded: key))
                    ordered.step(&place)
                }
            case .hopeless:
                ordered.advance(&place, notBelow: nextKey(behind: code) ?? end)
            case .ended:
                ordered.advance(&place, notBelow: end)
            case .open:
                while let key = ordered.key(at: place), key < end {
                    let token = UInt32(truncatingIfNeeded: key)
                    if pattern.matches(names.bytes(of: token), from: 4, states[4]) {
                        found.append(token)
                    }
                    ordered.step(&place)
                }
            }
        }
    }

    private enum Fate {
        /// All tokens that begin with the `depth` bytes match.
        case matches
        /// None of them does.
        case hopeless
        /// The tokens of exactly these bytes end without a match.
        case ended
        /// The bytes behind the fourth decide.
        case open
    }

    /// Compares the bytes of a code that are not those of the one before.
    private mutating func descend(to code: UInt32) -> Fate {
        depth = min(depth, (code ^ self.code).leadingZeroBitCount / 8)
        self.code = code
        while depth < 4 {
            let byte = UInt8(truncatingIfNeeded: code >> UInt32(24 &- 8 &* depth))
            if byte == 0 { return .ended }
            var state = states[depth]
            pattern.advance(&state, byte)
            depth &+= 1
            states[depth] = state
            if pattern.matches(state) { return .matches }
            if pattern.isHopeless(state) { return .hopeless }
        }
        return .open
    }

    /// The first key that may match behind a code whose byte at `depth` left no hope, where only the
    /// word's own letters can stand in its place; nil where any letter can.
    private func nextKey(behind code: UInt32) -> UInt64? {
        let parent = states[depth &- 1]
        let bits = UInt32(32 &- 8 &* depth)
        let byte = UInt8(truncatingIfNeeded: code >> bits)
        // What stands before the byte, which a shift by all 32 bits leaves nothing of.
        let before = UInt64(code) >> UInt64(bits &+ 8)
        switch pattern.nextByte(after: parent, above: byte) {
        case .any: return nil
        case .none: return (before &+ 1) << UInt64(bits &+ 40)
        case .least(let next): return (before << 8 | UInt64(next)) << UInt64(bits &+ 32)
        }
    }
}
