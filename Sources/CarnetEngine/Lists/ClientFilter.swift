import CarnetBytes
public import CarnetModel

/// Which clients a list or a count is about: those that pass every condition.
public struct ClientFilter: Sendable {
    /// Nil for clients of any status.
    public var status: ClientStatus? = .active
    /// Tags that a client must all have, as bytes.
    public var tags: [[UInt8]] = []
    /// A language, in any case; `nl` lets `nl-BE` through.
    public var language: [UInt8]?
    public var newsletter: Bool?
    /// The tags of fields that must be present, as bits.
    public var has: UInt64 = 0
    /// Created at or after, and before; milliseconds since 1970.
    public var from: UInt64?
    public var to: UInt64?

    public init() {}

    /// Whether it asks for nothing but a status.
    var isByStatusOnly: Bool {
        tags.isEmpty && language == nil && newsletter == nil && has == 0 && from == nil && to == nil
    }

    /// Whether the client passes. O(fields).
    func passes(_ record: borrowing ClientRecord) -> Bool {
        if let status, record.status != status { return false }
        if let from, record.createdMilliseconds < from { return false }
        if let to, record.createdMilliseconds >= to { return false }
        guard !(tags.isEmpty && language == nil && newsletter == nil && has == 0) else {
            return true
        }
        var present: UInt64 = 0
        var tagsFound = 0
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            if tag < 64 { present |= 1 << UInt64(tag) }
            switch ClientField(rawValue: tag) {
            case .language?:
                if let language, !Self.speaks(record.bytes.bytes(range), language) { return false }
            case .newsletter?:
                let said = record.bytes.shortInteger(range) == 1
                if let newsletter, said != newsletter { return false }
            case .tags?:
                for wanted in tags
                where unsafe record.bytes.bytes(range).isEqual(to: wanted.span.bytes) {
                    tagsFound &+= 1
                }
            default:
                continue
            }
        }
        if language != nil, present & ClientField.language.bit == 0 { return false }
        // Who has never been asked does not want the newsletter.
        if newsletter == true, present & ClientField.newsletter.bit == 0 { return false }
        return tagsFound == tags.count && present & has == has
    }

    private static func speaks(_ language: RawSpan, _ wanted: [UInt8]) -> Bool {
        guard language.byteCount >= wanted.count else { return false }
        for index in 0..<wanted.count
        where language.byte(at: index) | 0x20 != wanted[index] | 0x20 {
            return false
        }
        return language.byteCount == wanted.count
            || language.byte(at: wanted.count) == UInt8(ascii: "-")
    }
}
