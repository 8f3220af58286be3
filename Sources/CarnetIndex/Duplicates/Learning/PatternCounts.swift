/// How often each outcome was seen among the candidates of a list: all that learning needs, a few
/// thousand entries however long the list is.
public struct PatternCounts: Sendable {
    struct Key: Hashable {
        let pattern: ComparisonPattern
        /// What strangers' frequencies come to, in steps of four bits: pairs that share a rare
        /// value are not thrown together with those that share a frequent one.
        let step: Int16
    }

    struct Entry {
        var count: UInt64 = 0
        /// Sums over the pairs, in thousandths of a bit.
        var stranger: Int64 = 0
        var household: Int64 = 0
    }

    private(set) var entries: [Key: Entry] = [:]
    /// How many pairs were counted.
    public private(set) var pairCount: UInt64 = 0

    public init() {}

    /// Counts one pair. O(1).
    public mutating func add(_ outcome: PairScore) {
        let step = Int16(truncatingIfNeeded: outcome.strangerBits / 4_000)
        let key = Key(pattern: outcome.pattern, step: step)
        entries[key, default: Entry()].count += 1
        entries[key, default: Entry()].stranger += Int64(outcome.strangerBits)
        entries[key, default: Entry()].household += Int64(outcome.householdExtra)
        pairCount += 1
    }

    /// Counts the pairs that another has counted, so many times each: they stand for as many.
    /// O(its patterns).
    public mutating func add(_ other: PatternCounts, times: Int = 1) {
        for (key, entry) in other.entries {
            entries[key, default: Entry()].count += entry.count * UInt64(times)
            entries[key, default: Entry()].stranger += entry.stranger * Int64(times)
            entries[key, default: Entry()].household += entry.household * Int64(times)
        }
        pairCount += other.pairCount * UInt64(times)
    }
}
