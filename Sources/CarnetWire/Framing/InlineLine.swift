internal import CarnetBytes

/// The words of a line without LF, split at blanks; redis-cli's quoting where there are quotes.
///
/// `"…"` knows `\n \r \t \b \a \xHH \\ \"`, any other character after `\` is itself; `'…'` knows
/// `\'` alone. A closing quote must end the word. Source: `sdssplitargs` as Redis documents it.
enum InlineLine {
    /// Whether the line needs quoting rules, and so bytes of its own.
    static func hasQuotes(_ line: RawSpan) -> Bool {
        for index in 0..<line.byteCount {
            let byte = line.byte(at: index)
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return true }
        }
        return false
    }

    /// Splits a line without quotes; words are offsets of the line plus `base`. O(length).
    static func split(_ line: RawSpan, base: Int, words: inout WordRanges) {
        var at = 0
        while true {
            while at < line.byteCount, isBlank(line.byte(at: at)) { at &+= 1 }
            guard at < line.byteCount else { return }
            let start = at
            while at < line.byteCount, !isBlank(line.byte(at: at)) { at &+= 1 }
            words.append((base &+ start)..<(base &+ at))
        }
    }

    /// Splits a line with quotes; the words' bytes are added to `owned`. O(length).
    static func split(
        _ line: RawSpan,
        into owned: inout [UInt8],
        words: inout WordRanges
    ) throws(FramingError) {
        var at = 0
        while true {
            while at < line.byteCount, isBlank(line.byte(at: at)) { at &+= 1 }
            guard at < line.byteCount else { return }
            let start = owned.count
            while at < line.byteCount, !isBlank(line.byte(at: at)) {
                switch line.byte(at: at) {
                case UInt8(ascii: "\""): at = try quoted(line, from: at &+ 1, into: &owned)
                case UInt8(ascii: "'"): at = try literal(line, from: at &+ 1, into: &owned)
                case let byte:
                    owned.append(byte)
                    at &+= 1
                }
            }
            words.append(start..<owned.count)
        }
    }

    /// Copies what stands in `"…"`. Returns where the line goes on.
    private static func quoted(
        _ line: RawSpan,
        from start: Int,
        into owned: inout [UInt8]
    ) throws(FramingError) -> Int {
        var at = start
        while at < line.byteCount {
            let byte = line.byte(at: at)
            at &+= 1
            switch byte {
            case UInt8(ascii: "\""):
                return try end(line, at: at)
            case UInt8(ascii: "\\"):
                guard at < line.byteCount else { throw .unbalancedQuotes }
                if let value = hexEscape(line, at: at) {
                    owned.append(value)
                    at &+= 3
                } else {
                    owned.append(escaped(line.byte(at: at)))
                    at &+= 1
                }
            default:
                owned.append(byte)
            }
        }
        throw .unbalancedQuotes
    }

    /// Copies what stands in `'…'`. Returns where the line goes on.
    private static func literal(
        _ line: RawSpan,
        from start: Int,
        into owned: inout [UInt8]
    ) throws(FramingError) -> Int {
        var at = start
        while at < line.byteCount {
            let byte = line.byte(at: at)
            at &+= 1
            if byte == UInt8(ascii: "'") { return try end(line, at: at) }
            if byte == UInt8(ascii: "\\"), at < line.byteCount,
                line.byte(at: at) == UInt8(ascii: "'")
            {
                owned.append(UInt8(ascii: "'"))
                at &+= 1
            } else {
                owned.append(byte)
            }
        }
        throw .unbalancedQuotes
    }

    /// A closing quote ends its word.
    private static func end(_ line: RawSpan, at: Int) throws(FramingError) -> Int {
        guard at == line.byteCount || isBlank(line.byte(at: at)) else { throw .unbalancedQuotes }
        return at
    }

    /// The byte of `xHH` at `at`, if that is what stands there.
    private static func hexEscape(_ line: RawSpan, at: Int) -> UInt8? {
        guard at &+ 2 < line.byteCount, line.byte(at: at) == UInt8(ascii: "x"),
            let high = hexDigit(line.byte(at: at &+ 1)), let low = hexDigit(line.byte(at: at &+ 2))
        else { return nil }
        return high &* 16 &+ low
    }

    private static func escaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "n"): 10
        case UInt8(ascii: "r"): 13
        case UInt8(ascii: "t"): 9
        case UInt8(ascii: "b"): 8
        case UInt8(ascii: "a"): 7
        default: byte
        }
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
        default: nil
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || (byte >= 9 && byte <= 13)
    }
}
