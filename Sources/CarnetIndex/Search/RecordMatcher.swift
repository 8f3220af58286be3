import CarnetBytes
import CarnetModel

/// Looks into one record for what is asked: where there are no tables, and where reading a few
/// records is cheaper than reading long lists.
enum RecordMatcher {
    /// How a client matches all terms; nil when one of them is missing. The words of `scratch` are
    /// those of the record; it is taken in whole, since parts of it would be copied.
    static func match(
        _ terms: [SearchTerm],
        _ keys: ClientKeys,
        _ scratch: inout IndexScratch,
        countsTypos: Bool
    ) -> MatchClass? {
        var worst = MatchClass.exact
        for term in terms {
            guard let match = match(term, keys, &scratch, countsTypos: countsTypos) else {
                return nil
            }
            if match.rawValue > worst.rawValue { worst = match }
        }
        return worst
    }

    /// How a client matches one term; nil when it does not.
    static func match(
        _ term: SearchTerm,
        _ keys: ClientKeys,
        _ scratch: inout IndexScratch,
        countsTypos: Bool
    ) -> MatchClass? {
        if !term.local.isEmpty { return match(local: term.local, &scratch) }
        var best = keys.phone == 0 ? nil : term.match(keys.phone)
        guard !term.word.isEmpty else { return best }
        let word = term.word.rawBytes
        if term.word[0] == TokenIndex.domainMark {
            return scratch.words.hasDomain ? better(best, match(word, scratch.words.domain)) : best
        }
        for index in 0..<scratch.words.folded.count {
            let token = scratch.words.folded.token(at: index)
            best = better(best, match(word, token))
            if best == .exact { return best }
            if best == nil, countsTypos, term.pattern.matches(token) { best = .typo }
        }
        return best
    }

    /// How an e-mail's local part matches its beginning.
    static func match(local: [UInt8], _ scratch: inout IndexScratch) -> MatchClass? {
        match(local.rawBytes, scratch.words.local)
    }

    private static func match(_ word: RawSpan, _ token: RawSpan) -> MatchClass? {
        guard token.begins(with: word) else { return nil }
        return token.byteCount == word.byteCount ? .exact : .prefix
    }

    private static func better(_ a: MatchClass?, _ b: MatchClass?) -> MatchClass? {
        guard let a else { return b }
        guard let b else { return a }
        return a.rawValue <= b.rawValue ? a : b
    }
}
