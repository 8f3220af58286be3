import CarnetBytes
import CarnetModel

/// Tells from name fields as they are whether a name of theirs may be one that is known, folded.
/// It may say so of one that is not, never the other way (but for a title amid a name).
struct NameGlance {
    /// The small letters of the first field, and behind them of the second.
    private var letters = InlineArray<96, UInt8>(repeating: 0)
    private var starts = InlineArray<3, Int>(repeating: 0)
    private var areOneWord = InlineArray<2, Bool>(repeating: true)
    private var fieldCount = 0
    /// Whether there was nothing but Latin letters so far.
    private(set) var isPlain = true

    /// Whether what it says holds: there were two fields of Latin letters.
    var isSure: Bool { isPlain && fieldCount == 2 }

    /// Whatever else it sees, the names may be any.
    mutating func giveUp() { isPlain = false }

    /// Looks at a name field of another client.
    @inline(__always)
    mutating func look(at field: RawSpan) {
        guard isPlain, fieldCount < 2, read(field) else {
            isPlain = false
            return
        }
        fieldCount &+= 1
    }

    /// Whether either of the fields may hold the name as it is.
    @inline(__always)
    func mayHold(_ name: RawSpan) -> Bool {
        let text = unsafe letters.span.bytes
        return Self.mayHold(text.bytes(0..<starts[1]), areOneWord[0], name)
            || fieldCount > 1
                && Self.mayHold(text.bytes(starts[1]..<starts[2]), areOneWord[1], name)
    }

    /// Writes the small letters of a field, all joined; false where it has others than Latin ones,
    /// or too many. Hyphens and apostrophes may be part of a word.
    private mutating func read(_ field: RawSpan) -> Bool {
        guard field.byteCount <= NamePart.byteCountMax else { return false }
        var end = starts[fieldCount]
        var isOneWord = true
        var index = 0
        while index < field.byteCount {
            let byte = field.byte(at: index)
            let letter = byte | 0x20
            if letter &- UInt8(ascii: "a") < 26 {
                letters[end] = letter
                end &+= 1
            } else if byte >= 0x80 {
                guard let scalar = field.scalar(at: index) else { return false }
                let fate = FoldingTable.standard.fate(of: scalar.value)
                guard fate & FoldingTable.ascii != 0 else { return false }
                letters[end] = UInt8(truncatingIfNeeded: fate)
                end &+= 1
                index &+= scalar.byteCount &- 1
            } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".") {
                isOneWord = false
            } else if byte != UInt8(ascii: "-") && byte != UInt8(ascii: "'") {
                return false
            }
            index &+= 1
        }
        areOneWord[fieldCount] = isOneWord
        starts[fieldCount &+ 1] = end
        return true
    }

    /// Of one word, whether it is the name; of several, of which some may be titles, whether it is
    /// among them.
    @inline(__always)
    private static func mayHold(_ text: RawSpan, _ isOneWord: Bool, _ name: RawSpan) -> Bool {
        if isOneWord { return text.isEqual(to: name) }
        guard text.byteCount >= name.byteCount else { return false }
        for start in 0...text.byteCount &- name.byteCount
        where text.bytes(start..<start &+ name.byteCount).isEqual(to: name) {
            return true
        }
        return false
    }
}
