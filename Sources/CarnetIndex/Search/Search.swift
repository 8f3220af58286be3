import CarnetBytes
import CarnetModel

/// One search in the tables of one tenant: finds out which tokens each term means, chooses how to
/// go through their clients, and keeps the first of them.
struct Search {
    let tables: IndexTables
    let options: SearchOptions
    /// Whether typos count in what is being looked for now.
    var countsTypos: Bool
    var terms: [SearchTerm]
    /// How many match, as far as was counted.
    var total = 0
    /// Whether records were left unread that might match.
    var isCut = false

    /// A word with more clients than this is not gone through in full to find the first of them.
    static let mergeWeightMin = 1_024

    init(_ terms: [SearchTerm], _ options: SearchOptions, in tables: IndexTables) {
        self.terms = terms
        self.options = options
        self.tables = tables
        countsTypos = false
    }

    /// Forgets what was counted, to look again with typos.
    mutating func restart() {
        total = 0
        isCut = false
    }

    // MARK: - What terms mean

    /// Finds the tokens that are or begin with each term's word.
    mutating func resolve() {
        for index in terms.indices {
            resolveWord(&terms[index])
            if !terms[index].local.isEmpty {
                let local = terms[index].local
                let keys = LocalPart.keys(beginningWith: local.rawBytes)
                terms[index].weight &+= tables.locals.estimatedCount(in: keys)
            }
            // About as many phones end in the same four digits as chance has it.
            if !terms[index].ends.isEmpty {
                terms[index].weight &+= tables.phones.count / 5_000 &+ 1
            }
        }
    }

    private func resolveWord(_ term: inout SearchTerm) {
        guard !term.word.isEmpty else { return }
        let bytes = term.word
        let word = bytes.rawBytes
        let exact = tables.names.find(word) ?? 0
        var weight = exact == 0 ? 0 : Int(tables.names.clients(of: exact).count)
        var prefixes: [UInt32] = []
        tables.names.visitTokens(beginningWith: word) { token in
            if token != exact {
                prefixes.append(token)
                weight &+= Int(tables.names.clients(of: token).count)
            }
            return true
        }
        term.exact = exact
        term.prefixes = prefixes
        term.weight &+= weight
    }

    /// Finds the tokens that lie near each term's word.
    mutating func resolveTypos() {
        countsTypos = true
        for index in terms.indices where terms[index].isTypable {
            var walk = TypoWalk(terms[index].pattern)
            walk.appendTokens(of: tables.names, to: &terms[index].nears)
            for token in terms[index].nears {
                terms[index].weight &+= Int(tables.names.clients(of: token).count)
            }
        }
    }

    /// Whether the client has the status that is asked for.
    @inline(__always)
    func isWanted(_ number: UInt32) -> Bool {
        switch options.status {
        case .active: tables.activities.isActive(number)
        case .inactive: !tables.activities.isActive(number)
        case .all: true
        }
    }
}

extension SearchTerm {
    /// Whether typos may be forgiven in it: a word of a name, not too short.
    var isTypable: Bool {
        pattern.editCountMax > 0 && !word.isEmpty && word[0] != TokenIndex.domainMark
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
