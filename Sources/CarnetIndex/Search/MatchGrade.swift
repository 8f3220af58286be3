/// How well one client has what was asked for: the class that callers see, and within it what it
/// costs, the less the better. Of several words the classes' worst counts and the costs add up.
///
/// | what was typed | class | costs |
/// | --- | --- | --- |
/// | a word | exact | 0 |
/// | another spelling of it: ue for ü, other letters for another alphabet | prefix | 1 |
/// | the beginning of a word; one further in front of the text | prefix | 2; 3 |
/// | another spelling of a given name; short for it, or it for what is typed | prefix | 4; 6 |
/// | what sounds like it | typo | 6 |
/// | a word with one typo; two; the beginning of one | typo | 8; 10; 3 more |
/// | the name of whom only the initial is known | typo | 12 |
/// | the beginning of an e-mail that was typed without its @ | prefix | 7 |
///
/// To it comes what ``TokenKind`` says of the place: a whole name 0 to an alias 5; and 1 where words
/// were joined to find it. So an exact hit comes before a prefix and that before a typo, a full name
/// before a part of one, and a name before a company, a nickname or an alias.
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
    static let otherSpelling = MatchGrade(.prefix, 1)
    static let beginning = MatchGrade(.prefix, 2)
    static let sound = MatchGrade(.typo, 6)
    static let initial = MatchGrade(.typo, 12)
    static let addressBeginning = MatchGrade(.prefix, 7)

    /// How much more the beginning of a word costs that is not the last of the text: those before
    /// it are rarely unfinished.
    static let notLast: UInt8 = 1
    /// How much more a word costs that was joined from several, and a former phone or e-mail.
    static let joined: UInt8 = 1
    static let former = TokenKind.alias.cost

    static func name(_ closeness: NameCloseness) -> MatchGrade {
        MatchGrade(.prefix, closeness >= .spelling ? 4 : 6)
    }

    /// A word with so many typos in it, or in its beginning.
    static func typos(_ count: Int, isWhole: Bool) -> MatchGrade {
        MatchGrade(.typo, (count > 1 ? 10 : 8) &+ (isWhole ? 0 : 3))
    }
}
