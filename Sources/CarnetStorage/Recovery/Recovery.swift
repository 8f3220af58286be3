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
    public internal(set) var notes: [RecoveryNote]
    public private(set) var progress = RecoveryProgress()

    var manifest: Manifest
    let usedPrevious: Bool
    private let headers: [SegmentHeader]
    let folder: StoreFolder
    let options: StoreOptions
    let lock: DiskFile
    let now: @Sendable () -> UInt64
    var end: LogEnd?
    var isOver = false

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
            manifest.set(PartitionEntry(newest: older, older: .none, bases: entry.bases))
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
