import CarnetBytes
public import CarnetModel

/// A whole list that is held at once and compared with itself: the rows of a file. Add all rows,
/// call `complete`, then scan.
public struct MatchList: Sendable {
    public private(set) var people: People
    var index: DuplicateIndex
    private let country: CountryCode?
    private var keys: [BlockKey] = []
    private var isComplete = false

    /// A list without rows. `country` reads national phone numbers, `nameOrder` whole names of one
    /// field.
    public init(schema: MatchSchema, country: CountryCode?, nameOrder: WholeNameOrder? = nil) {
        people = People(schema: schema)
        people.nameOrder = nameOrder
        index = DuplicateIndex(schema: schema, seed: 0, weights: MatchWeights(for: schema))
        self.country = country
    }

    public var schema: MatchSchema { people.schema }
    public var count: Int { people.count }
    public var weights: MatchWeights {
        get { index.weights }
        set { index.weights = newValue }
    }

    /// Bytes of the tables in which candidates are found.
    public var indexByteCount: Int { index.byteCount }

    /// Adds a row: the texts of the schema's fields, in its order. Rows are numbered from 0.
    public mutating func add(row: RawSpan, fields: [Range<Int>]) {
        let person = people.add(row: row, fields: fields, country: country)
        index.insert(UInt32(person &+ 1), person, of: people, &keys)
    }

    /// Counts how rare each value is and how many share a contact. O(rows).
    public mutating func complete() {
        var numbers: [UInt32] = []
        var names = DistinctNames()
        for person in 0..<people.count {
            index.fillRarities(of: person, &people)
            for field in schema.values.indices {
                let kind = schema.values[field].kind
                guard kind == .phone || kind == .email,
                    let key = people.contactKey(of: person, field)
                else { continue }
                numbers.removeAll(keepingCapacity: true)
                names.removeAll()
                let most = DuplicateIndex.crowdMemberMax
                let found = index.blocks.numbers(key, most: most, into: &numbers)
                guard found > 2 else { continue }
                for number in numbers { names.add(people.nameSignature(of: Int(number) &- 1)) }
                let crowd = found > most ? found / 2 : names.count
                people.setCrowd(UInt16(clamping: crowd), of: person, field)
            }
        }
        isComplete = true
    }

    /// Compares row `person` with every earlier one that shares a key with it and hands all
    /// outcomes to `body`. Asked for each row it scans the list, each pair once.
    @inline(__always)
    public func scan(
        _ person: Int,
        _ scorer: MatchScorer,
        _ scratch: inout ScanScratch,
        _ body: (Int, PairScore) -> Void
    ) {
        scratch.keys.removeAll(keepingCapacity: true)
        people.appendKeys(of: person, to: &scratch.keys)
        index.collect(
            scratch.keys,
            limit: .max,
            &scratch.numbers,
            &scratch.found
        ) { $0 <= UInt32(person) }
        // They lie all over the memory: a loop that only touches them waits for many at once.
        for packed in scratch.found {
            scratch.touched &+= people.touch(Int(packed >> 16) &- 1)
        }
        for packed in scratch.found {
            let other = Int(packed >> 16) &- 1
            body(other, scorer.score(people, person, other))
        }
    }

    /// Scores any two rows.
    public func score(_ a: Int, _ b: Int, _ scorer: MatchScorer) -> PairScore {
        scorer.score(people, a, b)
    }

    public func makeScorer() -> MatchScorer { index.makeScorer() }

    /// Room for a scan, used again and again.
    public struct ScanScratch: Sendable {
        var keys: [BlockKey] = []
        var numbers: [UInt32] = []
        var found: [UInt64] = []
        /// Means nothing, but keeps the compiler from leaving out what was read for it.
        fileprivate var touched: UInt64 = 0

        public init() {}
    }
}

extension MatchList {
    /// The row of a group to keep: the one of which most is known, the first of several.
    public func keeper(of group: MatchCluster) -> UInt32 {
        group.members.max { people.knownByteCount(Int($0)) < people.knownByteCount(Int($1)) }
            ?? group.members[0]
    }
}

extension People {
    /// How much is known of a person: a byte for each letter of the names, eight for each value.
    public func knownByteCount(_ person: Int) -> Int {
        let name = readings[readingRange(person).lowerBound]
        var known = Int(name.given.byteCount) &+ Int(name.surname.byteCount)
        for index in schema.values.indices where !value(person, index).isMissing { known &+= 8 }
        return known
    }
}
