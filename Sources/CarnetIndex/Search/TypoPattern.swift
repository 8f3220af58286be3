import CarnetBytes
import CarnetModel

/// A word that was asked for, and how many typos are forgiven in it: a letter too many, too few or
/// wrong, or two neighbours that changed places. A token matches when some beginning of it lies so
/// near the word, since words are found while they are being typed.
///
/// The distance is that of optimal string alignment, in whole characters; ``TypoAutomaton`` knows
/// it, and a letter of a token costs a look-up there.
struct TypoPattern: Sendable {
    /// From how many letters on one edit is forgiven, and two.
    static let letterCountForOne = 4
    static let letterCountForTwo = 8
    /// The same where nobody is found else.
    static let looseLetterCountForOne = 3
    static let looseLetterCountForTwo = 5
    /// Longer words are no names; their places have to fit 64 bits with the window around them.
    static let letterCountMax = 56

    /// The scalars of the word.
    private(set) var letters: [UInt32] = []
    /// How many edits are forgiven in a whole word, which is the most.
    private(set) var editCountMax = 0
    /// How many are forgiven in the beginning of one.
    private var beginningEditCountMax = 0
    private var automaton = TypoAutomaton.one
    /// Where each ``TokenLetter`` stands in the word, as bits, shifted so that the window of the first
    /// letter of a token begins at bit 1.
    private var places: [UInt64] = []
    /// The first symbol of each letter of the word, as a bit.
    private var symbols: [UInt32] = []

    init() {}

    init(_ word: RawSpan, tolerance: Int) {
        let most = Self.editCountMax(word, tolerance: tolerance)
        self.init(word, most, wholeEditCountMax: most)
    }

    /// Forgives so many edits, at most two, in a beginning of a token and in the whole of one.
    init(_ word: RawSpan, _ editCountMax: Int, wholeEditCountMax: Int) {
        self.editCountMax = wholeEditCountMax
        beginningEditCountMax = editCountMax
        guard wholeEditCountMax > 0 else { return }
        var offset = 0
        while offset < word.byteCount {
            guard let scalar = word.scalar(at: offset) else { break }
            letters.append(scalar.value)
            offset &+= scalar.byteCount
        }
        automaton = wholeEditCountMax == 1 ? .one : .two
        places = [UInt64](repeating: 0, count: TokenLetter.count)
        for (place, scalar) in letters.enumerated() {
            let letter = TokenLetter(scalar)
            symbols.append(1 << UInt32(letter?.group ?? TokenCode.otherGroup))
            if let letter { places[letter.number] |= bit(place) }
        }
    }

    /// How many edits are forgiven in a word. O(length).
    static func editCountMax(_ word: RawSpan, tolerance: Int) -> Int {
        let count = letterCount(word)
        guard count >= letterCountForOne, count <= letterCountMax else { return 0 }
        return min(count >= letterCountForTwo ? 2 : 1, tolerance)
    }

    /// How many are forgiven in a whole word once nobody is found. O(length).
    static func looseEditCountMax(_ word: RawSpan, tolerance: Int) -> Int {
        let count = letterCount(word)
        guard tolerance > 1, count >= looseLetterCountForOne, count <= letterCountMax else {
            return 0
        }
        return count >= looseLetterCountForTwo ? 2 : 1
    }

    private static func letterCount(_ word: RawSpan) -> Int {
        var count = 0
        for index in 0..<word.byteCount where word.byte(at: index) & 0xC0 != 0x80 { count &+= 1 }
        return count
    }

    private func bit(_ place: Int) -> UInt64 { 1 << UInt64(place &+ editCountMax &+ 2) }

    /// Where a letter stands in the word.
    @inline(__always)
    private func places(of scalar: UInt32) -> UInt64 {
        TokenLetter(scalar).map { places[$0.number] } ?? placesOfOther(scalar)
    }

    private func placesOfOther(_ scalar: UInt32) -> UInt64 {
        var bits: UInt64 = 0
        for (place, other) in letters.enumerated() where other == scalar { bits |= bit(place) }
        return bits
    }

    /// How near the letters of a token that were read so far lie to the word.
    struct State: Sendable {
        fileprivate var position: UInt8 = 0
        /// How many letters were read.
        fileprivate var count: UInt8 = 0
        /// A scalar of which some bytes, or whose group, have been read, and how many are to come.
        fileprivate var openCount: UInt8 = 0
        fileprivate var open: UInt32 = 0

        /// Whether part of a letter was read.
        var isWithinLetter: Bool { openCount > 0 }
    }

    /// Before the first letter.
    var start: State { State() }

    /// The distance of what was read to the whole word; more than the limit where it is that.
    @inline(__always)
    func distance(_ state: State) -> Int {
        let cell = letters.count &- Int(state.count) &+ editCountMax
        return cell >= 0 && cell <= 2 &* editCountMax
            ? automaton.cell(cell, of: state.position) : editCountMax &+ 1
    }

