// LOG FRAME, FORMAT 1: one group commit. Little-endian, begins at a multiple of 4,096.
//    0  u32  magic "CFR1"
//    4  u32  CRC32C of bytes 8 to 63; nothing below is believed before it agrees
//    8  u32  stored length of the body, at most 16 MiB
//   12  u32  raw length of the body, at most 64 MiB
//   16  u64  LSN of the first record; in a frame without records the LSN that comes next
//   24  u64  durable LSN: all events up to it were synced when this frame was built
//   32  u64  chain: XXH3 of the frame before, header and stored body; of the segment's first page
//            for the first frame
//   40  u64  XXH3 of the stored body, seeded with XXH3 of (UUID, segment number, offset)
//   48  u32  number of records
//   52  u8   codec of the body: 0 raw, 1 LZ4 block
//   53  u8   type: 1 records, 2 watermark (no body), 127 seal
//   54  u16  schema of the records
//   56  u32  epoch of the leader
//   60  u32  number of the frame in its segment, from 1; watermarks and seals count
//   64  ...  body, then zeros up to the next multiple of 4,096. At a file's end they may be absent.
//
// SEAL, the body of a segment's last frame:
//    0  u64  LSN of the last record   8  u64  records in the segment
//   16 16 B  XXH3-128 of the file up to the seal, the high half first

public import CarnetBytes

/// Why bytes are no frame, or not the one that belongs there.
public enum FrameFault: String, Error, Hashable, Sendable {
    case absent = "no frame stands there"
    case magic = "its magic is wrong"
    case headerChecksum = "the checksum of its header is wrong"
    case fields = "its header says what can't be"
    case cutOff = "it passes the end of the file"
    case bodyHash = "the checksum of its body is wrong"
    case padding = "its padding is not zero"
    case number = "its number is not the next"
    case lsn = "its LSN is not the next"
    case chain = "it does not continue the frame before"
    case codec = "its body can't be decompressed"
    case schema = "its records have a schema of a later version"
}

/// What a frame is for.
public enum FrameType: UInt8, Hashable, Sendable {
    case records = 1
    case watermark = 2
    case seal = 127
}

/// The first 64 bytes of a frame.
public struct FrameHeader: Hashable, Sendable {
    public static let byteCount = 64
    public static let pageByteCount = 4096
    public static let storedByteCountMax = 16 << 20
    public static let rawByteCountMax = 64 << 20
    public static let schema: UInt16 = 1
    static let magic: UInt32 = 0x3152_4643

    public var storedByteCount: Int
    public var rawByteCount: Int
    public var firstLSN: LSN
    public var durableLSN: LSN
    public var previousChain: UInt64
    public var bodyHash: UInt64
    public var recordCount: Int
    public var isCompressed: Bool
    public var type: FrameType
    public var schema: UInt16
    public var epoch: Epoch
    public var number: UInt32

    /// The last record's LSN; in a frame without records the one before `firstLSN`.
    public var lastLSN: LSN { LSN(firstLSN.value &+ UInt64(recordCount) &- 1) }

    /// The frame's bytes in the file, padding included.
    public var paddedByteCount: Int { Self.padded(Self.byteCount + storedByteCount) }

    static func padded(_ byteCount: Int) -> Int {
        (byteCount + pageByteCount - 1) & ~(pageByteCount - 1)
    }

    /// What the hash of a body is seeded with, so that a body met in another place is no body.
    static func bodySeed(uuid: StoreUUID, segment: UInt64, offset: Int) -> UInt64 {
        var bytes = ByteWriter(capacity: 32)
        bytes.append(littleEndian: uuid.high)
        bytes.append(littleEndian: uuid.low)
        bytes.append(littleEndian: segment)
        bytes.append(littleEndian: UInt64(offset))
        return bytes.bytes.xxh3()
    }

