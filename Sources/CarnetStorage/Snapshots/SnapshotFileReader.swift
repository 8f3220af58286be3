import CarnetBytes

/// Reads the snapshot of one partition and checks every hash on the way. One thread at a time;
/// readers of different files run side by side.
public final class SnapshotFileReader {
    public let header: SnapshotHeader
    public let footer: SnapshotFooter
    public let path: String

    private let folder: StoreFolder
    private let file: DiskFile
    private let fileByteCount: Int

    /// The size of the file.
    public var byteCount: Int { fileByteCount }

    let trailer: SnapshotTrailer

    /// Opens the file at `path` and reads header, footer and trailer. With `entry`, it must be
    /// what MANIFEST names; `.missing` where it is absent, `.damaged` where it is not sound.
    convenience init(
        folder: StoreFolder,
        uuid: StoreUUID,
        entry: SnapshotEntry
    ) throws(StoreError) {
        try self.init(folder: folder, uuid: uuid, path: entry.path)
        try check(entry)
    }

    init(folder: StoreFolder, uuid: StoreUUID?, path: String) throws(StoreError) {
        self.folder = folder
        self.path = path
        let file = try folder.openNamed(path)
        self.file = file
        do throws(StoreError) {
            let byteCount = try folder.byteCount(file)
            fileByteCount = byteCount
            let head = try Self.bytes(folder, file, 0..<min(byteCount, SnapshotHeader.byteCount))
            header = try SnapshotHeader(head.bytes, path: path, uuid: uuid)
            let end = max(0, byteCount - SnapshotTrailer.byteCount)
            let tail = try Self.bytes(folder, file, end..<byteCount)
            guard let trailer = SnapshotTrailer(tail.bytes, fileByteCount: UInt64(byteCount))
            else { throw .damaged(Damage(file: path, offset: UInt64(end), kind: .footer)) }
            self.trailer = trailer
            let start = Int(trailer.footerOffset)
            let foot = try Self.bytes(folder, file, start..<end)
            guard let footer = SnapshotFooter(foot.bytes, offset: trailer.footerOffset) else {
                throw .damaged(Damage(file: path, offset: trailer.footerOffset, kind: .footer))
            }
            self.footer = footer
        } catch {
            folder.close(file)
            throw error
        }
    }

    deinit { folder.close(file) }

    private static func bytes(
        _ folder: StoreFolder,
        _ file: DiskFile,
        _ range: Range<Int>
    ) throws(StoreError) -> DiskBuffer {
        var buffer = DiskBuffer(byteCount: range.count)
        let count = try folder.read(
            file,
            at: range.lowerBound,
            byteCount: range.count,
            into: &buffer
        )
        if count < range.count { buffer.clear(count..<range.count) }
        return buffer
    }

    /// Throws where this is not the file that `entry` names.
    func check(_ entry: SnapshotEntry) throws(StoreError) {
        guard entry.byteCount == UInt64(fileByteCount) else {
            let kind = Damage.Kind.byteCount(
                expected: entry.byteCount,
                found: UInt64(fileByteCount)
            )
            throw .damaged(Damage(file: path, kind: kind))
        }
        guard entry.hash == trailer.hash else {
            throw .damaged(Damage(file: path, kind: .fileHash))
        }
        guard header.partition == entry.partition, header.sequence == entry.sequence,
            header.lsn == entry.lsn
        else { throw .damaged(Damage(file: path, offset: 0, kind: .foreign)) }
    }

    /// Hands the rows to `use` block by block, in the order they were appended, and checks every
    /// hash. An error may come after rows were handed out, even after the last: discard them then.
    /// About 2 GB/s of raw bytes.
    public func readBlocks(
        _ use: (_ rows: RawSpan, _ rowCount: Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        var window = FileWindow(folder: folder, file: file, byteCount: fileByteCount)
        var raw = DiskBuffer(byteCount: 0)
        var hash = XXH3Stream()
        try window.hold(0..<SnapshotHeader.byteCount, path: path)
        hash.update(window.bytes(0..<SnapshotHeader.byteCount))
        var rowCount: UInt64 = 0
        var rawByteCount: UInt64 = 0
        for (number, block) in footer.blocks.enumerated() {
            let range = Int(block.offset)..<(Int(block.offset) + block.byteCount)
            try window.hold(range, path: path)
            hash.update(window.bytes(range))
            guard Self.unpack(window.bytes(range), block, number: number, into: &raw) else {
                let damage = Damage(
                    file: path,
                    offset: block.offset,
                    byteCount: UInt64(block.byteCount),
                    kind: .block(number: number)
                )
                throw .damaged(damage)
            }
            rowCount += UInt64(block.rowCount)
            rawByteCount += UInt64(block.rawByteCount)
            try use(raw.bytes.extracting(0..<Int(block.rawByteCount)), Int(block.rowCount))
        }
        guard rowCount == footer.rowCount, rawByteCount == footer.rawByteCount else {
            throw .damaged(Damage(file: path, offset: trailer.footerOffset, kind: .footer))
        }
        let end = fileByteCount - SnapshotTrailer.byteCount + SnapshotTrailer.hashedByteCount
        let rest = Int(trailer.footerOffset)..<end
        try window.hold(rest, path: path)
        hash.update(window.bytes(rest))
        guard hash.hash128() == trailer.hash else {
            throw .damaged(Damage(file: path, kind: .fileHash))
        }
    }

    /// Unpacks one block into the first bytes of `raw`; false where it is damaged.
    private static func unpack(
        _ bytes: RawSpan,
        _ block: SnapshotBlock,
        number: Int,
        into raw: inout DiskBuffer
    ) -> Bool {
        let head = bytes.extracting(0..<16)
        let stored = bytes.extracting(SnapshotBlock.headerByteCount..<bytes.byteCount)
        guard head.littleEndianUInt32(at: 0) == SnapshotBlock.magic,
            head.littleEndianUInt32(at: 4) == block.rawByteCount,
            head.littleEndianUInt32(at: 8) == block.storedByteCount,
            head.littleEndianUInt32(at: 12) == block.rowCount,
            SnapshotBlock.hash(head: head, stored: stored, number: number)
                == bytes.littleEndianUInt64(at: 16)
        else { return false }
        let count = Int(block.rawByteCount)
        if raw.byteCount < count { raw = DiskBuffer(byteCount: count) }
        guard block.storedByteCount < block.rawByteCount else {
            raw.store(stored, at: 0)
            return true
        }
        return LZ4Block.decompress(stored, into: &raw, byteCount: count)
    }
}
