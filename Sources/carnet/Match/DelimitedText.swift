import CarnetBytes

/// Rows of a delimited text as RFC 4180 has them, and as files really are: any of four delimiters,
/// line ends of any system, quotes that are never closed, rows with too many fields or too few,
/// bytes that are no UTF-8.
///
/// A quote opens a quoted field only as its first character; in it, two quotes stand for one, and
/// what follows the closing quote belongs to the field as it is. A quoted field that does not end
/// within `quotedByteCountMax` bytes was never meant as one: then the quote stands for itself and
/// the row ends with its line.
struct DelimitedText: ~Copyable {
    static let quotedByteCountMax = 64 << 10
    /// Fields past these are left out.
    static let fieldCountMax = 1024

    let delimiter: UInt8
    /// Where the next row begins.
    private(set) var offset: Int
    /// The fields of the row that was read last, as UTF-8: where each stands in `row`.
    private(set) var fields: [Range<Int>] = []
    private(set) var row = ByteWriter(capacity: 1024)
    /// Rows that held a quote which was never closed.
    private(set) var unclosedCount = 0
    /// Rows that were no UTF-8 and were read by the code page.
    private(set) var strangeCount = 0
    /// The UTF-8 of the code page's bytes from 0x80 on.
    private let letters: [[UInt8]]

    /// - Parameter letters: what rows that are no UTF-8 are read by, as ``CodePage/table()`` has it.
    init(delimiter: UInt8, letters: [[UInt8]], from offset: Int = 0) {
        self.delimiter = delimiter
        self.letters = letters
        self.offset = offset
    }

    /// Reads the next row of `text`; false at its end. Empty lines are passed over. O(row).
    mutating func next(in text: RawSpan) -> Bool {
        while offset < text.byteCount {
            let start = offset
            if !read(text, quoting: true) {
                unclosedCount += 1
                offset = start
                _ = read(text, quoting: false)
            }
            if fields.count == 1 && fields[0].isEmpty { continue }
            if !row.bytes.isUTF8 { becomeUTF8() }
            return true
        }
        return false
    }

    /// Reads one row; false where a quoted field does not end.
    private mutating func read(_ text: RawSpan, quoting: Bool) -> Bool {
        fields.removeAll(keepingCapacity: true)
        row.removeAll()
        while true {
            let start = row.byteCount
            if quoting, offset < text.byteCount, text.byte(at: offset) == UInt8(ascii: "\"") {
                guard readQuoted(text) else { return false }
            }
            readPlain(text)
            if fields.count < Self.fieldCountMax { fields.append(start..<row.byteCount) }
            guard offset < text.byteCount else { return true }
            let end = text.byte(at: offset)
            offset += 1
            if end == delimiter { continue }
            if end == UInt8(ascii: "\r"), offset < text.byteCount,
                text.byte(at: offset) == UInt8(ascii: "\n")
            {
                offset += 1
            }
            return true
        }
    }

    /// Copies up to the next delimiter or line end.
    private mutating func readPlain(_ text: RawSpan) {
        while offset < text.byteCount {
            let byte = text.byte(at: offset)
            if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                return
            }
            if byte != 0 { row.append(byte) }
            offset += 1
        }
    }

    /// Copies what stands between quotes; false where the closing one is missing.
    private mutating func readQuoted(_ text: RawSpan) -> Bool {
        offset += 1
        var hasLineEnd = false
        let limit = min(text.byteCount, offset + Self.quotedByteCountMax)
        while offset < limit {
            let byte = text.byte(at: offset)
            offset += 1
            guard byte == UInt8(ascii: "\"") else {
                if byte == UInt8(ascii: "\n") { hasLineEnd = true }
                if byte != 0 { row.append(byte) }
                continue
            }
            guard offset < text.byteCount, text.byte(at: offset) == UInt8(ascii: "\"") else {
                // Behind a line end a quote inside a field opens the next one, not closes this.
                return !hasLineEnd || isEnd(text)
            }
            row.append(byte)
            offset += 1
        }
        return false
    }

    /// Whether a field may end here.
    private func isEnd(_ text: RawSpan) -> Bool {
        guard offset < text.byteCount else { return true }
        let byte = text.byte(at: offset)
        return byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    // MARK: - Encoding

    /// Reads the row's bytes as those of the code page.
    private mutating func becomeUTF8() {
        strangeCount += 1
        var rewritten = ByteWriter(capacity: row.byteCount * 2)
        for (index, range) in fields.enumerated() {
            let start = rewritten.byteCount
            for place in range {
                let byte = row.bytes.byte(at: place)
                if byte < 0x80 {
                    rewritten.append(byte)
                } else {
                    for unit in letters[Int(byte) - 0x80] { rewritten.append(unit) }
                }
            }
            fields[index] = start..<rewritten.byteCount
        }
        row = rewritten
    }
}

extension RawSpan {
    /// Whether the bytes are well-formed UTF-8. O(length).
    var isUTF8: Bool {
        var index = 0
        while index < byteCount {
            let byte = byte(at: index)
            let more: Int
            var low: UInt8 = 0x80
            var high: UInt8 = 0xBF
            switch byte {
            case 0..<0x80: more = 0
            case 0xC2...0xDF: more = 1
            case 0xE0: (more, low) = (2, 0xA0)
            case 0xED: (more, high) = (2, 0x9F)
            case 0xE1...0xEF: more = 2
            case 0xF0: (more, low) = (3, 0x90)
            case 0xF4: (more, high) = (3, 0x8F)
            case 0xF1...0xF3: more = 3
            default: return false
            }
            guard index + more < byteCount else { return false }
            for step in 0..<more {
                let next = self.byte(at: index + 1 + step)
                guard next >= (step == 0 ? low : 0x80), next <= (step == 0 ? high : 0xBF) else {
                    return false
                }
            }
            index += more + 1
        }
        return true
    }
}
