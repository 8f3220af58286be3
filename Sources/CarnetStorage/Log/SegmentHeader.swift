// SEGMENT HEADER, FORMAT 1 or, where the segment was redacted, 2. Little-endian, 4,096 bytes, the first page of wal/%016x.wal.
//    0  8 B  magic "CRNTWAL1"
//    8  u16  version of the format
//   10  u16  the least version that a reader must know
//   12  u32  flags: bit 0, begins with frames copied from the segment before (an unclean stop);
//            bit 1, LSNs were given up in front of this segment (`carnet repair`);
//            bit 2, written anew without what was erased: bytes 68 to 79 count
//   16 16 B  the store's UUID
//   32  u64  number of the segment, from 1
//   40  u64  LSN of the first record
//   48  u64  chain: the last frame's of the segment before, where this one continues it
//   56  u64  made at, microseconds since 1970, UTC
//   64  u32  CRC32C of bytes 0 to 63
//   68  u64  chain: what the segment after this one names, which is that of this one's last frame as it
//            was before it was written anew
//   76  u32  CRC32C of bytes 68 to 75
//   80  ...  zero, and without bit 2 from 68 on
// The first frame's predecessor in the chain is this page: its XXH3.

public import CarnetBytes

/// The first page of a segment.
public struct SegmentHeader: Hashable, Sendable {
    public static let byteCount = 4096
    /// The latest format that is read; what older versions read is written where it suffices.
    public static let version: UInt16 = 2
    static let versionOfRedacted: UInt16 = 2
    static let magic: UInt64 = 0x314C_4157_544E_5243
    /// The chain in front of the very first segment.
    static let firstChain: UInt64 = 0

    public let uuid: StoreUUID
    public let number: UInt64
    public let firstLSN: LSN
    public let previousChain: UInt64
    public let createdAt: UInt64
    public let flags: Flags
    /// Of a segment that was redacted, the chain that the next one names; nil: its last frame's.
    public let chainBehind: UInt64?

    public struct Flags: OptionSet, Hashable, Sendable {
        public static let copiesTail = Flags(rawValue: 1)
        public static let followsLoss = Flags(rawValue: 2)
        public static let redacted = Flags(rawValue: 4)
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }
    }

    init(
        uuid: StoreUUID,
        number: UInt64,
        firstLSN: LSN,
        previousChain: UInt64,
        createdAt: UInt64,
        flags: Flags = [],
        chainBehind: UInt64? = nil
    ) {
        self.uuid = uuid
        self.number = number
        self.firstLSN = firstLSN
        self.previousChain = previousChain
        self.createdAt = createdAt
        self.flags = flags
        self.chainBehind = chainBehind
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
            flags: Flags(rawValue: bytes.littleEndianUInt32(at: 12)),
            chainBehind: Self.chainBehind(bytes)
        )
        let end = chainBehind == nil ? 68 : 80
        guard bytes.extracting(end..<Self.byteCount).isZero, firstLSN > .zero,
            flags.contains(.redacted) == (chainBehind != nil)
        else { throw .damaged(damage) }
        guard self.uuid == uuid, self.number == number else {
            throw .damaged(Damage(file: path, offset: 0, kind: .foreign))
        }
    }

    private static func chainBehind(_ bytes: RawSpan) -> UInt64? {
        guard Flags(rawValue: bytes.littleEndianUInt32(at: 12)).contains(.redacted),
            bytes.crc32c(of: 68..<76) == bytes.littleEndianUInt32(at: 76)
        else { return nil }
        return bytes.littleEndianUInt64(at: 68)
    }

    /// The page as it stands in the file.
    func page() -> ByteWriter {
        var page = ByteWriter(capacity: Self.byteCount)
        let version = chainBehind == nil ? 1 : Self.versionOfRedacted
        page.append(littleEndian: Self.magic)
        page.append(littleEndian: version)
        page.append(littleEndian: version)
        page.append(littleEndian: flags.rawValue)
        page.append(littleEndian: uuid.high)
        page.append(littleEndian: uuid.low)
        page.append(littleEndian: number)
        page.append(littleEndian: firstLSN.value)
        page.append(littleEndian: previousChain)
        page.append(littleEndian: createdAt)
        let crc = page.bytes.crc32c()
        page.append(littleEndian: crc)
        if let chainBehind {
            page.append(littleEndian: chainBehind)
            let crc = page.bytes.crc32c(of: 68..<76)
            page.append(littleEndian: crc)
        }
        page.appendZeros(Self.byteCount - page.byteCount)
        return page
    }
}
