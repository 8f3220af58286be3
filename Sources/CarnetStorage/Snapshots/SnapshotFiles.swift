/// Makes and reads the files of snapshots. A value that any thread may use; what a round makes
/// durable goes through three types: draft, synced, verified.
public struct SnapshotFiles: Sendable {
    let folder: StoreFolder
    let options: StoreOptions
    let uuid: StoreUUID

    /// Begins the file of one partition; with a revision the one that takes the place of a base.
    public func writer(
        for header: SnapshotHeader,
        revision: UInt64 = 0
    ) throws(StoreError) -> SnapshotFileWriter {
        try SnapshotFileWriter(
            folder: folder,
            options: options,
            uuid: uuid,
            header: header,
            revision: revision
        )
    }

    /// Opens a file that MANIFEST names; `.damaged` or `.missing` where it is not what it should be.
    public func reader(for entry: SnapshotEntry) throws(StoreError) -> SnapshotFileReader {
        try SnapshotFileReader(folder: folder, uuid: uuid, entry: entry)
    }

    /// Makes the bytes of a draft durable, as soon as it is written: so a round goes to the device
    /// bit by bit, and no sync of the log meets more than one file that is on its way. One
    /// `syncfs` for all of a round is quicker (1,000 files of 45 KB took 17 to 31 ms, and 206 ms one by
    /// one), but a sync of the log beside it waited for 66 ms, and for what other programs had written.
    public func sync(_ draft: SnapshotDraft) throws(StoreError) -> SyncedSnapshot {
        let file = try folder.openNamed(draft.unfinishedPath, .readWrite)
        defer { folder.close(file) }
        try folder.sync(file)
        return SyncedSnapshot(draft: draft)
    }

    /// Reads a file back from the device, not from the page cache, and checks all of it. Spread
    /// over threads by who calls; `did` is told of the bytes of each block.
    public func verify(
        _ synced: SyncedSnapshot,
        did: (Int) -> Void = { _ in }
    ) throws(StoreError) -> VerifiedSnapshot {
        let draft = synced.draft
        let file = try folder.openNamed(draft.unfinishedPath)
        folder.disk.dropCache(file)
        folder.close(file)
        let reader = try SnapshotFileReader(
            folder: folder,
            uuid: uuid,
            path: draft.unfinishedPath
        )
        try reader.check(draft.entry)
        try reader.readBlocks { (rows, _) throws(StoreError) in did(rows.byteCount) }
        return VerifiedSnapshot(draft: draft)
    }

    /// Removes a draft that is not wanted any more.
    public func abandon(_ draft: SnapshotDraft) {
        try? folder.disk.remove(draft.unfinishedPath)
    }

    /// Removes every file that a failed round has begun and not published, so that a full disk
    /// does not stay full of them. No round may be under way. What can't be removed is removed by
    /// the next start.
    public func abandonAll() {
        guard let names = try? folder.list(StoreLayout.snapshotFolder) else { return }
        for name in names where name.hasSuffix(".tmp") {
            try? folder.disk.remove("\(StoreLayout.snapshotFolder)/\(name)")
        }
    }
}
