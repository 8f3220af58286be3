import CarnetBytes

/// Reads the letters of one token and writes its sounds.
struct PhoneticReader {
    /// The token with doubled letters made one; "mc" at the front is "mac". Zeros behind.
    private var letters = InlineArray<64, UInt8>(repeating: 0)
    private var count = 0
    /// Where silent endings begin.
    private var end = 0
    private var sounds: UInt64 = 0
    private var soundCount = 0
    private var lastSound: UInt8 = 0
    private var isDark = false
    private var hasVowel = false
    private var isFirstB = false

    init(_ token: RawSpan) {
        for index in 0..<min(token.byteCount, 60) {
            let byte = token.byte(at: index)
            guard byte &- a < 26, count == 0 || letters[count &- 1] != byte else { continue }
            if count == 1, byte == c, letters[0] == m { append(a) }
            append(byte)
        }
        end = count &- silentEnding()
        isFirstB = letters[0] == b
    }

    private mutating func append(_ letter: UInt8) {
        letters[count] = letter
        count &+= 1
    }

    consuming func key() -> UInt64 {
        read(from: 0)
        // What little there is of a short name is heard to its end: Weiss, Maud, Dias.
        if soundCount < 2, letter(count &- 1) != x {
            let start = end
            end = count
            read(from: start)
        }
        if soundCount < 3 { restoreB() }
        return isDark ? sounds | PhoneticKey.darkVowel : sounds
    }

    /// In a name of two sounds b and v are told apart: too many others would sound alike.
    private mutating func restoreB() {
        guard isFirstB else { return }
        sounds = sounds & ~0x1F | UInt64(b &- a &+ 1)
    }

    private mutating func read(from start: Int) {
        var index = start
        while index < end {
            let letter = letters[index]
            if index == 0, letter == i || letter == y, isVowel(1), letters[1] != i, letters[1] != y
            {
                emit(j)
                index = 1
            } else if letter == h {
                index &+= 1
            } else if isVowel(index) || (letter == j && index > 0) {
                index = readVowels(from: index)
            } else {
                let (sound, byteCount) = consonant(at: index)
                if sound != 0 { emit(sound) }
                index &+= byteCount
            }
        }
    }

    private mutating func emit(_ sound: UInt8) {
        guard sound != lastSound, soundCount < PhoneticKey.soundCountMax else { return }
        lastSound = sound
        sounds |= UInt64(sound &- a &+ 1) << UInt64(soundCount &* 5)
        soundCount &+= 1
    }

    // MARK: - Vowels

    private func letter(_ index: Int) -> UInt8 {
        index >= 0 && index < count ? letters[index] : 0
    }

    private func isVowel(_ index: Int) -> Bool {
        switch letter(index) {
        case a, e, i, o, u, y: true
        default: false
        }
    }

    /// Passes over vowels, and over j among them; answers where they end.
    private mutating func readVowels(from start: Int) -> Int {
        var index = start
        // The u of qu and gu is silent.
        let before = letter(start &- 1)
        if before == q || before == g, letters[start] == u, isVowel(start &+ 1) { index &+= 1 }
        var hasDark = false
        let first = letters[index]
        let second = letter(index &+ 1)
        while isVowel(index) || (letter(index) == j && index > 0) {
            if letters[index] == o || letters[index] == u { hasDark = true }
            index &+= 1
        }
        if soundCount == 0 {
            let isOpen = first == a && second != i
            emit(hasDark ? o : isOpen ? a : e)
            hasVowel = true
        } else if !hasVowel {
            isDark = hasDark
            hasVowel = true
        }
        return index
    }

    // MARK: - Consonants

    /// The sound of the consonant at `index`, 0 for none, and how many letters it takes.
    private func consonant(at index: Int) -> (sound: UInt8, byteCount: Int) {
        let next = letter(index &+ 1)
        let third = letter(index &+ 2)
        switch letters[index] {
        case b: return (index == count &- 1 ? p : v, 1)
        case c: return soundOfC(at: index, next, third)
        case d:
            if next == j { return (j, 2) }
            if next == z { return (s, 2) }
            return (t, 1)
        case g: return soundOfG(at: index, next, third)
        case k:
            if index == 0, next == n { return (n, 2) }
            return (k, isLinkedV(next) ? 2 : 1)
        case l:
            let isSilent = letter(index &- 1) == u && letter(index &- 2) == a
            return (isSilent && (next == t || next == d || next == x) ? 0 : l, 1)
        case m: return ((next == p && third != s) || next == v || next == f ? n : m, 1)
        case p:
            if next == h { return (f, 2) }
            return (letter(index &- 1) == m && next == s ? 0 : p, 1)
        case q: return (k, isLinkedV(next) ? 2 : 1)
        case s:
            if next == c, third == h { return (s, 3) }
            if next == h || next == z { return (s, 2) }
            if next == c, isFront(third) { return (s, 2) }
            return (s, 1)
        case t:
            if next == s, third == c, letter(index &+ 3) == h { return (s, 4) }
            if next == c, third == h { return (s, 3) }
            if next == s || next == z { return (s, 2) }
            return (t, 1)
        case v, w:
            if index == 0, letters[0] == w, next == r { return (r, 2) }
            return (index == count &- 1 || next == s ? f : v, 1)
        case x: return (index == count &- 1 ? k : s, 1)
        case z: return (s, next == h ? 2 : 1)
        case let other: return (other, 1)
        }
    }

