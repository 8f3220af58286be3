import CarnetBytes

/// How a word sounds to somebody on the phone, so coarsely that the ways in which Europeans write
/// one name fall together: Meier, Maier and Mayr; Kowalczyk and Kovalchik; Philippe and Filip;
/// Thibault and Tibo. Consonants alone count, in classes of those that are mistaken for each other;
/// of a name with few of them the colour of its first vowel counts as well.
///
/// The classes are those of Hans Joachim Postel, "Die Kölner Phonetik" (1969), with m and n apart,
/// j among the vowels, and the digraphs of French, Polish, Italian and English read as what they
/// sound like.
enum Sound {
    /// Words shorter than this say nothing by their sound.
    static let letterCountMin = 3

    private static let vowel: UInt32 = 1
    private static let b: UInt32 = 2
    private static let t: UInt32 = 3
    private static let f: UInt32 = 4
    private static let k: UInt32 = 5
    private static let l: UInt32 = 6
    private static let m: UInt32 = 7
    private static let n: UInt32 = 8
    private static let r: UInt32 = 9
    private static let s: UInt32 = 10

    /// The sound of a folded word of Latin letters: up to seven classes, four bits each, below the
    /// colour of the first vowel where there are at most three. 0 where that says nothing: digits,
    /// other alphabets, too few letters. O(length), no allocation.
    static func key(_ word: RawSpan) -> UInt32 {
        guard word.byteCount >= letterCountMin else { return 0 }
        for index in 0..<word.byteCount where word.byte(at: index) &- UInt8(ascii: "a") >= 26 {
            return 0
        }
        var reader = SoundReader(word)
        var key: UInt32 = 0
        var classCount = 0
        var last: UInt32 = 0
        while let sound = reader.next() {
            defer { last = sound }
            // What stands twice is heard once; a vowel is heard at the beginning alone.
            if sound == last || (sound == vowel && (classCount > 0 || key != 0)) { continue }
            guard classCount < 7 else { break }
            key = key << 4 | sound
            classCount &+= 1
        }
        guard classCount > 1 || (classCount == 1 && key != vowel) else { return 0 }
        return classCount <= 3 ? key | reader.colour << 28 : key
    }

    /// Reads one sound after the other.
    private struct SoundReader: ~Escapable {
        private let word: RawSpan
        private var index = 0
        private let end: Int
        /// 1 for ai and ei, 2 for a, 3 for e and i, 4 for o and u: that of the first vowel.
        private(set) var colour: UInt32 = 0

        @_lifetime(copy word)
        init(_ word: RawSpan) {
            self.word = word
            end = Self.heardCount(word)
        }

        /// How much of a word is heard: not the end of "-ault", "-aud", "-aux", nor of "-off".
        private static func heardCount(_ word: RawSpan) -> Int {
            var end = word.byteCount
            func at(_ back: Int) -> UInt8 { back <= end ? word.byte(at: end &- back) : 0 }
            if at(1) == UInt8(ascii: "s"), at(2) == UInt8(ascii: "x") { end &-= 1 }
            let silent = at(1)
            if silent == UInt8(ascii: "t") || silent == UInt8(ascii: "d")
                || silent == UInt8(ascii: "x")
            {
                var back = 2
                if at(back) == UInt8(ascii: "l") { back &+= 1 }
                if at(back) == UInt8(ascii: "u"), at(back &+ 1) == UInt8(ascii: "a"), end > 4 {
                    return end &- back &+ 1
                }
            }
            if silent == UInt8(ascii: "f"), end > 3 {
                let before = at(2) == UInt8(ascii: "f") ? 3 : 2
                if at(before) == UInt8(ascii: "o") || at(before) == UInt8(ascii: "e") {
                    return end &- before &+ 1
                }
            }
            return end
        }

        private func letter(_ place: Int) -> UInt8 {
            place < end && place >= 0 ? word.byte(at: place) : 0
        }

        private static func isVowel(_ letter: UInt8) -> Bool {
            switch letter {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
                UInt8(ascii: "u"), UInt8(ascii: "y"):
                true
            default: false
            }
        }

        private static func isFront(_ letter: UInt8) -> Bool {
            letter == UInt8(ascii: "e") || letter == UInt8(ascii: "i")
                || letter == UInt8(ascii: "y")
        }

