import CarnetBytes
import CarnetModel

/// A word that was asked for, and how many typos are forgiven in it: a letter too many, too few or
/// wrong, or two neighbours that changed places. A token matches when some beginning of it lies so
/// near the word, since words are found while they are being typed.
///
/// The distance is that of optimal string alignment (Damerau's edits, no letter edited twice), in
/// whole characters. Only the band of cells around the diagonal that can stay within the limit is
/// kept: 2 × limit + 1 of them. Source: Ukkonen, "Algorithms for Approximate String Matching".
struct TypoPattern: Sendable {
    /// From how many letters on one edit is forgiven, and two.
    static let letterCountForOne = 4
    static let letterCountForTwo = 8

    /// The scalars of the word.
    private(set) var letters: [UInt32] = []
    private(set) var editCountMax = 0

    init() {}

    init(_ word: RawSpan, tolerance: Int) {
        var offset = 0
        while offset < word.byteCount {
            guard let scalar = word.scalar(at: offset) else { break }
            letters.append(scalar.value)
            offset &+= scalar.byteCount
        }
        let most =
            letters.count >= Self.letterCountForTwo
            ? 2 : letters.count >= Self.letterCountForOne ? 1 : 0
        editCountMax = min(most, tolerance)
    }

    /// How near the letters of a token that were read so far lie to the word.
    struct State: Sendable {
        /// The distance to so many letters of the word: cell i to `count` - limit + i of them.
        fileprivate var row: InlineArray<5, UInt8>
        /// The row one letter ago.
        fileprivate var rowBefore: InlineArray<5, UInt8>
        fileprivate var letter: UInt32 = 0
        fileprivate var count = 0
        /// A scalar of which some bytes have been read, and how many are to come.
        fileprivate var open: UInt32 = 0
        fileprivate var openCount = 0
        /// Whether no beginning of the token from here on can match.
        fileprivate(set) var isHopeless = false
        /// Whether every further letter must be the word's: no more edits are left.
        fileprivate(set) var isExhausted = false
        /// The distance of what was read to the whole word; more than the limit where it is that.
        fileprivate(set) var distance: UInt8

        /// Whether part of a letter was read.
        var isWithinLetter: Bool { openCount > 0 }
    }

    /// Whether what was read matches.
    @inline(__always)
    func matches(_ state: State) -> Bool { Int(state.distance) <= editCountMax }

    /// Before the first letter.
    var start: State {
        let far = UInt8(editCountMax &+ 1)
        var row = InlineArray<5, UInt8>(repeating: far)
        for cell in editCountMax...(2 &* editCountMax) {
            row[cell] = UInt8(cell &- editCountMax)
        }
        var state = State(
            row: row,
            rowBefore: InlineArray<5, UInt8>(repeating: far),
            distance: far
        )
        state.isExhausted = editCountMax == 0
        return state
    }

    /// The state after one more byte of a token's UTF-8.
    @inline(__always)
    func advance(_ state: inout State, _ byte: UInt8) {
        if byte < 0x80 {
            advance(&state, letter: UInt32(byte))
        } else if byte & 0xC0 == 0x80 {
            state.open = state.open << 6 | UInt32(byte & 0x3F)
            state.openCount &-= 1
            if state.openCount == 0 { advance(&state, letter: state.open) }
        } else {
            let isTwo = byte < 0xE0
            let isThree = byte < 0xF0
            state.openCount = isTwo ? 1 : isThree ? 2 : 3
            state.open = UInt32(byte & (isTwo ? 0x1F : isThree ? 0x0F : 0x07))
        }
    }

