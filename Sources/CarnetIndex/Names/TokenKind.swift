/// Where a client has a word, the best place first. The same word in two places is two tokens, so
/// that each token's clients are of one kind and a search takes the better ones first without
/// reading anybody's record.
enum TokenKind: UInt8, Hashable, Sendable, CaseIterable {
    /// The word is the whole first or last name, or domain: "Dupont".
    case whole
    /// What stands behind particles, as in "de Vries"; or all parts of a name, joined.
    case most
    /// One of two parts: "Jean" of "Jean-Pierre". Some parts of a name, joined.
    case half
    /// One of more parts.
    case third
    /// A particle, or the initials of a first name: "jp".
    case piece
    case company
    /// A name that the client or a merged double had before.
    case alias

    /// How much a match here costs: less is better. A name is six shares, of which a particle has
    /// one and the other parts the rest; what is not covered of it is what it costs. So who is named
    /// in full comes before who is named in part, by one word or by several.
    var cost: UInt8 {
        switch self {
        case .whole: 0
        case .most: 2
        case .half: 3
        case .third: 4
        case .piece: 5
        case .company: 7
        case .alias: 8
        }
    }

    /// The shares of a name.
    static let shareCount: UInt8 = 6

    /// Whether it is a first or last name that the client has now.
    var isOfName: Bool { rawValue <= Self.piece.rawValue }
}
