public import CarnetBytes

/// What a store consists of, for those who read it while another has it open. Takes no lock and
/// changes nothing; files may be gone by the time they are opened, when one looks again.
public struct StoreLook {
    private let folder: StoreFolder
    private let manifest: Manifest

    public init(_ disk: any Disk) throws(StoreError) {
        folder = StoreFolder(disk: disk)
        manifest =
            switch try ManifestFile(folder: folder).read() {
            case .current(let manifest), .previous(let manifest, _): manifest
            case .neither(let error): throw error
            case .absent: throw .missing(path: StoreLayout.manifest)
            }
    }

    /// The snapshots of a partition, oldest first, bases of history included; none where it has none.
    public func snapshots(of partition: PartitionID) -> [SnapshotEntry] {
        manifest[partition]?.snapshots ?? []
    }

    /// Every partition that has a snapshot.
    public var partitions: [PartitionID] { manifest.partitions.map(\.partition) }

    /// Which MANIFEST this is: files go only once a later one stands.
    public var generation: UInt64 { manifest.generation }

    /// Whether anything was written anew without what was erased: digests that the log noted before are of
    /// another state then.
    public var isRedacted: Bool { manifest.isRedacted }

    /// Partitions without a snapshot had no event up to it.
    public var emptyTo: LSN { manifest.emptyTo }

    /// Hands every record behind `start` to `use` in the order of LSNs, as far as the log reaches back, and
    /// checks all of it as a start does. `.failed` where MANIFEST has moved on since.
    public func replay(
        after start: LSN,
        _ use: (LSN, LogRecord, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        let opening = try StoreOpening(existing: folder)
        guard opening.manifest.generation == manifest.generation else { throw .failed }
        let oldest = LSN((opening.headers.first?.firstLSN.value ?? 1) - 1)
        let replay = LogReplay(folder: folder, manifest: manifest, headers: opening.headers)
        _ = try replay.run(after: max(start, oldest)) { first, count, body throws(StoreError) in
            try Recovery.forEachRecord(first, count, body, use)
        }
    }

    /// The store's name.
    public var uuid: StoreUUID { manifest.uuid }

    /// Opens a snapshot's file; `.damaged` or `.missing` where it is not what it should be.
    public func reader(for entry: SnapshotEntry) throws(StoreError) -> SnapshotFileReader {
        try SnapshotFileReader(folder: folder, uuid: manifest.uuid, entry: entry)
    }
}