    /// Reads the header of a frame that ends, padding apart, within `bytes`.
    init(_ bytes: RawSpan, at offset: Int) throws(FrameFault) {
        guard offset <= bytes.byteCount - Self.byteCount else { throw .cutOff }
        let header = bytes.extracting(offset..<(offset + Self.byteCount))
        guard header.littleEndianUInt32(at: 0) == Self.magic else {
            throw header.isZero ? .absent : .magic
        }
        guard header.crc32c(of: 8..<64) == header.littleEndianUInt32(at: 4) else {
            throw .headerChecksum
        }
        storedByteCount = Int(header.littleEndianUInt32(at: 8))
        rawByteCount = Int(header.littleEndianUInt32(at: 12))
        firstLSN = LSN(header.littleEndianUInt64(at: 16))
        durableLSN = LSN(header.littleEndianUInt64(at: 24))
        previousChain = header.littleEndianUInt64(at: 32)
        bodyHash = header.littleEndianUInt64(at: 40)
        recordCount = Int(header.littleEndianUInt32(at: 48))
        isCompressed = header.byte(at: 52) == 1
        schema = header.littleEndianUInt16(at: 54)
        epoch = Epoch(UInt64(header.littleEndianUInt32(at: 56)))
        number = header.littleEndianUInt32(at: 60)
        guard let type = FrameType(rawValue: header.byte(at: 53)), header.byte(at: 52) <= 1,
            storedByteCount <= Self.storedByteCountMax, rawByteCount <= Self.rawByteCountMax,
            isCompressed ? storedByteCount < rawByteCount : storedByteCount == rawByteCount,
            (type == .records) == (recordCount > 0), firstLSN > .zero, durableLSN < firstLSN,
            recordCount <= rawByteCount
        else { throw .fields }
        self.type = type
        guard schema <= Self.schema else { throw .schema }
        guard storedByteCount <= bytes.byteCount - offset - Self.byteCount else { throw .cutOff }
    }

    init(
        type: FrameType,
        storedByteCount: Int,
        rawByteCount: Int,
        isCompressed: Bool,
        firstLSN: LSN,
        recordCount: Int,
        durableLSN: LSN,
        epoch: Epoch
    ) {
        self.type = type
        self.storedByteCount = storedByteCount
        self.rawByteCount = rawByteCount
        self.isCompressed = isCompressed
        self.firstLSN = firstLSN
        self.recordCount = recordCount
        self.durableLSN = durableLSN
        self.epoch = epoch
        schema = Self.schema
        previousChain = 0
        bodyHash = 0
        number = 0
    }

    /// Appends the 64 bytes.
    func append(to writer: inout ByteWriter) {
        let start = writer.byteCount
        writer.append(littleEndian: Self.magic)
        writer.append(littleEndian: UInt32(0))
        writer.append(littleEndian: UInt32(storedByteCount))
        writer.append(littleEndian: UInt32(rawByteCount))
        writer.append(littleEndian: firstLSN.value)
        writer.append(littleEndian: durableLSN.value)
        writer.append(littleEndian: previousChain)
        writer.append(littleEndian: bodyHash)
        writer.append(littleEndian: UInt32(recordCount))
        writer.append(isCompressed ? 1 : 0)
        writer.append(type.rawValue)
        writer.append(littleEndian: schema)
        writer.append(littleEndian: UInt32(truncatingIfNeeded: epoch.value))
        writer.append(littleEndian: number)
        let crc = writer.bytes.crc32c(of: (start + 8)..<(start + Self.byteCount))
        writer.set(littleEndian: crc, at: start + 4)
    }
}

/// What a segment's last frame says of it.
public struct Seal: Hashable, Sendable {
    static let byteCount = 32

    public let lastLSN: LSN
    public let recordCount: UInt64
    public let hash: Hash128

    init(lastLSN: LSN, recordCount: UInt64, hash: Hash128) {
        self.lastLSN = lastLSN
        self.recordCount = recordCount
        self.hash = hash
    }

    init?(_ body: RawSpan) {
        guard body.byteCount == Self.byteCount else { return nil }
        lastLSN = LSN(body.littleEndianUInt64(at: 0))
        recordCount = body.littleEndianUInt64(at: 8)
        hash = Hash128(
            high: body.littleEndianUInt64(at: 16),
            low: body.littleEndianUInt64(at: 24)
        )
    }

    func append(to writer: inout ByteWriter) {
        writer.append(littleEndian: lastLSN.value)
        writer.append(littleEndian: recordCount)
        writer.append(littleEndian: hash.high)
        writer.append(littleEndian: hash.low)
    }
}
