import CarnetBytes

/// Reading names that need no folding but small letters, which most are.
extension People {
    /// Adds the tokens of a text of ASCII letters with spaces, dots, apostrophes or hyphens between;
    /// false, and then they are not complete, where there is anything else, or a word with which a
    /// phrase may begin. The same as folding brings, in a third of the time.
    mutating func addPlainTokens(of text: RawSpan, to found: inout NameTokens) -> Bool {
        guard text.byteCount <= NamePart.byteCountMax else { return false }
        makeRoom(for: text.byteCount)
        guard let end = splitPlain(text, into: &found) else { return false }
        for index in 0..<found.count {
            let token = found[index]
            guard let kinds = traits(token.start, token.byteCount).kinds else { return false }
            found.setKinds(kinds, at: index)
        }
        textCount = end
        return true
    }

    /// Writes the letters behind the arena's end and answers where they end; nil where the text is
    /// not plain.
    private mutating func splitPlain(_ text: RawSpan, into found: inout NameTokens) -> Int? {
        var start = textCount
        var end = start
        var room = texts.mutableSpan
        for index in 0..<text.byteCount {
            let byte = text.byte(at: index)
            if Self.isLetter(byte) {
                room[end] = byte | 0x20
                end &+= 1
                continue
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "'"): break
            case UInt8(ascii: "-"):
                // Between spaces it begins a remark.
                guard index > 0, index &+ 1 < text.byteCount,
                    Self.isLetter(text.byte(at: index &- 1)),
                    Self.isLetter(text.byte(at: index &+ 1))
                else { return nil }
            default: return nil
            }
            if end > start { found.append(start..<end) }
            start = end
        }
        if end > start { found.append(start..<end) }
        return found.count < NameTokens.plainCountMax ? end : nil
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
