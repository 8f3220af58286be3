public import CarnetBytes

/// The door to a data folder.
public enum Store {
    /// Opens a folder for this process alone: takes LOCK, reads MANIFEST or else MANIFEST.prev,
    /// and sees that every file that is named is there. An empty folder is made a new store,
    /// `uuid` naming it; one with files of ours and no readable manifest is refused.
    ///
    /// Nothing is written to an existing store before `Recovery.finish`. `now` answers microseconds
    /// since 1970, UTC; it is only written down.
    public static func open(
        _ disk: any Disk,
        options: StoreOptions = StoreOptions(),
        freshUUID uuid: StoreUUID,
        now: @escaping @Sendable () -> UInt64
    ) throws(StoreError) -> Recovery {
        let folder = StoreFolder(disk: disk)
        let lock = try folder.lock(StoreLayout.lock)
        do throws(StoreError) {
            let opening = try StoreOpening(folder: folder, freshUUID: uuid, now: now)
            return Recovery(
                folder: folder,
                options: options,
                lock: lock,
                opening: opening,
                now: now
            )
        } catch {
            disk.unlock(lock)
            throw error
        }
    }
}

/// What a start has done that an operator should know.
public enum RecoveryNote: Hashable, Sendable {
    /// MANIFEST was absent or damaged; MANIFEST.prev was taken.
    case previousManifest(because: StoreError)
    /// The newest snapshot was rotten; the one before was taken.
    case rottenSnapshot(PartitionID, Damage)
    /// Unfinished bytes behind the last sound frame were dropped; nothing acknowledged was among
    /// them.
    case tornTail(path: String, offset: UInt64, byteCount: UInt64)
    /// The last stop was not clean; so many frames were copied to a new segment.
    case uncleanStop(copiedFrameCount: Int)
    /// A file that nothing names was removed.
    case removed(path: String)
    /// There is no room for spare segments or the reserve.
    case full
}

/// The first look at a folder: manifest, names, sizes, headers. Changes nothing but a new folder.
struct StoreOpening {
    let manifest: Manifest
    let isNew: Bool
    let usedPrevious: Bool
    let headers: [SegmentHeader]
    var notes: [RecoveryNote] = []

    init(
        folder: StoreFolder,
        freshUUID: StoreUUID,
        now: () -> UInt64
    ) throws(StoreError) {
        let file = ManifestFile(folder: folder)
        switch try file.read() {
        case .current(let manifest):
            self.manifest = manifest
            isNew = false
            usedPrevious = false
        case .previous(let manifest, let reason):
            self.manifest = manifest
            isNew = false
            usedPrevious = true
            notes.append(.previousManifest(because: reason))
        case .neither:
            throw .noManifest(found: StoreLayout.manifest)
        case .absent:
            if let found = try Self.fileOfOurs(folder) { throw .noManifest(found: found) }
            manifest = try Self.makeNew(folder, uuid: freshUUID, now: now)
            isNew = true
            usedPrevious = false
        }
        try Self.checkSnapshots(manifest, folder)
        headers = try Self.readHeaders(manifest, folder)
    }

    /// Looks at a store that is there, for who changes nothing.
    init(existing folder: StoreFolder) throws(StoreError) {
        switch try ManifestFile(folder: folder).read() {
        case .current(let manifest):
            self.manifest = manifest
            usedPrevious = false
        case .previous(let manifest, let reason):
            self.manifest = manifest
            usedPrevious = true
            notes.append(.previousManifest(because: reason))
        case .neither(let error): throw error
        case .absent: throw .missing(path: StoreLayout.manifest)
        }
        isNew = false
        headers = try Self.readHeaders(manifest, folder)
    }

    /// A file that holds data of a store, nil where there is none.
    private static func fileOfOurs(_ folder: StoreFolder) throws(StoreError) -> String? {
        for name in try folder.list(StoreLayout.logFolder) where name.hasSuffix(".wal") {
            return "wal/\(name)"
        }
        for name in try folder.list(StoreLayout.snapshotFolder) where name.hasSuffix(".snap") {
            return "snap/\(name)"
        }
        if let name = try folder.list(StoreLayout.quarantineFolder).first {
            return "quarantine/\(name)"
        }
        return nil
    }

    /// MANIFEST stands before any file that holds data, so that a kill in between is no loss.
    private static func makeNew(
        _ folder: StoreFolder,
        uuid: StoreUUID,
        now: () -> UInt64
    ) throws(StoreError) -> Manifest {
        try folder.makeFolder(StoreLayout.logFolder)
        try folder.makeFolder(StoreLayout.snapshotFolder)
        try folder.syncFolder("")
        var manifest = Manifest(uuid: uuid)
        manifest.generation = 1
        manifest.writtenAt = now()
        try ManifestFile(folder: folder).publish(manifest)
        return manifest
    }

    /// Every snapshot that is named must be there; what it holds is seen when it is read.
    private static func checkSnapshots(
        _ manifest: Manifest,
        _ folder: StoreFolder
    ) throws(StoreError) {
        let names = Set(try folder.list(StoreLayout.snapshotFolder))
        for path in manifest.snapshotPaths.sorted() {
            guard names.contains(String(path.dropFirst(5))) else { throw .missing(path: path) }
        }
    }

    /// The headers of all segments from the first that is kept. Numbers must have no gap; those
    /// that MANIFEST names must be there. Too few bytes in one are met when it is read.
    private static func readHeaders(
        _ manifest: Manifest,
        _ folder: StoreFolder
    ) throws(StoreError) -> [SegmentHeader] {
        let numbers = manifest.segmentNumbers(in: try folder.list(StoreLayout.logFolder))
        let last = max(numbers.last ?? 0, manifest.segments.last?.number ?? 0)
        var headers: [SegmentHeader] = []
        guard last >= manifest.firstSegment else { return [] }
        var index = 0
        for number in manifest.firstSegment...last {
            let path = manifest.segmentPath(number)
            guard index < numbers.count, numbers[index] == number else {
                throw .missing(path: path)
            }
            index += 1
            let file = try folder.openNamed(path)
            defer { folder.close(file) }
            var page = DiskBuffer(byteCount: SegmentHeader.byteCount)
            let count = try folder.read(file, at: 0, byteCount: page.byteCount, into: &page)
            let header = try SegmentHeader(
                page.bytes.extracting(0..<count),
                path: path,
                uuid: manifest.uuid,
                number: number
            )
            headers.append(header)
        }
        return headers
    }
}
