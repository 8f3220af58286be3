import CarnetBytes

/// Going through the clients of one word in the order of their activity and no further than the
/// page: for words that thousands have.
extension Search {
    /// Whether one word decides, and the order is that of its posting lists.
    var canMerge: Bool {
        terms.count == 1 && terms[0].isWord && !countsTypos && !options.sortsByName
            && options.status != .inactive && terms[0].weight > Self.mergeWeightMin
    }

    /// Offers the first that match to `scratch.top`, and counts up to one more than is told.
    mutating func runThroughMerge(_ scratch: inout IndexScratch) {
        countSome(&scratch.search)
        scratch.search.top.begin(keeping: options.keepCount)
        let term = terms[0]
        if options.sort == .recent {
            let all = term.exact == 0 ? term.prefixes : term.prefixes + [term.exact]
            merge(all, .prefix, &scratch.search)
            return
        }
        let start = options.start?.rank.match ?? .exact
        if start == .exact, term.exact != 0 { merge([term.exact], .exact, &scratch.search) }
        guard start != .typo, scratch.search.top.count < options.keepCount else { return }
        merge(term.prefixes, .prefix, &scratch.search)
    }

    /// Counts the clients of the word, each once, until they are more than is told.
    private mutating func countSome(_ scratch: inout SearchScratch) {
        let term = terms[0]
        var isMore = term.exact != 0 && countSome(term.exact, &scratch)
        for token in term.prefixes where !isMore { isMore = countSome(token, &scratch) }
        total = scratch.touched.count
        scratch.clean()
    }

    /// Counts the clients of one token. True once there are more than is told.
    private func countSome(_ token: UInt32, _ scratch: inout SearchScratch) -> Bool {
        !tables.names.pool.visit(tables.names.clients(of: token)) { number in
            guard scratch.marks[Int(number)] == 0, isWanted(number) else { return true }
            scratch.marks[Int(number)] = 1
            scratch.touched.append(number)
            return scratch.touched.count <= SearchResult.totalMax
        }
    }

    /// Offers the clients of these tokens that are wanted, the most recently active first, until
    /// the page is full. `match` is that of a token which is not the word itself.
    private func merge(_ tokens: [UInt32], _ match: MatchClass, _ scratch: inout SearchScratch) {
        let pool = tables.names.pool
        let activities = tables.activities
        scratch.merge.begin()
        for token in tokens {
            let list = tables.names.clients(of: token)
            scratch.merge.add(list, count: startCount(list, match), pool, activities)
        }
        scratch.merge.heapify()
        let exact = terms[0].exact
        while scratch.top.count < options.keepCount,
            let number = scratch.merge.next(pool, activities)
        {
            guard isWanted(number) else { continue }
            let activity = activities[number]
            var found = match
            if match == .prefix, exact != 0,
                pool.contains(number, activity, in: tables.names.clients(of: exact), activities)
            {
                guard options.sort == .recent else { continue }
                found = .exact
            }
            scratch.top.offer(
                SearchRank(number, found, activity: activity, sort: options.sort)
            )
        }
    }

    /// How many numbers of a list come after the cursor.
    private func startCount(_ list: PostingList, _ match: MatchClass) -> Int {
        guard let start = options.start else { return Int(list.count) }
        let isRecent = options.sort == .recent
        guard isRecent || start.rank.match == match else { return Int(list.count) }
        let activity = ~(isRecent ? start.rank.first : start.rank.second)
        return tables.names.pool.rank(
            activity,
            start.rank.number,
            in: list,
            tables.activities
        )
    }
}
