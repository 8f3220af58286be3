/// What a search notes while it runs. Clean between searches: all marks are 0.
struct SearchScratch: Sendable {
    /// How far each client has come: the step in the upper six bits, below it the grade so far.
    var marks: [UInt16] = []
    /// The clients whose marks are not 0.
    var touched: [UInt32] = []
    /// Those found by one of several readings, with what it gave them.
    var found: [FoundClient] = []
    /// Clients of one term that are not found by tokens.
    var others = NumberTiers()
    var top = TopRanks()
    var merge = PostingMerge()
    /// How many records this search may still read.
    var recordsLeft = 0

    /// How many records one search reads at most, when it has to look into those of many clients.
    static let recordCountMax = 4_096
    /// How many hits are put in the order of their names at most.
    static let namedCountMax = 2_048

    init() {}

    mutating func begin(numberMax: UInt32) {
        if marks.count <= Int(numberMax) {
            marks = [UInt16](repeating: 0, count: Int(numberMax) &+ 1 &+ Int(numberMax) / 4)
        }
        recordsLeft = Self.recordCountMax
    }

    /// Forgets the marks. O(touched).
    mutating func clean() {
        for number in touched { marks[Int(number)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }
}

/// A client that one reading found.
struct FoundClient: Sendable {
    let number: UInt32
    let grade: MatchGrade
}

/// Clients by how well they match one term, the best tier first once sorted.
struct NumberTiers: Sendable {
    private(set) var tiers: [(grade: MatchGrade, numbers: [UInt32])] = []

    init() {}

    mutating func removeAll() { tiers.removeAll(keepingCapacity: true) }

    mutating func add(_ number: UInt32, _ grade: MatchGrade) {
        for index in tiers.indices where tiers[index].grade == grade {
            tiers[index].numbers.append(number)
            return
        }
        tiers.append((grade, [number]))
    }

    mutating func sort() {
        if tiers.count > 1 { tiers.sort { $0.grade < $1.grade } }
    }
}
