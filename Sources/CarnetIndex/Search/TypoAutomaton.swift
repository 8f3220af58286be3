/// Which distances to a word are possible, and what each further letter makes of them: the same for
/// all words, so that it is worked out once and a search only looks it up.
///
/// A *position* of the automaton is the band of the matrix of optimal string alignment (Damerau's
/// edits, no letter edited twice) around the diagonal, 2 × limit + 1 cells, after so many letters of
/// a token: cell i holds the distance to that many letters of the word less the limit plus i. Beside
/// it stands what it would cost if the next letter completed two that changed places. What the next
/// letter does depends on the letters of the word around the diagonal that it equals alone, which are
/// the bits of a *window* from one before the band to one behind it. There are 12 positions for one
/// edit and 124 for two. Source: Schulz and Mihov, "Fast String Correction with
/// Levenshtein-Automata"; Ukkonen, "Algorithms for Approximate String Matching".
struct TypoAutomaton: Sendable {
    static let one = TypoAutomaton(limit: 1)
    static let two = TypoAutomaton(limit: 2)

    /// A band and the pending costs, cell by cell.
    private struct Position: Hashable {
        var row: [UInt8]
        var pending: [UInt8]
    }

    let limit: Int
    /// How many bits a window has.
    let windowBits: Int
    /// The position after each position and window.
    private var next: [UInt8] = []
    /// The cells of each position, two bits each, the first lowest; and what is pending for them.
    private var rows: [UInt16] = []
    private var pendings: [UInt16] = []
    /// The least cell of each position.
    private var leasts: [UInt8] = []

    private init(limit: Int) {
        self.limit = limit
        let far = UInt8(limit + 1)
        let width = 2 * limit + 1
        windowBits = width + 2
        var row = [UInt8](repeating: far, count: width)
        for cell in limit..<width { row[cell] = UInt8(cell - limit) }
        var positions = [
            Position(row: row, pending: [UInt8](repeating: far, count: width))
        ]
        var numbers = [positions[0]: UInt8(0)]
        var index = 0
        while index < positions.count {
            for window in 0..<1 << windowBits {
                let position = Self.after(positions[index], window, far: far)
                if numbers[position] == nil {
                    numbers[position] = UInt8(positions.count)
                    positions.append(position)
                }
                next.append(numbers[position] ?? 0)
            }
            index += 1
        }
        rows = positions.map { Self.packed($0.row) }
        pendings = positions.map { Self.packed($0.pending) }
        leasts = positions.map { $0.row.min() ?? far }
    }

    private static func packed(_ cells: [UInt8]) -> UInt16 {
        cells.reversed().reduce(0) { $0 << 2 | UInt16($1) }
    }

    /// The position behind one more letter, which equals the letters of the word in `window`.
    private static func after(_ old: Position, _ window: Int, far: UInt8) -> Position {
        let width = old.row.count
        func isSame(_ cell: Int) -> Bool { window >> (cell + 1) & 1 == 1 }
        var new = Position(row: [], pending: [])
        for cell in 0..<width {
            var best = old.row[cell] + (isSame(cell) ? 0 : 1)
            if cell + 1 < width { best = min(best, old.row[cell + 1] + 1) }
            if cell > 0 { best = min(best, new.row[cell - 1] + 1) }
            if isSame(cell - 1) { best = min(best, old.pending[cell]) }
            new.row.append(min(best, far))
            new.pending.append(isSame(cell + 1) ? min(far, old.row[cell] + 1) : far)
        }
        return new
    }

    /// The position behind a letter. `window` must have no bits past `windowBits`.
    @inline(__always)
    func position(after position: UInt8, _ window: Int) -> UInt8 {
        next[Int(position) << windowBits | window]
    }

    /// The distance in a cell; more than the limit where it is that.
    @inline(__always)
    func cell(_ cell: Int, of position: UInt8) -> Int {
        Int(rows[Int(position)] >> UInt16(2 &* cell)) & 3
    }

    /// What a cell costs once the next letter completes two that changed places.
    @inline(__always)
    func pending(_ cell: Int, of position: UInt8) -> Int {
        Int(pendings[Int(position)] >> UInt16(2 &* cell)) & 3
    }

    /// The least distance that whatever follows can have.
    @inline(__always)
    func least(of position: UInt8) -> Int { Int(leasts[Int(position)]) }
}
