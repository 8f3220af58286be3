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
    private let seed: UInt64
    private var staging = ByteWriter(capacity: 1_024)
    private var scratch = IndexScratch()

    init(partition: PartitionID, seed: UInt64) {
        self.partition = partition
        self.seed = seed
    }

    var tenants: [TenantCell] { Array(cells.values) }

    /// Loads a snapshot, tenants and indexes. Nothing of an earlier attempt stays.
    func load(_ reader: SnapshotFileReader) throws(EngineError) {
        cells.removeAll()
        state = PartitionState()
        state.sequence = reader.header.sequence
        var current: TenantCell?
        var wanted = StateDigest()
        var failure: EngineError?
        do throws(StoreError) {
            try reader.readBlocks { block, _ throws(StoreError) in
                guard failure == nil else { return }
                do throws(EngineError) {
                    try loadRows(block, &current, &wanted)
                } catch {
                    failure = error
                }
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw failure }
        try finish(current, wanted)
        for cell in cells.values { cell.lastLSN = reader.header.lsn }
    }

    private func loadRows(
        _ block: RawSpan,
        _ current: inout TenantCell?,
        _ wanted: inout StateDigest
    ) throws(EngineError) {
        do throws(TenantSnapshotError) {
            var offset = 0
            while let row = try TenantSnapshotRow.next(in: block, at: &offset) {
                let bytes = block.bytes(row.range)
                switch row.kind {
                case .head:
                    try finishRows(current, wanted)
                    let (tenant, digest) = try Tenant.restore(head: bytes)
                    let cell = TenantCell(tenant, partition: partition, seed: seed)
                    cells[tenant.name] = cell
                    current = cell
                    wanted = digest
                case .records:
                    guard let current else { throw .malformed }
                    try current.tenant.restore(records: bytes)
                case .replies:
                    guard let current else { throw .malformed }
                    try current.tenant.restore(replies: bytes)
                }
            }
        } catch {
            throw .snapshot(error, partition)
        }
    }

    private func finish(_ cell: TenantCell?, _ wanted: StateDigest) throws(EngineError) {
        do throws(TenantSnapshotError) {
            try finishRows(cell, wanted)
        } catch {
            throw .snapshot(error, partition)
        }
    }

    private func finishRows(
        _ cell: TenantCell?,
        _ wanted: StateDigest
    ) throws(TenantSnapshotError) {
        guard let cell else { return }
        guard cell.tenant.digest == wanted else { throw .digest }
        cell.index.rebuild(from: cell.tenant.clients, scratch: &scratch)
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

    private func apply(_ event: borrowing Event, tenant name: [UInt8]) throws(EventError) {
        if event.kind == .tenantCreated {
            cells[name] = TenantCell(name: name, partition: partition, seed: seed)
        }
        guard let cell = cells[name] else { throw .strayTenant }
        switch event.kind {
        case .tenantDropped: cells[name] = nil
        case .digestNoted:
            guard event.digest == cell.tenant.digest else { throw .digest }
            cell.lastLSN = event.lsn
        default: try cell.apply(event, staging: &staging, scratch: &scratch)
        }
    }
}
