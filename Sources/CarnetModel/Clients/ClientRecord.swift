public import CarnetBytes

// CLIENT AT REST, FORMAT 1. A record as CarnetBytes draws it, then:
//    2       flags: bits 1 and 2 hold the status
//    7  u48  created, milliseconds since 1970
//   13  varint  version, from 1
//       varint  milliseconds from created to the last change
//       then fields in ascending order of their tags: u8 tag, varint length, bytes
// A field whose tag this build does not know is carried along untouched.

/// One client as it lies in its page: a view that costs nothing to make and copies nothing.
///
/// The bytes are our own, written by ``ClientRecordWriter`` and checked when a snapshot is read.
public struct ClientRecord: ~Escapable {
    /// The fewest bytes a client takes: the head and two varints of one byte.
    static let byteCountMin = 15

    public let bytes: RawSpan
    public let version: UInt32
    /// Milliseconds from created to the last change.
    private let age: UInt64
    /// Where the first field begins.
    public let fieldsOffset: Int

    @_lifetime(copy bytes)
    public init(_ bytes: RawSpan) {
        self.bytes = bytes
        var offset = 13
        version = UInt32(truncatingIfNeeded: Self.varint(bytes, &offset))
        age = Self.varint(bytes, &offset)
        fieldsOffset = offset
    }

    public var id: ClientID { ClientID(bytes.littleEndianUInt32(at: 3)) }

    public var status: ClientStatus {
        ClientStatus(rawValue: (bytes.byte(at: 2) >> 1) & 3) ?? .active
    }

    /// Milliseconds since 1970.
    public var createdMilliseconds: UInt64 {
        UInt64(bytes.littleEndianUInt32(at: 7)) | UInt64(bytes.littleEndianUInt16(at: 11)) << 32
    }

    /// Milliseconds since 1970.
    public var updatedMilliseconds: UInt64 { createdMilliseconds &+ age }

    /// The bytes of a field that stands at most once, or nil. O(fields before it).
    public func field(_ field: ClientField) -> Range<Int>? {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == field.rawValue { return range }
            if tag > field.rawValue { return nil }
        }
        return nil
    }

    /// A cursor before the first field.
    public var fields: FieldCursor { FieldCursor(offset: fieldsOffset) }

    /// E.164 without the plus, or nil when the client has no phone.
    public var phoneDigits: UInt64? {
        field(.phone).map { integer($0) }
    }

    /// The integer in `range`, little-endian, at most eight bytes.
    public func integer(_ range: Range<Int>) -> UInt64 { bytes.shortInteger(range) }

    private static func varint(_ bytes: RawSpan, _ offset: inout Int) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.byteCount, shift < 64 {
            let byte = bytes.byte(at: offset)
            offset &+= 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift &+= 7
        }
        return value
    }
}

/// Walks tagged fields: u8 tag, varint length, bytes. Ends at the first that does not fit.
public struct FieldCursor: Sendable {
    @usableFromInline var offset: Int

    @inlinable
    public init(offset: Int) { self.offset = offset }

    /// The next field's tag and where its bytes stand, or nil at the end.
    @inlinable
    public mutating func next(in bytes: RawSpan) -> (tag: UInt8, range: Range<Int>)? {
        guard offset &+ 2 <= bytes.byteCount else { return nil }
        let tag = bytes.byte(at: offset)
        var count = Int(bytes.byte(at: offset &+ 1))
        var start = offset &+ 2
        if count >= 0x80 {
            count &= 0x7F
            var shift = 7
            while true {
                guard start < bytes.byteCount, shift <= 21 else { return nil }
                let byte = bytes.byte(at: start)
                start &+= 1
                count |= Int(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift &+= 7
            }
        }
        guard count <= bytes.byteCount &- start else { return nil }
        offset = start &+ count
        return (tag, start..<offset)
    }
}

extension RawSpan {
    /// The integer in `range`, little-endian, at most eight bytes of it.
    public func shortInteger(_ range: Range<Int>) -> UInt64 {
        var value: UInt64 = 0
        var index = min(range.upperBound, range.lowerBound &+ 8)
        while index > range.lowerBound {
            index &-= 1
            value = value << 8 | UInt64(byte(at: index))
        }
        return value
    }
}
