import CarnetIndex

/// Joins proposed pairs into groups that do not chain through weak links (``MatchClusters``).
///
/// Whether two groups join is decided by all pairs between them, also those that were not proposed:
/// `step` names the ones that it would have to know, and `learn` takes what the server says of
/// them. A pair that somebody declared distinct, or waved aside, never comes to stand in one group.
struct PairGroups {
    private var clusters = MatchClusters()
    private var learnt: [PairKey: Int32] = [:]
    /// How many pairs were proposed.
    private(set) var pairCount = 0

    mutating func add(_ pair: DuplicatePair) {
        clusters.add(pair.a, pair.b, pair.score, isLikelyRelative: pair.isLikelyRelative)
        pairCount += 1
    }

    /// Takes a pair whose score was missing; nil of one that must stay apart.
    mutating func learn(_ key: PairKey, _ pair: DuplicatePair?) {
        guard let pair else {
            learnt[key] = -MatchClusters.weightMax
            clusters.keepApart(key.low, key.high)
            return
        }
        learnt[key] = MatchClusters.weight(pair.score, isLikelyRelative: pair.isLikelyRelative)
    }

    /// The groups by what is known, the surest first, and the pairs that could change them. Each
    /// round of asking adds a pair at least, so there is an end to it.
    func step() -> (groups: [MatchCluster], missing: [PairKey]) {
        var missing: Set<PairKey> = []
        let groups = clusters.clusters { a, b in
            let key = PairKey(a, b)
            if let weight = learnt[key] { return weight }
            missing.insert(key)
            // Strangers until the server says otherwise.
            return -MatchClusters.weightMax
        }
        return (
            groups.sorted {
                ($1.weakest.score, $0.members[0]) < ($0.weakest.score, $1.members[0])
            },
            missing.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
        )
    }
}