    private func advance(_ state: inout State, letter: UInt32) {
        let limit = editCountMax
        let far = UInt8(truncatingIfNeeded: limit &+ 1)
        let count = state.count &+ 1
        var row = InlineArray<5, UInt8>(repeating: far)
        var least = far
        for cell in 0...(2 &* limit) {
            let place = count &- limit &+ cell
            guard place >= 0, place <= letters.count else { continue }
            var best = far
            if place == 0 {
                best = UInt8(truncatingIfNeeded: min(count, limit &+ 1))
            } else {
                let same = letters[place &- 1] == letter
                best = state.row[cell] &+ (same ? 0 : 1)
                if cell < 2 &* limit { best = min(best, state.row[cell &+ 1] &+ 1) }
                if cell > 0 { best = min(best, row[cell &- 1] &+ 1) }
                if count > 1, place > 1, letters[place &- 2] == letter,
                    letters[place &- 1] == state.letter
                {
                    best = min(best, state.rowBefore[cell] &+ 1)
                }
            }
            best = min(best, far)
            if best < least { least = best }
            row[cell] = best
        }
        state.rowBefore = state.row
        state.row = row
        state.letter = letter
        state.count = count
        state.isHopeless = least == far
        state.isExhausted = Int(least) == limit
        let end = letters.count &- count &+ limit
        state.distance = end >= 0 && end <= 2 &* limit ? row[end] : far
    }

    /// The least first byte above `byte` of a letter that a token may go on with after `state`, in
    /// which no edits are left: a letter of the word at one of the places where it may stand, or
    /// the other of two that changed places. Nil when there is none.
    func nextByte(after state: State, above byte: UInt8) -> UInt8? {
        var next: UInt8?
        func offer(_ letter: UInt32) {
            let first = Self.firstByte(of: letter)
            if first > byte, next.map({ first < $0 }) ?? true { next = first }
        }
        let limit = editCountMax
        for cell in 0...(2 &* limit) {
            let place = state.count &- limit &+ cell
            if Int(state.row[cell]) <= limit, place >= 0, place < letters.count {
                offer(letters[place])
            }
            let other = place &+ 1
            if state.count > 0, Int(state.rowBefore[cell]) < limit, other > 1,
                other <= letters.count, letters[other &- 1] == state.letter
            {
                offer(letters[other &- 2])
            }
        }
        return next
    }

    private static func firstByte(of letter: UInt32) -> UInt8 {
        switch letter {
        case ..<0x80: UInt8(truncatingIfNeeded: letter)
        case ..<0x800: UInt8(truncatingIfNeeded: 0xC0 | letter >> 6)
        case ..<0x1_0000: UInt8(truncatingIfNeeded: 0xE0 | letter >> 12)
        default: UInt8(truncatingIfNeeded: 0xF0 | letter >> 18)
        }
    }

    /// Whether some beginning of a token matches. O(letters).
    func matches(_ token: RawSpan) -> Bool {
        guard editCountMax > 0 else { return false }
        return matches(token, from: 0, start)
    }

    /// Whether some beginning of a token matches that goes past the bytes before `offset`, after
    /// which `state` is.
    func matches(_ token: RawSpan, from offset: Int, _ before: State) -> Bool {
        var state = before
        for index in offset..<token.byteCount {
            advance(&state, token.byte(at: index))
            if matches(state) { return true }
            if state.isHopeless { return false }
        }
        return false
    }

    /// How well a token matches: by the fewest typos in the whole of it, or in a beginning; nil when
    /// it does not. O(letters).
    func grade(_ token: RawSpan) -> MatchGrade? {
        guard editCountMax > 0 else { return nil }
        var state = start
        var least = UInt8(editCountMax &+ 1)
        var index = 0
        while index < token.byteCount, !state.isHopeless {
            advance(&state, token.byte(at: index))
            index &+= 1
            if !state.isWithinLetter, state.distance < least { least = state.distance }
        }
        guard Int(least) <= editCountMax else { return nil }
        let beginning = MatchGrade.typos(Int(least), isWhole: false)
        guard index == token.byteCount, matches(state) else { return beginning }
        return min(beginning, .typos(Int(state.distance), isWhole: true))
    }
}
