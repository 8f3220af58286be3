import CarnetBytes

extension Recovery {
    /// Makes the store ready to be written to and answers its parts. After an unclean stop the
    /// frames behind the watermark are first copied to a new segment and synced, since they may be
    /// in the page cache only; MANIFEST is published; what nothing names is removed. Without
    /// `replay` before, the log is walked here.
    ///
    /// No `allocator.makeSpare` may be under way: its unfinished file would be removed.
    ///
    /// - Parameter spare: a segment that `allocator` made before; without one, and where none was
    ///   left from the last run, one is made here, which takes about 200 ms.
    public func finish(spare: SpareSegment? = nil) throws(StoreError) -> OpenStore {
        precondition(!isOver)
        if end == nil { try replayFrames { (_, _, _) throws(StoreError) in } }
        guard let found = end.take() else { throw .failed }
        try setDamagedManifestAside()
        try removeUnfinished()
        let isClean = found.isClean
        let segments = found.segments
        let writer = try makeWriter(found, spare)
        var next = manifest
        next.segments = segments
        SnapshotCatalog.enter(writer.position, into: &next)
        next.durableLSN = max(next.durableLSN, writer.durableLSN)
        next.generation += 1
        next.writtenAt = now()
        if !isClean { try fitCutSegments(next) }
        try publishEvenIfFull(next)
        manifest = next
        try cutUnreadBytes(next)
        try removeLeftovers()
        do {
            try allocator.keepReserve()
        } catch .full {
            writer.noteNoSpace()
            notes.append(.full)
        }
        isOver = true
        let catalog = SnapshotCatalog(
            folder: folder,
            files: snapshotFiles,
            manifest: manifest,
            lock: lock,
            now: now
        )
        return OpenStore(log: writer, catalog: catalog, allocator: allocator, notes: notes)
    }

    /// Publishes MANIFEST, on a disk that is full to the last byte in the place of the reserve.
    private func publishEvenIfFull(_ next: Manifest) throws(StoreError) {
        do {
            try ManifestFile(folder: folder).publish(next)
        } catch .disk(.full) {
            try folder.remove(StoreLayout.reserve)
            try ManifestFile(folder: folder).publish(next)
        }
    }

    private func makeWriter(
        _ found: borrowing LogEnd,
        _ spare: SpareSegment?
    ) throws(StoreError) -> LogWriter {
        let boundary = found.isClean ? found.lastLSN : found.segments.last?.lastLSN ?? .zero
        let writer = LogWriter(
            folder: folder,
            options: options,
            uuid: manifest.uuid,
            now: now,
            lastLSN: boundary,
            next: found.next,
            finished: found.segments.filter { $0.number >= manifest.firstSegment }
        )
        if let spare { writer.add(spare) }
        for found in try findSpares() where found != spare { writer.add(found) }
        guard !found.isClean else {
            try rewriteSeal(found)
            try writer.open(flags: found.followsLoss ? .followsLoss : [])
            return writer
        }
        try writer.openUnfinished(flags: .copiesTail)
        var decoder = BodyDecoder()
        for frame in found.tailFrames {
            let stored = found.tail.bytes.extracting(frame.body)
            let fault = try decoder.decode(frame.header, stored: stored) {
                raw throws(StoreError) in
                try writer.write(
                    body: raw,
                    firstLSN: frame.header.firstLSN,
                    records: frame.header.recordCount,
                    epoch: frame.header.epoch,
                    sync: false
                )
            }
            precondition(fault == nil)
        }
        try writer.sync()
        try writer.writeWatermark()
        try writer.publish()
        notes.append(.uncleanStop(copiedFrameCount: found.tailFrames.count))
        return writer
    }

    /// A process may have been killed between writing the seal and syncing it. The next segment
    /// relies on it, so the page is written once more, with the same bytes, and synced.
    private func rewriteSeal(_ found: borrowing LogEnd) throws(StoreError) {
        guard let seal = found.freshSeal else { return }
        let file = try folder.openNamed(seal.path, .readWrite)
        defer { folder.close(file) }
        var page = ByteWriter(capacity: FrameHeader.pageByteCount)
        page.append(seal.page)
        try folder.write(file, at: seal.offset, page.bytes)
        try folder.sync(file)
    }

    /// Empty segments that the last run has left.
    private func findSpares() throws(StoreError) -> [SpareSegment] {
        var spares: [SpareSegment] = []
        for name in try folder.list(StoreLayout.logFolder) where name.hasSuffix(".spare") {
            let path = "wal/\(name)"
            guard try folder.byteCount(path: path) == options.segmentByteCount else { continue }
            spares.append(SpareSegment(path: path, byteCount: options.segmentByteCount))
        }
        return spares
    }

    /// A damaged MANIFEST must not take the place of the good MANIFEST.prev.
    private func setDamagedManifestAside() throws(StoreError) {
        guard usedPrevious, try folder.list("").contains(StoreLayout.manifest) else { return }
        try folder.rename(StoreLayout.manifest, to: StoreLayout.damagedManifest)
        try folder.syncFolder("")
    }

    /// A cut may stand behind the end of a truncated file, in the padding of its last frame.
    private func fitCutSegments(_ next: Manifest) throws(StoreError) {
        for segment in next.segments where segment.state == .cut {
            let file = try folder.openNamed(segment.path, .readWrite)
            defer { folder.close(file) }
            guard try folder.byteCount(file) < Int(segment.byteCount) else { continue }
            try folder.truncate(file, to: Int(segment.byteCount))
            try folder.sync(file)
        }
    }

    /// Gives back what is never read again behind a cut. Not synced: either size may be met.
    private func cutUnreadBytes(_ next: Manifest) throws(StoreError) {
        for segment in next.segments where segment.state == .cut {
            let file = try folder.openNamed(segment.path, .readWrite)
            defer { folder.close(file) }
            guard try folder.byteCount(file) > Int(segment.byteCount) else { continue }
            try folder.truncate(file, to: Int(segment.byteCount))
        }
    }

    /// Removes unfinished files, which nothing ever reads, before anything is written: on a full
    /// disk they may have the room that MANIFEST needs.
    private func removeUnfinished() throws(StoreError) {
        for place in [StoreLayout.logFolder, StoreLayout.snapshotFolder] {
            for name in try folder.list(place) where name.hasSuffix(".tmp") {
                try folder.remove("\(place)/\(name)")
                notes.append(.removed(path: "\(place)/\(name)"))
            }
        }
    }

    /// Removes what a killed process has left: trimmed segments, snapshots that never entered
    /// MANIFEST. After a start from MANIFEST.prev the latter stay until the next one.
    private func removeLeftovers() throws(StoreError) {
        var leftovers: [String] = []
        for name in try folder.list(StoreLayout.logFolder) {
            let number = StoreLayout.segmentNumber(name)
            let isTrimmed = number.map { $0 < manifest.firstSegment } ?? false
            let path = "wal/\(name)"
            if isTrimmed || !usedPrevious && manifest.isSuperseded(logFile: name) {
                leftovers.append(path)
            }
            if name.hasSuffix(".spare"),
                try folder.byteCount(path: path) != options.segmentByteCount
            {
                leftovers.append(path)
            }
        }
        let named = manifest.snapshotPaths
        for name in try folder.list(StoreLayout.snapshotFolder) {
            let path = "snap/\(name)"
            if name.hasSuffix(".snap"), !named.contains(path), !usedPrevious {
                leftovers.append(path)
            }
        }
        for path in leftovers {
            try folder.remove(path)
            notes.append(.removed(path: path))
        }
    }
}
