public import CarnetBytes

/// Writes the snapshot of one partition to a file of its own, aside. One thread at a time; writers
/// of different partitions run side by side.
public final class SnapshotFileWriter {
    /// The most bytes of rows that are appended at once.
    public static let rowsByteCountMax = 4 << 20
    /// What goes to the device at a time.
    private static let pendingByteCountMax = 256 << 10

    private let folder: StoreFolder
    private let options: StoreOptions
    private let header: SnapshotHeader
    private let revision: UInt64
    private let path: String
    private let file: DiskFile
    private var rows: ByteWriter
    private var rowsInBlock: UInt32 = 0
    private var packed = DiskBuffer(byteCount: 0)
    private var pending = ByteWriter(capacity: 4096)
    private var fileOffset = 0
    private var hash = XXH3Stream()
    private var blocks: [SnapshotBlock] = []
    private var rowCount: UInt64 = 0
    private var rawByteCount: UInt64 = 0
    private var isOpen = true

    init(
        folder: StoreFolder,
        options: StoreOptions,
        uuid: StoreUUID,
        header: SnapshotHeader,
        revision: UInt64
    ) throws(StoreError) {
        self.folder = folder
        self.options = options
        self.header = header
        self.revision = revision
        let final = StoreLayout.snapshot(
            header.partition,
            coveredTo: header.lsn,
            revision: revision
        )
        path = final + ".tmp"
        file = try folder.open(path, .create)
        rows = ByteWriter(capacity: 4096)
        header.append(to: &pending, uuid: uuid)
    }

    deinit { if isOpen { folder.close(file) } }

    /// Appends one row.
    public func append(row: RawSpan) throws(StoreError) { try append(rows: row, count: 1) }

    /// Appends `count` rows that stand one behind the other in `bytes`, at most 4 MiB. They come
    /// back in one piece: a bunch never straddles two blocks.
    public func append(rows bytes: RawSpan, count: Int) throws(StoreError) {
        precondition(bytes.byteCount <= Self.rowsByteCountMax && count > 0)
        let limit = options.snapshotBlockByteCount
        if rows.byteCount > 0, rows.byteCount + bytes.byteCount > limit { try flushBlock() }
        rows.append(bytes)
        rowsInBlock += UInt32(count)
        if rows.byteCount >= limit { try flushBlock() }
    }

    /// Ends the file with its footer. `digest` is of the state, `ids` the least and the greatest
    /// id. The bytes are not yet durable: see `SnapshotFiles.sync`.
    public func finish(
        digest: Hash128,
        ids: ClosedRange<UInt64>?
    ) throws(StoreError) -> SnapshotDraft {
        if rows.byteCount > 0 { try flushBlock() }
        let footer = SnapshotFooter(
            rowCount: rowCount,
            rawByteCount: rawByteCount,
            digest: digest,
            ids: ids,
            blocks: blocks
        )
        let footerOffset = fileOffset + pending.byteCount
        var tail = ByteWriter(capacity: 256)
        footer.append(to: &tail)
        SnapshotTrailer.appendHead(
            to: &tail,
            offset: UInt64(footerOffset),
            byteCount: UInt32(tail.byteCount)
        )
        pending.append(tail.bytes)
        try writePending()
        let fileHash = hash.hash128()
        SnapshotTrailer.appendTail(to: &pending, hash: fileHash)
        try writePending()
        close()
        let entry = SnapshotEntry(
            partition: header.partition,
            sequence: header.sequence,
            lsn: header.lsn,
            coveredTo: header.lsn,
            byteCount: UInt64(fileOffset),
            hash: fileHash,
            revision: revision
        )
        return SnapshotDraft(
            entry: entry,
            rowCount: rowCount,
            rawByteCount: rawByteCount,
            unfinishedPath: path
        )
    }

    /// Gives the file up and removes it.
    public func abandon() {
        close()
        try? folder.disk.remove(path)
    }

    private func close() {
        if isOpen { folder.close(file) }
        isOpen = false
    }

    /// Ends the block that is being filled.
    private func flushBlock() throws(StoreError) {
        let raw = rows.byteCount
        if packed.byteCount < raw { packed = DiskBuffer(byteCount: raw) }
        var stored = raw
        if options.compression,
            let less = LZ4Block.compress(rows.bytes, into: &packed, at: 0, limit: raw - 1)
        {
            stored = less
        } else {
            packed.store(rows.bytes, at: 0)
        }
        let block = SnapshotBlock(
            offset: UInt64(fileOffset + pending.byteCount),
            rawByteCount: UInt32(raw),
            storedByteCount: UInt32(stored),
            rowCount: rowsInBlock
        )
        var head = ByteWriter(capacity: SnapshotBlock.headerByteCount)
        block.appendHead(to: &head)
        let blockHash = SnapshotBlock.hash(
            head: head.bytes,
            stored: packed.bytes.extracting(0..<stored),
            number: blocks.count
        )
        head.append(littleEndian: blockHash)
        pending.append(head.bytes)
        pending.append(packed.bytes.extracting(0..<stored))
        blocks.append(block)
        rowCount += UInt64(rowsInBlock)
        rawByteCount += UInt64(raw)
        rowsInBlock = 0
        rows.removeAll()
        if pending.byteCount >= Self.pendingByteCountMax {
            try writePending()
            folder.disk.startWriting(file)
        }
    }

    private func writePending() throws(StoreError) {
        var bytes = ByteWriter(capacity: 0)
        swap(&bytes, &pending)
        try folder.write(file, at: fileOffset, bytes.bytes)
        hash.update(bytes.bytes)
        fileOffset += bytes.byteCount
        bytes.removeAll()
        swap(&bytes, &pending)
    }
}

/// A snapshot that is written and not yet durable.
public struct SnapshotDraft: Hashable, Sendable {
    public let entry: SnapshotEntry
    public let rowCount: UInt64
    public let rawByteCount: UInt64
    let unfinishedPath: String
}

/// A snapshot whose bytes are durable; what came back from the device is not yet known.
public struct SyncedSnapshot: Hashable, Sendable {
    public let draft: SnapshotDraft
}

/// A snapshot that was read back from the device and is sound. Only these enter MANIFEST.
public struct VerifiedSnapshot: Hashable, Sendable {
    public let draft: SnapshotDraft
}
