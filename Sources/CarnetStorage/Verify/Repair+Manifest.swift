import CarnetBytes

extension Repair {
    func readOrRebuild(_ report: inout RepairReport) throws(StoreError) -> Manifest {
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
        // What was redacted only history needs, and MANIFEST alone said which revision counts.
        for name in try folder.list(StoreLayout.snapshotFolder)
        where name.utf8.count == StoreLayout.snapshotNameByteCount && name.hasSuffix(".snap") {
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
            guard let before = manifest[header.partition] else {
                manifest.set(PartitionEntry(newest: entry, older: .none))
                continue
            }
            var after = before
            after.newest = entry
            after.older = .file(before.newest)
            if case .file(let third) = before.older { after.bases.append(third) }
            manifest.set(after)
        }
        if manifest.firstSegment > 1 {
            manifest.emptyTo = try oldestLSN(manifest)
            manifest.dropBases(before: manifest.emptyTo.next)
        }
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
}
