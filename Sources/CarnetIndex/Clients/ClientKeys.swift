import CarnetBytes
import CarnetModel

/// Where the fields by which a client is found stand in its record. Read in one walk.
struct ClientKeys {
    /// Whether the client is found at all: merged and erased ones are not.
    private(set) var isListed: Bool
    private(set) var isActive: Bool
    private(set) var first = 0..<0
    private(set) var last = 0..<0
    private(set) var company = 0..<0
    private(set) var email = 0..<0
    /// E.164 without the plus; 0 when there is none.
    private(set) var phone: UInt64 = 0
    /// From the first external reference to behind the last, as tagged fields.
    private(set) var externals = 0..<0
    private(set) var externalCount = 0
    /// From the first alias to behind the last, as tagged fields.
    private(set) var aliases = 0..<0
    /// The key that ``Activities`` orders by.
    private(set) var activity: UInt64

    init(_ record: borrowing ClientRecord) {
        let status = record.status
        isListed = status == .active || status == .inactive
        isActive = status == .active
        activity = Activities.key(updatedMilliseconds: record.updatedMilliseconds)
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            switch tag {
            case ClientField.first.rawValue: first = range
            case ClientField.last.rawValue: last = range
            case ClientField.company.rawValue: company = range
            case ClientField.email.rawValue: email = range
            case ClientField.phone.rawValue: phone = record.integer(range)
            case ClientField.external.rawValue:
                let start = externals.isEmpty ? Self.tagOffset(of: range) : externals.lowerBound
                externals = start..<range.upperBound
                externalCount &+= 1
            case ClientAlias.name.rawValue...ClientAlias.phone.rawValue:
                let start = aliases.isEmpty ? Self.tagOffset(of: range) : aliases.lowerBound
                aliases = start..<range.upperBound
            default:
                if tag > ClientAlias.phone.rawValue { return }
            }
        }
    }

    /// The keys that the client has now.
    var withoutAliases: ClientKeys {
        var keys = self
        keys.aliases = 0..<0
        return keys
    }

    /// Where the field of this value begins: before its tag and its length, a varint of one byte
    /// below 128 and of two from there to 16,383; references and aliases are shorter.
    private static func tagOffset(of range: Range<Int>) -> Int {
        range.lowerBound &- (range.count < 0x80 ? 2 : 3)
    }
}

/// The external references of a record, one after the other.
struct ExternalReferences {
    private var cursor: FieldCursor

    init(_ record: borrowing ClientRecord) { cursor = record.fields }

    /// From the keys of a record that was walked already.
    init(_ keys: ClientKeys) { cursor = FieldCursor(offset: keys.externals.lowerBound) }

    mutating func next(in record: RawSpan) -> Range<Int>? {
        while let (tag, range) = cursor.next(in: record) {
            if tag == ClientField.external.rawValue { return range }
            if tag > ClientField.external.rawValue { return nil }
        }
        return nil
    }
}

/// The aliases of one sort in a record, one after the other: names, e-mails or phones that the
/// client or a merged double had before.
struct ClientAliases {
    private let kind: ClientAlias
    private var cursor: FieldCursor
    private let end: Int

    init(_ kind: ClientAlias, _ keys: ClientKeys) {
        self.kind = kind
        cursor = FieldCursor(offset: keys.aliases.lowerBound)
        end = keys.aliases.upperBound
    }

    mutating func next(in record: RawSpan) -> Range<Int>? {
        while end > 0, let (tag, range) = cursor.next(in: record), range.upperBound <= end {
            if tag == kind.rawValue { return range }
            if tag > kind.rawValue { return nil }
        }
        return nil
    }
}
