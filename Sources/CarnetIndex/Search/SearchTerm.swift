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
    /// What is added to whatever matches.
    var extraCost: UInt8 = 0
    /// Whether other words follow in the text.
    var isLast = true
    /// Whether a local part or a domain was typed without the @ that would say so.
    var isGuess = false

    /// Other spellings of the word.
    var forms: [[UInt8]] = []
    /// The word, or the first of its forms in Latin letters, as one of the given names that have
    /// short forms.
    var name: GivenName?
    /// Typos in the word, and in its form in Latin letters where the word has others.
    private(set) var pattern = TypoPattern()
    private(set) var latinPattern = TypoPattern()
    /// How the word sounds; 0 where that says nothing.
    private(set) var sound: UInt64 = 0
    /// The word's first letter, where somebody may be kept by it alone: there are other words.
    var initial: [UInt8] = []
    /// How many edits are forgiven in the word; what they need is made by `prepareForTypos`.
    var editCountMax = 0
    /// How many are forgiven in whole words where nobody is found else.
    var looseEditCountMax = 0
    /// The word in Latin letters, where it has others.
    var latin: [UInt8] = []

    // What the tokens of a tenant say to the word:
    var tiers = TokenTiers()
    /// About how many clients the term has.
    var weight = 0
    /// Both as they were before any typos, since each step to more typos finds those of the step
    /// before again.
    var strict: (tiers: TokenTiers, weight: Int)?
    /// The tokens that may sound like the word, or are its first letter: the same at each step.
    var alike: [UInt32] = []

    init() {}

    /// Whether tokens alone decide.
    var isWord: Bool { local.isEmpty && ends.isEmpty }

    var isDomain: Bool { word.first == TokenIndex.domainMark }

    /// Whether typos may be forgiven in it: a word of a name, not too short.
    var isTypable: Bool { editCountMax > 0 || looseEditCountMax > 0 || !initial.isEmpty }

    /// Whether more typos may be forgiven once nobody is found.
    var canLoosen: Bool { looseEditCountMax > editCountMax }

    /// Makes what looking for typos needs, so far. Done only where it comes to that.
    mutating func prepareForTypos(_ breadth: SearchBreadth) {
        let least = breadth == .typo ? min(editCountMax, 1) : editCountMax
        let most = breadth == .loose ? looseEditCountMax : least
        guard most > 0 else { return }
        pattern = TypoPattern(word.rawBytes, least, wholeEditCountMax: most)
        if !latin.isEmpty {
            latinPattern = TypoPattern(latin.rawBytes, least, wholeEditCountMax: most)
        }
        guard editCountMax > 0 else { return }
        sound = PhoneticKey.key(of: word.rawBytes)
    }

    var isEmpty: Bool { word.isEmpty && local.isEmpty && ends.isEmpty }

    /// What the beginning of a word costs.
    var beginning: MatchGrade {
        let base = isGuess ? MatchGrade.addressBeginning : MatchGrade.beginning
        return base.adding(extraCost &+ (isLast ? 0 : MatchGrade.notLast))
    }

    var whole: MatchGrade {
        isGuess ? .addressBeginning : MatchGrade.exact.adding(extraCost)
    }

    /// How the word matches a token; nil when it does not. Nothing is known yet of typos.
    @inline(__always)
    func strictGrade(_ token: RawSpan, _ kind: TokenKind) -> MatchGrade? {
        guard !word.isEmpty else { return nil }
        var best: MatchGrade?
        if token.begins(with: word.rawBytes) {
            let isWhole = token.byteCount == word.count
            best = (isWhole ? whole : beginning).adding(kind.cost)
            if isWhole { return best }
        }
        guard !isDomain else { return best }
        for form in forms where token.begins(with: form.rawBytes) {
            let isWhole = token.byteCount == form.count
            let grade =
                isWhole
                ? MatchGrade.otherSpelling.adding(extraCost)
                : beginning.adding(MatchGrade.otherSpelling.cost)
            best = MatchGrade.better(best, grade.adding(kind.cost))
        }
        if let name, kind != .company, token.byte(at: 0) != TokenIndex.domainMark,
            let other = Nicknames.name(token), other != name
        {
            let closeness = Nicknames.closeness(name, other)
            if closeness >= .nickname {
                let grade = MatchGrade.name(closeness).adding(extraCost &+ kind.cost)
                best = MatchGrade.better(best, grade)
            }
        }
        return best
    }

    /// How the word matches a token with typos; nil when it does not. What it would be without
    /// them is left to `strictGrade`. `maySound` is false where it is known that the token sounds
    /// otherwise.
    func typoGrade(
        _ token: RawSpan,
        _ kind: TokenKind,
        maySound: Bool = true
    ) -> MatchGrade? {
        guard token.byte(at: 0) != TokenIndex.domainMark else { return nil }
        let more = extraCost &+ kind.cost
        let near = pattern.grade(token)
        if maySound, sound != 0, PhoneticKey.key(of: token) == sound {
            return MatchGrade.sound(near).adding(more)
        }
        var best = near?.adding(more)
        if let grade = latinPattern.grade(token) {
            best = MatchGrade.better(best, grade.adding(more &+ MatchGrade.otherSpelling.cost))
        }
        if !initial.isEmpty, kind.isOfName, token.isEqual(to: initial.rawBytes) {
            best = MatchGrade.better(best, MatchGrade.initial.adding(more))
        }
        return best
    }

    /// How a phone matches the best of the ends.
    func match(_ phone: UInt64) -> MatchClass? {
        var best: MatchClass?
        for end in ends {
            if let match = end.match(phone), best != .exact { best = match }
        }
        return best
    }

    /// How a phone, or the first part of an e-mail, counts that matches so.
    func grade(_ match: MatchClass, isFormer: Bool) -> MatchGrade {
        (match == .exact ? whole : beginning).adding(isFormer ? MatchGrade.former : 0)
    }
}

extension MatchGrade {
    static func better(_ a: MatchGrade?, _ b: MatchGrade?) -> MatchGrade? {
        guard let a else { return b }
        guard let b else { return a }
        return min(a, b)
    }
}

/// The tokens that match one term, by how well they do; the best tier first once sorted.
struct TokenTiers: Sendable {
    struct Tier: Sendable {
        let grade: MatchGrade
        var tokens: [UInt32]
    }

    private(set) var tiers: [Tier] = []

    init() {}

    @inline(__always)
    mutating func add(_ token: UInt32, _ grade: MatchGrade) {
        for index in tiers.indices where tiers[index].grade == grade {
            tiers[index].tokens.append(token)
            return
        }
        tiers.append(Tier(grade: grade, tokens: [token]))
    }

    mutating func sort() {
        if tiers.count > 1 { tiers.sort { $0.grade < $1.grade } }
    }
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