    /// Whether what was read matches.
    @inline(__always)
    func matches(_ state: State) -> Bool { distance(state) <= editCountMax }

    /// Whether no beginning of the token from here on can match.
    @inline(__always)
    func isHopeless(_ state: State) -> Bool {
        automaton.least(of: state.position) > editCountMax
    }

    /// The state after one more byte of a token's UTF-8.
    @inline(__always)
    func advance(_ state: inout State, _ byte: UInt8) {
        if byte < 0x80 {
            advance(&state, places(of: UInt32(byte)))
        } else if byte & 0xC0 == 0x80 {
            state.open = state.open << 6 | UInt32(byte & 0x3F)
            state.openCount &-= 1
            if state.openCount == 0 { advance(&state, places(of: state.open)) }
        } else {
            let isTwo = byte < 0xE0
            let isThree = byte < 0xF0
            state.openCount = isTwo ? 1 : isThree ? 2 : 3
            state.open = UInt32(byte & (isTwo ? 0x1F : isThree ? 0x0F : 0x07))
        }
    }

    /// The state after a letter that stands at these places of the word.
    @inline(__always)
    private func advance(_ state: inout State, _ places: UInt64) {
        state.count &+= 1
        let window = Int(places >> UInt64(state.count)) & (1 << automaton.windowBits - 1)
        state.position = automaton.position(after: state.position, window)
    }

    /// The state after one more symbol of a ``TokenCode``, not the end nor one of other groups.
    @inline(__always)
    func advance(_ state: inout State, symbol: UInt8) {
        if state.openCount > 0 {
            let letter = TokenLetter(group: UInt8(truncatingIfNeeded: state.open), symbol)
            state.openCount = 0
            advance(&state, places[letter.number])
        } else if symbol &- 2 < 26 {
            advance(&state, places[Int(symbol)])
        } else {
            state.open = UInt32(symbol)
            state.openCount = 1
        }
    }

    /// The first symbols of the letters that a token may go on with after `state`, as bits: where no
    /// edits are left, letters of the word at the places where they may stand, and the others of two
    /// that changed places; all where edits are left, or within a letter. `memo` is what was answered
    /// last.
    @inline(__always)
    func nextSymbols(after state: State, _ memo: inout NextSymbols) -> UInt32 {
        guard automaton.least(of: state.position) == editCountMax, !state.isWithinLetter else {
            return .max
        }
        // Most of those that begin with other letters have come to the same position.
        if memo.position != state.position || memo.letterCount != state.count {
            memo = NextSymbols(
                position: state.position,
                letterCount: state.count,
                bits: symbols(after: state)
            )
        }
        return memo.bits
    }

    private func symbols(after state: State) -> UInt32 {
        var bits: UInt32 = 0
        for cell in 0...(2 &* editCountMax) {
            let place = Int(state.count) &- editCountMax &+ cell
            if place >= 0, place < letters.count,
                automaton.cell(cell, of: state.position) <= editCountMax
            {
                bits |= symbols[place]
            }
            if place > 0, place <= letters.count,
                automaton.pending(cell, of: state.position) <= editCountMax
            {
                bits |= symbols[place &- 1]
            }
        }
        return bits
    }

    /// What the pattern answered for a position, as bits.
    struct NextSymbols {
        fileprivate var position = UInt8.max
        fileprivate var letterCount: UInt8 = 0
        fileprivate var bits: UInt32 = 0
    }

    /// Whether some beginning of a token matches. O(letters).
    func matches(_ token: RawSpan) -> Bool {
        guard editCountMax > 0 else { return false }
        var state = start
        for index in 0..<token.byteCount {
            advance(&state, token.byte(at: index))
            if matches(state) { return true }
            if isHopeless(state) { return false }
        }
        return false
    }

    /// How well a token matches: by the fewest typos in the whole of it, or in a beginning; nil when
    /// it does not. O(letters).
    func grade(_ token: RawSpan) -> MatchGrade? {
        guard editCountMax > 0 else { return nil }
        var state = start
        var least = editCountMax &+ 1
        var index = 0
        while index < token.byteCount, !isHopeless(state) {
            advance(&state, token.byte(at: index))
            index &+= 1
            if !state.isWithinLetter { least = min(least, distance(state)) }
        }
        let beginning =
            least <= beginningEditCountMax ? MatchGrade.typos(least, isWhole: false) : nil
        guard index == token.byteCount, matches(state) else { return beginning }
        let count = distance(state)
        let whole =
            count <= beginningEditCountMax ? MatchGrade.typos(count, isWhole: true) : .loose
        return MatchGrade.better(beginning, whole)
    }
}
