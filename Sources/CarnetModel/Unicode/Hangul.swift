/// Korean syllables, which compose and decompose by arithmetic.
/// Source: The Unicode Standard, section 3.12 "Conjoining Jamo Behavior".
enum Hangul {
    static let syllableBase: UInt32 = 0xAC00
    static let leadBase: UInt32 = 0x1100
    static let vowelBase: UInt32 = 0x1161
    /// One below the first tail: index 0 stands for none.
    static let tailBase: UInt32 = 0x11A7
    static let leadCount: UInt32 = 19
    static let vowelCount: UInt32 = 21
    static let tailCount: UInt32 = 28
    static let syllableCount = leadCount * vowelCount * tailCount

    /// Lead, vowel and tail of a syllable, the tail 0 where it has none; nil for anything else.
    static func decomposition(
        of scalar: UInt32
    ) -> (lead: UInt32, vowel: UInt32, tail: UInt32)? {
        guard scalar >= syllableBase, scalar < syllableBase + syllableCount else { return nil }
        let index = scalar - syllableBase
        let tail = index % tailCount
        return (
            leadBase + index / (vowelCount * tailCount),
            vowelBase + index % (vowelCount * tailCount) / tailCount,
            tail == 0 ? 0 : tailBase + tail
        )
    }

    /// The syllable of a lead and a vowel, or of a syllable without tail and a tail.
    static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if first >= leadBase, first < leadBase + leadCount,
            second >= vowelBase, second < vowelBase + vowelCount
        {
            let index = (first - leadBase) * vowelCount + (second - vowelBase)
            return syllableBase + index * tailCount
        }
        guard first >= syllableBase, first < syllableBase + syllableCount,
            (first - syllableBase) % tailCount == 0,
            second > tailBase, second < tailBase + tailCount
        else { return nil }
        return first + (second - tailBase)
    }
}
