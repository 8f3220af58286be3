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
        /// Whether what was read matches.
        fileprivate(set) var matches = false
    }

    /// Before the first letter.
    var start: State {
        let far = UInt8(editCountMax &+ 1)
        var row = InlineArray<5, UInt8>(repeating: far)
        for cell in editCountMax...(2 &* editCountMax) {
            row[cell] = UInt8(cell &- editCountMax)
        }
        return State(row: row, rowBefore: InlineArray<5, UInt8>(repeating: far))
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
        var isHopeless = true
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
            if best <= limit { isHopeless = false }
            row[cell] = min(best, far)
        }
        state.rowBefore = state.row
        state.row = row
        state.letter = letter
        state.count = count
        state.isHopeless = isHopeless
        let end = letters.count &- count &+ limit
        state.matches = end >= 0 && end <= 2 &* limit && row[end] <= limit
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
            if state.matches { return true }
            if state.isHopeless { return false }
        }
        return false
    }
}
