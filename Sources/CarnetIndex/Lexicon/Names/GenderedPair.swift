import CarnetBytes

/// A man's name and the woman's made from it: Jean and Jeanne, Julien and Julie, Mario and Maria.
/// A letter apart, and never the same person.
enum GenderedPair {
    /// What a man's name ends in, and the woman's instead. Longer endings of women first.
    private static let endings: [(man: StaticString, woman: StaticString)] = [
        ("", "e"), ("", "a"), ("", "ne"), ("", "le"), ("", "te"), ("", "ine"), ("", "ina"),
        ("", "ette"), ("o", "a"), ("o", "ina"), ("os", "a"), ("us", "a"), ("e", "a"), ("en", "e"),
        ("is", "a"), ("y", "a"), ("iy", "iya"), ("as", "a"),
    ]

    /// Whether the second text is the first with a woman's ending. O(length).
    static func isMade(_ man: RawSpan, _ woman: RawSpan) -> Bool {
        endings.contains { ending in
            let manEnd = ending.man.utf8CodeUnitCount
            let womanEnd = ending.woman.utf8CodeUnitCount
            let stem = man.byteCount &- manEnd
            guard stem >= 2, woman.byteCount == stem &+ womanEnd else { return false }
            return woman.extracting(stem..<woman.byteCount).isEqual(to: ending.woman)
                && man.extracting(stem..<man.byteCount).isEqual(to: ending.man)
                && man.extracting(0..<stem).isEqual(to: woman.extracting(0..<stem))
        }
    }
}
