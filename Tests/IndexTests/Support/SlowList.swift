import CarnetBytes
import CarnetModel

@testable import CarnetIndex

/// What a search or a lookup must answer, found by looking at everybody, with arrays and strings.
struct SlowList {
    let people: [TestPerson]

    init(_ people: [UInt32: TestPerson]) {
        self.people = people.values.filter { $0.status == .active || $0.status == .inactive }
            .sorted { $0.number < $1.number }
    }

    // MARK: - Lookups

    /// Those who have it now before those who had it.
    func numbers(
        now: (TestPerson) -> Bool,
        before: (TestPerson) -> Bool = { _ in false }
    ) -> [UInt32] {
        people.filter { now($0) || before($0) }.sorted { a, b in
            if a.status != b.status { return a.status == .active }
            if now(a) != now(b) { return now(a) }
            return a.updated != b.updated ? a.updated > b.updated : a.number < b.number
        }.map(\.number)
    }

    // MARK: - Searches

    struct Hit: Equatable {
        let number: UInt32
        let match: MatchClass
    }

    private struct Found {
        let person: TestPerson
        let grade: SlowGrade

        var hit: Hit { Hit(number: person.number, match: grade.match) }
    }

    /// All hits in order. `limit` decides whether typos count by themselves.
    func hits(_ query: SlowQuery, _ options: SearchOptions) -> [Hit] {
        let edits = options.typos == .one ? 1 : 2
        var found: [Hit] = []
        if options.typos == .none || options.typos == .automatic {
            found = hits(query.readings, options, edits: 0)
            if options.typos == .none || found.count >= options.limit { return found }
        }
        if options.typos == .automatic {
            let one = self.found(query.readings, options, edits: 1)
            let isSettled =
                options.sort != .relevance
                || one.count { $0.grade < SlowGrade(.typo, 26) } >= options.limit
            if one.count >= options.limit, isSettled { return one.map(\.hit) }
        }
        found = hits(query.readings, options, edits: edits)
        if found.count >= options.limit { return found }
        let readings = query.readings + query.guesses
        found = hits(readings, options, edits: edits)
        guard found.isEmpty, options.typos != .one else { return found }
        return hits(readings, options, edits: edits, isLoose: true)
    }

    private func hits(
        _ readings: [[SlowTerm]],
        _ options: SearchOptions,
        edits: Int,
        isLoose: Bool = false
    ) -> [Hit] {
        found(readings, options, edits: edits, isLoose: isLoose).map(\.hit)
    }

    private func found(
        _ readings: [[SlowTerm]],
        _ options: SearchOptions,
        edits: Int,
        isLoose: Bool = false
    ) -> [Found] {
        var found: [Found] = []
        for person in people {
            switch options.status {
            case .active where person.status != .active: continue
            case .inactive where person.status != .inactive: continue
            default: break
            }
            let words = SlowWords(person)
            let best = readings.compactMap { Self.grade($0, words, edits, isLoose) }.min()
            if let best { found.append(Found(person: person, grade: best)) }
        }
        found.sort { Self.precedes($0, $1, options.sort) }
        return found
    }

    private static func grade(
        _ terms: [SlowTerm],
        _ words: SlowWords,
        _ edits: Int,
        _ isLoose: Bool
    ) -> SlowGrade? {
        var sum = SlowGrade(.exact, 0)
        for term in terms {
            guard let grade = term.grade(words, edits: edits, isLoose: isLoose) else { return nil }
            let worst = max(sum.match.rawValue, grade.match.rawValue)
            sum = SlowGrade(MatchClass(rawValue: worst) ?? .typo, sum.cost + grade.cost)
        }
        return sum
    }

    private static func precedes(_ a: Found, _ b: Found, _ sort: SearchSort) -> Bool {
        if sort == .name || sort == .nameDescending {
            let left = nameKey(a.person)
            let right = nameKey(b.person)
            if left != right {
                let isBefore = left.lexicographicallyPrecedes(right)
                return sort == .name ? isBefore : !isBefore
            }
            return a.person.number < b.person.number
        }
        if sort == .relevance, a.grade != b.grade { return a.grade < b.grade }
        if a.person.updated != b.person.updated { return a.person.updated > b.person.updated }
        return a.person.number < b.person.number
    }

    private static func nameKey(_ person: TestPerson) -> [UInt8] {
        let last = Array((person.last.isEmpty ? person.company : person.last).utf8)
        let first = Array(person.first.utf8)
        var writer = ByteWriter()
        unsafe Folding.appendSortKey(
            last: last.span.bytes,
            first: first.span.bytes,
            to: &writer
        )
        return Array((writer.array() + [UInt8](repeating: 0, count: 24)).prefix(24))
    }

    /// The folded tokens of a text, and which of them were joined.
    static func folded(_ text: String) -> [(text: String, isJoined: Bool)] {
        var tokens = FoldedTokens()
        let bytes = Array(text.utf8)
        unsafe Folding.fold(bytes.span.bytes, into: &tokens)
        return (0..<tokens.count).map {
            (tokens.token(at: $0).text(), tokens.isJoined(at: $0))
        }
    }
}

/// A class, and what it costs within it.
struct SlowGrade: Comparable {
    let match: MatchClass
    let cost: Int

    init(_ match: MatchClass, _ cost: Int) {
        self.match = match
        self.cost = cost
    }

    static func < (a: SlowGrade, b: SlowGrade) -> Bool {
        (a.match.rawValue, a.cost) < (b.match.rawValue, b.cost)
    }
}
