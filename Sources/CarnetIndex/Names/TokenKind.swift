/// Where a client has a word, the best place first. The same word in two places is two tokens, so
/// that each token's clients are of one kind and a search takes the better ones first without
/// reading anybody's record.
enum TokenKind: UInt8, Hashable, Sendable, CaseIterable {
    /// The word is the whole first or last name, or domain: "Dupont", "vandenberg" of "van den Berg".
    case whole
    /// One of its two parts, or what stands behind particles: "Jean" of "Jean-Pierre".
    case half
    /// One of more parts, a particle, or the initials of a first name: "jp".
    case piece
    case company
    /// A name that the client or a merged double had before.
    case alias

    /// Whether it is a first or last name that the client has now.
    var isOfName: Bool { rawValue <= Self.piece.rawValue }

    /// How much a match here costs: less is better. One name too many of two counts 1, so that
    /// who is named in full comes before who is named in part.
    var cost: UInt8 {
        switch self {
        case .whole: 0
        case .half: 1
        case .piece: 2
        case .company: 4
        case .alias: 5
        }
    }
}
