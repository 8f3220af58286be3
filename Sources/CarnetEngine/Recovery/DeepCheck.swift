public import CarnetBytes
import CarnetModel
public import CarnetStorage

/// Replays snapshots and log for `carnet verify --deep`: the states that come out must have the
/// digests that were written down.
public final class DeepCheck: DeepReplay {
    private var builds: [PartitionID: PartitionBuild] = [:]
    /// The partition whose snapshot's rows are coming.
    private var loading: PartitionBuild?

    public init() {}

    public func load(
        _ header: SnapshotHeader,
        rows: RawSpan,
        rowCount: Int
    ) throws(StoreError) {
        if loading?.partition != header.partition {
            try finishLoading(header.partition)
            let build = PartitionBuild(partition: header.partition, seed: 0)
            build.begin(header)
            builds[header.partition] = build
            loading = build
        }
        try found(header.partition) { () throws(EngineError) in try loading?.take(rows) }
    }

    public func apply(_ lsn: LSN, _ record: LogRecord, body: RawSpan) throws(StoreError) {
        try finishLoading(record.partition)
        let build = builds[record.partition] ?? PartitionBuild(partition: record.partition, seed: 0)
        builds[record.partition] = build
        try found(record.partition) { () throws(EngineError) in
            try build.replay(record, lsn: lsn, in: body)
        }
    }

    public func digest(of partition: PartitionID) -> Hash128 {
        // Rows that do not come to their tenant's digest show as another digest here.
        do throws(StoreError) {
            try finishLoading(partition)
        } catch {
            return Hash128(high: 0, low: 0)
        }
        let digest = builds[partition]?.digest ?? StateDigest()
        return Hash128(high: digest.high, low: digest.low)
    }

    private func finishLoading(_ partition: PartitionID) throws(StoreError) {
        guard let build = loading else { return }
        loading = nil
        try found(build.partition) { () throws(EngineError) in try build.finishLoading() }
    }

    /// What the engine finds wrong is a finding about the partition.
    private func found(
        _ partition: PartitionID,
        _ body: () throws(EngineError) -> Void
    ) throws(StoreError) {
        do throws(EngineError) {
            try body()
        } catch {
            if case .store(let error) = error { throw error }
            throw .damaged(Damage(file: "wal", kind: .digest(partition)))
        }
    }
}
