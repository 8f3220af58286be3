/// A group of records that are one person.
public struct MatchCluster: Hashable, Sendable {
    /// Groups of more members are shown to a person before anything is merged.
    public static let memberCountMax = 8

    public struct Link: Hashable, Sendable {
        public let a: UInt32
        public let b: UInt32
        /// Thousandths of a bit.
        public let score: Int32
    }

    /// By rising number; two at least.
    public let members: [UInt32]
    /// Of the links that hold the group together (a spanning tree of the strongest), the weakest.
    public let weakest: Link
    /// Whether the group is so large that a person should look at it.
    public var needsLook: Bool { members.count > Self.memberCountMax }
}

/// Joins pairs into groups that do not chain through weak links: edges are taken from the
/// strongest down, and two groups join only if the mean weight of *all* pairs between them is
/// above 0. One pair that was declared distinct keeps its groups apart for good.
///
/// What a pair weighs is its score and, unless two of one household are the likelier reading, a
/// few bits: a score holds how rarely any two records are one person, and the link between the
/// groups has met that already. Two entries of one person that have little in common, since the
/// phone changed and the e-mail was left out, are then no objection; husband and wife are.
public struct MatchClusters: Sendable {
    /// No single pair weighs more than this in a mean, either way; thousandths of a bit.
    public static let weightMax: Int32 = 12_000
    /// What a pair weighs above its score. Of the labelled lists 2 to 6 bits are better than none on
    /// each, 3 on most.
    private static let linkedBits: Int32 = 3_000

    private var edges: [MatchCluster.Link] = []
    private var weights: [UInt64: Int32] = [:]
    private var distinct: Set<UInt64> = []

    public init() {}

    @inline(__always)
    private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 {
        UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }

    /// What a pair of that score counts where groups may join.
    public static func weight(_ score: Int32, isLikelyRelative: Bool) -> Int32 {
        min(max(isLikelyRelative ? score : score &+ linkedBits, -weightMax), weightMax)
    }

    /// Adds a scored pair. Those below 0 join nothing; they only spare computing them again.
    public mutating func add(
        _ a: UInt32,
        _ b: UInt32,
        _ score: Int32,
        isLikelyRelative: Bool = false
    ) {
        weights[Self.key(a, b)] = Self.weight(score, isLikelyRelative: isLikelyRelative)
        if score >= 0 { edges.append(MatchCluster.Link(a: min(a, b), b: max(a, b), score: score)) }
    }

    /// Keeps two records apart, whatever they share.
    public mutating func keepApart(_ a: UInt32, _ b: UInt32) { distinct.insert(Self.key(a, b)) }

    /// The groups, by rising first member. `weight` answers the weight of a pair that was not
    /// added. O(edges · log edges), and each pair of records in groups that may join once.
    public func clusters(weight: (UInt32, UInt32) -> Int32) -> [MatchCluster] {
        var groups: [[UInt32]] = []
        var weakest: [MatchCluster.Link] = []
        var groupOf: [UInt32: Int] = [:]
        func group(_ member: UInt32) -> Int {
            if let index = groupOf[member] { return index }
            groups.append([member])
            weakest.append(MatchCluster.Link(a: member, b: member, score: .max))
            groupOf[member] = groups.count - 1
            return groups.count - 1
        }
        let ordered = edges.sorted { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) }
        for edge in ordered {
            let (one, other) = (group(edge.a), group(edge.b))
            guard one != other, mayJoin(groups[one], groups[other], weight) else { continue }
            let (large, small) =
                groups[one].count >= groups[other].count ? (one, other) : (other, one)
            for member in groups[small] { groupOf[member] = large }
            groups[large] += groups[small]
            groups[small] = []
            // Edges come from the strongest down: this one is the weakest so far.
            weakest[large] = edge
        }
        return groups.indices.filter { groups[$0].count > 1 }
            .map { MatchCluster(members: groups[$0].sorted(), weakest: weakest[$0]) }
            .sorted { $0.members[0] < $1.members[0] }
    }

    private func mayJoin(
        _ one: [UInt32],
        _ other: [UInt32],
        _ weight: (UInt32, UInt32) -> Int32
    ) -> Bool {
        var sum: Int64 = 0
        for a in one {
            for b in other {
                let key = Self.key(a, b)
                if !distinct.isEmpty && distinct.contains(key) { return false }
                sum += Int64(weights[key] ?? weight(a, b))
            }
        }
        return sum > 0
    }
}
