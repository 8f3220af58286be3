public import CarnetBytes

/// Language tags of BCP 47, well-formed by RFC 5646, section 2.1, in its canonical case:
/// `nl-BE`, `zh-Hant-TW`.
///
/// Narrower than the grammar where that catches mistakes: the language has two or three letters
/// (longer ones are reserved, and would let "dutch" pass), it is never left out (`x-…` alone says
/// no language), the irregular grandfathered tags (`i-klingon`, `en-GB-oed`) are refused, and no
/// variant and no singleton stands twice (section 2.2.9). The regular grandfathered ones fit the
/// grammar and pass. Whether a subtag is registered is not asked.
public enum LanguageTag {
    /// RFC 5646, section 4.4.1: the longest tag that follows its advice.
    public static let byteCountMax = 35

    /// Checks a tag. An empty text passes: it clears the field. Appends to `scratch` only where
    /// the canonical case differs from what was given.
    public static func check(
        _ bytes: RawSpan,
        scratch: inout ByteWriter
    ) throws(ValueError) -> CheckedText {
        let range = TextValue.trimmed(bytes)
        guard !range.isEmpty else { return .asGiven(range) }
        guard range.count <= byteCountMax else { throw .language }
        let tag = bytes.bytes(range)
        if tag.byteCount == 2, isLowercase(tag.byte(at: 0)), isLowercase(tag.byte(at: 1)) {
            return .asGiven(range)
        }
        guard isWellFormed(tag) else { throw .language }
        let lowerBound = scratch.byteCount
        appendCanonical(tag, to: &scratch)
        guard scratch.bytes.bytes(lowerBound..<scratch.byteCount).isEqual(to: tag) else {
            return .rewritten(lowerBound..<scratch.byteCount)
        }
        scratch.truncate(to: lowerBound)
        return .asGiven(range)
    }

    private static func isLowercase(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    /// What the grammar lets follow; each later part can follow at once.
    private enum Part: Int {
        case language
        case extlang
        case script
        case region
        case variant
    }

    private static func isWellFormed(_ tag: RawSpan) -> Bool {
        guard let language = Subtag(tag, at: 0), language.isAlphabetic,
            language.count == 2 || language.count == 3
        else { return false }
        var reached = Part.language
        var extlangCount = 0
        var offset = language.end
        while offset < tag.byteCount {
            guard let subtag = Subtag(tag, at: offset + 1) else { return false }
            if subtag.count == 1 { return areExtensionsWellFormed(tag, from: offset + 1) }
            if subtag.count == 3, subtag.isAlphabetic, reached.rawValue <= Part.extlang.rawValue,
                extlangCount < 3
            {
                reached = .extlang
                extlangCount += 1
            } else if subtag.count == 4, subtag.isAlphabetic,
                reached.rawValue < Part.script.rawValue
            {
                reached = .script
            } else if subtag.isRegion, reached.rawValue < Part.region.rawValue {
                reached = .region
            } else if subtag.isVariant, !isRepeated(subtag, in: tag, from: language.end) {
                reached = .variant
            } else {
                return false
            }
            offset = subtag.end
        }
        return true
    }

    /// Extensions `a-bb…` with singletons that differ, then private use `x-…`; each holds at
    /// least one subtag.
    private static func areExtensionsWellFormed(_ tag: RawSpan, from start: Int) -> Bool {
        var seen: UInt64 = 0
        var offset = start
        while offset <= tag.byteCount {
            guard let singleton = Subtag(tag, at: offset), singleton.count == 1 else {
                return false
            }
            let letter = asciiLowercase(tag.byte(at: offset))
            let isPrivate = letter == UInt8(ascii: "x")
            let bit: UInt64 = 1 << UInt64(letter < 0x61 ? letter & 15 : letter & 31 | 32)
            guard seen & bit == 0 else { return false }
            seen |= bit
            offset = singleton.end + 1
            var memberCount = 0
            while offset <= tag.byteCount, let member = Subtag(tag, at: offset),
                isPrivate || member.count >= 2
            {
                memberCount += 1
                offset = member.end + 1
            }
            guard memberCount > 0 else { return false }
        }
        return true
    }

    /// Whether the same subtag stands in front of `subtag`, from `start` on.
    private static func isRepeated(_ subtag: Subtag, in tag: RawSpan, from start: Int) -> Bool {
        var offset = start + 1
        while offset < subtag.start, let earlier = Subtag(tag, at: offset) {
            if earlier.count == subtag.count {
                var index = 0
                while index < subtag.count,
                    asciiLowercase(tag.byte(at: earlier.start + index))
                        == asciiLowercase(tag.byte(at: subtag.start + index))
                {
                    index += 1
                }
                if index == subtag.count { return true }
            }
            offset = earlier.end + 1
        }
        return false
    }

    /// RFC 5646, section 2.1.1: all lower case, but two letters upper and four letters titled
    /// where they stand neither first nor after a singleton.
    private static func appendCanonical(_ tag: RawSpan, to writer: inout ByteWriter) {
        var offset = 0
        var isAfterSingleton = false
        while offset < tag.byteCount, let subtag = Subtag(tag, at: offset) {
            if offset > 0 { writer.append(UInt8(ascii: "-")) }
            let isPlain = offset == 0 || isAfterSingleton
            for index in subtag.start..<subtag.end {
                let isUpper =
                    !isPlain
                    && (subtag.count == 2 || (subtag.count == 4 && index == subtag.start))
                let lower = asciiLowercase(tag.byte(at: index))
                let isLetter = lower >= UInt8(ascii: "a")
                writer.append(isUpper && isLetter ? lower & 0xDF : lower)
            }
            if subtag.count == 1 { isAfterSingleton = true }
            offset = subtag.end + 1
        }
    }
}

/// One to eight letters or digits between hyphens.
private struct Subtag {
    let start: Int
    let end: Int
    let isAlphabetic: Bool
    let isNumeric: Bool
    private let beginsWithDigit: Bool

    var count: Int { end - start }

    var isRegion: Bool { (count == 2 && isAlphabetic) || (count == 3 && isNumeric) }

    var isVariant: Bool { count >= 5 || (count == 4 && beginsWithDigit) }

    /// Nil where none begins at `start` that is well-formed.
    init?(_ tag: RawSpan, at start: Int) {
        var letterCount = 0
        var digitCount = 0
        var index = start
        while index < tag.byteCount, tag.byte(at: index) != UInt8(ascii: "-") {
            let byte = tag.byte(at: index)
            if asciiLowercase(byte) &- UInt8(ascii: "a") < 26 {
                letterCount += 1
            } else if byte &- UInt8(ascii: "0") < 10 {
                digitCount += 1
            } else {
                return nil
            }
            index += 1
        }
        guard index > start, index - start <= 8 else { return nil }
        self.start = start
        end = index
        isAlphabetic = digitCount == 0
        isNumeric = letterCount == 0
        beginsWithDigit = tag.byte(at: start) &- UInt8(ascii: "0") < 10
    }
}
