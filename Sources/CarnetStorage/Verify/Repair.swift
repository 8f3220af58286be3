public import CarnetBytes

/// Makes a damaged store startable by giving up what is damaged: `carnet repair --accept-loss`.
///
/// Nothing goes before it stands, synced, in `quarantine/`. A damaged log ends where the damage
/// begins, since later events may rest on the lost ones; their LSNs are never used again. A rotten
/// snapshot gives way to the one before. A manifest that can't be read is made anew from the
/// folder. Killed in between, it is simply run again.
public struct Repair {
    private let folder: StoreFolder
    private let now: @Sendable () -> UInt64

    public init(_ disk: any Disk, now: @escaping @Sendable () -> UInt64) {
        folder = StoreFolder(disk: disk)
        self.now = now
    }

    /// Throws `.locked` while a server runs, and `.damaged` with `.noSnapshot` for a partition that
    /// no file can bring back: then nothing but copies to `quarantine/` has been changed.
    public func acceptLoss() throws(StoreError) -> RepairReport {
        let lock = try folder.lock(StoreLayout.lock)
        defer { folder.disk.unlock(lock) }
        var report = RepairReport()
        var manifest = try readOrRebuild(&report)
        let before = manifest
        try repairSnapshots(&manifest, &report)
        let log = LogRepair(folder: folder, manifest: manifest)
        let cut = try log.findCut()
        if let cut {
            for (path, offset) in cut.givenUp { try quarantine(path, from: offset, &report) }
        }
        guard manifest != before || cut != nil || report.manifestRebuilt else { return report }
        if let cut {
            try log.apply(cut, to: &manifest)
            report.lost = cut.lost
        }
        let file = ManifestFile(folder: folder)
        // Twice, so that MANIFEST.prev says the same.
        for _ in 0..<2 {
            manifest.generation += 1
            manifest.writtenAt = now()
            try file.publish(manifest)
        }
        return report
    }

    // MARK: Quarantine

    private func quarantine(
        _ path: String,
        from offset: Int,
        _ report: inout RepairReport
    ) throws(StoreError) {
        let bytes: DiskBuffer
        do throws(StoreError) {
            bytes = try folder.readWhole(path: path)
        } catch .missing {
            return
        } catch {
            throw error
        }
        let start = min(max(0, offset), bytes.byteCount)
        let flat = path.split(separator: "/").joined(separator: "-")
        let names = try folder.list(StoreLayout.quarantineFolder)
        var name = "\(flat).\(start)"
        var number = 1
        while names.contains(name) {
            number += 1
            name = "\(flat).\(start)-\(number)"
        }
        try folder.makeFolder(StoreLayout.quarantineFolder)
        try folder.syncFolder("")
        let copy = "\(StoreLayout.quarantineFolder)/\(name)"
        try folder.writeWhole(path: copy, bytes.bytes.extracting(start..<bytes.byteCount))
        try folder.syncFolder(StoreLayout.quarantineFolder)
        report.quarantined.append(copy)
    }

    // MARK: Manifest

    private func readOrRebuild(_ report: inout RepairReport) throws(StoreError) -> Manifest {
        switch try ManifestFile(folder: folder).read() {
        case .current(let manifest): return manifest
        case .previous(let manifest, _):
            try quarantine(StoreLayout.manifest, from: 0, &report)
            return try setAside(StoreLayout.manifest, manifest)
        case .neither, .absent:
            try quarantine(StoreLayout.manifest, from: 0, &report)
            try quarantine(StoreLayout.previousManifest, from: 0, &report)
            let manifest = try rebuild()
            report.manifestRebuilt = true
            return try setAside(StoreLayout.manifest, manifest)
        }
    }

    /// A damaged MANIFEST must not become MANIFEST.prev.
    private func setAside(_ path: String, _ manifest: Manifest) throws(StoreError) -> Manifest {
        try folder.remove(path)
        try folder.syncFolder("")
        return manifest
    }

    /// What the files say of themselves: the two newest sound snapshots of each partition, all
    /// segments in a row up to the newest.
    private func rebuild() throws(StoreError) -> Manifest {
        let numbers = try folder.list(StoreLayout.logFolder).compactMap {
            StoreLayout.segmentNumber($0)
        }
        var found: [SnapshotFileReader] = []
        for name in try folder.list(StoreLayout.snapshotFolder) where name.hasSuffix(".snap") {
            let reader = try? SnapshotFileReader(folder: folder, uuid: nil, path: "snap/\(name)")
            guard let reader else { continue }
            if (try? reader.readBlocks { (_, _) throws(StoreError) in }) != nil {
                found.append(reader)
            }
        }
        guard let uuid = try findUUID(numbers) else {
            throw .noManifest(found: StoreLayout.logFolder)
        }
        var manifest = Manifest(uuid: uuid)
        manifest.firstSegment = firstInRow(numbers)
        let ascending = found.sorted {
            ($0.header.partition, $0.header.lsn) < ($1.header.partition, $1.header.lsn)
        }
        for reader in ascending {
            let header = reader.header
            let entry = SnapshotEntry(
                partition: header.partition,
                sequence: header.sequence,
                lsn: header.lsn,
                coveredTo: header.lsn,
                byteCount: UInt64(reader.byteCount),
                hash: reader.trailer.hash
            )
            let older = manifest[header.partition]
            manifest.set(
                PartitionEntry(newest: entry, older: older.map { .file($0.newest) } ?? .none)
            )
        }
        if manifest.firstSegment > 1 { manifest.emptyTo = try oldestLSN(manifest) }
        return manifest
    }

    /// The store's name, as any sound segment has it.
    private func findUUID(_ numbers: [UInt64]) throws(StoreError) -> StoreUUID? {
        for number in numbers {
            let path = StoreLayout.segment(number)
            let page = try folder.readWhole(path: path)
            guard page.byteCount >= SegmentHeader.byteCount else { continue }
            let uuid = StoreUUID(
                high: page.bytes.littleEndianUInt64(at: 16),
                low: page.bytes.littleEndianUInt64(at: 24)
            )
            let header = try? SegmentHeader(page.bytes, path: path, uuid: uuid, number: number)
            if header != nil { return uuid }
        }
        return nil
    }

    /// The number from which on there is no gap up to the newest.
    private func firstInRow(_ numbers: [UInt64]) -> UInt64 {
        guard var first = numbers.last else { return 1 }
        for number in numbers.reversed() where number + 1 == first { first = number }
        return first
    }

    private func oldestLSN(_ manifest: Manifest) throws(StoreError) -> LSN {
        let path = StoreLayout.segment(manifest.firstSegment)
        let page = try folder.readWhole(path: path)
        let header = try SegmentHeader(
            page.bytes,
            path: path,
            uuid: manifest.uuid,
            number: manifest.firstSegment
        )
        return LSN(header.firstLSN.value - 1)
    }

    // MARK: Snapshots

    private func repairSnapshots(
        _ manifest: inout Manifest,
        _ report: inout RepairReport
    ) throws(StoreError) {
        for entry in manifest.partitions {
            var entry = entry
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
                entry = PartitionEntry(newest: older, older: .none)
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

/// What `Repair` has done.
public struct RepairReport: Hashable, Sendable {
    /// Files in `quarantine/` that hold what was given up.
    public internal(set) var quarantined: [String] = []
    /// LSNs that were given up; some of them may never have been used.
    public internal(set) var lost: ClosedRange<LSN>?
    public internal(set) var manifestRebuilt = false

    /// Nothing was wrong.
    public var isNothing: Bool { quarantined.isEmpty && lost == nil && !manifestRebuilt }
}
