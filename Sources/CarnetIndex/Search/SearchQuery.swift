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

    /// Whether looking further than `breadth` can find more.
    func canWiden(from breadth: SearchBreadth) -> Bool {
        switch breadth {
        case .strict: !guesses.isEmpty || readings.contains { $0.contains { $0.isTypable } }
        case .typos: !guesses.isEmpty
        case .guesses: false
        }
    }

    /// Makes what looking for typos needs.
    mutating func prepareForTypos() {
        for reading in readings.indices {
            for term in readings[reading].indices { readings[reading][term].prepareForTypos() }
        }
    }
}

/// How far a search looks. Each step is taken only where the one before finds less than a page.
enum SearchBreadth: UInt8, Comparable, Sendable {
    case strict
    /// With typos, and what sounds alike.
    case typos
    /// And e-mails whose @ was left out.
    case guesses

    static func < (a: SearchBreadth, b: SearchBreadth) -> Bool { a.rawValue < b.rawValue }
}
