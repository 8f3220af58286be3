public import CarnetBytes
public import CarnetModel
public import CarnetStorage

/// Why an engine can't start, or had to stop.
public enum EngineError: Error, Sendable {
    case store(StoreError)
    /// A record of the log that can't be applied.
    case event(EventError, LSN)
    /// A snapshot's rows that can't be read, though its hashes agree.
    case snapshot(TenantSnapshotError, PartitionID)
    /// The log's records of a partition leave a number out (RELIABILITY 2, rule 11).
    case sequenceGap(PartitionID, expected: PartitionSequence, found: PartitionSequence, LSN)
    /// The replay came to another state than the one that was logged.
    case digest(PartitionID, LSN)
    /// A record of a tenant that was never created.
    case strayTenant(PartitionID, LSN)

    /// Runs what the store may refuse.
    static func store<R>(_ body: () throws(StoreError) -> R) throws(EngineError) -> R {
        do throws(StoreError) { return try body() } catch { throw .store(error) }
    }

    /// The code the process ends with (RELIABILITY 3.5).
    public var exitCode: Int32 {
        switch self {
        case .store(let error): error.exitCode
        case .event, .snapshot, .sequenceGap, .digest, .strayTenant: 65
        }
    }

    /// What was wrong and what would be right.
    public var message: String {
        switch self {
        case .store(let error): "\(error)"
        case .event(let error, let lsn): "LSN \(lsn.value): \(error.message)"
        case .snapshot(let error, let partition):
            "snapshot of partition \(partition.value): \(error.message)"
        case .sequenceGap(let partition, let expected, let found, let lsn):
            "LSN \(lsn.value): partition \(partition.value) goes on with record \(found.value) where \(expected.value) was due; restore the missing segment or run 'carnet repair'"
        case .digest(let partition, let lsn):
            "LSN \(lsn.value): partition \(partition.value) replays to another state than was logged; keep the folder and report it"
        case .strayTenant(let partition, let lsn):
            "LSN \(lsn.value): a record of partition \(partition.value) names a tenant that was never created"
        }
    }
}
