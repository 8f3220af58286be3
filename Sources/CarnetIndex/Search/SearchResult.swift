/// How well a client matches: as the worst of the words that were asked for.
public enum MatchClass: UInt8, Hashable, Sendable, CaseIterable {
    case exact = 0
    case prefix = 1
    case typo = 2

    /// The word callers see.
    public var name: StaticString {
        switch self {
        case .exact: "exact"
        case .prefix: "prefix"
        case .typo: "typo"
        }
    }
}

/// One client that was found.
public struct SearchHit: Hashable, Sendable {
    public let number: UInt32
    public let match: MatchClass
    /// Whether it matches so well only by what the client was called, or had as phone or e-mail,
    /// before: by what it has now it matches worse, or not at all.
    public internal(set) var isByAlias: Bool

    public init(number: UInt32, match: MatchClass, isByAlias: Bool = false) {
        self.number = number
        self.match = match
        self.isByAlias = isByAlias
    }
}

/// One page of what was found.
public struct SearchResult: Hashable, Sendable {
    /// How far `total` counts.
    public static let totalMax = 1_000

    public var hits: [SearchHit] = []
    /// How many match in all, up to 1,000.
    public var total = 0
    /// Whether more match than `total` says.
    public var more = false
    /// Where the next page begins, while there is one.
    public var cursor: SearchCursor?

    public init() {}
}
