import CarnetBytes

/// Reads the letters of a Latin token and writes its romanisation key.
struct RomanisationReader {
    struct Key {
        var bytes = InlineArray<24, UInt8>(repeating: 0)
        var count = 0
    }

    private var letters = InlineArray<64, UInt8>(repeating: 0)
    private let count: Int
    private let isHard: Bool
    private var key = Key()
    /// Whether there was a "ch" that may be read either way.
    private(set) var hasChoice = false

    /// `isHard` says how a "ch" is read: as kh, or as sh.
    init(_ token: RawSpan, isHard: Bool) {
        self.isHard = isHard
        var count = 0
        for index in 0..<min(token.byteCount, 60) {
            let byte = token.byte(at: index)
            guard byte &- 0x61 < 26 else { continue }
            letters[count] = byte
            count &+= 1
        }
        self.count = count
    }

    mutating func read() -> Key {
        var index = silentFront()
        while index < count {
            index = isVowel(index) ? readVowels(from: index) : readConsonant(at: index)
        }
        return key
    }

    private func letter(_ index: Int) -> UInt8 {
        index >= 0 && index < count ? letters[index] : 0
    }

    private func isVowel(_ index: Int) -> Bool {
        switch letter(index) {
        case 0x61, 0x65, 0x69, 0x6A, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    private func isVowelLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    private mutating func emit(_ byte: UInt8) {
        guard key.count < RomanisationKey.byteCountMax else { return }
        if key.count > 0, key.bytes[key.count &- 1] == byte { return }
        key.bytes[key.count] = byte
        key.count &+= 1
    }

    /// The g of Giannis and Georgios is heard as the y of Yannis and Yorgos.
    private func silentFront() -> Int {
        guard letter(0) == UInt8(ascii: "g") else { return 0 }
        let isFront =
            letter(1) == UInt8(ascii: "i") || letter(1) == UInt8(ascii: "e")
            || letter(1) == UInt8(ascii: "y")
        return isFront && isVowelLetter(letter(2)) ? 1 : 0
    }

    /// One vowel for those in a row. Behind a or e, a u before a consonant is a v (Eugenia, Pavlos);
    /// ai, ae and oi at the front are an e (Aikaterini).
    private mutating func readVowels(from start: Int) -> Int {
        var index = start
        var sound = UInt8(ascii: "i")
        while isVowel(index) {
            let byte = letters[index]
            let before = letter(index &- 1)
            if byte == UInt8(ascii: "u"), index > start, index &+ 1 < count, !isVowel(index &+ 1),
                before == UInt8(ascii: "a") || before == UInt8(ascii: "e")
            {
                emit(sound)
                emit(UInt8(ascii: "v"))
                return index &+ 1
            }
            if isVowelLetter(byte) { sound = byte }
            index &+= 1
        }
        let isPair = index == start &+ 2 && start == 0
        let second = letter(start &+ 1)
        if isPair, second == UInt8(ascii: "i") || second == UInt8(ascii: "e") {
            sound = UInt8(ascii: "i")
        }
        emit(sound)
        return index
    }

    /// The sound of the consonants at `index`; answers where they end.
    private mutating func readConsonant(at index: Int) -> Int {
        let byte = letters[index]
        let next = letter(index &+ 1)
        switch byte {
        case UInt8(ascii: "c"): return readC(at: index)
        case UInt8(ascii: "s"):
            emit(byte)
            if next == UInt8(ascii: "c"), letter(index &+ 2) == UInt8(ascii: "h") {
                return index &+ 3
            }
            return next == UInt8(ascii: "h") || next == UInt8(ascii: "z") ? index &+ 2 : index &+ 1
        case UInt8(ascii: "t"): return readT(at: index)
        case UInt8(ascii: "x"):
            // Greek typed on a Latin keyboard: Xristos.
            if index == 0, next == UInt8(ascii: "r") {
                emit(UInt8(ascii: "h"))
            } else {
                emit(UInt8(ascii: "k"))
                emit(UInt8(ascii: "s"))
            }
        case UInt8(ascii: "k"), UInt8(ascii: "q"):
            emit(next == UInt8(ascii: "h") ? UInt8(ascii: "h") : UInt8(ascii: "k"))
            return next == UInt8(ascii: "h") ? index &+ 2 : index &+ 1
        case UInt8(ascii: "p") where next == UInt8(ascii: "h"):
            emit(UInt8(ascii: "f"))
            return index &+ 2
        case UInt8(ascii: "g"): return readG(at: index)
        case UInt8(ascii: "d"), UInt8(ascii: "b"), UInt8(ascii: "z"), UInt8(ascii: "r"):
            emit(byte)
            return next == UInt8(ascii: "h") ? index &+ 2 : index &+ 1
        case UInt8(ascii: "w"): emit(UInt8(ascii: "v"))
        case UInt8(ascii: "f"): return readF(at: index)
        case UInt8(ascii: "m") where next == UInt8(ascii: "p") || next == UInt8(ascii: "b"):
            emit(UInt8(ascii: "b"))
            return index &+ 2
        case UInt8(ascii: "n") where isHardened(next, letter(index &+ 2)):
            emit(UInt8(ascii: "d"))
            return index &+ 2
        default: emit(byte)
        }
        return index &+ 1
    }

    /// Nt and nd are one sound in Greek (Adonis, Antonis, Andonis), nth is not.
    private func isHardened(_ next: UInt8, _ third: UInt8) -> Bool {
        next == UInt8(ascii: "d") || (next == UInt8(ascii: "t") && third != UInt8(ascii: "h"))
    }

    private mutating func readC(at index: Int) -> Int {
        let next = letter(index &+ 1)
        switch next {
        case UInt8(ascii: "h"):
            // Before a consonant it is hard: Christos, Chloe.
            if index &+ 2 < count, !isVowel(index &+ 2) {
                emit(UInt8(ascii: "h"))
            } else {
                hasChoice = true
                emit(isHard ? UInt8(ascii: "h") : UInt8(ascii: "s"))
            }
            return index &+ 2
        case UInt8(ascii: "z"): emit(UInt8(ascii: "s"))
        case UInt8(ascii: "k"): emit(UInt8(ascii: "k"))
        case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"), UInt8(ascii: "v"), 0:
            emit(UInt8(ascii: "s"))
            return index &+ 1
        default:
            emit(UInt8(ascii: "k"))
            return index &+ 1
        }
        return index &+ 2
    }

    private mutating func readT(at index: Int) -> Int {
        let next = letter(index &+ 1)
        let third = letter(index &+ 2)
        if next == UInt8(ascii: "s") || next == UInt8(ascii: "z") || next == UInt8(ascii: "c") {
            emit(UInt8(ascii: "s"))
            if third == UInt8(ascii: "h") { return index &+ 3 }
            let isTsch = third == UInt8(ascii: "c") && letter(index &+ 3) == UInt8(ascii: "h")
            return index &+ (isTsch ? 4 : 2)
        }
        emit(UInt8(ascii: "t"))
        return index &+ (next == UInt8(ascii: "h") ? 2 : 1)
    }

    private mutating func readG(at index: Int) -> Int {
        let next = letter(index &+ 1)
        switch next {
        case UInt8(ascii: "g"):
            // Gamma twice is ng: Aggelos, Angelos.
            emit(UInt8(ascii: "n"))
            emit(UInt8(ascii: "g"))
            return index &+ 2
        case UInt8(ascii: "h"), UInt8(ascii: "k"):
            emit(UInt8(ascii: "g"))
            return index &+ 2
        case UInt8(ascii: "u")
        where letter(index &+ 2) == UInt8(ascii: "e")
            || letter(index &+ 2) == UInt8(ascii: "i"):
            emit(UInt8(ascii: "g"))
            return index &+ 2
        default:
            emit(UInt8(ascii: "g"))
            return index &+ 1
        }
    }

    /// Ivanoff ends like Ivanov, and Lefteris has the v of Levteris.
    private mutating func readF(at index: Int) -> Int {
        var next = index
        while letter(next) == UInt8(ascii: "f") { next &+= 1 }
        let follower = letter(next)
        let isSoft =
            follower == 0
            || (!isVowel(next) && follower != UInt8(ascii: "l") && follower != UInt8(ascii: "r"))
        emit(isSoft ? UInt8(ascii: "v") : UInt8(ascii: "f"))
        return next
    }
}
