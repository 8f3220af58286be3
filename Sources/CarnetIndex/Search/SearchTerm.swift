import CarnetBytes

/// One thing that a client must have to be found: a word of its name, the domain or the local part
/// of its e-mail, an end of its phone. A number may be a word or the end of a phone.
struct SearchTerm: Sendable {
    /// A folded word, or the mark and the beginning of a domain; empty when there is none.
    var word: [UInt8] = []
    /// The beginning of a folded local part; empty when there is none.
    var local: [UInt8] = []
    /// Digits at the end of a phone: as typed, and without the zero that stands before a national
    /// number.
    var ends: [PhoneEnd] = []
    var pattern = TypoPattern()

    // What the tokens of a tenant say to the word:
    /// The token that is the word; 0 for none.
    var exact: UInt32 = 0
    /// The other tokens that begin with it.
    var prefixes: [UInt32] = []
    /// The tokens that lie near it, those above among them.
    var nears: [UInt32] = []
    /// About how many clients the term has.
    var weight = 0

    init() {}

    /// Whether tokens alone decide.
    var isWord: Bool { local.isEmpty && ends.isEmpty }

    /// How a phone matches the best of the ends.
    func match(_ phone: UInt64) -> MatchClass? {
        var best: MatchClass?
        for end in ends {
            if let match = end.match(phone), best != .exact { best = match }
        }
        return best
    }

    var isEmpty: Bool { word.isEmpty && local.isEmpty && ends.isEmpty }
}

/// The last digits of a phone, at least four.
struct PhoneEnd: Hashable, Sendable {
    static let digitCountMin = 4
    /// E.164 allows fifteen; no phone that is kept is longer.
    static let digitCountMax = 15

    let digits: UInt64
    /// 10 to the power of how many digits they are.
    let scale: UInt64
    /// Whether a national zero stood before them, so that only the country may be missing.
    let isNational: Bool

    /// Nil for fewer than four digits, and for more than a phone has.
    init?(_ digits: ArraySlice<UInt8>, isNational: Bool) {
        guard digits.count >= Self.digitCountMin, digits.count <= Self.digitCountMax else {
            return nil
        }
        var value: UInt64 = 0
        var scale: UInt64 = 1
        for digit in digits {
            value = value &* 10 &+ UInt64(digit &- UInt8(ascii: "0"))
            scale &*= 10
        }
        self.digits = value
        self.scale = scale
        self.isNational = isNational
    }

    var lastFour: UInt64 { digits % 10_000 }

    /// How a phone matches: exactly when nothing is missing, or the country's code alone; nil when
    /// it does not end so. A phone of fewer digits than were asked for does not.
    func match(_ phone: UInt64) -> MatchClass? {
        guard phone % scale == digits, phone >= scale / 10 else { return nil }
        let missing = phone / scale
        if missing == 0 { return .exact }
        return isNational && missing < 1_000 ? .exact : .prefix
    }
}
