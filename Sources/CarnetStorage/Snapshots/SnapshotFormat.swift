// SNAPSHOT, FORMAT 1: one partition at an exact place. Little-endian; header, blocks, footer,
// trailer, without gaps.
//
// Header, 80 bytes:
//    0  8 B  magic "CRNTSNP1"
//    8  u16  version of the format    10  u16  the least version that a reader must know
//   12  u32  0                        16 16 B  the store's UUID
//   32  u32  partition                36  u16  schema of the rows      38  u16  0
//   40  u64  sequence of the last record in the state
//   48  u64  LSN up to which the partition's events are in the state
//   56  u64  epoch                    64  u64  made at, microseconds since 1970, UTC
//   72  u32  0                        76  u32  CRC32C of bytes 0 to 75
// Block, 64 to 256 KiB raw and independent of the others:
//    0  u32  magic "CSB1"              4  u32  raw bytes      8  u32  stored bytes
//   12  u32  rows                     16  u64  XXH3 of bytes 0 to 15 and the stored bytes, seeded
//                                              with the block's number, from 0
//   24  ...  stored bytes: an LZ4 block, or the raw bytes where both lengths are equal
// Footer:
//    0  u32  magic "CSF1"              4  u32  blocks         8  u64  rows
//   16  u64  raw bytes                24 16 B  digest of the state, the high half first
//   40  u64  least id                 48  u64  greatest id (both 0 without rows)
//   56  for each block: u64 offset, u32 raw bytes, u32 stored bytes, u32 rows
//    …  u32  CRC32C of the footer before it
// Trailer, 40 bytes:
//    0  u64  offset of the footer      8  u32  bytes of the footer    12  u32  0
//   16 16 B  XXH3-128 of the file in front of this field, the high half first
//   32  8 B  magic "CRNTEND1"

public import CarnetBytes

/// What a snapshot is of.
public struct SnapshotHeader: Hashable, Sendable {
    static let byteCount = 80
    static let version: UInt16 = 1
    static let magic: UInt64 = 0x3150_4E53_544E_5243

    public let partition: PartitionID
    /// The last record that the state holds.
    public let sequence: PartitionSequence
    /// Every event of the partition up to it is in the state.
    public let lsn: LSN
    public let epoch: Epoch
    /// Of the rows; theirs who write them.
    public let schema: UInt16
    /// Microseconds since 1970, UTC.
    public let createdAt: UInt64

    public init(
        partition: PartitionID,
        sequence: PartitionSequence,
        lsn: LSN,
        epoch: Epoch = .first,
        schema: UInt16,
        createdAt: UInt64
    ) {
        self.partition = partition
        self.sequence = sequence
        self.lsn = lsn
        self.epoch = epoch
        self.schema = schema
        self.createdAt = createdAt
    }

    func append(to writer: inout ByteWriter, uuid: StoreUUID) {
        writer.append(littleEndian: Self.magic)
        writer.append(littleEndian: Self.version)
        writer.append(littleEndian: Self.version)
        writer.append(littleEndian: UInt32(0))
        writer.append(littleEndian: uuid.high)
        writer.append(littleEndian: uuid.low)
        writer.append(littleEndian: UInt32(partition.value))
        writer.append(littleEndian: schema)
        writer.append(littleEndian: UInt16(0))
        writer.append(littleEndian: sequence.value)
        writer.append(littleEndian: lsn.value)
        writer.append(littleEndian: epoch.value)
        writer.append(littleEndian: createdAt)
        writer.append(littleEndian: UInt32(0))
        let crc = writer.bytes.crc32c(of: 0..<76)
        writer.append(littleEndian: crc)
    }

