/// Two clients' numbers, whichever way round they were named.
struct PairKey: Hashable, Sendable {
    let low: UInt32
    let high: UInt32

    init(_ one: UInt32, _ other: UInt32) {
        low = min(one, other)
        high = max(one, other)
    }
}

/// Two clients who may be one person, as the server answers them.
struct DuplicatePair: Hashable, Sendable {
    /// A line of the reasons.
    struct Reason: Hashable, Sendable {
        /// A field's word, or `prior`, `order`, `household`.
        let field: String
        /// How the two values stand to each other, where that is said.
        let level: String?
        /// Thousandths of a bit.
        let bits: Int32
    }

    let a: UInt32
    let b: UInt32
    /// Thousandths of a bit: the sum of the reasons'.
    let score: Int32
    /// Whether two of one household, or who share a contact, are the likeliest reading.
    let isLikelyRelative: Bool
    let reasons: [Reason]

    var key: PairKey { PairKey(a, b) }

    init(a: UInt32, b: UInt32, score: Int32, isLikelyRelative: Bool, reasons: [Reason]) {
        self.a = a
        self.b = b
        self.score = score
        self.isLikelyRelative = isLikelyRelative
        self.reasons = reasons
    }

    /// A pair of CLIENT.DUPLICATES or the reply of CLIENT.COMPARE; nil for anything else.
    init?(_ reply: JSONValue) {
        guard let a = reply.number("a"), let b = reply.number("b"),
            let score = reply["score"]?.thousandths
        else { return nil }
        self.init(
            a: a,
            b: b,
            score: score,
            isLikelyRelative: reply["relative"]?.isYes ?? false,
            reasons: (reply["reasons"]?.elements ?? []).compactMap { Self.reason($0) }
        )
    }

    private static func reason(_ line: JSONValue) -> Reason? {
        guard let field = line["field"]?.string, let bits = line["bits"]?.thousandths else {
            return nil
        }
        return Reason(field: field, level: line["level"]?.string, bits: bits)
    }
}

extension JSONValue {
    /// A client's number under `name`.
    func number(_ name: String) -> UInt32? {
        self[name]?.integer.flatMap { UInt32(exactly: $0) }
    }

    /// Whether this is a yes, in RESP2's words or in RESP3's.
    var isYes: Bool { self == .boolean(true) || integer == 1 }

    /// A number of bits in thousandths of one.
    fileprivate var thousandths: Int32? {
        double.flatMap { Int32(exactly: ($0 * 1_000).rounded()) }
    }
}
