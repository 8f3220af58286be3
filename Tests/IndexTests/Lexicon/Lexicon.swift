import CarnetBytes

/// Texts as the lexicon takes and gives them.
enum Lexicon {
    static func with<R>(_ text: String, _ body: (RawSpan) -> R) -> R {
        let bytes = Array(text.utf8)
        return unsafe body(bytes.span.bytes)
    }

    static func written(_ body: (inout ByteWriter) -> Void) -> String {
        var writer = ByteWriter()
        body(&writer)
        return writer.bytes.text()
    }

    /// The lines of a table as words, empty ones left out.
    static func lines(_ table: StaticString) -> [[String]] {
        String(describing: table).split(separator: "\n")
            .map { $0.split(separator: " ").map(String.init) }
            .filter { !$0.isEmpty }
    }
}