    /// Reads the first bytes of the file `path` of store `uuid`; without `uuid`, of any store.
    init(_ bytes: RawSpan, path: String, uuid: StoreUUID?) throws(StoreError) {
        let damage = Damage(
            file: path,
            offset: 0,
            byteCount: UInt64(Self.byteCount),
            kind: .header
        )
        guard bytes.byteCount >= Self.byteCount,
            bytes.littleEndianUInt64(at: 0) == Self.magic,
            bytes.crc32c(of: 0..<76) == bytes.littleEndianUInt32(at: 76)
        else { throw .damaged(damage) }
        guard bytes.littleEndianUInt16(at: 10) <= Self.version else {
            throw .newerFormat(path: path, version: Int(bytes.littleEndianUInt16(at: 8)))
        }
        guard let partition = PartitionID(bytes.littleEndianUInt32(at: 32)) else {
            throw .damaged(damage)
        }
        self.init(
            partition: partition,
            sequence: PartitionSequence(bytes.littleEndianUInt64(at: 40)),
            lsn: LSN(bytes.littleEndianUInt64(at: 48)),
            epoch: Epoch(bytes.littleEndianUInt64(at: 56)),
            schema: bytes.littleEndianUInt16(at: 36),
            createdAt: bytes.littleEndianUInt64(at: 64)
        )
        let found = StoreUUID(
            high: bytes.littleEndianUInt64(at: 16),
            low: bytes.littleEndianUInt64(at: 24)
        )
        if let uuid, uuid != found {
            throw .damaged(Damage(file: path, offset: 0, kind: .foreign))
        }
    }
}

/// Where a block is and how large.
struct SnapshotBlock: Hashable, Sendable {
    static let headerByteCount = 24
    static let magic: UInt32 = 0x3142_5343
    /// No writer makes larger ones; what a file says beyond it is not believed.
    static let rawByteCountMax = 16 << 20

    let offset: UInt64
    let rawByteCount: UInt32
    let storedByteCount: UInt32
    let rowCount: UInt32

    var byteCount: Int { Self.headerByteCount + Int(storedByteCount) }

    /// The first 16 bytes of the block.
    func appendHead(to writer: inout ByteWriter) {
        writer.append(littleEndian: Self.magic)
        writer.append(littleEndian: rawByteCount)
        writer.append(littleEndian: storedByteCount)
        writer.append(littleEndian: rowCount)
    }

    /// The hash of a block: its head, then what is stored.
    static func hash(head: RawSpan, stored: RawSpan, number: Int) -> UInt64 {
        var stream = XXH3Stream(seed: UInt64(number))
        stream.update(head)
        stream.update(stored)
        return stream.hash64()
    }
}

/// What a snapshot says of itself as a whole.
public struct SnapshotFooter: Hashable, Sendable {
    static let magic: UInt32 = 0x3146_5343
    static let fixedByteCount = 56
    static let blockByteCount = 20

    public let rowCount: UInt64
    public let rawByteCount: UInt64
    /// Of the state, independent of the order of rows; theirs who write them.
    public let digest: Hash128
    /// The least and the greatest id, nil without rows.
    public let ids: ClosedRange<UInt64>?
    let blocks: [SnapshotBlock]

    func append(to writer: inout ByteWriter) {
        let start = writer.byteCount
        writer.append(littleEndian: Self.magic)
        writer.append(littleEndian: UInt32(blocks.count))
        writer.append(littleEndian: rowCount)
        writer.append(littleEndian: rawByteCount)
        writer.append(littleEndian: digest.high)
        writer.append(littleEndian: digest.low)
        writer.append(littleEndian: ids?.lowerBound ?? 0)
        writer.append(littleEndian: ids?.upperBound ?? 0)
        for block in blocks {
            writer.append(littleEndian: block.offset)
            writer.append(littleEndian: block.rawByteCount)
            writer.append(littleEndian: block.storedByteCount)
            writer.append(littleEndian: block.rowCount)
        }
        let crc = writer.bytes.crc32c(of: start..<writer.byteCount)
        writer.append(littleEndian: crc)
    }

