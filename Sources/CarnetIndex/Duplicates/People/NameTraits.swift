import CarnetBytes

/// What a name's text alone decides: how it sounds, which letters it has, whether it is a known
/// given name or a word that is no name.
struct NameTraits: Sendable {
    /// Hash of the name; 0 for none.
    var hash: UInt64 = 0
    var sound: UInt32 = 0
    var letters: UInt32 = 0
    var soundStart: UInt16 = 0
    var given: UInt16 = 0
    /// What the word is by itself; nil where a phrase may begin with it.
    var kinds: NameWordKinds? = []

    init() {}

    /// Of a folded name.
    init(_ name: RawSpan, hash: UInt64) {
        self.hash = hash
        let heard = Sound(name)
        sound = heard.hash
        soundStart = heard.start
        for index in 0..<name.byteCount {
            let letter = name.byte(at: index) &- UInt8(ascii: "a")
            letters |= letter < 26 ? 1 << UInt32(letter) : 1 << 26
        }
        given = MatchWords.given(name)
        kinds = NameWords.lone(name)
    }
}

extension NamePart {
    @inline(__always)
    mutating func set(_ traits: NameTraits) {
        hash = traits.hash
        sound = traits.sound
        soundStart = traits.soundStart
        letters = traits.letters
        given = traits.given
    }
}

/// The traits of names that were read before: a few names make up most of a list. A name has one
/// place, which the next of that place takes. 512 KiB once the first is kept.
struct NameMemo: Sendable {
    private static let placeCount = 16384

    private var places: [NameTraits] = []

    /// The traits of the name of that hash, if they are known.
    @inline(__always)
    func traits(_ hash: UInt64) -> NameTraits? {
        guard !places.isEmpty else { return nil }
        let known = places[Int(truncatingIfNeeded: hash) & (Self.placeCount &- 1)]
        return known.hash == hash ? known : nil
    }

    mutating func keep(_ traits: NameTraits) {
        if places.isEmpty {
            places = Array(repeating: NameTraits(), count: Self.placeCount)
        }
        places[Int(truncatingIfNeeded: traits.hash) & (Self.placeCount &- 1)] = traits
    }
}
