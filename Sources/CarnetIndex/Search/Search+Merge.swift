import CarnetBytes
import CarnetModel

/// Going through the clients of one word in the order of their activity and no further than the
/// page: for words that thousands have.
extension Search {
    /// Whether one word decides, and the order is that of its posting lists.
    func canMerge(_ reading: [SearchTerm]) -> Bool {
        reading.count == 1 && reading[0].isWord && !options.sortsByName
            && options.status != .inactive && reading[0].weight > Self.mergeWeightMin
    }

    /// Offers the first that match to `scratch.top`, and counts up to one more than is told. Tier
    /// by tier, so that the page is full before most of them are looked at.
    mutating func runThroughMerge(
        _ term: SearchTerm,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        countSome(term, &scratch.search)
        scratch.search.top.begin(keeping: options.keepCount)
        let tiers = term.tiers.tiers
        if options.sort == .recent {
            let tokens = tiers.count == 1 ? tiers[0].tokens : tiers.flatMap(\.tokens)
            merge(
                tokens,
                nil,
                tiers.count == 1 ? .known : .record,
                term,
                in: store,
                &scratch
            )
            return
        }
        defer { scratch.search.clean() }
        let start = options.start.map { UInt16(truncatingIfNeeded: $0.rank.first) } ?? 0
        for index in tiers.indices where tiers[index].grade.packed >= start {
            guard scratch.search.top.count < options.keepCount else { return }
            let isFirst = index == 0
            merge(
                tiers[index].tokens,
                tiers[index].grade,
                options.start == nil ? .marks : isFirst ? .known : .record,
                term,
                in: store,
                &scratch
            )
        }
    }

    /// Counts the clients of the word, each once, until they are more than is told.
    private mutating func countSome(_ term: SearchTerm, _ scratch: inout SearchScratch) {
        guard !hasMoreThanIsTold(term) else {
            total = SearchResult.totalMax &+ 1
            return
        }
        var isMore = false
        for tier in term.tiers.tiers where !isMore {
            for token in tier.tokens where !isMore { isMore = countSome(token, &scratch) }
        }
        total = scratch.touched.count
        scratch.clean()
    }

    /// A client has at most so many words of kind `whole` in names: a first and a last name, each as it
    /// is and in Latin letters.
    private static let wholeWordCountMax = 4

    /// Whether the tokens themselves say that they have more clients than are told, whoever of them
    /// is inactive: one has, or those of whole names together, by which nobody is found more than
    /// four times. False where counting is needed. O(tokens).
    private func hasMoreThanIsTold(_ term: SearchTerm) -> Bool {
        let unwanted = options.status == .active ? tables[0].activities.inactiveCount : 0
        let told = SearchResult.totalMax &+ unwanted
        guard term.weight > told else { return false }
        // Else a token may stand in several tiers.
        let isOnce = breadth == .strict && term.forms.isEmpty && term.name == nil
        var wholeCount = 0
        for tier in term.tiers.tiers {
            for token in tier.tokens {
                let count = Int(tables[0].names.clients(of: token).count)
                if count > told { return true }
                if tables[0].names.kind(of: token) == .whole { wholeCount &+= count }
            }
        }
        return isOnce && wholeCount > told &* Self.wholeWordCountMax
    }

    /// Counts the clients of one token. True once there are more than is told.
    private func countSome(_ token: UInt32, _ scratch: inout SearchScratch) -> Bool {
        !tables[0].names.pool.visit(tables[0].names.clients(of: token)) { number in
            guard scratch.marks[Int(number)] == 0, isWanted(number) else { return true }
            scratch.marks[Int(number)] = 1
            scratch.touched.append(number)
            return scratch.touched.count <= SearchResult.totalMax
        }
    }

    /// What says whether a client stands in a better tier as well, where it has been offered.
    private enum Witness {
        /// There is none.
        case known
        /// Everybody in the better tiers was seen in this search, and marked.
        case marks
        case record
    }

    /// Offers the clients of these tokens that are wanted, the most recently active first, until
    /// the page is full. `tier` is what they match by; nil where the order is by activity alone.
    private func merge(
        _ tokens: [UInt32],
        _ tier: MatchGrade?,
        _ witness: Witness,
        _ term: SearchTerm,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) {
        let pool = tables[0].names.pool
        let activities = tables[0].activities
        scratch.search.merge.begin()
        for token in tokens {
            let list = tables[0].names.clients(of: token)
            scratch.search.merge.add(list, count: startCount(list, tier), pool, activities)
        }
        scratch.search.merge.heapify()
        while scratch.search.top.count < options.keepCount,
            let number = scratch.search.merge.next(pool, activities)
        {
            guard isWanted(number) else { continue }
            var grade = tier ?? term.tiers.tiers[0].grade
            switch witness {
            case .known: break
            case .marks:
                guard scratch.search.marks[Int(number)] == 0 else { continue }
                scratch.search.marks[Int(number)] = 1
                scratch.search.touched.append(number)
            case .record:
                guard let best = self.grade(number, term, in: store, &scratch),
                    tier == nil || best == tier
                else { continue }
                grade = best
            }
            scratch.search.top.offer(
                SearchRank(
                    number,
                    grade,
                    activity: activities[number],
                    sort: options.sort
                )
            )
        }
    }

    private func grade(
        _ number: UInt32,
        _ term: SearchTerm,
        in store: RecordStore,
        _ scratch: inout IndexScratch
    ) -> MatchGrade? {
        guard let record = store.record(number) else { return nil }
        let keys = ClientKeys(ClientRecord(record))
        scratch.words.read(record, keys)
        return RecordMatcher.grade(term, record, keys, &scratch, countsTypos: breadth > .strict)
    }

    /// How many numbers of a list come after the cursor.
    private func startCount(_ list: PostingList, _ tier: MatchGrade?) -> Int {
        guard let start = options.start else { return Int(list.count) }
        if let tier, start.rank.first != UInt64(tier.packed) { return Int(list.count) }
        return tables[0].names.pool.rank(
            ~(tier == nil ? start.rank.first : start.rank.second),
            start.rank.number,
            in: list,
            tables[0].activities
        )
    }
}
