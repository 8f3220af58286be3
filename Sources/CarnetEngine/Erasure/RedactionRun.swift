import CarnetBytes
import CarnetModel
import CarnetStorage

/// Takes persons who were erased out of the log and the bases that only history needs: base after base,
/// then segment after segment, twice: once to see what they were on, once to write anew those that tell of
/// them. One file a step, so that rounds of snapshots come in between; memory: a segment, or a base's
/// partition.
///
/// A run that breaks off anywhere is simply begun again: what is redacted already stays as it is.
///
/// `@unchecked Sendable`: used on the snapshotter's queue alone.
final class RedactionRun: @unchecked Sendable {
    enum Outcome: Sendable {
        /// Files that hold nothing of those persons any more, though they are older.
        case done(Set<String>)
        /// Recovery still needs what would have to change: another round first.
        case tooEarly
        /// Somebody who stays was once taken for one of them: history has to be given up.
        case mixed
        /// Some file could not be read or written: nothing is lost, nothing is complete.
        case failed(StoreError)
    }

    /// One tenant's erasures.
    struct Part: Sendable {
        let tenant: [UInt8]
        let partition: PartitionID
        let erasures: [Erasure]
        var redaction: Redaction
    }

    private enum Phase {
        case waiting
        case bases
        case learning
        case redacting
    }

    private var parts: [PartitionID: [[UInt8]: Part]] = [:]
    /// Per partition the last erasure; that of the node's own where accounts may have gone.
    private let erased: [PartitionID: LSN]
    /// Whether an account that once was is no more.
    private let isGone: @Sendable (AccountID) -> Bool
    private let behind: LSN
    private var phase = Phase.waiting
    private var basesAhead: [SnapshotEntry] = []
    private var lastSegment: UInt64 = 0
    private var nodeIsTouched = false
    private var pace = Pace()

    init(
        _ parts: [Part],
        erased: [PartitionID: LSN],
        isGone: @escaping @Sendable (AccountID) -> Bool
    ) {
        for part in parts { self.parts[part.partition, default: [:]][part.tenant] = part }
        self.erased = erased
        self.isGone = isGone
        behind = erased.values.max() ?? .zero
    }

    private var isMixed: Bool {
        parts.values.contains { $0.values.contains { $0.redaction.isMixed } }
    }

    /// Does one file's work; answers how it ended, or nil where more is left.
    func step(_ catalog: SnapshotCatalog, _ files: SnapshotFiles) throws(StoreError) -> Outcome? {
        if isMixed { return .mixed }
        switch phase {
        case .waiting:
            guard catalog.isHistory(upTo: behind, erased: erased) else { return .tooEarly }
            for (partition, lsn) in erased.sorted(by: { $0.key < $1.key }) {
                basesAhead += catalog.bases(of: partition, before: lsn)
            }
            phase = .bases
        case .bases:
            guard !basesAhead.isEmpty else {
                phase = .learning
                return nil
            }
            try redact(basesAhead.removeFirst(), catalog, files)
        case .learning:
            guard let segment = nextSegment(catalog) else {
                lastSegment = 0
                phase = .redacting
                return nil
            }
            try catalog.read(segment) { lsn, record, body throws(StoreError) in
                learn(lsn, record, body)
            }
        case .redacting:
            guard let segment = nextSegment(catalog) else {
                try catalog.removeStrays()
                return .done(clean(catalog))
            }
            try catalog.redact(segment) { lsn, record, body, payload in
                redact(lsn, record, body, &payload)
            }
        }
        return nil
    }

    private func nextSegment(_ catalog: SnapshotCatalog) -> SegmentEntry? {
        let next = catalog.segments(upTo: behind).first { $0.number > lastSegment }
        if let next { lastSegment = next.number }
        return next
    }

