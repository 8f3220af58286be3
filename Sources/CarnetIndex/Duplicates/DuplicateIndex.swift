/// Where the doubles of one tenant's clients are looked for: the blocking table with every
/// client's keys, how often each value stands in this venue, and the weights.
///
/// How the parts of this folder hang together, top down:
/// - ``MatchSchema`` says which fields there are and of what kind; `.clients` is one such list,
///   the columns of a CSV file another.
/// - ``People`` holds comparison records: texts normalised once, compact, in one arena.
/// - ``BlockKey`` are the 64-bit keys under which a person is found; ``BlockTable`` finds numbers
///   by them, ``ValueCounts`` counts values. Both grow a segment at a time.
/// - A ``ComparisonPattern`` holds what two people come to: one level for each field.
/// - ``MatchWeights`` says what each level is worth for the same person, for one household and for
///   strangers; ``MatchScorer`` adds that up, in thousandths of a bit, the same on every machine.
/// - ``WeightLearning`` estimates a venue's own weights from counted patterns, without labels.
/// - ``MatchClusters`` joins scored pairs into groups that do not chain through weak links.
///
/// Upkeep: who changes a client calls `remove` with the old record and `insert` with the new one.
/// Only active clients are to be in it. A value: it is never a source of truth, and made from the
/// records alone by inserting each. Insertion O(keys), at most ``BlockKey/countMax`` keys.
public struct DuplicateIndex: Sendable {
    /// The weights that scores are made with; set when a tenant has learnt its own.
    public var weights: MatchWeights
    let schema: MatchSchema
    var blocks: BlockTable
    var counts = ValueCounts()
    /// What was read ahead of a change; it says nothing, but is not to be left out.
    var warmed: UInt64 = 0
    /// How many clients are in it.
    public internal(set) var count = 0

    /// An index of no clients. `seed` decides where keys fall; random for each process, so that
    /// nobody can foresee it.
    public init(seed: UInt64, weights: MatchWeights = .standard) {
        self.init(schema: .clients, seed: seed, weights: weights)
    }

    /// An index of no records of any schema.
    init(schema: MatchSchema, seed: UInt64, weights: MatchWeights) {
        self.schema = schema
        self.weights = weights
        blocks = BlockTable(seed: seed)
    }

    /// Bytes that the tables take.
    public var byteCount: Int { blocks.byteCount &+ counts.byteCount }
}
