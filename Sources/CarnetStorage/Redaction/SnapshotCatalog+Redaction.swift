public import CarnetBytes

/// Taking what was erased out of the files that only history needs. What recovery reads is left alone:
/// two rounds of snapshots take the need of it away.
///
/// Each file is written anew under a name of its own, synced and read back; MANIFEST, published once, makes
/// it count, and once more, so that MANIFEST.prev does not name the old one, which goes only then. A crash at
/// any step leaves the old file or the new one in MANIFEST, and the other is removed by the next start.
extension SnapshotCatalog {
    /// Whether recovery needs no segment with an event up to `lsn`, and no snapshot of those partitions that
    /// is older than what was erased there.
    public func isHistory(upTo lsn: LSN, erased: [PartitionID: LSN]) -> Bool {
        let last = manifest.segments.last { $0.firstLSN <= lsn }
        if let last, last.state == .live || last.lastLSN > manifest.neededFrom { return false }
        return erased.allSatisfy { partition, lsn in
            guard let entry = manifest[partition] else { return manifest.emptyTo >= lsn }
            guard entry.newest.lsn >= lsn else { return false }
            if case .file(let older) = entry.older { return older.lsn >= lsn }
            return true
        }
    }

    /// Segments that may hold an event up to `lsn`, oldest first.
    public func segments(upTo lsn: LSN) -> [SegmentEntry] {
        manifest.segments.filter { $0.firstLSN <= lsn }
    }

    /// The bases of a partition that are older than `lsn`, oldest first.
    public func bases(of partition: PartitionID, before lsn: LSN) -> [SnapshotEntry] {
        (manifest[partition]?.bases ?? []).filter { $0.lsn < lsn }
    }

    /// Hands every record of a segment to `see`. Reads all of it, at once.
    public func read(
        _ segment: SegmentEntry,
        _ see: (LSN, LogRecord, RawSpan) throws(StoreError) -> Void
    ) throws(StoreError) {
        try redactor.read(segment, see)
    }

    /// Redacts one segment, unless none of its records changes or it has gone meanwhile.
    /// `.disk(.full)` where there is no room for another one beside it: nothing has changed then.
    public func redact(
        _ segment: SegmentEntry,
        _ redaction: RecordRedaction
    ) throws(StoreError) {
        guard manifest.segments.contains(segment),
            let redacted = try redactor.write(segment, redaction)
        else { return }
        var next = manifest
        for index in next.segments.indices where next.segments[index] == segment {
            next.segments[index] = redacted
        }
        try publishTwice(next)
        try remove(segment.path)
        try folder.syncFolder(StoreLayout.logFolder)
    }

    /// Puts another file in a base's place; nothing happens where it has gone meanwhile.
    public func replace(
        _ base: SnapshotEntry,
        by snapshot: VerifiedSnapshot
    ) throws(StoreError) {
        guard var entry = manifest[base.partition],
            let index = entry.bases.firstIndex(of: base)
        else { return files.abandon(snapshot.draft) }
        var redacted = snapshot.draft.entry
        redacted.coveredTo = base.coveredTo
        try folder.rename(snapshot.draft.unfinishedPath, to: redacted.path)
        try folder.syncFolder(StoreLayout.snapshotFolder)
        entry.bases[index] = redacted
        var next = manifest
        next.set(entry)
        try publishTwice(next)
        try remove(base.path)
        try folder.syncFolder(StoreLayout.snapshotFolder)
    }

    /// Removes segments of the folder that others have taken the place of, or that never came to be named: a
    /// start from MANIFEST.prev leaves them.
    public func removeStrays() throws(StoreError) {
        let names = try folder.list(StoreLayout.logFolder)
            .filter { $0.hasSuffix(".wal") && manifest.isSuperseded(logFile: $0) }
        guard !names.isEmpty else { return }
        // So that MANIFEST.prev does not name them either.
        try publishTwice(manifest)
        for name in names { try remove("\(StoreLayout.logFolder)/\(name)") }
        try folder.syncFolder(StoreLayout.logFolder)
    }

    private var redactor: SegmentRedactor {
        SegmentRedactor(folder: folder, uuid: manifest.uuid, compression: true)
    }

    private func publishTwice(_ next: Manifest) throws(StoreError) {
        try publish(next)
        try publish(next)
    }
}
