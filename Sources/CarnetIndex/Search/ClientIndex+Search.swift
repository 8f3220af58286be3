public import CarnetBytes
import CarnetModel

extension ClientIndex {
    /// Finds clients by what was typed: words of their names in any order and unfinished, with
    /// typos where hits are few; ends of phones of four digits and more; either part of an e-mail.
    ///
    /// Work is bounded by the clients of the words that are asked for, about 2 ns each: one word
    /// that thousands have costs no more than its page, and a later page no more than the first. By
    /// name, the 2,048 hits are ordered that come first by relevance; and at most 4,096 records
    /// are read to tell e-mails that begin with the same twelve characters, or phones that share four
    /// digits, apart. What is left out for that, `more` says.
    public func search(
        _ text: RawSpan,
        _ options: SearchOptions,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) -> SearchResult {
        let query = SearchText.query(
            of: text,
            tolerance: options.typos.editCountMax,
            &scratch.words.folded
        )
        guard !query.readings.isEmpty else { return SearchResult() }
        guard !tables.isEmpty else {
            return scan(query, options, in: store, scratch: &scratch)
        }
        scratch.search.begin(numberMax: UInt32(tables[0].activities.numberMax))
        var search = Search(query, options, in: tables)
        search.resolve()
        if options.breadthAtOnce > .strict { search.widen(to: options.breadthAtOnce) }
        search.run(in: store, &scratch)
        while let next = options.breadth(
            after: search.breadth,
            query,
            total: search.total,
            scratch.search.top
        ) {
            if next == .guesses, !search.hasGuesses() {
                search.pass(to: next)
                continue
            }
            scratch.search.begin(numberMax: UInt32(tables[0].activities.numberMax))
            search.widen(to: next)
            search.run(in: store, &scratch)
        }
        var result = Self.result(
            &scratch.search.top,
            total: search.total,
            isCut: search.isCut,
            options,
            search.breadth
        )
        if tables[0].hasAliases {
            Self.noteAliases(&result, search.query.readings, search.breadth, in: store, &scratch)
        }
        return result
    }

    /// Looks through all records of a small tenant.
    private func scan(
        _ query: SearchQuery,
        _ options: SearchOptions,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) -> SearchResult {
        var query = query
        var breadth = options.breadthAtOnce
        if breadth > .strict { query.prepareForTypos(breadth) }
        var total = scan(query, options, breadth, in: store, &scratch)
        while let next = options.breadth(
            after: breadth,
            query,
            total: total,
            scratch.search.top
        ) {
            breadth = next
            if breadth != .guesses { query.prepareForTypos(breadth) }
            total = scan(query, options, breadth, in: store, &scratch)
        }
        var result = Self.result(
            &scratch.search.top,
            total: total,
            isCut: false,
            options,
            breadth
        )
        let readings = breadth >= .guesses ? query.readings + query.guesses : query.readings
        Self.noteAliases(&result, readings, breadth, in: store, &scratch)
        return result
    }

    private func scan(
        _ query: SearchQuery,
        _ options: SearchOptions,
        _ breadth: SearchBreadth,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) -> Int {
        let readings = breadth >= .guesses ? query.readings + query.guesses : query.readings
        let start = options.start?.rank
        var total = 0
        scratch.search.top.begin(keeping: options.keepCount)
        var text = ByteWriter(capacity: 256)
        for number in 0..<store.numberMax {
            guard let record = store.record(number &+ 1) else { continue }
            let keys = ClientKeys(ClientRecord(record))
            guard keys.isListed, options.status.includes(isActive: keys.isActive) else { continue }
            scratch.words.read(record, keys)
            let found = RecordMatcher.grade(
                readings,
                record,
                keys,
                &scratch,
                countsTypos: breadth > .strict
            )
            guard let found else { continue }
            total &+= 1
            let rank =
                options.sortsByName
                ? SearchRank(
                    number &+ 1,
                    found.match,
                    name: NameOrder.key(of: record, &text),
                    isDescending: options.sort == .nameDescending
                )
                : SearchRank(
                    number &+ 1,
                    found,
                    activity: activity(number &+ 1, keys),
                    sort: options.sort
                )
            if let start, !start.precedes(rank) { continue }
            scratch.search.top.offer(rank)
        }
        return total
    }

    /// Notes which hits of a page came by an alias: those who match worse, or not at all, without
    /// theirs. Some microseconds for each who has any.
    private static func noteAliases(
        _ result: inout SearchResult,
        _ readings: [[SearchTerm]],
        _ breadth: SearchBreadth,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        for index in result.hits.indices {
            guard let record = store.record(result.hits[index].number) else { continue }
            let keys = ClientKeys(ClientRecord(record))
            guard !keys.aliases.isEmpty else { continue }
            let all = grade(readings, record, keys, breadth, &scratch)
            let now = grade(readings, record, keys.withoutAliases, breadth, &scratch)
            guard let all else { continue }
            result.hits[index].isByAlias = now.map { all < $0 } ?? true
        }
    }

    private static func grade(
        _ readings: [[SearchTerm]],
        _ record: RawSpan,
        _ keys: ClientKeys,
        _ breadth: SearchBreadth,
        _ scratch: inout IndexScratch
    ) -> MatchGrade? {
        scratch.words.read(record, keys)
        return RecordMatcher.grade(
            readings,
            record,
            keys,
            &scratch,
            countsTypos: breadth > .strict
        )
    }

    /// The page that was kept, without the one hit that only says that there is more.
    private static func result(
        _ top: inout TopRanks,
        total: Int,
        isCut: Bool,
        _ options: SearchOptions,
        _ breadth: SearchBreadth
    ) -> SearchResult {
        var ranks = top.ordered()
        var result = SearchResult()
        if ranks.count > options.limitWithin {
            ranks.removeLast(ranks.count &- options.limitWithin)
            result.cursor = ranks.last.map {
                SearchCursor(sort: options.sort, breadth: breadth, rank: $0)
            }
        }
        result.hits = ranks.map { SearchHit(number: $0.number, match: $0.match) }
        result.total = min(total, SearchResult.totalMax)
        result.more = isCut || total > SearchResult.totalMax
        return result
    }
}

extension SearchOptions {
    /// How far is looked from the first.
    var breadthAtOnce: SearchBreadth {
        if typos == .none { return .strict }
        if let start { return start.breadth }
        return typos == .automatic ? .strict : .typos
    }

    /// How far is looked next, where that may find more and so few were found. `top` is the page so
    /// far.
    func breadth(
        after breadth: SearchBreadth,
        _ query: SearchQuery,
        total: Int,
        _ top: borrowing TopRanks
    ) -> SearchBreadth? {
        guard typos != .none, start == nil else { return nil }
        return SearchBreadth.allCases.first { next in
            guard next > breadth, query.canWiden(to: next) else { return false }
            return switch next {
            case .typos: total < limitWithin || !isSettled(top)
            case .loose: total == 0
            default: total < limitWithin
            }
        }
    }

    /// Whether nobody whose word has two typos would come onto this page.
    private func isSettled(_ top: borrowing TopRanks) -> Bool {
        sort != .relevance || top.count(before: .typos(2, isWhole: true)) >= limitWithin
    }
}

extension SearchStatus {
    func includes(isActive: Bool) -> Bool {
        switch self {
        case .active: isActive
        case .inactive: !isActive
        case .all: true
        }
    }
}
