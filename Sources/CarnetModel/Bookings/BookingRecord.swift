import CarnetBytes

// BOOKING AT REST, FORMAT 1. A record as CarnetBytes draws it (its number is the booking's), then:
//    2       flags: bits 1 to 3 hold the status, bit 4 all-day, bit 5 has an end
//    7  u32  the client that it was addressed to
//   11  u48  start, milliseconds since 1970
//   17  u48  created, milliseconds since 1970
//   23  varint  version, from 1
//       varint  milliseconds from start to end
//       varint  milliseconds from created to the last change
//       then fields in ascending order of their tags: u8 tag, varint length, bytes
// A field whose tag this build does not know is carried along untouched.

/// One booking as it lies in its page: a view that costs nothing to make and copies nothing.
public struct BookingRecord: ~Escapable {
    /// The fewest bytes a booking takes: the head and three varints of one byte.
    static let byteCountMin = 26

    public let bytes: RawSpan
    public let version: UInt32
    private let length: UInt64
    private let age: UInt64
    /// Where the first field begins.
    public let fieldsOffset: Int

    @_lifetime(copy bytes)
    public init(_ bytes: RawSpan) {
        self.bytes = bytes
        var reader = ByteReader(bytes.bytes(23..<bytes.byteCount))
        version = UInt32(truncatingIfNeeded: reader.varint() ?? 1)
        length = reader.varint() ?? 0
        age = reader.varint() ?? 0
        fieldsOffset = 23 &+ reader.offset
    }

    public var id: BookingID { BookingID(bytes.littleEndianUInt32(at: 3)) }

    /// As it was left; an unverified one whose code has ended meanwhile is expired, as
    /// ``status(atMilliseconds:)`` says.
    public var keptStatus: BookingStatus {
        BookingStatus(rawValue: (bytes.byte(at: 2) >> 1) & 7) ?? .cancelled
    }

    /// Where it stands at a moment, milliseconds since 1970.
    public func status(atMilliseconds now: UInt64) -> BookingStatus {
        let kept = keptStatus
        guard kept == .unverified, let end = integer(.codeEnd), end <= now else { return kept }
        return .expired
    }

    /// The client that it was addressed to, who may have been merged since.
    public var client: ClientID { ClientID(bytes.littleEndianUInt32(at: 7)) }

    /// Milliseconds since 1970.
    public var startMilliseconds: UInt64 { Self.start(of: bytes) }

    static func start(of bytes: RawSpan) -> UInt64 { bytes.littleEndianUInt48(at: 11) }

    /// Milliseconds since 1970; the start where there is no end.
    public var endMilliseconds: UInt64 { startMilliseconds &+ length }

    public var isAllDay: Bool { bytes.byte(at: 2) & 1 << 4 != 0 }

    /// Whether an end was said.
    public var hasEnd: Bool { bytes.byte(at: 2) & 1 << 5 != 0 }

    /// Milliseconds since 1970.
    public var createdMilliseconds: UInt64 { bytes.littleEndianUInt48(at: 17) }

    /// Milliseconds since 1970.
    public var updatedMilliseconds: UInt64 { createdMilliseconds &+ age }

    public var span: BookingSpan {
        BookingSpan(
            start: startMilliseconds,
            end: endMilliseconds,
            hasEnd: hasEnd,
            startDate: date(.startDate),
            endDate: date(.endDate),
            reading: .plain
        )
    }

    /// A cursor before the first field.
    public var fields: FieldCursor { FieldCursor(offset: fieldsOffset) }

    /// The bytes of a field that stands at most once, or nil. O(fields before it).
    public func field(_ field: BookingField) -> Range<Int>? {
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == field.rawValue { return range }
            if tag > field.rawValue { return nil }
        }
        return nil
    }

    func integer(_ field: BookingField) -> UInt64? {
        self.field(field).map { bytes.shortInteger($0) }
    }

    public func date(_ field: BookingField) -> CalendarDate? {
        integer(field).flatMap { CalendarDate(packed: UInt32(truncatingIfNeeded: $0)) }
    }

    /// The other clients who are on it, ascending.
    public var others: [ClientID] {
        var others: [ClientID] = []
        var cursor = fields
        while let (tag, range) = cursor.next(in: bytes), tag <= BookingField.with.rawValue {
            guard tag == BookingField.with.rawValue else { continue }
            others.append(ClientID(UInt32(truncatingIfNeeded: bytes.shortInteger(range))))
        }
        return others
    }

    /// How many clients are on it.
    public var peopleCount: Int {
        var count = 1
        var cursor = fields
        while let (tag, _) = cursor.next(in: bytes), tag <= BookingField.with.rawValue {
            if tag == BookingField.with.rawValue { count &+= 1 }
        }
        return count
    }

    /// Whether somebody is on it, by the number that was given then.
    public func has(_ id: ClientID) -> Bool { client == id || others.contains(id) }
}

extension RawSpan {
    /// 48 bits.
    func littleEndianUInt48(at offset: Int) -> UInt64 {
        UInt64(littleEndianUInt32(at: offset)) | UInt64(littleEndianUInt16(at: offset &+ 4)) << 32
    }
}

/// Writes bookings as ``BookingRecord`` reads them.
struct BookingRecordWriter {
    var id: BookingID
    var client: ClientID
    var status: BookingStatus
    /// Bits of ``BookingSpan/shape``.
    var shape: UInt8
    var startMilliseconds: UInt64
    /// Milliseconds to the end.
    var length: UInt64
    var version: UInt32
    var createdMilliseconds: UInt64
    var updatedMilliseconds: UInt64

    /// A record as it is, for its next version.
    init(_ record: borrowing BookingRecord, at milliseconds: UInt64) {
        id = record.id
        client = record.client
        status = record.keptStatus
        shape = (record.isAllDay ? 1 : 0) | (record.hasEnd ? 2 : 0)
        startMilliseconds = record.startMilliseconds
        length = record.endMilliseconds &- record.startMilliseconds
        version = record.version &+ 1
        createdMilliseconds = record.createdMilliseconds
        updatedMilliseconds = milliseconds
    }

    /// A new one, as `bookingAdded` says.
    init(_ event: BookingEvent, at milliseconds: UInt64) {
        id = event.id
        client = event.client
        status = event.status
        shape = event.shape
        startMilliseconds = event.start
        length = event.length
        version = 1
        createdMilliseconds = milliseconds
        updatedMilliseconds = milliseconds
    }

    /// Begins the record; the fields follow in ascending order, then `ClientRecordWriter.finish`.
    func begin(in writer: inout ByteWriter) {
        writer.append(littleEndian: UInt16(0))
        writer.append(status.rawValue << 1 | shape << 4)
        writer.append(littleEndian: id.value)
        writer.append(littleEndian: client.value)
        Self.append(bits48: startMilliseconds, to: &writer)
        Self.append(bits48: createdMilliseconds, to: &writer)
        writer.append(varint: UInt64(version))
        writer.append(varint: length)
        let age = updatedMilliseconds &- createdMilliseconds
        writer.append(varint: updatedMilliseconds >= createdMilliseconds ? age : 0)
    }

    private static func append(bits48 value: UInt64, to writer: inout ByteWriter) {
        writer.append(littleEndian: UInt32(truncatingIfNeeded: value))
        writer.append(littleEndian: UInt16(truncatingIfNeeded: value >> 32))
    }
}
