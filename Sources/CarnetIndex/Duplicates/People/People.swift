import CarnetBytes
import CarnetModel

/// Comparison records: what of each person is compared, normalised once, in one arena. Emptied and
/// filled again it allocates nothing, which is how a server compares a few at a time; a file's
/// rows are held all at once, about 200 bytes each.
public struct People: Sendable {
    public static let readingCountMax = 4

    public let schema: MatchSchema
    /// In which order whole names of one field are written; nil where that is not known.
    var nameOrder: WholeNameOrder?
    let hash: ByteHash
    var readings: [NameReading] = []
    var values: [FieldValue] = []
    /// The arena of all texts, of which `textCount` bytes are used.
    var texts: [UInt8] = []
    var textCount = 0
    var memo = NameMemo()
    /// Where each person's readings begin, and where the last one's end.
    private var readingStarts: [UInt32] = [0]
    /// Where each person's texts end.
    private var textEnds: [UInt32] = []

    /// No people. `seed` must be that of the tables which their keys go into.
    public init(schema: MatchSchema, seed: UInt64 = 0) {
        self.schema = schema
        hash = ByteHash(seed: seed)
    }

    /// How many people there are; their indices lie below.
    public var count: Int { readingStarts.count &- 1 }

    /// Forgets all people and keeps the room.
    public mutating func removeAll() { truncate(to: 0) }

    /// Forgets all but the first people.
    mutating func truncate(to count: Int) {
        readings.removeLast(readings.count &- Int(readingStarts[count]))
        values.removeLast(max(0, values.count &- count &* schema.values.count))
        readingStarts.removeLast(readingStarts.count &- 1 &- count)
        textEnds.removeLast(textEnds.count &- count)
        textCount = textEnds.last.map { Int($0) } ?? 0
    }

    /// Ends the person that is being added: its readings are complete.
    mutating func endPerson() {
        readingStarts.append(UInt32(readings.count))
        textEnds.append(UInt32(textCount))
    }

    /// Ends the texts of the last person, of whom more was added.
    mutating func endTexts() { textEnds[textEnds.count &- 1] = UInt32(textCount) }

    @inline(__always)
    func readingRange(_ person: Int) -> Range<Int> {
        Int(readingStarts[person])..<Int(readingStarts[person &+ 1])
    }

    /// Reads a little of all that is compared of a person, so that it is in the processor's cache.
    @inline(__always)
    func touch(_ person: Int) -> UInt64 {
        let reading = readings[Int(readingStarts[person])]
        var sum = UInt64(reading.surname.soundStart)
        let text = Int(reading.given.start)
        if text < texts.count { sum &+= UInt64(texts[text]) }
        let count = schema.values.count
        let first = person &* count
        for index in stride(from: first, to: first &+ count, by: 2) {
            sum &+= UInt64(values[index].crowd)
        }
        return sum
    }

    @inline(__always)
    func value(_ person: Int, _ index: Int) -> FieldValue {
        values[person &* schema.values.count &+ index]
    }

    // MARK: - Texts

    /// Makes room for more bytes in the arena.
    @inline(__always)
    mutating func makeRoom(for more: Int) {
        if textCount &+ more > texts.count { growTexts(by: more) }
    }

    private mutating func growTexts(by more: Int) {
        let wanted = max(256, more, texts.count)
        texts.append(contentsOf: repeatElement(0, count: wanted))
    }

    /// Adds bytes to the arena.
    @inline(__always)
    mutating func append(_ bytes: RawSpan) {
        makeRoom(for: bytes.byteCount)
        let start = textCount
        var room = texts.mutableSpan
        for index in 0..<bytes.byteCount { room[start &+ index] = bytes.byte(at: index) }
        textCount = start &+ bytes.byteCount
    }

    /// The bytes of a text in the arena.
    @inline(__always)
    @_lifetime(borrow self)
    func text(_ start: UInt32, _ byteCount: UInt8) -> RawSpan {
        texts.rawBytes.bytes(Int(start)..<Int(start) &+ Int(byteCount))
    }

    /// What a name in the arena decides.
    @inline(__always)
    mutating func traits(_ start: UInt32, _ byteCount: UInt8) -> NameTraits {
        let hash = hash.hash(text(start, byteCount))
        if let known = memo.traits(hash) { return known }
        let traits = NameTraits(text(start, byteCount), hash: hash)
        memo.keep(traits)
        return traits
    }
}
