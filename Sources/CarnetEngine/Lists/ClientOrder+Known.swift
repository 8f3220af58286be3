import CarnetBytes
import CarnetModel

extension ClientOrder {
    /// What is known of a client's key at a glance: all of a number or a time, the first letters of a text
    /// as far as they are ASCII, whose folding needs no table. Of most clients that tells that they are not
    /// on the page.
    func knownKey(_ record: borrowing ClientRecord) -> KnownKey {
        switch by {
        // What follows from bookings is looked up where it is needed.
        case .id, .lastBooking, .nextBooking, .bookings, .noShows:
            return .beginning(0, byteCount: 0)
        case .version: return .whole(UInt64(record.version))
        case .created: return .whole(record.createdMilliseconds)
        case .updated: return .whole(record.updatedMilliseconds)
        case .status: return .beginning(UInt64(record.status.rawValue) << 56, byteCount: 0)
        case .name:
            guard let range = record.field(.last), !range.isEmpty else {
                return record.field(.first) == nil ? .none : .beginning(0, byteCount: 0)
            }
            return Self.letters(record.bytes, range, behind: 0, byteCount: 0)
        case .custom(let name): return knownCustom(name, record)
        case .field(let field):
            guard let range = record.field(field) else { return .none }
            switch field {
            case .phone, .newsletter, .birthday:
                return .whole(record.integer(range))
            default: return Self.letters(record.bytes, range, behind: 0, byteCount: 0)
            }
        }
    }

    private func knownCustom(_ name: [UInt8], _ record: borrowing ClientRecord) -> KnownKey {
        guard let value = record.custom(unsafe name.span.bytes) else { return .none }
        let kind = UInt64(value.kind.rawValue) << 56
        guard let integer = value.integer else { return .beginning(kind, byteCount: 1) }
        return .beginning(kind | (UInt64(bitPattern: integer) ^ 1 << 63) >> 8, byteCount: 8)
    }

    /// The letters and digits that a text begins with, in lower case, behind `byteCount` bytes that
    /// are known already.
    private static func letters(
        _ bytes: RawSpan,
        _ range: Range<Int>,
        behind start: UInt64,
        byteCount: Int
    ) -> KnownKey {
        var bits = start
        var count = byteCount
        var index = range.lowerBound
        while count < 8, index < range.upperBound {
            var byte = bytes.byte(at: index)
            if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
            guard byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 else { break }
            bits |= UInt64(byte) << UInt64(56 &- 8 &* count)
            count &+= 1
            index &+= 1
        }
        return .beginning(bits, byteCount: count)
    }

    /// Whether a client with key `a` and id `aID` stands before one with `b` and `bID`.
    func isBefore(
        _ a: borrowing SortKey,
        _ aID: UInt32,
        _ b: borrowing SortKey,
        _ bID: UInt32
    ) -> Bool {
        if (a.byteCount == 0) != (b.byteCount == 0) { return b.byteCount == 0 }
        let order = a.order(before: b)
        if order != 0 { return isDescending ? order > 0 : order < 0 }
        return aID < bID
    }

    /// Whether a client of which that is known stands before one with `key` and `keyID`; nil where its
    /// key must be made to tell.
    func isBefore(
        _ known: KnownKey,
        _ id: UInt32,
        _ key: borrowing SortKey,
        _ keyID: UInt32
    ) -> Bool? {
        switch known {
        case .none: return key.byteCount == 0 ? id < keyID : false
        case .whole(let bits):
            guard key.byteCount > 0 else { return true }
            guard bits != key.bits else { return id < keyID }
            return isDescending ? bits > key.bits : bits < key.bits
        case .beginning(_, let byteCount):
            // Of a text that begins with no letter nothing may be left once it is folded.
            if key.byteCount == 0 { return byteCount > 0 ? true : nil }
            return known.order(before: key).map { isDescending ? $0 > 0 : $0 < 0 }
        }
    }
}
