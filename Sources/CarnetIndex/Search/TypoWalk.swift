import CarnetBytes

/// Finds the tokens that lie near a word, by walking the sorted keys like a tree: what tokens have
/// in common in their first four bytes is compared once. Where no token can match any more the walk
/// goes on behind all that begin so, and where no edits are left it looks only at the letters that
/// the word has there. Source: Schulz and Mihov, "Fast String Correction with
/// Levenshtein-Automata".
enum TypoWalk {
    /// How many bytes of a token its key holds.
    private static let codeByteCount = 4

    /// Appends the tokens of `names` that match, those that begin with the word itself included.
    static func appendTokens(
        of names: TokenIndex,
        near pattern: TypoPattern,
        to found: inout [UInt32]
    ) {
        guard pattern.editCountMax > 0 else { return }
        // Behind the domains.
        var place = names.ordered.place(notBelow: UInt64(TokenIndex.domainMark &+ 1) << 56)
        var memos = InlineArray<4, TypoPattern.NextBytes>(repeating: TypoPattern.NextBytes())
        walk(names, pattern, Node(code: 0, depth: 0, state: pattern.start), &place, &memos, &found)
    }

    /// All tokens whose first `depth` bytes are the upper ones of `code`, behind which the pattern is
    /// in `state`.
    private struct Node {
        let code: UInt32
        let depth: Int
        let state: TypoPattern.State

        var bits: UInt64 { UInt64(codeByteCount &- depth) &* 8 &+ 32 }

        /// The first key of its tokens, and the first behind them.
        var start: UInt64 { UInt64(code) << 32 }
        var end: UInt64 { depth == 0 ? .max : (start >> bits &+ 1) << bits }

        /// The node of one byte more.
        func child(_ byte: UInt8, _ pattern: TypoPattern) -> Node {
            var next = state
            pattern.advance(&next, byte)
            return Node(
                code: code | UInt32(byte) << UInt32(24 &- 8 &* depth),
                depth: depth &+ 1,
                state: next
            )
        }
    }

    /// Goes through the children of a node; `place` is at its first key or before. `memos` holds what
    /// the pattern answered last for each depth.
    private static func walk(
        _ names: TokenIndex,
        _ pattern: TypoPattern,
        _ node: Node,
        _ place: inout OrderedKeys<UInt64>.Place,
        _ memos: inout InlineArray<4, TypoPattern.NextBytes>,
        _ found: inout [UInt32]
    ) {
        if pattern.nextBytes(after: node.state, &memos[node.depth]) {
            let bytes = memos[node.depth]
            for index in 0..<bytes.count {
                let child = node.child(bytes[index], pattern)
                names.ordered.advance(&place, notBelow: child.start)
                guard let key = names.ordered.key(at: place) else { return }
                if key < child.end { visit(names, pattern, child, &place, &memos, &found) }
            }
            names.ordered.advance(&place, notBelow: node.end)
            return
        }
        let end = node.end
        while let key = names.ordered.key(at: place), key < end {
            let byte = UInt8(truncatingIfNeeded: key >> UInt64(56 &- 8 &* node.depth))
            let child = node.child(byte, pattern)
            // A token that ends here has zeros behind its bytes, and has not matched.
            if byte == 0 || pattern.isHopeless(child.state) {
                names.ordered.advance(&place, notBelow: child.end)
            } else {
                visit(names, pattern, child, &place, &memos, &found)
            }
        }
    }

    /// Appends the tokens of a node that match, and moves `place` behind it.
    private static func visit(
        _ names: TokenIndex,
        _ pattern: TypoPattern,
        _ node: Node,
        _ place: inout OrderedKeys<UInt64>.Place,
        _ memos: inout InlineArray<4, TypoPattern.NextBytes>,
        _ found: inout [UInt32]
    ) {
        let isMatch = pattern.matches(node.state)
        guard isMatch || node.depth == codeByteCount else {
            walk(names, pattern, node, &place, &memos, &found)
            return
        }
        let end = node.end
        while let key = names.ordered.key(at: place), key < end {
            let token = UInt32(truncatingIfNeeded: key)
            let bytes = names.bytes(of: token)
            if isMatch || pattern.matches(bytes, from: codeByteCount, node.state) {
                found.append(token)
            }
            names.ordered.step(&place)
        }
    }
}
