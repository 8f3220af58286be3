import CarnetBytes
import CarnetIndex
import CarnetModel
import CarnetStorage

/// A partition being built from its snapshot and the log's tail, before its shard gets it.
///
/// `@unchecked Sendable`: used by one thread at a time; whoever hands it on does so through a
/// lock or a queue.
final class PartitionBuild: @unchecked Sendable {
    let partition: PartitionID
    private(set) var state = PartitionState()
    private var cells: [[UInt8]: TenantCell] = [:]
    /// What the node's own partition holds, and its last event.
    private(set) var directory = Directory()
    private(set) var directoryLSN = LSN.zero
    private let seed: UInt64
    /// The snapshot that is being loaded: its LSN, and the tenant whose rows come.
    private var loading: Loading?
    /// The one tenant that is wanted, without its indexes; nil: all, with them.
    private let only: [UInt8]?
    /// Whether tenants get their indexes.
    private let isIndexed: Bool
    /// Whether the digests that the log has noted must come out.
    private let comparesDigests: Bool
    private var staging = ByteWriter(capacity: 1_024)
    private var scratch = IndexScratch()
    private var matching: MatchScratch

    private struct Loading {
        let lsn: LSN
        /// When the snapshot was taken, milliseconds since 1970.
        let milliseconds: UInt64
        var cell: TenantCell?
        var digest = StateDigest()
    }

    init(
        partition: PartitionID,
        seed: UInt64,
        only: [UInt8]? = nil,
        isIndexed: Bool = true,
        comparesDigests: Bool = true
    ) {
        self.isIndexed = isIndexed
        self.comparesDigests = comparesDigests
        self.partition = partition
        self.seed = seed
        self.only = only
        matching = MatchScratch(seed: seed)
    }

    var tenants: [TenantCell] { Array(cells.values) }

    /// The digest of the whole partition: the sum of its tenants', or the directory's.
    var digest: StateDigest {
        var sum = directory.digest
        for cell in cells.values { sum.add(cell.tenant.digest) }
        return sum
    }

    /// Loads a snapshot, tenants and indexes. Nothing of an earlier attempt stays.
    func load(_ reader: SnapshotFileReader) throws(EngineError) {
        begin(reader.header)
        var failure: EngineError?
        try EngineError.store { () throws(StoreError) in
            try reader.readBlocks { block, _ throws(StoreError) in
                guard failure == nil else { return }
                do throws(EngineError) { try take(block) } catch { failure = error }
            }
        }
        if let failure { throw failure }
        try finishLoading()
    }

    /// Starts to load the snapshot of that header: rows follow, then `finishLoading`.
    func begin(_ header: SnapshotHeader) {
        cells.removeAll()
        directory = Directory()
        state = PartitionState()
        state.sequence = header.sequence
        loading = Loading(lsn: header.lsn, milliseconds: header.createdAt / 1_000)
    }

    /// Takes rows of the snapshot that was begun.
    func take(_ rows: RawSpan) throws(EngineError) {
        do throws(TenantSnapshotError) {
            var offset = 0
            while let row = try TenantSnapshotRow.next(in: rows, at: &offset) {
                try take(row.kind, rows.bytes(row.range))
            }
        } catch {
            throw .snapshot(error, partition)
        }
    }

    /// All rows have been taken.
    func finishLoading() throws(EngineError) {
        do throws(TenantSnapshotError) {
            try finishTenant()
        } catch {
            throw .snapshot(error, partition)
        }
        loading = nil
    }