    /// Reads a footer that begins at `offset` of the file; nil where it is not sound or its blocks
    /// do not lie one behind the other between header and footer.
    init?(_ bytes: RawSpan, offset: UInt64) {
        let end = bytes.byteCount - 4
        guard end >= Self.fixedByteCount, bytes.littleEndianUInt32(at: 0) == Self.magic,
            bytes.crc32c(of: 0..<end) == bytes.littleEndianUInt32(at: end)
        else { return nil }
        let count = Int(bytes.littleEndianUInt32(at: 4))
        guard end == Self.fixedByteCount + count * Self.blockByteCount else { return nil }
        rowCount = bytes.littleEndianUInt64(at: 8)
        rawByteCount = bytes.littleEndianUInt64(at: 16)
        digest = Hash128(
            high: bytes.littleEndianUInt64(at: 24),
            low: bytes.littleEndianUInt64(at: 32)
        )
        let least = bytes.littleEndianUInt64(at: 40)
        let greatest = bytes.littleEndianUInt64(at: 48)
        guard least <= greatest else { return nil }
        ids = rowCount == 0 ? nil : least...greatest
        var blocks: [SnapshotBlock] = []
        blocks.reserveCapacity(count)
        var next = UInt64(SnapshotHeader.byteCount)
        for index in 0..<count {
            let at = Self.fixedByteCount + index * Self.blockByteCount
            let block = SnapshotBlock(
                offset: bytes.littleEndianUInt64(at: at),
                rawByteCount: bytes.littleEndianUInt32(at: at + 8),
                storedByteCount: bytes.littleEndianUInt32(at: at + 12),
                rowCount: bytes.littleEndianUInt32(at: at + 16)
            )
            guard block.offset == next, block.storedByteCount <= block.rawByteCount,
                block.rawByteCount <= UInt32(SnapshotBlock.rawByteCountMax)
            else { return nil }
            next += UInt64(block.byteCount)
            blocks.append(block)
        }
        guard next == offset else { return nil }
        self.blocks = blocks
    }

    init(
        rowCount: UInt64,
        rawByteCount: UInt64,
        digest: Hash128,
        ids: ClosedRange<UInt64>?,
        blocks: [SnapshotBlock]
    ) {
        self.rowCount = rowCount
        self.rawByteCount = rawByteCount
        self.digest = digest
        self.ids = ids
        self.blocks = blocks
    }
}

/// The last bytes of a snapshot.
struct SnapshotTrailer: Hashable, Sendable {
    static let byteCount = 40
    /// In front of the hash.
    static let hashedByteCount = 16
    static let magic: UInt64 = 0x3144_4E45_544E_5243

    let footerOffset: UInt64
    let footerByteCount: UInt32
    let hash: Hash128

    /// Appends what the hash covers.
    static func appendHead(to writer: inout ByteWriter, offset: UInt64, byteCount: UInt32) {
        writer.append(littleEndian: offset)
        writer.append(littleEndian: byteCount)
        writer.append(littleEndian: UInt32(0))
    }

    static func appendTail(to writer: inout ByteWriter, hash: Hash128) {
        writer.append(littleEndian: hash.high)
        writer.append(littleEndian: hash.low)
        writer.append(littleEndian: Self.magic)
    }

    /// Nil where the bytes are no trailer of a file with `fileByteCount` bytes.
    init?(_ bytes: RawSpan, fileByteCount: UInt64) {
        guard bytes.byteCount == Self.byteCount,
            bytes.littleEndianUInt64(at: 32) == Self.magic,
            bytes.littleEndianUInt32(at: 12) == 0
        else { return nil }
        footerOffset = bytes.littleEndianUInt64(at: 0)
        footerByteCount = bytes.littleEndianUInt32(at: 8)
        hash = Hash128(
            high: bytes.littleEndianUInt64(at: 16),
            low: bytes.littleEndianUInt64(at: 24)
        )
        let (end, overflow) = footerOffset.addingReportingOverflow(UInt64(footerByteCount))
        guard !overflow, footerOffset >= UInt64(SnapshotHeader.byteCount),
            end == fileByteCount - UInt64(Self.byteCount)
        else { return nil }
    }
}
