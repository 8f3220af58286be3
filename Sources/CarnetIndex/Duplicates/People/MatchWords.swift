import CarnetBytes

/// What the lexicon says of names, as the matcher asks it.
enum MatchWords {
    /// The number of a given name in ``Nicknames`` plus one; 0 where it is not there.
    @inline(__always)
    static func given(_ name: RawSpan) -> UInt16 {
        Nicknames.name(name).map { $0.number &+ 1 } ?? 0
    }

    @inline(__always)
    private static func name(_ number: UInt16) -> GivenName { GivenName(Int(number &- 1)) }

    /// How close two given names stand by the tables, which have both.
    static func closeness(_ a: UInt16, _ b: UInt16) -> NameCloseness {
        Nicknames.closeness(name(a), name(b))
    }

    /// Whether one is a man's name and the other a woman's: alike on paper, and two persons.
    static func contradicts(_ a: UInt16, _ b: UInt16) -> Bool {
        Nicknames.gender(of: name(a)).contradicts(Nicknames.gender(of: name(b)))
            || Nicknames.isGenderedPair(name(a), name(b))
    }
}