    private func clean(_ catalog: SnapshotCatalog) -> Set<String> {
        var paths = Set(catalog.segments(upTo: behind).map(\.path))
        for (partition, lsn) in erased {
            paths.formUnion(catalog.bases(of: partition, before: lsn).map(\.path))
        }
        return paths
    }

    // MARK: Bases

    /// Writes a base anew as if the erasures had come before it, unless nobody of them was there yet.
    private func redact(
        _ base: SnapshotEntry,
        _ catalog: SnapshotCatalog,
        _ files: SnapshotFiles
    ) throws(StoreError) {
        guard catalog.bases(of: base.partition, before: behind).contains(base) else { return }
        let reader = try files.reader(for: base)
        let build = PartitionBuild(partition: base.partition, seed: 0, isIndexed: false)
        do throws(EngineError) {
            try build.load(reader)
        } catch {
            if case .store(let error) = error { throw error }
            throw .damaged(Damage(file: base.path, kind: .payload))
        }
        guard forget(build), let view = build.view(coveredTo: base.lsn) else { return }
        let writer = try files.writer(for: reader.header, revision: base.revision + 1)
        try view.append(to: writer) { pace.did($0) }
        let digest = view.digest
        let draft = try writer.finish(
            digest: Hash128(high: digest.high, low: digest.low),
            ids: nil
        )
        try catalog.replace(base, by: files.verify(files.sync(draft)))
    }

    /// Answers whether anything was there.
    private func forget(_ build: PartitionBuild) -> Bool {
        let before = build.digest
        if build.partition == .node { build.forgetAccounts(where: isGone) }
        var staging = ByteWriter(capacity: 1_024)
        for cell in build.tenants {
            guard var part = parts[build.partition]?[cell.tenant.name],
                part.redaction.isOfTenant(cell.tenant)
            else { continue }
            part.redaction.learn(cell.tenant)
            parts[build.partition]?[part.tenant] = part
            for erasure in part.erasures { cell.tenant.forget(erasure, staging: &staging) }
        }
        guard build.digest != before else { return false }
        if build.partition == .node { nodeIsTouched = true }
        return true
    }

    // MARK: The log

    private func learn(_ lsn: LSN, _ record: LogRecord, _ body: RawSpan) {
        pace.did(record.range.count)
        guard let last = erased[record.partition], lsn <= last,
            let kind = EventKind(rawValue: record.type)
        else { return }
        guard record.partition != .node else {
            nodeIsTouched =
                nodeIsTouched || kind == .redacted
                || isOfGoneAccount(kind, body.extracting(record.payload))
            return
        }
        let tenant = body.extracting(record.tenant).array()
        guard let part = parts[record.partition]?[tenant],
            part.redaction.isOfTenant(milliseconds: record.timestamp / 1_000)
        else { return }
        parts[record.partition]?[tenant]?.redaction
            .learn(kind, payload: body.extracting(record.payload), lsn: lsn)
    }

    private func redact(
        _ lsn: LSN,
        _ record: LogRecord,
        _ body: RawSpan,
        _ payload: inout ByteWriter
    ) -> RecordChange {
        pace.did(record.range.count)
        guard let last = erased[record.partition], lsn <= last,
            let kind = EventKind(rawValue: record.type)
        else { return .kept }
        let old = body.extracting(record.payload)
        guard record.partition != .node else {
            let goes = nodeIsTouched && kind == .digestNoted || isOfGoneAccount(kind, old)
            return goes ? .replaced(type: EventKind.redacted.rawValue) : .kept
        }
        guard let part = parts[record.partition]?[body.extracting(record.tenant).array()],
            part.redaction.isOfTenant(milliseconds: record.timestamp / 1_000),
            let left = part.redaction.redact(kind, payload: old, lsn: lsn, into: &payload)
        else { return .kept }
        return .replaced(type: left.rawValue)
    }

    private func isOfGoneAccount(_ kind: EventKind, _ payload: RawSpan) -> Bool {
        Directory.account(of: kind, payload).map(isGone) ?? false
    }
}
