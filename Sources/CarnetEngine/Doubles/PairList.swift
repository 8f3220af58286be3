/// The ranked pairs of one tenant's whole list, as a scan found them: what pages are cut from.
struct PairList: Sendable {
    /// The most pairs of one list; of more the best are kept.
    static let pairCountMax = 1_000_000

    let scoreMin: Int32
    /// What the tenant had come to when the scan began: changes behind it may not be in it.
    let start: FeedCursor
    /// Best first.
    private(set) var pairs: [ScoredPair]
    /// Whether there were more than are kept.
    private(set) var isCut: Bool

    init(scoreMin: Int32, start: FeedCursor, _ pairs: [ScoredPair], isCut: Bool) {
        self.scoreMin = scoreMin
        self.start = start
        self.pairs = pairs.sorted { ScoredPair.ranks($0, before: $1) }
        self.isCut = isCut
    }

    /// The list with the pairs of some clients found anew.
    func replacing(
        pairsOf numbers: Set<UInt32>,
        with found: [ScoredPair],
        start: FeedCursor
    ) -> PairList {
        let kept = pairs.filter { !numbers.contains($0.a) && !numbers.contains($0.b) }
        return PairList(scoreMin: scoreMin, start: start, kept + found, isCut: isCut)
    }

    /// The place of the first pair behind a cursor. O(log pairs).
    func place(behind cursor: PairCursor?) -> Int {
        guard let cursor else { return 0 }
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if cursor.precedes(pairs[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// How many pairs score so much. O(log pairs).
    func count(scoreMin: Int32) -> Int {
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].score < scoreMin { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Collects the pairs of a scan, never more than twice what a list keeps.
struct PairCollector: Sendable {
    private(set) var pairs: [ScoredPair] = []
    private(set) var isCut = false

    mutating func append(_ pair: ScoredPair) {
        pairs.append(pair)
        guard pairs.count >= 2 * PairList.pairCountMax else { return }
        pairs.sort { ScoredPair.ranks($0, before: $1) }
        pairs.removeLast(pairs.count - PairList.pairCountMax)
        isCut = true
    }
}
