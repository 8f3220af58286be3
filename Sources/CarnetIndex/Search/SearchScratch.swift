/// What a search notes while it runs. Clean between searches: all marks are 0.
struct SearchScratch: Sendable {
    /// How far each client has come: the step in the upper six bits, the worst match so far in the
    /// lower two.
    var marks: [UInt8] = []
    /// The clients whose marks are not 0.
    var touched: [UInt32] = []
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
            marks = [UInt8](repeating: 0, count: Int(numberMax) &+ 1 &+ Int(numberMax) / 4)
        }
        recordsLeft = Self.recordCountMax
    }

    /// Forgets the marks. O(touched).
    mutating func clean() {
        for number in touched { marks[Int(number)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }
}
