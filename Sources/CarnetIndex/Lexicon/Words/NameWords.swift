/// The words that stand in name fields and are no names, in the languages of Europe: forms of
/// address, degrees, generations, remarks, particles, placeholders, words of organisations. Read
/// from `NameWordData` once, on first use.
///
/// Words are folded tokens as ``Folding`` makes them. Some hold only as a phrase ("ne pas appeler",
/// "walk in", "do not call"); `phrase(in:at:)` finds both, the longest first.
public enum NameWords {
    /// How many parts a phrase may have.
    public static let phrasePartCountMax = 4

    /// What a single token is; empty when the tables don't have it: a name. One look-up.
    public static func kinds(of token: RawSpan) -> NameWordKinds {
        NameWordTable.standard.kinds(of: token)
    }

    /// What begins at token `index`, which must be below the count of tokens and no joined one: a
    /// phrase, a single word, or nil. Joined tokens are passed over. No allocation.
    public static func phrase(in tokens: borrowing FoldedTokens, at index: Int) -> NamePhrase? {
        NameWordTable.standard.phrase(in: tokens, at: index)
    }

    /// What a single token is, as `kinds(of:)` says; nil where a phrase may begin with it.
    static func lone(_ token: RawSpan) -> NameWordKinds? { NameWordTable.standard.lone(token) }
}
