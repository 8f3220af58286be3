import CarnetBytes

extension Repair {
    func repairSnapshots(
        _ manifest: inout Manifest,
        _ report: inout RepairReport
    ) throws(StoreError) {
        for entry in manifest.partitions {
            var entry = entry
            for base in entry.bases where try !isSound(base, manifest.uuid) {
                try quarantine(base.path, from: 0, &report)
                entry.bases.removeAll { $0 == base }
            }
            if case .file(let older) = entry.older, try !isSound(older, manifest.uuid) {
                try quarantine(older.path, from: 0, &report)
                entry.older = .none
            }
            if try !isSound(entry.newest, manifest.uuid) {
                try quarantine(entry.newest.path, from: 0, &report)
                guard case .file(let older) = entry.older else {
                    try dropOrThrow(entry, &manifest)
                    continue
                }
                entry = PartitionEntry(newest: older, older: .none, bases: entry.bases)
            }
            manifest.set(entry)
        }
    }

    /// A partition whose only snapshot is rotten comes back from the log alone, or not at all.
    private func dropOrThrow(
        _ entry: PartitionEntry,
        _ manifest: inout Manifest
    ) throws(StoreError) {
        guard case .empty(let lsn) = entry.older else {
            let damage = Damage(file: entry.newest.path, kind: .noSnapshot(entry.partition))
            throw .damaged(damage)
        }
        manifest.partitions.removeAll { $0.partition == entry.partition }
        manifest.emptyTo = min(manifest.emptyTo, lsn)
    }

    private func isSound(_ entry: SnapshotEntry, _ uuid: StoreUUID) throws(StoreError) -> Bool {
        do throws(StoreError) {
            let reader = try SnapshotFileReader(folder: folder, uuid: uuid, entry: entry)
            try reader.readBlocks { (_, _) throws(StoreError) in }
            return true
        } catch .damaged {
            return false
        } catch .missing {
            return false
        } catch {
            throw error
        }
    }
}
