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
    // The sixteen kinds in few bytes, since thousands of names are kept for each shard.
    private var kindBits: UInt16 = 0
    private var mayBeginPhrase = false

    init() {}

    /// What the word is by itself; nil where a phrase may begin with it.
    @inline(__always)
    var kinds: NameWordKinds? {
        mayBeginPhrase ? nil : NameWordKinds(rawValue: UInt32(kindBits))
    }

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
        let kinds = NameWords.lone(name)
        mayBeginPhrase = kinds == nil
        kindBits = UInt16(kinds?.rawValue ?? 0)
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

/// The traits of names that were read before: a few names make up most of a list. A name has two
/// places: it comes to the second, and when it is asked for there, they change, so that names that
/// stand once don't take the places of frequent ones. 192 KiB once the first is kept.
struct NameMemo: Sendable {
    private static let pairCount = 4096

    private var places: [NameTraits] = []

    @inline(__always)
    private static func first(_ hash: UInt64) -> Int {
        (Int(truncatingIfNeeded: hash) & (pairCount &- 1)) &* 2
    }

    /// The traits of the name of that hash, if they are known.
    @inline(__always)
    mutating func traits(_ hash: UInt64) -> NameTraits? {
        guard !places.isEmpty else { return nil }
        let first = Self.first(hash)
        if places[first].hash == hash { return places[first] }
        guard places[first &+ 1].hash == hash else { return nil }
        places.swapAt(first, first &+ 1)
        return places[first]
    }

    mutating func keep(_ traits: NameTraits) {
        if places.isEmpty {
            places = Array(repeating: NameTraits(), count: 2 * Self.pairCount)
        }
        places[Self.first(traits.hash) &+ 1] = traits
    }
}
