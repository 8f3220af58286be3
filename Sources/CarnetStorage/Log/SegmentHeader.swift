// SEGMENT HEADER, FORMAT 1. Little-endian, 4,096 bytes, the first page of wal/%016x.wal.
//    0  8 B  magic "CRNTWAL1"
//    8  u16  version of the format
//   10  u16  the least version that a reader must know
//   12  u32  flags: bit 0, begins with frames copied from the segment before (an unclean stop);
//            bit 1, LSNs were given up in front of this segment (`carnet repair`)
//   16 16 B  the store's UUID
//   32  u64  number of the segment, from 1
//   40  u64  LSN of the first record
//   48  u64  chain: the last frame's of the segment before, where this one continues it
//   56  u64  made at, microseconds since 1970, UTC
//   64  u32  CRC32C of bytes 0 to 63
//   68  ...  zero
// The first frame's predecessor in the chain is this page: its XXH3.

public import CarnetBytes

/// The first page of a segment.
public struct SegmentHeader: Hashable, Sendable {
    public static let byteCount = 4096
    public static let version: UInt16 = 1
    static let magic: UInt64 = 0x314C_4157_544E_5243
    /// The chain in front of the very first segment.
    static let firstChain: UInt64 = 0

    public let uuid: StoreUUID
    public let number: UInt64
    public let firstLSN: LSN
    public let previousChain: UInt64
    public let createdAt: UInt64
    public let flags: Flags

    public struct Flags: OptionSet, Hashable, Sendable {
        public static let copiesTail = Flags(rawValue: 1)
        public static let followsLoss = Flags(rawValue: 2)
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }
    }

    init(
        uuid: StoreUUID,
        number: UInt64,
        firstLSN: LSN,
        previousChain: UInt64,
        createdAt: UInt64,
        flags: Flags = []
    ) {
        self.uuid = uuid
        self.number = number
        self.firstLSN = firstLSN
        self.previousChain = previousChain
        self.createdAt = createdAt
        self.flags = flags
    }

    /// Reads the header of the file `path`, which must be segment `number` of store `uuid`.
    init(
        _ bytes: RawSpan,
        path: String,
        uuid: StoreUUID,
        number: UInt64
    ) throws(StoreError) {
        let damage = Damage(
            file: path,
            offset: 0,
            byteCount: UInt64(Self.byteCount),
            kind: .header
        )
        guard bytes.byteCount >= Self.byteCount,
            bytes.littleEndianUInt64(at: 0) == Self.magic,
            bytes.crc32c(of: 0..<64) == bytes.littleEndianUInt32(at: 64)
        else { throw .damaged(damage) }
        guard bytes.littleEndianUInt16(at: 10) <= Self.version else {
            throw .newerFormat(path: path, version: Int(bytes.littleEndianUInt16(at: 8)))
        }
        self.init(
            uuid: StoreUUID(
                high: bytes.littleEndianUInt64(at: 16),
                low: bytes.littleEndianUInt64(at: 24)
            ),
            number: bytes.littleEndianUInt64(at: 32),
            firstLSN: LSN(bytes.littleEndianUInt64(at: 40)),
            previousChain: bytes.littleEndianUInt64(at: 48),
            createdAt: bytes.littleEndianUInt64(at: 56),
            flags: Flags(rawValue: bytes.littleEndianUInt32(at: 12))
        )
        guard bytes.extracting(68..<Self.byteCount).isZero, firstLSN > .zero else {
            throw .damaged(damage)
        }
        guard self.uuid == uuid, self.number == number else {
            throw .damaged(Damage(file: path, offset: 0, kind: .foreign))
        }
    }

    /// The page as it stands in the file.
    func page() -> ByteWriter {
        var page = ByteWriter(capacity: Self.byteCount)
        page.append(littleEndian: Self.magic)
        page.append(littleEndian: Self.version)
        page.append(littleEndian: Self.version)
        page.append(littleEndian: flags.rawValue)
        page.append(littleEndian: uuid.high)
        page.append(littleEndian: uuid.low)
        page.append(littleEndian: number)
        page.append(littleEndian: firstLSN.value)
        page.append(littleEndian: previousChain)
        page.append(littleEndian: createdAt)
        let crc = page.bytes.crc32c()
        page.append(littleEndian: crc)
        page.appendZeros(Self.byteCount - page.byteCount)
        return page
    }
}
