public import CarnetBytes

/// Given names as people in Europe and their guests write them: what one is short for, how else it
/// is spelt, and what it is called in other languages. Read from `NicknameData` once, on first
/// use (about a millisecond).
///
/// Names are folded tokens as ``Folding`` makes them, joined ones included ("jeanfrancois"). A
/// look-up takes one hash and one comparison; what compares many names keeps their ``GivenName``,
/// two bytes, and compares those.
public enum Nicknames {
    /// The number of a folded given name; nil where the tables don't have it.
    public static func name(_ token: RawSpan) -> GivenName? {
        NicknameTable.standard.name(token)
    }

    /// How two folded names stand to each other. Equal ones, known or not, are `.same`.
    public static func closeness(_ a: RawSpan, _ b: RawSpan) -> NameCloseness {
        if a.isEqual(to: b) { return .same }
        guard let a = name(a), let b = name(b) else { return .unrelated }
        return closeness(a, b)
    }

    /// How two names stand to each other: the closest that any of their groups makes them. No
    /// texts are read; both have a few groups only.
    public static func closeness(_ a: GivenName, _ b: GivenName) -> NameCloseness {
        NicknameTable.standard.closeness(a, b)
    }

    /// How many different names this one may stand for, at least 1; the same name in several
    /// languages is one. The more, the less it says: "alex" is short for several, "billy" for one.
    public static func meaningCount(of name: GivenName) -> Int {
        NicknameTable.standard.meaningCount(of: name)
    }

    /// In how many groups a name stands, at least 1.
    public static func groupCount(of name: GivenName) -> Int {
        NicknameTable.standard.memberships(of: name).count
    }

    /// Who bears a name, as far as the tables know. What is short for names of either is `.either`.
    public static func gender(of name: GivenName) -> NameGender {
        NicknameTable.standard.gender(of: name)
    }

    /// Whether one is a man's name and the other the woman's made from it (Jean and Jeanne, Simon
    /// and Simone): alike on paper, and two persons. Also where a name is a man's elsewhere (Jean
    /// is Scottish for Jane, Simone Italian for Simon). O(length).
    public static func isGenderedPair(_ a: RawSpan, _ b: RawSpan) -> Bool {
        guard let first = name(a), let second = name(b) else { return false }
        return isGenderedPair(first, second)
    }

    /// The same for two names of the tables.
    public static func isGenderedPair(_ a: GivenName, _ b: GivenName) -> Bool {
        NicknameTable.standard.isGenderedPair(a, b)
    }

    /// Calls `body` with each other name that stands to this one at least as close as asked, each
    /// once, in no order: what a search for it looks for as well. `.translation` brings up to two
    /// hundred, `.nickname` rarely more than twenty. No allocation but a list of those passed.
    public static func forEachName(
        near name: GivenName,
        atLeast closeness: NameCloseness,
        _ body: (GivenName, NameCloseness) -> Void
    ) {
        NicknameTable.standard.forEachName(near: name, atLeast: closeness, body)
    }

    /// Appends the folded text of a name.
    public static func append(_ name: GivenName, to writer: inout ByteWriter) {
        NicknameTable.standard.append(name, to: &writer)
    }

    /// How many names the tables have: numbers lie below.
    public static var nameCount: Int { NicknameTable.standard.nameCount }
}

/// A given name of the tables, by its number. Numbers change with the tables: never store one.
public struct GivenName: Hashable, Sendable {
    public let number: UInt16

    init(_ number: Int) { self.number = UInt16(truncatingIfNeeded: number) }
}

/// How close two given names stand, the closest last.
public enum NameCloseness: UInt8, Comparable, Sendable {
    case unrelated
    /// The same name in another language, or short for it: William and Guillaume, Bill and
    /// Guillermo. Not those of ``Nicknames/isGenderedPair(_:_:)-(RawSpan,_)``.
    case translation
    /// Both short for one name: Bill and Will, but also Lisa and Betty, mostly two persons.
    case sibling
    /// One is short for the other: Bill and William.
    case nickname
    /// The same name spelt otherwise: Catherine and Katherine, Juergen and Jurgen.
    case spelling
    case same

    public static func < (a: NameCloseness, b: NameCloseness) -> Bool { a.rawValue < b.rawValue }
}

/// Who bears a name.
public enum NameGender: UInt8, Sendable {
    case unknown
    case male
    case female
    case either

    /// Whether one is borne by men alone and the other by women alone: not the same person.
    public func contradicts(_ other: NameGender) -> Bool {
        (self == .male && other == .female) || (self == .female && other == .male)
    }

    func mayBe(_ other: NameGender) -> Bool { rawValue & other.rawValue != 0 }
}
