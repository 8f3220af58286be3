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

    /// The store's name.
    public var uuid: StoreUUID { manifest.uuid }

    /// Opens a snapshot's file; `.damaged` or `.missing` where it is not what it should be.
    public func reader(for entry: SnapshotEntry) throws(StoreError) -> SnapshotFileReader {
        try SnapshotFileReader(folder: folder, uuid: manifest.uuid, entry: entry)
    }
}
