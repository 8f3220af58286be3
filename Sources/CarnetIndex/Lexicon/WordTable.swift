import CarnetBytes

/// A set of words that is built once and asked often: each word has a number, from 0 in the order
/// in which they were added, by which its owner keeps what it knows of it.
///
/// The words lie one behind the other; a slot of the hash table holds sixteen bits of a hash above
/// the number, so that a word that is not there is told from those that are without reading them.
struct WordTable: Sendable {
    /// The highest number is one less, since 0 marks an empty slot.
    static let wordCountMax = 0xFFFF

    private var bytes: [UInt8] = []
    /// Where each word begins, and where the last one ends.
    private var starts: [UInt32] = [0]
    /// Sixteen bits of the hash, then the number plus one. At most half of them are taken.
    private var slots: [UInt32]
    /// Nobody adds a word from outside, so the seed need not be secret.
    private static let hash = ByteHash(seed: 0)

    /// Room for about that many words.
    init(wordCount: Int = 512) {
        var slotCount = 64
        while slotCount < wordCount * 2 { slotCount *= 2 }
        slots = Array(repeating: 0, count: slotCount)
    }

    /// How many words there are.
    var count: Int { starts.count &- 1 }

    /// The number of a word, or nil. O(length): a hash, one or two slots, one comparison.
    func number(of word: RawSpan) -> Int? {
        let hash = Self.hash.hash(word)
        let tag = UInt32(truncatingIfNeeded: hash >> 48)
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let entry = slots[slot]
            if entry >> 16 == tag {
                let number = Int(entry & 0xFFFF) &- 1
                if bytes.rawBytes.bytes(range(of: number)).isEqual(to: word) { return number }
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// The word with this number, which must be below `count`.
    @_lifetime(borrow self)
    func word(_ number: Int) -> RawSpan { bytes.rawBytes.bytes(range(of: number)) }

    /// Appends the word with this number, which must be below `count`.
    func append(_ number: Int, to writer: inout ByteWriter) { writer.append(word(number)) }

    private func range(of number: Int) -> Range<Int> {
        Int(starts[number])..<Int(starts[number &+ 1])
    }

    /// Adds a word unless it is there already, and answers its number. For our own tables only:
    /// more than `wordCountMax` words are a mistake of ours.
    mutating func add(_ word: RawSpan) -> Int {
        if let number = number(of: word) { return number }
        precondition(count < Self.wordCountMax)
        for index in 0..<word.byteCount { bytes.append(word.byte(at: index)) }
        starts.append(UInt32(bytes.count))
        if count * 2 > slots.count {
            slots = Array(repeating: 0, count: slots.count * 2)
            for number in 0..<count { place(number) }
        } else {
            place(count - 1)
        }
        return count - 1
    }

    private mutating func place(_ number: Int) {
        let hash = Self.hash.hash(bytes.rawBytes.bytes(range(of: number)))
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(truncatingIfNeeded: hash >> 48) << 16 | UInt32(number + 1)
    }
}
