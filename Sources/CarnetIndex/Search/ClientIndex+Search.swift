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
        guard let tables = tables.first else {
            return scan(query, options, in: store, scratch: &scratch)
        }
        scratch.search.begin(numberMax: UInt32(tables.activities.numberMax))
        var search = Search(query, options, in: tables)
        search.resolve()
        if query.canWiden, options.countsTyposAtOnce { search.widen() }
        search.run(in: store, &scratch)
        if query.canWiden, !search.countsTypos, options.addsTypos(to: search.total) {
            scratch.search.begin(numberMax: UInt32(tables.activities.numberMax))
            search.widen()
            search.run(in: store, &scratch)
        }
        return Self.result(
            &scratch.search.top,
            total: search.total,
            isCut: search.isCut,
            options,
            countsTypos: search.countsTypos
        )
    }

    /// Looks through all records of a small tenant.
    private func scan(
        _ query: SearchQuery,
        _ options: SearchOptions,
        in store: RecordStore,
        scratch: inout IndexScratch
    ) -> SearchResult {
        var countsTypos = query.canWiden && options.countsTyposAtOnce
        var total = scan(query, options, countsTypos: countsTypos, in: store, &scratch)
        if query.canWiden, !countsTypos, options.addsTypos(to: total) {
            countsTypos = true
            total = scan(query, options, countsTypos: true, in: store, &scratch)
        }
        return Self.result(
            &scratch.search.top,
            total: total,
            isCut: false,
            options,
            countsTypos: countsTypos
        )
    }

    private func scan(
        _ query: SearchQuery,
        _ options: SearchOptions,
        countsTypos: Bool,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) -> Int {
        let readings = countsTypos ? query.readings + query.wideReadings : query.readings
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
                countsTypos: countsTypos
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
                : SearchRank(number &+ 1, found, activity: keys.activity, sort: options.sort)
            if let start, !start.precedes(rank) { continue }
            scratch.search.top.offer(rank)
        }
        return total
    }

    /// The page that was kept, without the one hit that only says that there is more.
    private static func result(
        _ top: inout TopRanks,
        total: Int,
        isCut: Bool,
        _ options: SearchOptions,
        countsTypos: Bool
    ) -> SearchResult {
        var ranks = top.ordered()
        var result = SearchResult()
        if ranks.count > options.limitWithin {
            ranks.removeLast(ranks.count &- options.limitWithin)
            result.cursor = ranks.last.map {
                SearchCursor(sort: options.sort, countsTypos: countsTypos, rank: $0)
            }
        }
        result.hits = ranks.map { SearchHit(number: $0.number, match: $0.match) }
        result.total = min(total, SearchResult.totalMax)
        result.more = isCut || total > SearchResult.totalMax
        return result
    }
}

extension SearchOptions {
    /// Whether typos count from the first look on.
    var countsTyposAtOnce: Bool {
        if typos == .none { return false }
        if let start { return start.countsTypos }
        return typos != .automatic
    }

    /// Whether so few exact and prefix hits are to be joined by those with typos.
    func addsTypos(to total: Int) -> Bool {
        typos == .automatic && start == nil && total < limitWithin
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