    private func soundOfC(at index: Int, _ next: UInt8, _ third: UInt8) -> (UInt8, Int) {
        if next == h { return (isVowel(index &+ 2) ? s : k, 2) }
        if next == z || (next == s && index &+ 2 == count) { return (s, 2) }
        if next == k { return (k, isLinkedV(third) ? 3 : 2) }
        if isFront(next) || isSlavicEnding(index) { return (s, 1) }
        return (k, isLinkedV(next) ? 2 : 1)
    }

    private func soundOfG(at index: Int, _ next: UInt8, _ third: UInt8) -> (UInt8, Int) {
        if next == h {
            if isVowel(index &- 1), !isVowel(index &+ 2) { return (0, 2) }
            return (index &+ 2 == count ? k : g, 2)
        }
        if next == n, index > 0 { return (n, 2) }
        if next == l, third == i, index > 0, isVowel(index &+ 3) { return (l, 2) }
        if isFront(next) { return (j, 1) }
        return (index == count &- 1 ? k : g, 1)
    }

    private func isFront(_ letter: UInt8) -> Bool { letter == e || letter == i || letter == y }

    /// Kv, qv, kw: the v is not told from the u of qu.
    private func isLinkedV(_ letter: UInt8) -> Bool { letter == v || letter == w }

    /// Whether the c at `index` ends a name like Petrovic, whose c was written with an accent. Not
    /// those of Eric, Patric, Dominic and Ludovic.
    private func isSlavicEnding(_ index: Int) -> Bool {
        guard index == count &- 1, count >= 6, letter(index &- 1) == i else { return false }
        switch letter(index &- 2) {
        case v: return letter(index &- 4) != d || letters[0] != l
        case n: return letter(index &- 4) != m
        case l, c, j, s, z, k: return true
        default: return false
        }
    }

    // MARK: - Endings

    /// How many letters at the end are left silent: s, z behind a vowel, x behind u and oi, t and
    /// d behind a vowel or n, r and l, and the r of er.
    private func silentEnding() -> Int {
        guard count > 3 else { return 0 }
        let last = letter(count &- 1)
        let before = letter(count &- 2)
        switch last {
        case r: return before == e && isSilentR() ? 1 : 0
        case z: return isVowel(count &- 2) ? 1 : 0
        case s: return before == c ? 0 : 1
        case x:
            let isDiphthong = (before == i || before == y) && letter(count &- 3) == o
            return before == u || isDiphthong ? 1 : 0
        case t, d: return silentStop(before: count &- 1)
        case h: return before == t ? silentStop(before: count &- 2) : 0
        default: return 0
        }
    }

    /// Boucher and Olivier, but not Meyer, Maier and Bauer.
    private func isSilentR() -> Bool {
        switch letter(count &- 3) {
        case a, e, o, u, y: false
        case i: !isVowel(count &- 4)
        default: true
        }
    }

    private func silentStop(before index: Int) -> Int {
        let start = letter(index &- 1) == d ? index &- 1 : index
        switch letter(start &- 1) {
        case a, e, i, o, u, y, n, r, l: return count &- start
        default: return 0
        }
    }
}

// The letters by their names, which is how the rules read.
private let a = UInt8(ascii: "a")
private let b = UInt8(ascii: "b")
private let c = UInt8(ascii: "c")
private let d = UInt8(ascii: "d")
private let e = UInt8(ascii: "e")
private let f = UInt8(ascii: "f")
private let g = UInt8(ascii: "g")
private let h = UInt8(ascii: "h")
private let i = UInt8(ascii: "i")
private let j = UInt8(ascii: "j")
private let k = UInt8(ascii: "k")
private let l = UInt8(ascii: "l")
private let m = UInt8(ascii: "m")
private let n = UInt8(ascii: "n")
private let o = UInt8(ascii: "o")
private let p = UInt8(ascii: "p")
private let q = UInt8(ascii: "q")
private let r = UInt8(ascii: "r")
private let s = UInt8(ascii: "s")
private let t = UInt8(ascii: "t")
private let u = UInt8(ascii: "u")
private let v = UInt8(ascii: "v")
private let w = UInt8(ascii: "w")
private let x = UInt8(ascii: "x")
private let y = UInt8(ascii: "y")
private let z = UInt8(ascii: "z")
