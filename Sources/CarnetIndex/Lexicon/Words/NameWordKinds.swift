/// What a word in a name field is, when it is not simply a name. A word may be several things: "sr"
/// is a form of address in Madrid and a senior in London; what stands around it decides.
public struct NameWordKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A form of address: Mr, Frau, Dhr.
    public static let title = NameWordKinds(rawValue: 1 << 0)
    /// A degree, an office or a rank: Dr, Ing, Avv, PhD.
    public static let degree = NameWordKinds(rawValue: 1 << 1)
    /// Says that the person is a man.
    public static let male = NameWordKinds(rawValue: 1 << 2)
    /// Says that the person is a woman.
    public static let female = NameWordKinds(rawValue: 1 << 3)
    /// Several persons: family, couple, M. et Mme.
    public static let household = NameWordKinds(rawValue: 1 << 4)
    /// Joins two persons or two titles: and, und, et.
    public static let connector = NameWordKinds(rawValue: 1 << 5)
    /// The elder of two of one name. With `junior` or `third` on the other side: two persons.
    public static let senior = NameWordKinds(rawValue: 1 << 6)
    /// The younger of two of one name, or the second.
    public static let junior = NameWordKinds(rawValue: 1 << 7)
    /// The third of a name, or a later one.
    public static let third = NameWordKinds(rawValue: 1 << 8)
    /// The name at birth follows, or a former or other one: née, geb., alias.
    public static let formerName = NameWordKinds(rawValue: 1 << 9)
    /// Whoever follows is related to the person meant: wife of, maman de.
    public static let relation = NameWordKinds(rawValue: 1 << 10)
    /// Something that staff noted: VIP, ne pas appeler, nut allergy.
    public static let remark = NameWordKinds(rawValue: 1 << 11)
    /// A small word in front of a family name: van, de la, ben.
    public static let particle = NameWordKinds(rawValue: 1 << 12)
    /// Stands where nobody gave a name: walk-in, Gast, inconnu, xxx.
    public static let placeholder = NameWordKinds(rawValue: 1 << 13)
    /// An organisation, or who answers the phone there: GmbH, hotel, reception.
    public static let organisation = NameWordKinds(rawValue: 1 << 14)
    /// Also a name by itself: Baron, Guest, Ben. Leave it where nothing else remains.
    public static let name = NameWordKinds(rawValue: 1 << 15)

    /// All that says which of several persons of one name is meant.
    public static let generation: NameWordKinds = [.senior, .junior, .third]
    /// All that is no part of a person's name, whatever else it is.
    public static let noName: NameWordKinds = [
        .title, .degree, .household, .connector, .senior, .junior, .third, .formerName, .relation,
        .remark, .placeholder, .organisation,
    ]
}

/// What ``NameWords/phrase(in:at:)`` found.
public struct NamePhrase: Hashable, Sendable {
    public let kinds: NameWordKinds
    /// The index of the first token behind it.
    public let endIndex: Int
}
