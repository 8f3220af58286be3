import CarnetBytes
import CarnetIndex
import CarnetModel

/// What a search or a lookup must answer, found by looking at everybody, with arrays and strings.
struct SlowList {
    let people: [TestPerson]

    init(_ people: [UInt32: TestPerson]) {
        self.people = people.values.filter { $0.status == .active || $0.status == .inactive }
            .sorted { $0.number < $1.number }
    }

    // MARK: - Lookups

    func numbers(where matches: (TestPerson) -> Bool) -> [UInt32] {
        people.filter(matches).sorted {
            if $0.status != $1.status { return $0.status == .active }
            return $0.updated != $1.updated ? $0.updated > $1.updated : $0.number < $1.number
        }.map(\.number)
    }

    // MARK: - Searches

    /// One thing asked for, as the tests know it; the text says the same.
    enum Term: Hashable {
        case word(String)
        case local(String)
        case domain(String)
        case digits(String)
    }

    struct Hit: Equatable {
        let number: UInt32
        let match: MatchClass
    }

    /// All hits in order. `limit` decides whether typos count by themselves.
    func hits(_ terms: [Term], _ options: SearchOptions) -> [Hit] {
        let strict = hits(terms, options, edits: 0)
        switch options.typos {
        case .none: return strict
        case .one: return hits(terms, options, edits: 1)
        case .two: return hits(terms, options, edits: 2)
        case .automatic:
            return strict.count < options.limit ? hits(terms, options, edits: 2) : strict
        }
    }

    private func hits(_ terms: [Term], _ options: SearchOptions, edits: Int) -> [Hit] {
        var found: [(person: TestPerson, match: MatchClass)] = []
        for person in people {
            switch options.status {
            case .active where person.status != .active: continue
            case .inactive where person.status != .inactive: continue
            default: break
            }
            let matches = terms.map { Self.match($0, person, edits: edits) }
            guard matches.allSatisfy({ $0 != nil }) else { continue }
            let worst = matches.compactMap { $0?.rawValue }.max() ?? 0
            found.append((person, MatchClass(rawValue: worst) ?? .typo))
        }
        found.sort { Self.precedes($0, $1, options.sort) }
        return found.map { Hit(number: $0.person.number, match: $0.match) }
    }

    private static func precedes(
        _ a: (person: TestPerson, match: MatchClass),
        _ b: (person: TestPerson, match: MatchClass),
        _ sort: SearchSort
    ) -> Bool {
        if sort == .name || sort == .nameDescending {
            let left = nameKey(a.person)
            let right = nameKey(b.person)
            if left != right {
                let isBefore = left.lexicographicallyPrecedes(right)
                return sort == .name ? isBefore : !isBefore
            }
            return a.person.number < b.person.number
        }
        if sort == .relevance, a.match != b.match { return a.match.rawValue < b.match.rawValue }
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

    private static func match(_ term: Term, _ person: TestPerson, edits: Int) -> MatchClass? {
        let at = person.email.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        switch term {
        case .word(let word): return match(word, tokens(person), edits: edits)
        case .local(let local): return match(local, at.first.map { [String($0)] } ?? [], edits: 0)
        case .domain(let domain): return match(domain, at.dropFirst().map { String($0) }, edits: 0)
        case .digits(let digits): return match(digits: digits, person)
        }
    }

    private static func match(_ word: String, _ tokens: [String], edits: Int) -> MatchClass? {
        if tokens.contains(word) { return .exact }
        if tokens.contains(where: { $0.hasPrefix(word) }) { return .prefix }
        let allowed = min(edits, word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0)
        guard allowed > 0 else { return nil }
        let isNear = tokens.contains {
            SlowTypos.distanceToBeginning(Array(word), Array($0)) <= allowed
        }
        return isNear ? .typo : nil
    }

    private static func match(digits: String, _ person: TestPerson) -> MatchClass? {
        var best: MatchClass?
        if person.phone != 0 {
            let phone = String(person.phone)
            if phone.hasSuffix(digits) { best = phone == digits ? .exact : .prefix }
            let rest = String(digits.dropFirst(digits.hasPrefix("00") ? 2 : 1))
            if digits.hasPrefix("0"), rest.count >= 4, phone.hasSuffix(rest) {
                let isNational = !digits.hasPrefix("00") && phone.count - rest.count <= 3
                best = phone == rest || isNational ? .exact : best ?? .prefix
            }
        }
        guard best != .exact, let word = match(digits, tokens(person), edits: 0) else {
            return best
        }
        return best == nil || word == .exact ? word : best
    }

    static func tokens(_ person: TestPerson) -> [String] {
        var tokens = FoldedTokens()
        for name in [person.first, person.last, person.company] {
            let bytes = Array(name.utf8)
            unsafe Folding.fold(bytes.span.bytes, into: &tokens)
        }
        return (0..<tokens.count).map { tokens.token(at: $0).text() }
    }
}
