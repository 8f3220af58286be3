public import CarnetBytes

/// A store on its way from the disk into memory. Owned by one thread; `snapshotFiles` and
/// `allocator` may be used from others meanwhile.
///
/// Order of use: load `partitions` (side by side, if wanted), `discardNewest` where one is rotten;
/// then `replay`, once; then `finish`. A kill at any moment in between does no harm: the next
/// start begins again.
public final class Recovery {
    public let isNew: Bool
    public let snapshotFiles: SnapshotFiles
    public let allocator: SegmentAllocator
    public private(set) var notes: [RecoveryNote]
    public private(set) var progress = RecoveryProgress()

    private var manifest: Manifest
    private let usedPrevious: Bool
    private let headers: [SegmentHeader]
    private let folder: StoreFolder
    private let options: StoreOptions
    private let lock: DiskFile
    private let now: @Sendable () -> UInt64
    private var end: LogEnd?
    private var isOver = false

    init(
        folder: StoreFolder,
        options: StoreOptions,
        lock: DiskFile,
        opening: StoreOpening,
        now: @escaping @Sendable () -> UInt64
    ) {
        self.folder = folder
        self.options = options
        self.lock = lock
        self.now = now
        isNew = opening.isNew
        manifest = opening.manifest
        usedPrevious = opening.usedPrevious
        headers = opening.headers
        notes = opening.notes
        snapshotFiles = SnapshotFiles(
            folder: folder,
            options: options,
            uuid: opening.manifest.uuid
        )
        allocator = SegmentAllocator(folder: folder, options: options)
    }

    deinit { abandon() }

    public var uuid: StoreUUID { manifest.uuid }

    /// The partitions that have a snapshot, ascending; all others start empty.
    public var partitions: [PartitionEntry] { manifest.partitions }

    /// Every event up to it is in the snapshots that were chosen.
    public var replayStart: LSN {
        manifest.partitions.reduce(manifest.emptyTo) { min($0, $1.newest.coveredTo) }
    }

    /// Gives the folder free without having changed it. Nothing else is called afterwards.
    public func abandon() {
        if !isOver { folder.disk.unlock(lock) }
        isOver = true
    }

    /// Says that the newest snapshot of a partition is rotten, and answers what to load instead.
    /// Before `replay`, which then begins earlier. `.damaged` where there is nothing instead.
    public func discardNewest(
        of partition: PartitionID,
        because damage: Damage
    ) throws(StoreError) -> PartitionEntry.Fallback {
        precondition(end == nil)
        guard let entry = manifest[partition] else { return .empty(coveredTo: manifest.emptyTo) }
        switch entry.older {
        case .file(let older):
            manifest.set(PartitionEntry(newest: older, older: .none))
        case .empty(let lsn):
            manifest.partitions.removeAll { $0.partition == partition }
            manifest.emptyTo = min(manifest.emptyTo, lsn)
        case .none:
            let path = entry.newest.path
            throw .damaged(Damage(file: path, offset: damage.offset, kind: .noSnapshot(partition)))
        }
        notes.append(.rottenSnapshot(partition, damage))
        return entry.older
    }

