import CarnetBytes
import CarnetModel

/// Comparison records: what of each person is compared, normalised once, in one arena. Emptied and
/// filled again it allocates nothing, which is how a server compares a few at a time; a file's
/// rows are held all at once, about 200 bytes each.
public struct People: Sendable {
    public static let readingCountMax = 4

    public let schema: MatchSchema
    let hash: ByteHash
    var readings: [NameReading] = []
    var values: [FieldValue] = []
    var texts: [UInt8] = []
    /// Where each person's readings begin, and where the last one's end.
    private var readingStarts: [UInt32] = [0]

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
        if count == 0 {
            texts.removeAll(keepingCapacity: true)
            readings.removeAll(keepingCapacity: true)
            values.removeAll(keepingCapacity: true)
            readingStarts.removeLast(readingStarts.count &- 1)
            return
        }
        readings.removeLast(readings.count &- Int(readingStarts[count]))
        values.removeLast(values.count &- count &* schema.values.count)
        readingStarts.removeLast(readingStarts.count &- 1 &- count)
    }

    /// Ends the person that is being added: its readings and values are complete.
    mutating func endPerson() { readingStarts.append(UInt32(readings.count)) }

    @inline(__always)
    func readingRange(_ person: Int) -> Range<Int> {
        Int(readingStarts[person])..<Int(readingStarts[person &+ 1])
    }

    @inline(__always)
    func value(_ person: Int, _ index: Int) -> FieldValue {
        values[person &* schema.values.count &+ index]
    }

    /// The bytes of a text in the arena.
    @inline(__always)
    @_lifetime(borrow self)
    func text(_ start: UInt32, _ byteCount: UInt8) -> RawSpan {
        texts.rawBytes.bytes(Int(start)..<Int(start) &+ Int(byteCount))
    }
}
