/// Which pairs a person still has to look at, and what was decided: the pure part of a review.
///
/// Pairs come in rounds. A round is the server's ranked list from its beginning to its end; merging
/// makes further pairs, which the next round brings. A pair is shown once, unless its decision is
/// taken back.
struct ReviewQueue: Sendable {
    enum Decision: Hashable, Sendable {
        case merged(PairKey, merge: UInt32)
        case distinct(PairKey)

        var pair: PairKey {
            switch self {
            case .merged(let pair, _), .distinct(let pair): pair
            }
        }
    }

    private var waiting: [PairKey] = []
    /// What was decided or skipped.
    private var settled: Set<PairKey> = []
    private var skipped: Set<PairKey> = []
    /// What can be taken back, the last one last.
    private(set) var decisions: [Decision] = []
    private var standing: [Decision] = []
    /// How many pairs had gone when their turn came.
    private(set) var goneCount = 0
    private var hasShownInRound = false

    var mergedCount: Int {
        (decisions + standing).count { if case .merged = $0 { true } else { false } }
    }
    var distinctCount: Int { decisions.count + standing.count - mergedCount }
    var skippedCount: Int { skipped.count }
    var settledCount: Int { settled.count }

    /// Whether a round that has come to its end should be followed by another one: one that showed
    /// nothing would only repeat itself.
    var wantsAnotherRound: Bool { hasShownInRound }

    mutating func beginRound() { hasShownInRound = false }

    /// Takes pairs over, in their order, but for those that are settled or wait already.
    mutating func add(_ pairs: [PairKey]) {
        let known = Set(waiting)
        waiting += pairs.filter { !settled.contains($0) && !known.contains($0) }
    }

    /// The pair to look at next; it leaves the queue.
    mutating func next() -> PairKey? { waiting.isEmpty ? nil : waiting.removeFirst() }

    mutating func show() { hasShownInRound = true }

    mutating func decide(_ decision: Decision) {
        settled.insert(decision.pair)
        decisions.append(decision)
    }

    mutating func skip(_ pair: PairKey) {
        settled.insert(pair)
        skipped.insert(pair)
    }

    /// The pair is no longer proposed. It may be again in a later round.
    mutating func leaveOut() { goneCount += 1 }

    /// The last decision was taken back: its pair is the next one, before `current`.
    mutating func takeBack(before current: PairKey?) {
        guard let decision = decisions.popLast() else { return }
        settled.remove(decision.pair)
        if let current { waiting.insert(current, at: 0) }
        waiting.insert(decision.pair, at: 0)
    }

    /// The last decision can't be taken back: it counts, and the one before is the last.
    mutating func letLastStand() {
        if let decision = decisions.popLast() { standing.append(decision) }
    }

    /// How many of these pairs are neither decided nor skipped.
    func openCount(of pairs: [PairKey]) -> Int { pairs.count { !settled.contains($0) } }
}
