/// Where a hit stands in the order that was asked for: three words and the number, the smaller
/// first. What the words are depends on the sort:
///
/// | sort | first | second | third |
/// | --- | --- | --- | --- |
/// | relevance | grade: class and cost | activity, complemented | 0 |
/// | recent | activity, complemented | 0 | 0 |
/// | name | 24 bytes of the folded name, big-endian | | |
/// | -name | the same, complemented | | |
struct SearchRank: Hashable, Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var number: UInt32
    var match: MatchClass

    /// The rank in an order by match or by activity alone.
    init(_ number: UInt32, _ grade: MatchGrade, activity: UInt64, sort: SearchSort) {
        self.number = number
        match = grade.match
        if sort == .recent {
            first = ~activity
        } else {
            first = UInt64(grade.packed)
            second = ~activity
        }
    }

    /// The rank among those who share a key: active clients first, those who have it now before
    /// those who had it, then by activity.
    init(_ number: UInt32, isActive: Bool, isFormer: Bool, activity: UInt64) {
        self.number = number
        match = .exact
        first = (isActive ? 0 : 2) | (isFormer ? 1 : 0)
        second = ~activity
    }

    /// The rank in an order by name.
    init(_ number: UInt32, _ match: MatchClass, name: NameKey, isDescending: Bool) {
        self.number = number
        self.match = match
        first = isDescending ? ~name.first : name.first
        second = isDescending ? ~name.second : name.second
        third = isDescending ? ~name.third : name.third
    }

    /// Whether this one stands before another. Each number stands once in a result.
    @inline(__always)
    func precedes(_ other: SearchRank) -> Bool {
        if first != other.first { return first < other.first }
        if second != other.second { return second < other.second }
        if third != other.third { return third < other.third }
        return number < other.number
    }
}

/// The first 24 bytes of a client's folded name, the last name first: what names are ordered by.
struct NameKey: Hashable, Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
}

/// The first so many of the ranks that are offered, in a heap whose top is the last of them.
struct TopRanks: Sendable {
    private var heap: [SearchRank] = []
    private var countMax = 0

    init() {}

    var count: Int { heap.count }

    mutating func begin(keeping count: Int) {
        heap.removeAll(keepingCapacity: true)
        countMax = count
    }

    /// Keeps `rank` if it is among the first. O(log kept), O(1) where it is not.
    mutating func offer(_ rank: SearchRank) {
        if heap.count < countMax {
            heap.append(rank)
            rise(heap.count &- 1)
        } else if countMax > 0, rank.precedes(heap[0]) {
            heap[0] = rank
            sink()
        }
    }

    /// How many match better than so, in the order of relevance. O(kept).
    func count(before grade: MatchGrade) -> Int {
        let first = UInt64(grade.packed)
        return heap.count { $0.first < first }
    }

    /// The ranks that were kept, in order; they are kept no longer.
    mutating func ordered() -> [SearchRank] {
        defer { heap.removeAll(keepingCapacity: true) }
        return heap.sorted { $0.precedes($1) }
    }

    private mutating func rise(_ start: Int) {
        var index = start
        while index > 0 {
            let parent = (index &- 1) / 2
            guard heap[parent].precedes(heap[index]) else { return }
            heap.swapAt(parent, index)
            index = parent
        }
    }

    private mutating func sink() {
        var index = 0
        while true {
            var child = 2 &* index &+ 1
            guard child < heap.count else { return }
            if child &+ 1 < heap.count, heap[child].precedes(heap[child &+ 1]) { child &+= 1 }
            guard heap[index].precedes(heap[child]) else { return }
            heap.swapAt(index, child)
            index = child
        }
    }
}