    private func take(
        _ kind: TenantSnapshotRow.Kind,
        _ row: RawSpan
    ) throws(TenantSnapshotError) {
        if only != nil, kind != .head, loading?.cell == nil { return }
        switch kind {
        case .head:
            try finishTenant()
            loading?.cell = nil
            let (tenant, digest) = try Tenant.restore(head: row)
            if let only, tenant.name != only { return }
            let cell = TenantCell(tenant, partition: partition, seed: seed)
            cell.lastLSN = loading?.lsn ?? .zero
            cells[tenant.name] = cell
            loading?.cell = cell
            loading?.digest = digest
        case .records, .owns, .merges, .pairs, .bookings, .tallies, .links:
            guard let cell = loading?.cell else { throw .malformed }
            try cell.tenant.restore(kind, records: row)
        case .learning:
            guard let cell = loading?.cell else { throw .malformed }
            try cell.tenant.restore(learning: row)
            cell.takeLearntWeights()
        case .erasures:
            guard let cell = loading?.cell else { throw .malformed }
            try cell.tenant.restore(erasures: row)
        case .points:
            guard let cell = loading?.cell else { throw .malformed }
            try cell.tenant.restore(points: row)
        case .views:
            guard let cell = loading?.cell else { throw .malformed }
            try cell.tenant.restore(views: row)
        case .keepOut:
            guard let cell = loading?.cell else { throw .malformed }
            try cell.tenant.restore(keepOut: row)
        case .replies:
            guard let cell = loading?.cell else { throw .malformed }
            try cell.tenant.restore(replies: row)
        case .accounts:
            guard partition == .node, directory.restore(accounts: row) else { throw .malformed }
            directoryLSN = loading?.lsn ?? .zero
        case .token:
            guard partition == .node, directory.restore(row: row) else { throw .malformed }
            directoryLSN = loading?.lsn ?? .zero
        }
    }

    /// The tenant that is being loaded is whole: it must have come to its digest.
    private func finishTenant() throws(TenantSnapshotError) {
        guard let loading, let cell = loading.cell else { return }
        guard cell.tenant.digest == loading.digest else { throw .digest }
        cell.tenant.finishRestoring()
        guard only == nil, isIndexed else { return }
        cell.rebuildIndex(atMilliseconds: loading.milliseconds, scratch: &scratch)
        cell.blocked.rebuild(from: cell.tenant.clients)
    }

    /// Applies one record of the log, unless the snapshot holds it already. What is due comes in
    /// order; a gap stops (RELIABILITY 2, rule 11).
    func replay(_ record: LogRecord, lsn: LSN, in body: RawSpan) throws(EngineError) {
        guard record.sequence > state.sequence else { return }
        let due = state.sequence.next
        guard record.sequence == due else {
            throw .sequenceGap(partition, expected: due, found: record.sequence, lsn)
        }
        state.sequence = due
        state.microseconds = max(state.microseconds, record.timestamp)
        do throws(EventError) {
            let event = try Event(
                kind: record.type,
                payload: body.bytes(record.payload),
                milliseconds: record.timestamp / 1_000,
                lsn: lsn
            )
            try apply(event, tenant: body.bytes(record.tenant).array())
        } catch {
            switch error {
            case .strayTenant: throw .strayTenant(partition, lsn)
            case .digest: throw .digest(partition, lsn)
            case .unknownKind, .malformed, .tooLong: throw .event(error, lsn)
            }
        }
    }

    /// Takes accounts out of a state from before they were erased.
    func forgetAccounts(where isGone: (AccountID) -> Bool) {
        directory.forgetAccounts(where: isGone)
    }

    private func applyToDirectory(_ event: borrowing Event) throws(EventError) {
        directoryLSN = event.lsn
        guard event.kind == .digestNoted else { return try directory.apply(event) }
        guard !comparesDigests || event.digest == directory.digest else { throw .digest }
    }

    private func apply(_ event: borrowing Event, tenant name: [UInt8]) throws(EventError) {
        if partition == .node { return try applyToDirectory(event) }
        if event.kind == .tenantCreated {
            cells[name] = TenantCell(name: name, partition: partition, seed: seed)
        }
        guard let cell = cells[name] else { throw .strayTenant }
        switch event.kind {
        case .tenantDropped: cells[name] = nil
        case .digestNoted:
            guard !comparesDigests || event.digest == cell.tenant.digest else {
                throw .digest
            }
            cell.lastLSN = event.lsn
        default:
            try cell.apply(event, staging: &staging, scratch: &scratch, matching: &matching)
        }
    }
}
