import CarnetBytes

/// Where a page of ranked pairs ended: the last pair's score and numbers, so that the next page goes
/// on behind it whatever has changed meanwhile. As text `score:a:b`, the score in thousandths.
public struct PairCursor: Hashable, Sendable {
    let score: Int32
    let a: UInt32
    let b: UInt32

    init(score: Int32, a: UInt32, b: UInt32) {
        self.score = score
        self.a = a
        self.b = b
    }

    /// Reads what `text` wrote. Nil for anything else.
    public init?(_ text: RawSpan) {
        guard text.byteCount <= 40 else { return nil }
        let parts = text.text().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let score = Int32(parts[0]), let a = UInt32(parts[1]),
            let b = UInt32(parts[2])
        else { return nil }
        self.init(score: score, a: a, b: b)
    }

    public var text: String { "\(score):\(a):\(b)" }

    /// Whether a pair comes behind it: of a lower score, or of the same and higher numbers.
    func precedes(_ pair: ScoredPair) -> Bool {
        (pair.score, a, b) < (score, pair.a, pair.b)
    }
}

/// A pair of a ranked list: `a` is the lower number.
struct ScoredPair: Hashable, Sendable {
    let score: Int32
    let a: UInt32
    let b: UInt32

    init(_ one: UInt32, _ other: UInt32, score: Int32) {
        self.score = score
        a = min(one, other)
        b = max(one, other)
    }

    /// The order of a ranked list.
    static func ranks(_ one: ScoredPair, before other: ScoredPair) -> Bool {
        (other.score, one.a, one.b) < (one.score, other.a, other.b)
    }
}
