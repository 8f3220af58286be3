public import CarnetBytes
import CarnetModel

/// Folded text as one string: what lists are sorted by and names are compared with.
extension Folding {
    /// Between last and first name: below every letter and below the space, so that "Berg" comes
    /// before "Berg van".
    public static let sortSeparator: UInt8 = 1

    /// Appends the folded parts of `text` with one space between. Apostrophes go without a trace,
    /// hyphens become the space. O(length).
    public static func appendFolded(_ text: RawSpan, to writer: inout ByteWriter) {
        let start = writer.byteCount
        var needsSpace = false
        var offset = 0
        while offset < text.byteCount {
            let byte = text.byte(at: offset)
            if byte < 0x80 {
                offset &+= 1
                if asciiLetterOrDigit(byte) {
                    appendSpace(ifNeeded: &needsSpace, from: start, to: &writer)
                    writer.append(asciiFolded(byte))
                } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "`") {
                    needsSpace = true
                }
                continue
            }
            guard let scalar = text.scalar(at: offset) else {
                needsSpace = true
                offset &+= 1
                continue
            }
            appendScalar(scalar.value, from: start, &needsSpace, to: &writer)
            offset &+= scalar.byteCount
        }
    }

    /// Appends the key of the order by name: folded last name, `sortSeparator`, folded first name.
    /// Keys compare byte by byte.
    public static func appendSortKey(
        last: RawSpan,
        first: RawSpan,
        to writer: inout ByteWriter
    ) {
        appendFolded(last, to: &writer)
        writer.append(sortSeparator)
        appendFolded(first, to: &writer)
    }

    private static func appendScalar(
        _ scalar: UInt32,
        from start: Int,
        _ needsSpace: inout Bool,
        to writer: inout ByteWriter
    ) {
        let fate = FoldingTable.standard.fate(of: scalar)
        if fate & FoldingTable.ascii != 0 {
            appendSpace(ifNeeded: &needsSpace, from: start, to: &writer)
            writer.append(UInt8(truncatingIfNeeded: fate))
            return
        }
        switch fate {
        case FoldingTable.dropped, FoldingTable.apostrophe: break
        case FoldingTable.separator, FoldingTable.hyphen: needsSpace = true
        case FoldingTable.kept:
            appendSpace(ifNeeded: &needsSpace, from: start, to: &writer)
            writer.append(scalar: scalar)
        default:
            appendSpace(ifNeeded: &needsSpace, from: start, to: &writer)
            for index in FoldingTable.standard.expansion(fate) {
                writer.append(FoldingTable.standard.expansionByte(at: index))
            }
        }
    }

    @inline(__always)
    private static func appendSpace(
        ifNeeded needsSpace: inout Bool,
        from start: Int,
        to writer: inout ByteWriter
    ) {
        if needsSpace, writer.byteCount > start { writer.append(UInt8(ascii: " ")) }
        needsSpace = false
    }
}

/// Whether a byte is an ASCII letter or digit.
@inline(__always)
private func asciiLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}

/// The lower-case form of an ASCII letter; a digit stays.
@inline(__always)
private func asciiFolded(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") ? byte | 0x20 : byte
}
