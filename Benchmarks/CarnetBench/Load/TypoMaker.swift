import CarnetBytes
import CarnetEngine

/// Writes a word as somebody does whose finger slips once: a letter wrong, missing, too many, or two
/// that changed places.
enum TypoMaker {
    /// From how many letters on a search forgives a typo.
    static let letterCountMin = 5

    /// Where the letters of the longest word of a name stand.
    static func longestWord(of name: Range<Int>, in bytes: RawSpan) -> [Range<Int>] {
        var longest: [Range<Int>] = []
        var letters: [Range<Int>] = []
        for index in name {
            let byte = bytes.byte(at: index)
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") {
                letters = []
            } else if byte & 0xC0 == 0x80, let last = letters.last {
                letters[letters.count - 1] = last.lowerBound..<index + 1
            } else {
                letters.append(index..<index + 1)
            }
            // As many again where the last letter has got a further byte.
            if letters.count >= longest.count { longest = letters }
        }
        return longest
    }

    /// Appends the word of these letters with one typo behind its first letter.
    static func append(
        _ letters: [Range<Int>],
        in text: inout ByteWriter,
        _ random: inout SampleRandom
    ) {
        let place = 1 + random.below(letters.count - 2)
        let kind = random.below(4)
        let other = UInt8(ascii: "a") + UInt8(random.below(26))
        for index in letters.indices {
            switch kind {
            case 0 where index == place: text.append(other)
            case 1 where index == place: break
            case 2 where index == place:
                text.append(other)
                copy(letters[index], in: &text)
            case 3 where index == place: copy(letters[index + 1], in: &text)
            case 3 where index == place + 1: copy(letters[index - 1], in: &text)
            default: copy(letters[index], in: &text)
            }
        }
    }

    private static func copy(_ letter: Range<Int>, in text: inout ByteWriter) {
        for index in letter {
            let byte = text.bytes.byte(at: index)
            text.append(byte)
        }
    }
}
