public import CarnetBytes

/// Writes names of other alphabets in Latin letters, so that a search in either finds them. Tokens
/// are those of ``Folding``, which leaves Greek, Cyrillic and others in their own letters.
///
/// One name has several Latin spellings in use (Юлия is Yuliya, Julija, Julia, Ioulia); each
/// ``Scheme`` writes one of them. Where the spelling itself is not known, both sides meet in the
/// ``RomanisationKey``.
///
/// Hebrew and Arabic become consonants ("mhmd"), which is a key and no spelling.
public enum Transliteration {
    /// A way of writing, by what it makes of Cyrillic and of Greek.
    public enum Scheme: Int, CaseIterable, Sendable {
        /// Passports: BGN/PCGN, and ELOT 743 for Greek. The one to index by.
        case passport
        /// Ukrainian passports; classical for Greek (Athena, Phoebe).
        case ukrainian
        /// Bulgarian passports; for Greek as it is heard (Hristos, Giorgos).
        case bulgarian
        /// Serbian, and what libraries use, without accents.
        case serbian
        case german
        case french
    }

    /// Whether a token has a letter of another alphabet that the tables know. ASCII tokens are
    /// told at their first bytes; O(length).
    public static func isForeign(_ token: RawSpan) -> Bool {
        var offset = 0
        while offset < token.byteCount {
            guard token.byte(at: offset) >= 0x80 else {
                offset &+= 1
                continue
            }
            return TransliterationTable.standard.knows(token, at: offset)
        }
        return false
    }

    /// Appends the Latin form of a token; letters that the tables don't know stay. Where nothing is
    /// left (a lone ayin), nothing is appended. O(length), no allocation beyond the writer's.
    public static func append(
        _ token: RawSpan,
        _ scheme: Scheme = .passport,
        to writer: inout ByteWriter
    ) {
        TransliterationTable.standard.append(token, column: scheme.rawValue, to: &writer)
    }

    /// Calls `body` with each different Latin form of a token, the passport's first; `scratch` is
    /// emptied and used. At most as many as there are schemes.
    public static func forEachForm(
        of token: RawSpan,
        scratch: inout ByteWriter,
        _ body: (RawSpan) -> Void
    ) {
        scratch.removeAll()
        var starts: InlineArray<7, Int> = .init(repeating: 0)
        var count = 0
        for scheme in Scheme.allCases {
            append(token, scheme, to: &scratch)
            let form = starts[count]..<scratch.byteCount
            let isNew =
                !form.isEmpty
                && (0..<count).allSatisfy { index in
                    let earlier = scratch.bytes.bytes(starts[index]..<starts[index &+ 1])
                    return !earlier.isEqual(to: scratch.bytes.bytes(form))
                }
            guard isNew else {
                scratch.truncate(to: form.lowerBound)
                continue
            }
            body(scratch.bytes.bytes(form))
            count &+= 1
            starts[count] = form.upperBound
        }
    }
}
