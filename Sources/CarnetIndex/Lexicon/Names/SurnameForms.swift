import CarnetBytes

/// Surnames that a man and a woman of one family bear in different forms, folded and in Latin
/// letters. Whoever books writes either: a desk abroad the husband's form, a passport one's own.
///
/// Sources: Internetová jazyková příručka of the Czech Academy (-ová, with the vowel that falls
/// out: Vacek, Vacková); the rules of the State Commission of the Lithuanian Language (-ienė,
/// -aitė, -ytė, -utė, and -ė since 2003); for Russian, Ukrainian and Bulgarian adjectives and for
/// Greek genitives, the spellings of passports and their variants.
enum SurnameForms {
    /// So many letters in front of the endings must agree.
    private static let stemByteCountMin = 3

    /// Endings that one name may have, of men first, then of women, by kinds of names. What is one
    /// slip apart (Ivanov and Ivanova) need not stand here.
    private static let endings: [[StaticString]] = [
        ["", "ova"], ["a", "ova"], ["o", "ova"], ["ek", "kova"], ["ec", "cova"], ["el", "lova"],
        ["ok", "kova"],
        ["as", "iene", "aite", "e"], ["is", "iene", "yte", "e"], ["ys", "iene", "yte", "e"],
        ["us", "iene", "ute", "e"], ["ius", "iene", "iute", "e"], ["a", "iene", "aite"],
        ["skiy", "skaya", "ska"], ["skij", "skaja", "ska"], ["skii", "skaia", "ska"],
        ["ski", "skaya", "skaja"], ["sky", "skaya", "skaja", "ska"], ["skyi", "skaya", "ska"],
        ["skyy", "skaya", "ska"], ["oy", "aya"], ["oi", "aia"], ["oj", "aja"], ["yy", "aya"],
        ["iy", "aya"], ["yi", "a"], ["y", "aya"], ["ij", "aja"],
        ["is", "ou"], ["es", "ou"], ["is", "e"], ["ins", "ina"],
    ]

    /// Whether both may be one name: a man's and a woman's form of it, or two women's. O(endings).
    static func areOne(_ a: RawSpan, _ b: RawSpan) -> Bool {
        guard min(a.byteCount, b.byteCount) >= stemByteCountMin else { return false }
        for index in 0..<stemByteCountMin where a.byte(at: index) != b.byte(at: index) {
            return false
        }
        for forms in endings {
            for form in forms {
                guard let stem = stem(of: a, form) else { continue }
                for other in forms where self.stem(of: b, other) == stem {
                    if a.bytes(0..<stem).isEqual(to: b.bytes(0..<stem)) { return true }
                }
            }
        }
        return false
    }

    /// The length of what stands before the ending; nil where the name does not end so.
    @inline(__always)
    private static func stem(of name: RawSpan, _ ending: StaticString) -> Int? {
        let stem = name.byteCount &- ending.utf8CodeUnitCount
        guard stem >= stemByteCountMin,
            name.bytes(stem..<name.byteCount).isEqual(to: ending)
        else { return nil }
        return stem
    }
}
