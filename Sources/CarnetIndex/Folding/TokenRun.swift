/// Follows the parts of a text as they end and says when a joined token is due: at the end of a
/// group of parts that apostrophes or hyphens hold together, and behind particles.
struct TokenRun {
    /// The group's first token and how many parts it has.
    private var groupFirst: Int
    private var groupPartCount = 0
    /// The first token of the particles that stand right before the next part.
    private var particleFirst = 0
    private var particleCount = 0
    private var isAfterApostrophe = false

    init(first: Int) { groupFirst = first }

    /// Ends a part at an apostrophe or a hyphen; the group goes on.
    mutating func endPart(_ tokens: inout FoldedTokens, beforeApostrophe: Bool) {
        if tokens.hasOpenToken { end(&tokens, beforeApostrophe: beforeApostrophe) }
        isAfterApostrophe = beforeApostrophe
    }

    /// Ends the group, and the open part if there is one.
    @inline(__always)
    mutating func endGroup(_ tokens: inout FoldedTokens) {
        if tokens.hasOpenToken { end(&tokens, beforeApostrophe: false) }
        if groupPartCount > 1 { tokens.appendJoined(from: groupFirst) }
        groupFirst = tokens.count
        groupPartCount = 0
        isAfterApostrophe = false
    }

    /// Joins particles that no name follows, as in "Le Saint".
    mutating func endText(_ tokens: inout FoldedTokens) {
        if particleCount > 1 { tokens.appendJoined(from: particleFirst) }
    }

    @inline(__always)
    private mutating func end(_ tokens: inout FoldedTokens, beforeApostrophe: Bool) {
        let index = tokens.count
        guard tokens.endToken() else { return }
        groupPartCount &+= 1
        if isParticle(tokens, index, isBesideApostrophe: beforeApostrophe || isAfterApostrophe) {
            if particleCount == 0 { particleFirst = index }
            particleCount &+= 1
        } else if particleCount > 0 {
            tokens.appendJoined(from: particleFirst)
            particleCount = 0
        }
    }

    @inline(__always)
    private func isParticle(
        _ tokens: borrowing FoldedTokens,
        _ index: Int,
        isBesideApostrophe: Bool
    ) -> Bool {
        let (byteCount, number) = tokens.short(at: index)
        guard byteCount <= Particles.byteCountMax else { return false }
        return (byteCount == 1 && isBesideApostrophe) || Particles.contains(number)
    }
}
