public import CarnetBytes

/// Which snapshots count, and which segments are still needed. Owned by the snapshotter's thread.
///
/// Invariants: a file enters MANIFEST only when it is durable, read back, and holds nothing that a
/// power cut could take from the log; a file goes only when neither MANIFEST nor MANIFEST.prev
/// names it; the log is kept from behind the older snapshot of every partition, and further back where
/// a `HistoryRule` says so.
public final class SnapshotCatalog {
    public internal(set) var manifest: Manifest
    public let files: SnapshotFiles

    let folder: StoreFolder
    private let manifestFile: ManifestFile
    private let lock: DiskFile
    private let now: @Sendable () -> UInt64
    private var isLocked = true
    private var times: FileTimes

    init(
        folder: StoreFolder,
        files: SnapshotFiles,
        manifest: Manifest,
        lock: DiskFile,
        now: @escaping @Sendable () -> UInt64
    ) {
        self.folder = folder
        self.files = files
        self.manifest = manifest
        self.lock = lock
        self.now = now
        manifestFile = ManifestFile(folder: folder)
        times = FileTimes(folder: folder)
    }

    deinit { unlock() }

    /// Whether a round must write a file for the partition, whose state is at `sequence` and would
    /// be covered to `lsn`. False where MANIFEST already has two files of this very state, or one
    /// of this very LSN: the round then only says that they cover more.
    public func needsFile(
        _ partition: PartitionID,
        sequence: PartitionSequence,
        coveredTo lsn: LSN
    ) -> Bool {
        guard let entry = manifest[partition] else { return sequence > .zero }
        guard entry.newest.sequence == sequence else { return true }
        if case .file(let older) = entry.older, older.sequence == sequence { return false }
        return entry.newest.lsn != lsn
    }

    /// Ends a round: gives the files their names, syncs the folder once, publishes MANIFEST, and
    /// trims what neither snapshot needs.
    ///
    /// - Parameters:
    ///   - round: the new files, and for each partition that did not change the LSN up to which it
    ///     did not.
    ///   - emptyTo: an LSN read before the round began; partitions that are in neither list and not
    ///     in MANIFEST had no event up to it.
    ///   - history: what is kept beyond what recovery needs.
    ///   - log: the log's position. Every LSN given here must be durable there, else
    ///     `.notDurable` and nothing has changed.
    public func publish(
        _ round: SnapshotRound,
        emptyTo: LSN,
        history: HistoryRule = .none,
        log: LogPosition
    ) throws(StoreError) -> SnapshotReport {
        try checkDurable(round, emptyTo: emptyTo, durable: log.durableLSN)
        for file in round.files {
            try folder.rename(file.draft.unfinishedPath, to: file.draft.entry.path)
        }
        if !round.files.isEmpty { try folder.syncFolder(StoreLayout.snapshotFolder) }

        var next = manifest
        enter(round, into: &next)
        next.emptyTo = max(next.emptyTo, emptyTo)
        Self.enter(log, into: &next)
        next.thinBases(history, &times)
        trim(&next, keepFrom: next.historyNeeds(history, &times))
        next.dropStrandedBases()
        let before = manifest
        try publish(next)
        let trimmed = next.firstSegment - before.firstSegment
        let dropped = before.snapshotPaths.union(try strays(history))
            .subtracting(next.snapshotPaths)
        if trimmed > 0 || !dropped.isEmpty {
            // Once more, so that MANIFEST.prev names nothing that goes now.
            try publish(next)
            for path in dropped.sorted() { try remove(path) }
            for number in before.firstSegment..<next.firstSegment {
                try remove(before.segmentPath(number))
            }
            // What a receipt calls gone must not come back with a power cut.
            if !dropped.isEmpty { try folder.syncFolder(StoreLayout.snapshotFolder) }
            if trimmed > 0 { try folder.syncFolder(StoreLayout.logFolder) }
        }
        return SnapshotReport(
            generation: manifest.generation,
            fileCount: round.files.count,
            rowCount: round.files.reduce(0) { $0 + $1.draft.rowCount },
            rawByteCount: round.files.reduce(0) { $0 + $1.draft.rawByteCount },
            storedByteCount: round.files.reduce(0) { $0 + $1.draft.entry.byteCount },
            unchangedCount: round.unchanged.count,
            trimmedSegmentCount: Int(trimmed)
        )
    }

