import CarnetBytes
import CarnetModel

/// One search in the tables of one tenant: finds out which tokens each term means, chooses how to
/// go through their clients, and keeps the first of them.
struct Search {
    /// The tables, alone in an array: one reference to hold, and not thirty.
    let tables: [IndexTables]
    let options: SearchOptions
    private(set) var query: SearchQuery
    /// How far is being looked now.
    private(set) var breadth = SearchBreadth.strict
    /// How many match, as far as was counted.
    var total = 0
    /// Whether records were left unread that might match.
    var isCut = false

    /// A word with more clients than this is not gone through in full to find the first of them.
    static let mergeWeightMin = 128

    init(_ query: SearchQuery, _ options: SearchOptions, in tables: [IndexTables]) {
        self.query = query
        self.options = options
        self.tables = tables
    }

    /// Finds the tokens that each term means.
    mutating func resolve() {
        for index in query.readings.indices { resolve(&query.readings[index]) }
    }

    /// Adds what lies further, and forgets what was counted.
    mutating func widen(to wanted: SearchBreadth) {
        total = 0
        isCut = false
        let known = query.readings.count
        if breadth < .guesses, wanted >= .guesses {
            query.readings += query.guesses
            for index in known..<query.readings.count { resolve(&query.readings[index]) }
        }
        if wanted != .guesses || breadth == .strict {
            query.prepareForTypos(wanted)
            resolveTypos(in: wanted == .loose ? query.readings.count : known)
        }
        breadth = wanted
    }

    private mutating func resolveTypos(in readingCount: Int) {
        for reading in 0..<readingCount {
            for term in query.readings[reading].indices
            where query.readings[reading][term].isTypable {
                resolveTypos(&query.readings[reading][term])
            }
        }
    }

    /// Notes that the guesses were looked at and nobody can be found by them.
    mutating func pass(to breadth: SearchBreadth) { self.breadth = breadth }

    /// Whether the guesses are worth a look: somebody may be found by them.
    mutating func hasGuesses() -> Bool {
        for index in query.guesses.indices {
            resolve(&query.guesses[index])
            if query.guesses[index].allSatisfy({ $0.weight > 0 }) { return true }
        }
        return false
    }

    // MARK: - What terms mean

    private func resolve(_ terms: inout [SearchTerm]) {
        for index in terms.indices {
            resolveWord(&terms[index])
            let local = terms[index].local
            if !local.isEmpty {
                let keys = LocalPart.keys(beginningWith: local.rawBytes)
                terms[index].weight &+= tables[0].locals.estimatedCount(in: keys)
            }
            // About as many phones end in the same four digits as chance has it.
            if !terms[index].ends.isEmpty {
                terms[index].weight &+= tables[0].phones.count / 5_000 &+ 1
            }
            terms[index].tiers.sort()
        }
    }

    private func resolveWord(_ term: inout SearchTerm) {
        guard !term.word.isEmpty else { return }
        resolve(term.word, &term, whole: term.whole, beginning: term.beginning)
        guard !term.isDomain else { return }
        for form in term.forms {
            resolve(
                form,
                &term,
                whole: MatchGrade.otherSpelling.adding(term.extraCost),
                beginning: term.beginning.adding(MatchGrade.otherSpelling.cost)
            )
        }
        guard let name = term.name else { return }
        var text = ByteWriter(capacity: 64)
        Nicknames.forEachName(near: name, atLeast: .nickname) { other, closeness in
            text.removeAll()
            Nicknames.append(other, to: &text)
            let grade = MatchGrade.name(closeness).adding(term.extraCost)
            tables[0].names.visitTokens(equalTo: text.bytes) { token, kind in
                if kind != .company { add(token, grade.adding(kind.cost), to: &term) }
            }
        }
    }

    /// Adds the tokens that are or begin with a word.
    private func resolve(
        _ word: [UInt8],
        _ term: inout SearchTerm,
        whole: MatchGrade,
        beginning: MatchGrade
    ) {
        // Twice: tokens lie all over the memory, and a loop that only adds up waits for many at once.
        tables[0].names.visitTokens(beginningWith: word.rawBytes) { token, _ in
            term.weight &+= Int(tables[0].names.clients(of: token).count)
            return true
        }
        tables[0].names.visitTokens(beginningWith: word.rawBytes) { token, isWhole in
            let grade = isWhole ? whole : beginning
            term.tiers.add(token, grade.adding(tables[0].names.kind(of: token).cost))
            return true
        }
    }

    @inline(__always)
    private func add(_ token: UInt32, _ grade: MatchGrade, to term: inout SearchTerm) {
        term.tiers.add(token, grade)
        term.weight &+= Int(tables[0].names.clients(of: token).count)
    }

    /// Adds the tokens that lie near the word, or sound like it.
    private func resolveTypos(_ term: inout SearchTerm) {
        let names = tables[0].names
        if let strict = term.strict {
            (term.tiers, term.weight) = strict
        } else {
            term.strict = (term.tiers, term.weight)
            term.alike = alike(term)
        }
        var near = term.alike
        TypoWalk.appendTokens(of: names, near: term.pattern, to: &near)
        TypoWalk.appendTokens(of: names, near: term.latinPattern, to: &near)
        // None is empty. But they lie all over the memory, and a loop that only touches them waits for
        // many at once.
        near.removeAll { names.byteCount(of: $0) == 0 }
        for token in near {
            let grade = term.typoGrade(
                names.bytes(of: token),
                names.kind(of: token),
                maySound: names.maySound(token, term.sound)
            )
            if let grade { add(token, grade, to: &term) }
        }
        term.tiers.sort()
    }

    /// The tokens that may sound like the word, or are its first letter.
    private func alike(_ term: SearchTerm) -> [UInt32] {
        var found: [UInt32] = []
        if term.sound != 0 { tables[0].names.appendTokens(sounding: term.sound, to: &found) }
        if !term.initial.isEmpty {
            tables[0].names.visitTokens(equalTo: term.initial.rawBytes) { token, _ in
                found.append(token)
            }
        }
        return found
    }

    // MARK: - Running

    /// Offers the first of those that match to `scratch.top`, and counts them.
    mutating func run(in store: RecordStore, _ scratch: inout IndexScratch) {
        let meant = query.readings.filter { reading in reading.allSatisfy { $0.weight > 0 } }
        if meant.count == 1, canMerge(meant[0]) {
            runThroughMerge(meant[0][0], in: store, &scratch)
            return
        }
        scratch.search.found.removeAll(keepingCapacity: true)
        for reading in meant { runThroughMarks(reading, in: store, &scratch) }
        collect(isOnce: meant.count < 2, in: store, &scratch)
    }

    /// Whether the client has the status that is asked for.
    @inline(__always)
    func isWanted(_ number: UInt32) -> Bool {
        switch options.status {
        case .active: tables[0].activities.isActive(number)
        case .inactive: !tables[0].activities.isActive(number)
        case .all: true
        }
    }
}

extension SearchOptions {
    var limitWithin: Int { min(max(limit, 1), Self.limitMax) }

    /// One more than the limit, which says whether there is a next page.
    var keepCount: Int { limitWithin &+ 1 }

    var sortsByName: Bool { sort == .name || sort == .nameDescending }

    /// The cursor, if it is of this order.
    var start: SearchCursor? { after?.sort == sort ? after : nil }
}
