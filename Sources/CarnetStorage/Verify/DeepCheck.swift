import CarnetBytes

/// Replays the log from every partition's older snapshot on and compares the digest where the
/// newer one was taken.
struct DeepCheck {
    let folder: StoreFolder
    let deep: any DeepReplay

    private var sequences: [PartitionID: PartitionSequence] = [:]
    private var goals: [PartitionID: (sequence: PartitionSequence, digest: Hash128)] = [:]

    init(folder: StoreFolder, deep: any DeepReplay) {
        self.folder = folder
        self.deep = deep
    }

    mutating func run() throws(StoreError) {
        guard case .current(let manifest) = try ManifestFile(folder: folder).read() else { return }
        for entry in manifest.partitions { try begin(entry, manifest.uuid) }
        for entry in manifest.partitions { try compare(entry.partition) }
        let opening = try StoreOpening(existing: folder)
        let start = manifest.partitions.reduce(manifest.emptyTo) { min($0, $1.neededFrom) }
        let replay = LogReplay(folder: folder, manifest: manifest, headers: opening.headers)
        _ = try replay.run(after: start) { (first, count, body) throws(StoreError) in
            try Recovery.forEachRecord(first, count, body) {
                (lsn, record, body) throws(StoreError) in
                try apply(lsn, record, body)
            }
        }
        for (partition, _) in goals {
            throw .damaged(Damage(file: StoreLayout.logFolder, kind: .digest(partition)))
        }
    }

    private mutating func begin(
        _ entry: PartitionEntry,
        _ uuid: StoreUUID
    ) throws(StoreError) {
        let newest = try SnapshotFileReader(folder: folder, uuid: uuid, entry: entry.newest)
        sequences[entry.partition] = .zero
        switch entry.older {
        case .file(let older):
            try load(SnapshotFileReader(folder: folder, uuid: uuid, entry: older))
        case .empty: break
        case .none: try load(newest)
        }
        goals[entry.partition] = (entry.newest.sequence, newest.footer.digest)
    }

    private mutating func load(_ reader: SnapshotFileReader) throws(StoreError) {
        let header = reader.header
        let deep = deep
        try reader.readBlocks { (rows, count) throws(StoreError) in
            try deep.load(header, rows: rows, rowCount: count)
        }
        sequences[header.partition] = header.sequence
    }

    private mutating func apply(
        _ lsn: LSN,
        _ record: LogRecord,
        _ body: RawSpan
    ) throws(StoreError) {
        let have = sequences[record.partition] ?? .zero
        guard record.sequence > have else { return }
        guard record.sequence == have.next else {
            let kind = Damage.Kind.sequenceGap(
                record.partition,
                expected: have.next,
                found: record.sequence
            )
            throw .damaged(Damage(file: StoreLayout.logFolder, firstLSN: lsn, kind: kind))
        }
        try deep.apply(lsn, record, body: body)
        sequences[record.partition] = record.sequence
        try compare(record.partition)
    }

    /// Compares where the partition is where its newer snapshot was taken.
    private mutating func compare(_ partition: PartitionID) throws(StoreError) {
        guard let goal = goals[partition], goal.sequence == sequences[partition] else { return }
        guard deep.digest(of: partition) == goal.digest else {
            throw .damaged(
                Damage(file: StoreLayout.snapshotFolder, kind: .digest(partition))
            )
        }
        goals[partition] = nil
    }
}
