import CarnetBytes

/// Turns scalars into normal form C one after the other and writes them as UTF-8: it holds back
/// the last starter and the marks after it, since these may still join.
///
/// The marks after one starter must be few: `TextValue` lets through `markCountMax` as given, which
/// are at most twice as many when decomposed, and a starter brings three at most of its own.
struct Composer: ~Copyable {
    /// How many combining marks may follow each other in a text. UAX #15 calls 30 enough for
    /// every language ("Stream-Safe Text Format").
    static let markCountMax = 32
    private static let heldMax = 2 * markCountMax + 4

    /// 0 while there is none.
    private var starter: UInt32 = 0
    /// Combining class in the high eight bits, the scalar below; ascending by class, stable.
    private var marks = InlineArray<68, UInt32>(repeating: 0)
    private var markCount = 0

    mutating func push(_ scalar: UInt32, to writer: inout ByteWriter) {
        let table = NormalizationTable.standard
        if let (lead, vowel, tail) = Hangul.decomposition(of: scalar) {
            add(lead, table, to: &writer)
            add(vowel, table, to: &writer)
            if tail != 0 { add(tail, table, to: &writer) }
        } else if let (first, second) = table.decomposition(of: scalar) {
            push(first, to: &writer)
            if second != 0 { push(second, to: &writer) }
        } else {
            add(scalar, table, to: &writer)
        }
    }

    /// Writes what was held back.
    mutating func finish(to writer: inout ByteWriter) {
        composeMarks(NormalizationTable.standard)
        flush(to: &writer)
    }

    /// Takes a scalar that does not decompose.
    private mutating func add(
        _ scalar: UInt32,
        _ table: borrowing NormalizationTable,
        to writer: inout ByteWriter
    ) {
        let combiningClass = table.combiningClass(of: scalar)
        if combiningClass != 0 {
            insert(UInt32(combiningClass) << 24 | scalar)
            return
        }
        composeMarks(table)
        if markCount == 0, starter != 0, let composite = table.composite(starter, scalar) {
            starter = composite
            return
        }
        flush(to: &writer)
        starter = scalar
    }

    /// Inserts a mark behind those of its own class.
    private mutating func insert(_ mark: UInt32) {
        guard markCount < Self.heldMax else { return }
        var index = markCount
        while index > 0, marks[index - 1] >> 24 > mark >> 24 {
            marks[index] = marks[index - 1]
            index -= 1
        }
        marks[index] = mark
        markCount += 1
    }

    /// Joins to the starter each mark that no other of its class keeps away from it.
    private mutating func composeMarks(_ table: borrowing NormalizationTable) {
        guard starter != 0 else { return }
        var kept = 0
        for index in 0..<markCount {
            let mark = marks[index]
            let isBlocked = kept > 0 && marks[kept - 1] >> 24 == mark >> 24
            if !isBlocked, let composite = table.composite(starter, mark & 0xFF_FFFF) {
                starter = composite
            } else {
                marks[kept] = mark
                kept += 1
            }
        }
        markCount = kept
    }

    private mutating func flush(to writer: inout ByteWriter) {
        if starter != 0 { writer.append(scalar: starter) }
        for index in 0..<markCount { writer.append(scalar: marks[index] & 0xFF_FFFF) }
        starter = 0
        markCount = 0
    }
}
