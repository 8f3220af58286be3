/// Texts in lines of so many cells.
enum TextWrap {
    /// `text` in lines of at most `width` cells, broken at blanks where there are any in a line's
    /// second half. Of more than `most` lines the last one is cut off with "…".
    static func lines(of text: String, width: Int, most: Int = .max) -> [String] {
        guard width > 0, !text.isEmpty else { return [] }
        var lines: [String] = []
        var rest = text[...]
        while DisplayWidth.of(String(rest)) > width, lines.count + 1 < most {
            let end = breakPlace(in: rest, width: width)
            lines.append(String(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
        if !rest.isEmpty { lines.append(DisplayWidth.cut(String(rest), to: width)) }
        return lines.map { withoutBlanksAtEnd($0) }
    }

    /// Where the first line ends: behind one character at least.
    private static func breakPlace(in text: Substring, width: Int) -> Substring.Index {
        var end = text.startIndex
        var used = 0
        var blank: Substring.Index?
        while end < text.endIndex {
            let cells = DisplayWidth.of(text[end])
            guard used + cells <= width else { break }
            if text[end] == " ", used >= width / 2 { blank = end }
            used += cells
            end = text.index(after: end)
        }
        if end < text.endIndex, text[end] == " " { return end }
        return blank ?? max(end, text.index(after: text.startIndex))
    }

    /// `text` with blanks behind it up to `width` cells.
    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    /// `text` in exactly `width` cells, cut or with blanks behind it.
    static func fitted(_ text: String, _ width: Int) -> String {
        padded(DisplayWidth.cut(text, to: width), width)
    }

    static func withoutBlanksAtEnd(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}
