import CarnetBytes

/// Reads the tables that stand in the source as text for people to read: one entry a line, words
/// with a space between. The text is our own; tests hold it to what its readers expect.
struct LexiconText: ~Copyable {
    private let text: ByteWriter
    private var offset = 0

    init(_ text: StaticString) {
        var copy = ByteWriter(capacity: text.utf8CodeUnitCount)
        copy.append(text)
        self.text = copy
    }

    /// The bytes of a word that `nextWord` found.
    @_lifetime(borrow self)
    func word(_ range: Range<Int>) -> RawSpan { text.bytes.bytes(range) }

    /// The next word of this line; nil where the line ends, which is passed.
    mutating func nextWord() -> Range<Int>? {
        while offset < text.byteCount, byte(offset) == UInt8(ascii: " ") { offset += 1 }
        let start = offset
        while offset < text.byteCount, byte(offset) != UInt8(ascii: " ") {
            if byte(offset) == UInt8(ascii: "\n") { break }
            offset += 1
        }
        guard offset > start else {
            offset += 1
            return nil
        }
        return start..<offset
    }

    private func byte(_ offset: Int) -> UInt8 { text.bytes.byte(at: offset) }

    /// Whether all lines were read.
    var isAtEnd: Bool { offset >= text.byteCount }
}
