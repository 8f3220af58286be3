/// How well one client has what was asked for: the class that callers see, and within it what it
/// costs, the less the better. Of several words the classes' worst counts and the costs add up.
///
/// | what was typed | class | costs |
/// | --- | --- | --- |
/// | a word | exact | 0 |
/// | another spelling of it: ue for ü, other letters for another alphabet | prefix | 3 |
/// | the beginning of a word; one further in front of the text | prefix | 6; 8 |
/// | another spelling of a given name; short for it, or it for what is typed | prefix | 12; 16 |
/// | what sounds like it and is a typo away; lies near it; only sounds like it | typo | 12; 14; 17 |
/// | a word with one typo; two; the beginning of one | typo | 20; 26; 8 more |
/// | a whole word with one typo more, where nobody is found else | typo | 30 |
/// | the name of whom only the initial is known | typo | 34 |
/// | the beginning of an e-mail that was typed without its @ | prefix | 18 |
///
/// To it comes what ``TokenKind`` says of the place: a whole name 0 to an alias 8. Words that were
/// joined to find somebody cost what their parts would, 6 less the one that is left, and 2 more. So
/// an exact hit comes before a prefix and that before a typo, a full name before a part of one, and
/// a name before a company, a nickname or an alias.
struct MatchGrade: Hashable, Comparable, Sendable {
    let match: MatchClass
    let cost: UInt8

    init(_ match: MatchClass, _ cost: UInt8) {
        self.match = match
        self.cost = cost
    }

    /// The class above the cost.
    var packed: UInt16 { UInt16(match.rawValue) << 8 | UInt16(cost) }

    static func < (a: MatchGrade, b: MatchGrade) -> Bool { a.packed < b.packed }

    func adding(_ more: UInt8) -> MatchGrade { MatchGrade(match, cost &+ more) }

    /// Both of two words.
    func and(_ other: MatchGrade) -> MatchGrade {
        MatchGrade(
            match.rawValue >= other.match.rawValue ? match : other.match,
            cost > .max &- other.cost ? .max : cost &+ other.cost
        )
    }

    static let exact = MatchGrade(.exact, 0)
    static let otherSpelling = MatchGrade(.prefix, 3)
    static let beginning = MatchGrade(.prefix, 6)
    static let loose = MatchGrade(.typo, 30)
    static let initial = MatchGrade(.typo, 34)
    static let addressBeginning = MatchGrade(.prefix, 18)

    /// How much more the beginning of a word costs that is not the last of the text: those before
    /// it are rarely unfinished.
    static let notLast: UInt8 = 2
    /// How much more a word costs that was joined from so many.
    static func joined(from partCount: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: partCount &- 1) &* TokenKind.shareCount &+ 2
    }

    /// How much more a former phone or e-mail costs.
    static let former = TokenKind.alias.cost

    static func name(_ closeness: NameCloseness) -> MatchGrade {
        MatchGrade(.prefix, closeness >= .spelling ? 12 : 16)
    }

    /// A word with so many typos in it, or in its beginning.
    static func typos(_ count: Int, isWhole: Bool) -> MatchGrade {
        MatchGrade(.typo, (count > 1 ? 26 : 20) &+ (isWhole ? 0 : 8))
    }

    /// A word that sounds alike and, with typos, matches so.
    static func sound(_ typos: MatchGrade?) -> MatchGrade {
        guard let typos else { return MatchGrade(.typo, 17) }
        return MatchGrade(.typo, typos == .typos(1, isWhole: true) ? 12 : 14)
    }
}
