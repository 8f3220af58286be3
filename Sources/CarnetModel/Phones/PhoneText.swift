import CarnetBytes

/// A spelling of a phone number, one ASCII character for each that was written.
///
/// Digits of other scripts, full-width forms, dashes and spaces of all kinds stand as their ASCII
/// counterparts and letters as lower case, so that whatever reads on knows one alphabet.
struct PhoneText: ~Copyable {
    static let byteCountMax = 128

    /// What separates like a parenthesis and means nothing else.
    static let separator = UInt8(ascii: ")")
    /// What may stand around a number and never in it, such as marks of writing direction.
    static let mark = UInt8(ascii: "\n")

    private var characters = InlineArray<128, UInt8>(repeating: 0)
    private(set) var count = 0
    /// Whether there is a semicolon, and so maybe a parameter of a `tel:` URI.
    private(set) var hasParameters = false
    /// Whether there is a slash of either kind, and so maybe a second extension.
    private(set) var hasSlash = false

    /// Throws `textTooLong`, and `notANumber` for a character that no number comes with.
    init(_ text: RawSpan) throws(PhoneError) {
        guard text.byteCount <= Self.byteCountMax else {
            throw .textTooLong(byteCount: text.byteCount)
        }
        var index = 0
        while index < text.byteCount {
            let byte = text.byte(at: index)
            if byte < 0x80 {
                append(Self.lowercased(byte))
                index &+= 1
                continue
            }
            guard let (scalar, byteCount) = Self.scalar(in: text, at: index) else {
                throw .notANumber
            }
            index &+= byteCount
            if scalar == 0x0301 { continue }  // the accent of "extensión", written apart
            guard let character = Self.character(for: scalar) else { throw .notANumber }
            append(character)
        }
    }

    /// `prefix`, then the characters of `range` in `other`.
    init(_ prefix: Range<Int>, then range: Range<Int>, of other: borrowing PhoneText) {
        for index in prefix { append(other[index]) }
        for index in range { append(other[index]) }
    }

    /// The character at `index`, a line's end for an index outside.
    subscript(index: Int) -> UInt8 {
        index >= 0 && index < count ? characters[index] : Self.mark
    }

    /// Whether `word`, in lower case, stands at `index`.
    func has(_ word: StaticString, at index: Int) -> Bool {
        let bytes = NumberingPlanData.span(of: word)
        guard index >= 0 && index &+ bytes.byteCount <= count else { return false }
        for offset in 0..<bytes.byteCount
        where characters[index &+ offset] != bytes.byte(at: offset) {
            return false
        }
        return true
    }

    /// Whether `word`, in lower case, ends before `end`.
    func has(_ word: StaticString, endingAt end: Int) -> Bool {
        end <= count && has(word, at: end &- word.utf8CodeUnitCount)
    }

    private mutating func append(_ character: UInt8) {
        guard count < Self.byteCountMax else { return }
        switch character {
        case UInt8(ascii: ";"): hasParameters = true
        case UInt8(ascii: "/"), UInt8(ascii: "\\"): hasSlash = true
        default: break
        }
        characters[count] = character
        count &+= 1
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x09: 0x20
        default: byte
        }
    }

    /// The scalar that begins at `index` and its bytes; nil for what is not UTF-8.
    private static func scalar(in text: RawSpan, at index: Int) -> (UInt32, Int)? {
        let lead = text.byte(at: index)
        let byteCount = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2 && lead <= 0xF4 && index &+ byteCount <= text.byteCount else {
            return nil
        }
        var scalar = UInt32(lead) & (0xFF >> UInt32(byteCount &+ 1))
        for offset in 1..<byteCount {
            let byte = text.byte(at: index &+ offset)
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, byteCount)
    }

    /// The ASCII character that stands for a scalar above ASCII; nil for one that is unknown. The
    /// Cyrillic of "доб" (extension) becomes the letters "dob" with the highest bit set.
    private static func character(for scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0x0660...0x0669, 0x06F0...0x06F9, 0x0E50...0x0E59, 0xFF10...0xFF19:
            0x30 | UInt8(truncatingIfNeeded: scalar & 0xF)
        case 0x0966...0x096F, 0x09E6...0x09EF:
            0x30 | UInt8(truncatingIfNeeded: (scalar &- 6) & 0xF)
        case 0xFF21...0xFF3A: UInt8(truncatingIfNeeded: scalar &- 0xFF21 &+ 0x61)
        case 0xFF41...0xFF5A: UInt8(truncatingIfNeeded: scalar &- 0xFF41 &+ 0x61)
        case 0xFF0B: UInt8(ascii: "+")
        case 0xFF03: UInt8(ascii: "#")
        case 0xFF5E: UInt8(ascii: "~")
        case 0xFF0E: UInt8(ascii: ".")
        case 0x00A0, 0x2007, 0x2009, 0x202F, 0x3000: UInt8(ascii: " ")
        case 0x2010...0x2015, 0x2212, 0x30FC, 0xFF0D, 0x00AD, 0x200B, 0x2053, 0x2060, 0x223C,
            0xFF08, 0xFF09, 0xFF0F, 0xFF3B, 0xFF3D:
            separator
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: mark
        case 0x00D3, 0x00F3: UInt8(ascii: "o")
        case 0x0414, 0x0434: UInt8(ascii: "d") | 0x80
        case 0x041E, 0x043E: UInt8(ascii: "o") | 0x80
        case 0x0411, 0x0431: UInt8(ascii: "b") | 0x80
        default: nil
        }
    }
}
