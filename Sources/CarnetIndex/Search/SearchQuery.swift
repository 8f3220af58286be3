import CarnetBytes

/// What a text asks for. It can mean several things at once: "van den berg" three words or
/// "vandenberg", "jdupont" a name or the beginning of an e-mail. A client is found by any of them,
/// and stands where the best of them puts it.
struct SearchQuery: Sendable {
    /// The readings that are looked for from the first; each a list of terms that a client must
    /// all have.
    var readings: [[SearchTerm]] = []
    /// Those that are looked for only where typos don't find enough either.
    var guesses: [[SearchTerm]] = []

    init() {}

    /// Whether looking so far can find more than looking less far.
    func canWiden(to breadth: SearchBreadth) -> Bool {
        switch breadth {
        case .strict: false
        case .typo: readings.contains { $0.contains { $0.isTypable } }
        case .typos: readings.contains { $0.contains { $0.editCountMax > 1 } }
        case .guesses: !guesses.isEmpty
        case .loose: readings.contains { $0.contains { $0.canLoosen } }
        }
    }

    /// Makes what looking for typos needs.
    mutating func prepareForTypos(_ breadth: SearchBreadth) {
        for reading in readings.indices {
            for term in readings[reading].indices {
                readings[reading][term].prepareForTypos(breadth)
            }
        }
    }
}

/// How far a search looks. Each step is taken only where the one before finds less than a page, the
/// last only where it finds nobody.
enum SearchBreadth: UInt8, CaseIterable, Comparable, Sendable {
    case strict
    /// With one typo in a word, and what sounds alike.
    case typo
    /// With two in long words.
    case typos
    /// And e-mails whose @ was left out.
    case guesses
    /// And with one typo more than else in whole words.
    case loose

    static func < (a: SearchBreadth, b: SearchBreadth) -> Bool { a.rawValue < b.rawValue }
}