        mutating func next() -> UInt32? {
            while index < end {
                if let sound = sound() { return sound }
            }
            return nil
        }

        /// The sound of the letters at `index`, which are passed; nil where nothing is heard.
        private mutating func sound() -> UInt32? {
            let here = letter(index)
            let next = letter(index &+ 1)
            index &+= 1
            switch here {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
                UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "j"):
                return vowel(here, next)
            case UInt8(ascii: "b"): return Sound.b
            case UInt8(ascii: "p"):
                guard next == UInt8(ascii: "h") || next == UInt8(ascii: "f") else { return Sound.b }
                index &+= 1
                return Sound.f
            case UInt8(ascii: "t"), UInt8(ascii: "d"): return dental(next)
            case UInt8(ascii: "f"): return Sound.f
            case UInt8(ascii: "v"), UInt8(ascii: "w"):
                return Self.isVowel(next) ? Sound.f : nil
            case UInt8(ascii: "g"): return soft(next)
            case UInt8(ascii: "k"), UInt8(ascii: "q"): return Sound.k
            case UInt8(ascii: "c"): return c(next)
            case UInt8(ascii: "x"): return Sound.k
            case UInt8(ascii: "l"): return Sound.l
            case UInt8(ascii: "m"): return Sound.m
            case UInt8(ascii: "n"):
                // Nguyen.
                if index == 1, next == UInt8(ascii: "g") { index &+= 1 }
                return Sound.n
            case UInt8(ascii: "r"): return Sound.r
            case UInt8(ascii: "s"), UInt8(ascii: "z"): return sibilant()
            default: return nil
            }
        }

        private mutating func vowel(_ here: UInt8, _ next: UInt8) -> UInt32 {
            if colour == 0 {
                let isGlide =
                    next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
                    || next == UInt8(ascii: "j")
                switch here {
                case UInt8(ascii: "a"):
                    colour = isGlide ? 1 : next == UInt8(ascii: "u") ? 4 : 2
                case UInt8(ascii: "e"):
                    colour = isGlide ? 1 : next == UInt8(ascii: "u") ? 4 : 3
                case UInt8(ascii: "i"), UInt8(ascii: "y"): colour = 3
                case UInt8(ascii: "o"), UInt8(ascii: "u"): colour = 4
                default: break
                }
            }
            return Sound.vowel
        }

        /// t, d, th, dt; ts, tz, tsch, tch, dz and dj are sibilants.
        private mutating func dental(_ next: UInt8) -> UInt32? {
            if next == UInt8(ascii: "c") || next == UInt8(ascii: "z")
                || (next == UInt8(ascii: "s") && letter(index &+ 1) == UInt8(ascii: "c"))
            {
                return nil
            }
            return Sound.t
        }

        /// g; gn is n, gi before a vowel is j, gh is heard before a vowel alone.
        private mutating func soft(_ next: UInt8) -> UInt32? {
            if next == UInt8(ascii: "n") { return nil }
            if next == UInt8(ascii: "h") {
                let isHeard = Self.isVowel(letter(index &+ 1))
                index &+= 1
                return isHeard ? Sound.k : nil
            }
            if next == UInt8(ascii: "i"), Self.isVowel(letter(index &+ 1)) { return Sound.vowel }
            return Sound.k
        }

        /// c: k, but a sibilant before e and i, in cz and ch, and at the end of "-ic".
        private mutating func c(_ next: UInt8) -> UInt32? {
            switch next {
            case UInt8(ascii: "h"):
                index &+= 1
                let after = letter(index)
                if after == UInt8(ascii: "r") || after == UInt8(ascii: "l")
                    || after == UInt8(ascii: "s")
                {
                    return Sound.k
                }
                return Sound.s
            case UInt8(ascii: "z"), UInt8(ascii: "s"): return nil
            case UInt8(ascii: "k"): return nil
            case 0 where letter(index &- 2) == UInt8(ascii: "i"): return Sound.s
            default: return Self.isFront(next) ? Sound.s : Sound.k
            }
        }

        /// s and z with what belongs to them: sh, sch, sz, zh, sj.
        private mutating func sibilant() -> UInt32 {
            if letter(index) == UInt8(ascii: "c"), letter(index &+ 1) == UInt8(ascii: "h") {
                index &+= 2
            } else if letter(index) == UInt8(ascii: "j") {
                index &+= 1
            }
            return Sound.s
        }
    }
}