    /// Hands over every frame with an event behind `replayStart`, in the order of LSNs: the first
    /// LSN, the number of records, and the body for `LogRecordReader`. Snapshots may hold some of
    /// the records already: skip what is not the partition's next (rule 11). Throws where the log
    /// is damaged, which may be found after frames were handed out: discard the state then.
    public func replayFrames(
        _ use: (_ firstLSN: LSN, _ recordCount: Int, _ body: RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        precondition(end == nil)
        let replay = LogReplay(folder: folder, manifest: manifest, headers: headers)
        let found = try replay.run(after: replayStart, use)
        progress.frameCount = found.frameCount
        progress.recordCount = found.recordCount
        progress.readByteCount = found.byteCount
        progress.lastLSN = found.lastLSN
        if let torn = found.tornAt {
            let note = RecoveryNote.tornTail(
                path: torn.path,
                offset: UInt64(torn.offset),
                byteCount: UInt64(found.tornByteCount)
            )
            notes.append(note)
        }
        end = consume found
    }

    /// As `replayFrames`, record by record; the ranges of a record are ranges of the span.
    public func replay(
        _ use: (LSN, LogRecord, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        try replayFrames { (first, count, body) throws(StoreError) in
            try Self.forEachRecord(first, count, body, use)
        }
    }

    /// Decodes the records of a frame's body. The number must agree.
    static func forEachRecord(
        _ first: LSN,
        _ count: Int,
        _ body: RawSpan,
        _ use: (LSN, LogRecord, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        var records = LogRecordReader(body)
        var lsn = first
        while let record = try next(&records, lsn) {
            guard lsn.value - first.value < UInt64(count) else { throw damaged(lsn, .count) }
            try use(lsn, record, body)
            lsn = lsn.next
        }
        guard lsn.value - first.value == UInt64(count) else { throw damaged(lsn, .count) }
    }

    private static func next(
        _ records: inout LogRecordReader,
        _ lsn: LSN
    ) throws(StoreError) -> LogRecord? {
        do { return try records.next() } catch { throw damaged(lsn, error) }
    }

    private static func damaged(_ lsn: LSN, _ error: LogRecordError) -> StoreError {
        .damaged(Damage(file: StoreLayout.logFolder, firstLSN: lsn, kind: .record(error)))
    }

    // MARK: The end

    /// Makes the store ready to be written to and answers its parts. After an unclean stop the
    /// frames behind the watermark are first copied to a new segment and synced, since they may be
    /// in the page cache only; MANIFEST is published; what nothing names is removed. Without
    /// `replay` before, the log is walked here.
    ///
    /// No `allocator.makeSpare` may be under way: its unfinished file would be removed.
    ///
    /// - Parameter spare: a segment that `allocator` made before; without one, and where none was
    ///   left from the last run, one is made here, which takes about 200 ms.
    public func finish(spare: SpareSegment? = nil) throws(StoreError) -> OpenStore {
        precondition(!isOver)
        if end == nil { try replayFrames { (_, _, _) throws(StoreError) in } }
        guard let found = end.take() else { throw .failed }
        try setDamagedManifestAside()
        let isClean = found.isClean
        let segments = found.segments
        let writer = try makeWriter(found, spare)
        var next = manifest
        next.segments = segments
        SnapshotCatalog.enter(writer.position, into: &next)
        next.durableLSN = max(next.durableLSN, writer.durableLSN)
        next.generation += 1
        next.writtenAt = now()
        if !isClean { try fitCutSegments(next) }
        try ManifestFile(folder: folder).publish(next)
        manifest = next
        try cutUnreadBytes(next)
        try removeLeftovers()
        do {
            try allocator.keepReserve()
        } catch .full {
            writer.noteNoSpace()
            notes.append(.full)
        }
        isOver = true
        let catalog = SnapshotCatalog(
            folder: folder,
            files: snapshotFiles,
            manifest: manifest,
            lock: lock,
            now: now
        )
        return OpenStore(log: writer, catalog: catalog, allocator: allocator, notes: notes)
    }

    private func makeWriter(
        _ found: borrowing LogEnd,
        _ spare: SpareSegment?
    ) throws(StoreError) -> LogWriter {
        let boundary = found.isClean ? found.lastLSN : found.segments.last?.lastLSN ?? .zero
        let writer = LogWriter(
            folder: folder,
            options: options,
            uuid: manifest.uuid,
            now: now,
            lastLSN: boundary,
            next: found.next,
            finished: found.segments.filter { $0.number >= manifest.firstSegment }
        )
        if let spare { writer.add(spare) }
        for found in try findSpares() where found != spare { writer.add(found) }
        guard !found.isClean else {
            try rewriteSeal(found)
            try writer.open(flags: found.followsLoss ? .followsLoss : [])
            return writer
        }
        try writer.openUnfinished(flags: .copiesTail)
        var decoder = BodyDecoder()
        for frame in found.tailFrames {
            let stored = found.tail.bytes.extracting(frame.body)
            let fault = try decoder.decode(frame.header, stored: stored) {
                raw throws(StoreError) in
                try writer.write(
                    body: raw,
                    firstLSN: frame.header.firstLSN,
                    records: frame.header.recordCount,
                    epoch: frame.header.epoch,
                    sync: false
                )
            }
            precondition(fault == nil)
        }
        try writer.sync()
        try writer.writeWatermark()
        try writer.publish()
        notes.append(.uncleanStop(copiedFrameCount: found.tailFrames.count))
        return writer
    }

    /// A process may have been killed between writing the seal and syncing it. The next segment
    /// relies on it, so the page is written once more, with the same bytes, and synced.
    private func rewriteSeal(_ found: borrowing LogEnd) throws(StoreError) {
        guard let seal = found.freshSeal else { return }
        let file = try folder.openNamed(seal.path, .readWrite)
        defer { folder.close(file) }
        var page = ByteWriter(capacity: FrameHeader.pageByteCount)
        page.append(seal.page)
        try folder.write(file, at: seal.offset, page.bytes)
        try folder.sync(file)
    }

    /// Empty segments that the last run has left.
    private func findSpares() throws(StoreError) -> [SpareSegment] {
        var spares: [SpareSegment] = []
        for name in try folder.list(StoreLayout.logFolder) where name.hasSuffix(".spare") {
            let path = "wal/\(name)"
            guard try folder.byteCount(path: path) == options.segmentByteCount else { continue }
            spares.append(SpareSegment(path: path, byteCount: options.segmentByteCount))
        }
        return spares
    }

    /// A damaged MANIFEST must not take the place of the good MANIFEST.prev.
    private func setDamagedManifestAside() throws(StoreError) {
        guard usedPrevious, try folder.list("").contains(StoreLayout.manifest) else { return }
        try folder.rename(StoreLayout.manifest, to: StoreLayout.damagedManifest)
        try folder.syncFolder("")
    }

    /// A cut may stand behind the end of a truncated file, in the padding of its last frame.
    private func fitCutSegments(_ next: Manifest) throws(StoreError) {
        for segment in next.segments where segment.state == .cut {
            let file = try folder.openNamed(segment.path, .readWrite)
            defer { folder.close(file) }
            guard try folder.byteCount(file) < Int(segment.byteCount) else { continue }
            try folder.truncate(file, to: Int(segment.byteCount))
            try folder.sync(file)
        }
    }

    /// Gives back what is never read again behind a cut. Not synced: either size may be met.
    private func cutUnreadBytes(_ next: Manifest) throws(StoreError) {
        for segment in next.segments where segment.state == .cut {
            let file = try folder.openNamed(segment.path, .readWrite)
            defer { folder.close(file) }
            guard try folder.byteCount(file) > Int(segment.byteCount) else { continue }
            try folder.truncate(file, to: Int(segment.byteCount))
        }
    }

    /// Removes what a killed process has left: unfinished files, trimmed segments, snapshots that
    /// never entered MANIFEST. After a start from MANIFEST.prev these stay until the next one.
    private func removeLeftovers() throws(StoreError) {
        var leftovers: [String] = []
        for name in try folder.list(StoreLayout.logFolder) {
            let number = StoreLayout.segmentNumber(name)
            let isTrimmed = number.map { $0 < manifest.firstSegment } ?? false
            let path = "wal/\(name)"
            if isTrimmed || name.hasSuffix(".tmp") { leftovers.append(path) }
            if name.hasSuffix(".spare"),
                try folder.byteCount(path: path) != options.segmentByteCount
            {
                leftovers.append(path)
            }
        }
        let named = manifest.snapshotPaths
        for name in try folder.list(StoreLayout.snapshotFolder) {
            let path = "snap/\(name)"
            if name.hasSuffix(".tmp") {
                leftovers.append(path)
            } else if name.hasSuffix(".snap"), !named.contains(path), !usedPrevious {
                leftovers.append(path)
            }
        }
        for path in leftovers {
            try folder.remove(path)
            notes.append(.removed(path: path))
        }
    }
}

/// What a replay has read.
public struct RecoveryProgress: Hashable, Sendable {
    public var frameCount: UInt64 = 0
    public var recordCount: UInt64 = 0
    public var readByteCount: UInt64 = 0
    /// The last event of the log.
    public var lastLSN = LSN.zero
}

/// A store that is ready. The three parts go to three threads: the log's, the snapshotter's, and
/// the one that makes empty segments.
public struct OpenStore {
    public let log: LogWriter
    public let catalog: SnapshotCatalog
    public let allocator: SegmentAllocator
    public let notes: [RecoveryNote]
}
