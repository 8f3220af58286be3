public import CarnetBytes

/// One form for all Latin spellings of a name from another alphabet: Yuliya, Julija, Julia and
/// Ioulia have the same, Christos and Hristos, Giorgos, Georgios and Yorgos. A record is found by
/// it, and two compared by it, where their spellings come from different rules. It is looser than
/// a spelling and stricter than a ``PhoneticKey``.
///
/// Vowels in a row become one: the last of a, o and u among them, else i. Soft and double
/// consonants become simple ones. What "ch" stands for is not to be seen (Chekhov has a soft one,
/// Christos a hard one, French writes sh so), so a Latin token that has it is read both ways.
public enum RomanisationKey {
    /// The longest key, in bytes.
    public static let byteCountMax = 24

    /// Calls `body` with the key of a token, or with both of a Latin one that has "ch". A token of
    /// another alphabet has one, from its passport's Latin form. `scratch` is emptied and used.
    /// Keys that would say too little (fewer than three letters) are left out.
    public static func forEachKey(
        of token: RawSpan,
        scratch: inout ByteWriter,
        _ body: (RawSpan) -> Void
    ) {
        scratch.removeAll()
        guard Transliteration.isForeign(token) else {
            var reader = RomanisationReader(token, isHard: true)
            visit(reader.read(), &scratch, body)
            guard reader.hasChoice else { return }
            reader = RomanisationReader(token, isHard: false)
            visit(reader.read(), &scratch, body)
            return
        }
        Transliteration.append(token, to: &scratch)
        // Greek chi is hard; the ch of all other alphabets is soft, a hard one being kh.
        let isGreek = token.byte(at: 0) == 0xCE || token.byte(at: 0) == 0xCF
        var reader = RomanisationReader(scratch.bytes, isHard: isGreek)
        scratch.removeAll()
        visit(reader.read(), &scratch, body)
    }

    /// Appends the consonants of a token: how Hebrew and Arabic write it. Vowels, y, w and v (which
    /// they write alike) and what aspirates go. Fewer than three say little.
    public static func appendConsonants(_ token: RawSpan, to writer: inout ByteWriter) {
        var latin = ByteWriter(capacity: 128)
        Transliteration.append(token, to: &latin)
        var last: UInt8 = 0
        for index in 0..<latin.byteCount {
            let byte = latin.bytes.byte(at: index)
            switch byte {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
                UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "w"), UInt8(ascii: "v"):
                last = 0
            case UInt8(ascii: "h") where last != 0 && "cgkstzdp".utf8.contains(last): break
            case last: break
            default:
                writer.append(byte)
                last = byte
            }
        }
    }

    private static func visit(
        _ key: RomanisationReader.Key,
        _ scratch: inout ByteWriter,
        _ body: (RawSpan) -> Void
    ) {
        guard key.count >= 3 else { return }
        scratch.removeAll()
        for index in 0..<key.count { scratch.append(key.bytes[index]) }
        body(scratch.bytes)
    }
}
