public import CarnetBytes

/// Makes a store out of snapshots that somebody has: of another store's past, say. MANIFEST is
/// written last, so what was begun and not ended is no store and is never started.
public struct NewStore: Sendable {
    /// The log's first file holds no event; it is as small as it may be.
    private static let segmentByteCount = 64 << 10

    /// Makes the snapshots' files.
    public let files: SnapshotFiles

    private let folder: StoreFolder
    private let uuid: StoreUUID
    private let now: @Sendable () -> UInt64

    /// Begins a store in a folder that must be empty; `.locked` names the first file where it is not.
    public init(
        _ disk: any Disk,
        uuid: StoreUUID,
        now: @escaping @Sendable () -> UInt64
    ) throws(StoreError) {
        folder = StoreFolder(disk: disk)
        self.uuid = uuid
        self.now = now
        if let name = try folder.list("").first { throw .locked(path: name) }
        files = SnapshotFiles(folder: folder, options: StoreOptions(), uuid: uuid)
        try folder.makeFolder(StoreLayout.logFolder)
        try folder.makeFolder(StoreLayout.snapshotFolder)
        try folder.syncFolder("")
    }

    /// Gives the snapshots their names, begins the log behind `lastLSN` and publishes MANIFEST. The
    /// snapshots must have been taken at `lastLSN`, one of each partition that ever had an event.
    public func finish(
        _ snapshots: [VerifiedSnapshot],
        lastLSN: LSN
    ) throws(StoreError) {
        for snapshot in snapshots {
            try folder.rename(snapshot.draft.unfinishedPath, to: snapshot.draft.entry.path)
        }
        try folder.syncFolder(StoreLayout.snapshotFolder)
        let options = StoreOptions(
            segmentByteCount: Self.segmentByteCount,
            spareCount: 1,
            reserveByteCount: 0
        )
        let log = LogWriter(
            folder: folder,
            options: options,
            uuid: uuid,
            now: now,
            lastLSN: lastLSN,
            next: (1, SegmentHeader.firstChain),
            finished: []
        )
        try log.open(flags: [])
        let position = try log.close()
        var manifest = Manifest(uuid: uuid)
        manifest.generation = 1
        manifest.writtenAt = now()
        manifest.durableLSN = lastLSN
        manifest.emptyTo = lastLSN
        manifest.segments = position.segments
        for snapshot in snapshots {
            manifest.set(PartitionEntry(newest: snapshot.draft.entry, older: .none))
        }
        try ManifestFile(folder: folder).publish(manifest)
    }
}
