import CarnetBytes

/// The order of what a search finds.
public enum SearchSort: UInt8, Hashable, Sendable, CaseIterable {
    /// By match, then the most recently active first, then the lower number.
    case relevance = 0
    /// By the folded last name, then the first name, then the lower number.
    case name = 1
    /// From the last name to the first, among equals the lower number first.
    case nameDescending = 2
    /// The most recently active first, then the lower number.
    case recent = 3

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .relevance: "relevance"
        case .name: "name"
        case .nameDescending: "-name"
        case .recent: "recent"
        }
    }

    /// The sort of that word, or nil.
    public init?(word: RawSpan) {
        guard let found = Self.allCases.first(where: { word.isEqual(to: $0.name) }) else {
            return nil
        }
        self = found
    }
}

/// Which clients a search looks at.
public enum SearchStatus: UInt8, Hashable, Sendable, CaseIterable {
    case active
    case inactive
    case all

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .active: "active"
        case .inactive: "inactive"
        case .all: "all"
        }
    }

    /// The status of that word, or nil.
    public init?(word: RawSpan) {
        guard let found = Self.allCases.first(where: { word.isEqual(to: $0.name) }) else {
            return nil
        }
        self = found
    }
}

/// How many typos a search forgives in one word: never more than one in a word of fewer than eight
/// letters, and none in one of fewer than four.
public enum TypoTolerance: UInt8, Hashable, Sendable, CaseIterable {
    /// Up to two, but only where exact and prefix hits are fewer than the limit.
    case automatic
    case none
    case one
    case two

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .automatic: "auto"
        case .none: "0"
        case .one: "1"
        case .two: "2"
        }
    }

    /// The tolerance of that word, or nil.
    public init?(word: RawSpan) {
        guard let found = Self.allCases.first(where: { word.isEqual(to: $0.name) }) else {
            return nil
        }
        self = found
    }

    /// The most edits in a word.
    var editCountMax: Int {
        switch self {
        case .automatic, .two: 2
        case .one: 1
        case .none: 0
        }
    }
}

/// How a search is to be done.
public struct SearchOptions: Hashable, Sendable {
    /// The largest page.
    public static let limitMax = 1_000

    public var sort = SearchSort.relevance
    public var status = SearchStatus.active
    public var typos = TypoTolerance.automatic
    /// How many hits at most, 1 to 1,000.
    public var limit = 20
    /// Where the page before ended. Of another sort than `sort`, it is not looked at.
    public var after: SearchCursor?

    public init() {}
}
