/// The small words in front of family names, by the languages that use them, folded. A name is
/// also found with its particles joined to it: "van den Berg" as "vandenberg".
///
/// A word that is a name as well (Van, Le, Ben) does no harm here: it only adds a joined token. A
/// single letter beside an apostrophe (d', l', o', 't) counts as one without standing here.
enum Particles {
    private static let words: [StaticString] = [
        // Dutch, Flemish, Afrikaans
        "van", "vande", "vanden", "vander", "ver", "de", "den", "der", "het", "ten", "ter", "te",
        "op", "in", "aan", "bij", "tot", "uit",
        // German
        "von", "vom", "zu", "zum", "zur", "dem", "am", "an", "im", "auf", "sankt",
        // French
        "du", "des", "la", "le", "les", "saint", "sainte",
        // Italian
        "di", "da", "dal", "dall", "dalla", "dei", "del", "dell", "della", "delle", "dello",
        "degli", "lo", "li",
        // Spanish, Portuguese, Catalan
        "las", "los", "das", "do", "dos", "y", "e", "i", "san", "santa",
        // English, Irish, Scottish, Welsh
        "mac", "mc", "fitz", "ni", "nic", "ui", "st", "ap",
        // Arabic, Hebrew
        "al", "el", "bin", "ben", "ibn", "bint", "bar", "bat", "abu", "abd", "ould",
        // Nordic
        "af", "av",
    ]

    /// The longest of them.
    static let byteCountMax = 6

    /// A word as a number: its bytes, the first in the low one.
    private static func number(of word: StaticString) -> UInt64 {
        String(describing: word).utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A hash table of the numbers, 0 where it is empty: a word stands at its slot or, where
    /// others had taken it, behind it.
    private static let slots: [UInt64] = {
        var slots: [UInt64] = Array(repeating: 0, count: slotCount)
        for word in words.map(number) where !slots.contains(word) {
            var slot = firstSlot(of: word)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = word
        }
        return slots
    }()

    private static let slotCount = 512

    /// The top nine bits of the product with the golden ratio of 64 bits (Knuth, volume 3, 6.4).
    private static func firstSlot(of number: UInt64) -> Int {
        Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }

    /// Whether a token of at most eight bytes, taken as `number(of:)` does, is a particle. O(1).
    static func contains(_ number: UInt64) -> Bool {
        let slots = Self.slots
        var slot = firstSlot(of: number)
        while slots[slot] != 0 {
            if slots[slot] == number { return true }
            slot = (slot &+ 1) & (slotCount &- 1)
        }
        return false
    }
}