    /// Snapshots in the folder that hold what was erased, whether anything names them or not: a start
    /// from MANIFEST.prev leaves those that it does not know.
    private func strays(_ history: HistoryRule) throws(StoreError) -> [String] {
        guard !history.erased.isEmpty else { return [] }
        let names = try folder.list(StoreLayout.snapshotFolder).filter { $0.hasSuffix(".snap") }
        return history.erased.flatMap { partition, lsn in
            let end = StoreLayout.snapshot(partition, coveredTo: lsn)
            let prefix = end.dropLast(StoreLayout.snapshotSuffixByteCount)
            // Hexadecimal digits of one length sort by LSN; a revision may stand behind them.
            let digits = end.dropLast(5)
            return names.map { "\(StoreLayout.snapshotFolder)/\($0)" }
                .filter { $0.hasPrefix(prefix) && $0.prefix(digits.count) < digits }
        }
    }

    func remove(_ path: String) throws(StoreError) {
        times.forget(path)
        try folder.remove(path)
    }

    /// What the files take. Reads a page of the oldest segment, once.
    public func usage() -> StoreUsage { manifest.usage(&times) }

    /// The clean end: says in MANIFEST where the log ends and gives the folder free. `log` is what
    /// `LogWriter.close` answered.
    public func close(log: LogPosition) throws(StoreError) {
        var next = manifest
        Self.enter(log, into: &next)
        try publish(next)
        unlock()
    }

    /// Gives the folder free without writing anything: after a failure.
    public func abandon() { unlock() }

    private func unlock() {
        if isLocked { folder.disk.unlock(lock) }
        isLocked = false
    }

    func publish(_ next: Manifest) throws(StoreError) {
        var next = next
        next.generation = manifest.generation + 1
        next.writtenAt = now()
        try manifestFile.publish(next)
        manifest = next
    }

    private func checkDurable(
        _ round: SnapshotRound,
        emptyTo: LSN,
        durable: LSN
    ) throws(StoreError) {
        var needs = emptyTo
        for file in round.files { needs = max(needs, file.draft.entry.lsn) }
        for (_, lsn) in round.unchanged { needs = max(needs, lsn) }
        guard needs <= durable else { throw .notDurable(needs: needs, durable: durable) }
    }

    private func enter(_ round: SnapshotRound, into next: inout Manifest) {
        for file in round.files {
            let entry = file.draft.entry
            guard let before = manifest[entry.partition] else {
                let older = PartitionEntry.Fallback.empty(coveredTo: manifest.emptyTo)
                next.set(PartitionEntry(newest: entry, older: older))
                continue
            }
            // A file of the same LSN has taken the place of the newest.
            let replaces = before.newest.path == entry.path
            var after = before
            after.newest = entry
            if !replaces {
                after.older = .file(before.newest)
                // History may want it; two files of one state are one base.
                if case .file(let third) = before.older, third.sequence < before.newest.sequence {
                    after.bases.append(third)
                }
            }
            next.set(after)
        }
        for (partition, lsn) in round.unchanged {
            guard var entry = next[partition] else { continue }
            entry.newest.coveredTo = max(entry.newest.coveredTo, lsn)
            if case .file(var older) = entry.older, older.sequence == entry.newest.sequence {
                older.coveredTo = max(older.coveredTo, lsn)
                entry.older = .file(older)
            }
            next.set(entry)
        }
    }

    /// Takes what the log's owner knows of its segments.
    static func enter(_ log: LogPosition, into next: inout Manifest) {
        next.durableLSN = max(next.durableLSN, log.durableLSN)
        for segment in log.segments where segment.number >= next.firstSegment {
            if let index = next.segments.firstIndex(where: { $0.number == segment.number }) {
                // Who writes the log does not know what was redacted since.
                if next.segments[index].state == .live { next.segments[index] = segment }
            } else {
                next.segments.append(segment)
            }
        }
    }

    /// Leaves out the segments that neither an older snapshot needs nor history.
    private func trim(_ next: inout Manifest, keepFrom: LSN?) {
        var needed = next.neededFrom.next
        if let keepFrom { needed = min(needed, keepFrom) }
        guard let first = next.segments.last(where: { $0.firstLSN <= needed }) else { return }
        next.firstSegment = max(next.firstSegment, first.number)
        next.segments.removeAll { $0.number < first.number }
        if let oldest = next.segments.first {
            next.lost.removeAll { $0.upperBound < oldest.firstLSN }
        }
    }
}

/// What one round of snapshots found and made.
public struct SnapshotRound: Sendable {
    public var files: [VerifiedSnapshot] = []
    /// Partitions that did not change, and the LSN up to which.
    public var unchanged: [(PartitionID, LSN)] = []

    public init() {}
}

/// What one round of snapshots did.
public struct SnapshotReport: Hashable, Sendable {
    public let generation: UInt64
    public let fileCount: Int
    public let rowCount: UInt64
    public let rawByteCount: UInt64
    public let storedByteCount: UInt64
    public let unchangedCount: Int
    public let trimmedSegmentCount: Int
}
