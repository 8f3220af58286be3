import CarnetBytes
import CarnetModel

/// What `TransliterationData` says: for each letter, and each pair that is read as one, its Latin
/// spellings by column.
struct TransliterationTable: Sendable {
    static let standard = TransliterationTable()

    static let columnCount = 6

    /// The entry of a letter plus one; 0 where there is none.
    private var letters = ScalarTable()
    /// Pairs, as the first scalar above the second; few, and looked at behind a letter that begins
    /// one alone.
    private var pairs: [(key: UInt64, entry: Int)] = []
    private var beginsPair: [Bool] = []
    /// The spellings of each entry, column by column, as packed bytes: the first in the low byte.
    private var spellings: [UInt64] = []

    private init() {
        read(TransliterationData.cyrillic)
        read(TransliterationData.greek)
        read(TransliterationData.consonantal)
        read(TransliterationData.caucasus)
    }

    /// Whether the letter at `offset` has an entry.
    func knows(_ token: RawSpan, at offset: Int) -> Bool {
        guard let scalar = token.scalar(at: offset) else { return false }
        return letters[scalar.value] != 0
    }

    func append(_ token: RawSpan, column: Int, to writer: inout ByteWriter) {
        var offset = 0
        while offset < token.byteCount {
            guard let scalar = token.scalar(at: offset) else { return }
            let entry = Int(letters[scalar.value]) &- 1
            guard entry >= 0 else {
                writer.append(token.bytes(offset..<offset &+ scalar.byteCount))
                offset &+= scalar.byteCount
                continue
            }
            let next = offset &+ scalar.byteCount
            if beginsPair[entry], next < token.byteCount, let other = token.scalar(at: next),
                let pair = pair(scalar.value, other.value, isFront: offset == 0)
            {
                append(pair, column, to: &writer)
                offset = next &+ other.byteCount
            } else {
                append(entry, column, to: &writer)
                offset = next
            }
        }
    }

    private func append(_ entry: Int, _ column: Int, to writer: inout ByteWriter) {
        var packed = spellings[entry &* Self.columnCount &+ column]
        while packed != 0 {
            writer.append(UInt8(truncatingIfNeeded: packed))
            packed >>= 8
        }
    }

    private func pair(_ first: UInt32, _ second: UInt32, isFront: Bool) -> Int? {
        let key = Self.key(first, second)
        if isFront, let pair = pairs.first(where: { $0.key == key | Self.front }) {
            return pair.entry
        }
        return pairs.first { $0.key == key }?.entry
    }

    /// Set in the key of a pair that holds at the front of a name alone.
    private static let front: UInt64 = 1 << 63

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 32 | UInt64(second)
    }

    // MARK: - Reading

    private mutating func read(_ source: StaticString) {
        var text = LexiconText(source)
        while !text.isAtEnd {
            guard let head = text.nextWord() else { continue }
            let entry = beginsPair.count
            let isFront = text.word(head).byte(at: 0) == UInt8(ascii: "_")
            let letters = isFront ? head.dropFirst() : head
            let (first, second) = Self.scalars(text.word(letters))
            if let second {
                pairs.append((Self.key(first, second) | (isFront ? Self.front : 0), entry))
                beginsPair[Int(self.letters[first]) - 1] = true
            } else {
                self.letters.set(UInt16(entry + 1), at: first)
            }
            beginsPair.append(false)
            let start = spellings.count
            while let range = text.nextWord() { spellings.append(Self.packed(text.word(range))) }
            while spellings.count < start + Self.columnCount { spellings.append(spellings[start]) }
        }
    }

    private static func scalars(_ word: RawSpan) -> (UInt32, UInt32?) {
        guard let first = word.scalar(at: 0) else { return (0, nil) }
        guard first.byteCount < word.byteCount else { return (first.value, nil) }
        return (first.value, word.scalar(at: first.byteCount)?.value)
    }

    private static func packed(_ word: RawSpan) -> UInt64 {
        var packed: UInt64 = 0
        for index in (0..<word.byteCount).reversed() where word.byte(at: index) != 0x2D {
            packed = packed << 8 | UInt64(word.byte(at: index))
        }
        return packed
    }
}
