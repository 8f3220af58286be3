// LOG RECORD, FORMAT 1. Little-endian; records stand in a frame's body one behind the other.
//   varint  length of all that follows, at most 1 MiB
//      u8   type of the event
//      u8   flags: bit 0, a request id stands here; all others 0
//     u32   partition
//     u64   sequence in the partition, dense from 1
//     u64   time in microseconds since 1970, UTC
//    16 B   request id, where flag 0 says so: two u64, the high one first
//  varint   length of the tenant's name, then its bytes
//     ...   payload, up to the checksum
//     u32   CRC32C of everything before it, the length included
// The checksum is made by who makes the event and checked again where it is applied.

public import CarnetBytes

/// One event in the log, as ranges of the bytes that hold it. Decoding allocates nothing.
public struct LogRecord: Hashable, Sendable {
    /// The most bytes of one record, its length not counted.
    public static let byteCountMax = 1 << 20

    public let type: UInt8
    public let partition: PartitionID
    public let sequence: PartitionSequence
    /// Microseconds since 1970, UTC.
    public let timestamp: UInt64
    public let requestID: RequestID?
    /// Where the tenant's name stands in the body.
    public let tenant: Range<Int>
    /// Where the payload stands in the body.
    public let payload: Range<Int>
    /// Where the whole record stands in the body, length and checksum included.
    public let range: Range<Int>
}

/// The id that a client gave a request, so that asking twice is no harm.
public struct RequestID: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

/// Why bytes are no record.
public enum LogRecordError: String, Error, Hashable, Sendable {
    case truncated = "it passes the end of the frame"
    case tooLong = "its length is over 1 MiB"
    case tooShort = "its length is less than its fields take"
    case checksum = "its checksum is wrong"
    case flags = "it has unknown flags"
    case partition = "there is no such partition"
    case tenant = "the tenant's name passes its end"
    case count = "the frame holds another number of records than it says"
}

extension LogRecord {
    /// Type, flags, partition, sequence, time and checksum.
    private static let fixedByteCount = 1 + 1 + 4 + 8 + 8 + 4
    private static let hasRequestID: UInt8 = 1

    /// How many bytes the record takes in a body, its length included.
    public static func byteCount(tenant: Int, payload: Int, requestID: Bool) -> Int {
        let inner = innerByteCount(tenant: tenant, payload: payload, requestID: requestID)
        return varintByteCount(UInt64(inner)) + inner
    }

    private static func innerByteCount(tenant: Int, payload: Int, requestID: Bool) -> Int {
        fixedByteCount + (requestID ? 16 : 0) + varintByteCount(UInt64(tenant)) + tenant + payload
    }

    /// Appends one record to `body`, in one pass. It must not be longer than `byteCountMax`.
    public static func append(
        to body: inout ByteWriter,
        type: UInt8,
        partition: PartitionID,
        sequence: PartitionSequence,
        timestamp: UInt64,
        requestID: RequestID? = nil,
        tenant: RawSpan,
        payload: RawSpan
    ) {
        let inner = innerByteCount(
            tenant: tenant.byteCount,
            payload: payload.byteCount,
            requestID: requestID != nil
        )
        precondition(inner <= byteCountMax)
        let start = body.byteCount
        body.reserve(inner + 10)
        body.append(varint: UInt64(inner))
        body.append(type)
        body.append(requestID == nil ? 0 : hasRequestID)
        body.append(littleEndian: UInt32(partition.value))
        body.append(littleEndian: sequence.value)
        body.append(littleEndian: timestamp)
        if let requestID {
            body.append(littleEndian: requestID.high)
            body.append(littleEndian: requestID.low)
        }
        body.append(lengthPrefixed: tenant)
        body.append(payload)
        let crc = body.bytes.crc32c(of: start..<body.byteCount)
        body.append(littleEndian: crc)
    }

    /// Reads the record that begins at `offset`. Nothing is believed before the checksum agrees
    /// but the length, which is held against its limit and the end of `body`.
    public init(_ body: RawSpan, at offset: Int) throws(LogRecordError) {
        guard offset >= 0, offset <= body.byteCount else { throw .truncated }
        var length = ByteReader(body.extracting(offset..<body.byteCount))
        guard let inner = length.varint() else { throw .truncated }
        guard inner <= UInt64(Self.byteCountMax) else { throw .tooLong }
        guard inner >= UInt64(Self.fixedByteCount + 1) else { throw .tooShort }
        guard Int(inner) <= length.remaining else { throw .truncated }
        let start = offset + length.offset
        let end = start + Int(inner)
        let crc = body.littleEndianUInt32(at: end - 4)
        guard body.crc32c(of: offset..<(end - 4)) == crc else { throw .checksum }
        range = offset..<end
        type = body.byte(at: start)
        let flags = body.byte(at: start + 1)
        guard flags & ~Self.hasRequestID == 0 else { throw .flags }
        guard let partition = PartitionID(body.littleEndianUInt32(at: start + 2)) else {
            throw .partition
        }
        self.partition = partition
        sequence = PartitionSequence(body.littleEndianUInt64(at: start + 6))
        timestamp = body.littleEndianUInt64(at: start + 14)
        var next = start + 22
        if flags & Self.hasRequestID != 0 {
            guard next + 16 < end - 4 else { throw .tooShort }
            requestID = RequestID(
                high: body.littleEndianUInt64(at: next),
                low: body.littleEndianUInt64(at: next + 8)
            )
            next += 16
        } else {
            requestID = nil
        }
        var rest = ByteReader(body.extracting(next..<(end - 4)))
        guard let name = rest.lengthPrefixedRange() else { throw .tenant }
        tenant = (next + name.lowerBound)..<(next + name.upperBound)
        payload = (next + name.upperBound)..<(end - 4)
    }
}

/// Reads the records of a frame's body in order.
public struct LogRecordReader: ~Escapable {
    private let body: RawSpan
    private var offset = 0

    @_lifetime(copy body)
    public init(_ body: RawSpan) { self.body = body }

    /// The next record, nil at the end of the body. After an error, not to be asked again.
    public mutating func next() throws(LogRecordError) -> LogRecord? {
        guard offset < body.byteCount else { return nil }
        let record = try LogRecord(body, at: offset)
        offset = record.range.upperBound
        return record
    }
}
