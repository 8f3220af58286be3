public import CarnetBytes

/// One thing that `Verify` has found.
public struct Finding: Hashable, Sendable {
    public enum Weight: Hashable, Sendable {
        /// Something that was kept is hurt.
        case damage
        /// A file that MANIFEST names is absent.
        case missing
        /// What a kill may leave: nothing acknowledged is hit.
        case note
    }

    public let weight: Weight
    public let damage: Damage
}

/// What `Verify` has read and found.
public struct VerifyReport: Hashable, Sendable {
    public internal(set) var findings: [Finding] = []
    public internal(set) var generation: UInt64 = 0
    public internal(set) var segmentCount = 0
    public internal(set) var frameCount: UInt64 = 0
    public internal(set) var recordCount: UInt64 = 0
    public internal(set) var snapshotCount = 0
    public internal(set) var rowCount: UInt64 = 0
    public internal(set) var readByteCount: UInt64 = 0
    /// The last sound event of the log.
    public internal(set) var lastLSN = LSN.zero

    /// 0 sound, 65 damaged, 66 something is missing.
    public var exitCode: Int32 {
        if findings.contains(where: { $0.weight == .damage }) { return 65 }
        return findings.contains(where: { $0.weight == .missing }) ? 66 : 0
    }

    mutating func add(_ weight: Finding.Weight, _ damage: Damage) {
        findings.append(Finding(weight: weight, damage: damage))
    }

    /// Takes an error as a finding; one of the disk itself goes on.
    mutating func add(_ error: StoreError) throws(StoreError) {
        switch error {
        case .damaged(let damage): add(.damage, damage)
        case .missing(let path): add(.missing, Damage(file: path, kind: .missingFile))
        case .newerFormat(let path, _): add(.damage, Damage(file: path, kind: .header))
        default: throw error
        }
    }
}

/// Replays events for `Verify`, which compares the states with what was kept. The Engine has one.
public protocol DeepReplay: AnyObject {
    /// Takes rows of a snapshot; `header` says of which.
    func load(_ header: SnapshotHeader, rows: RawSpan, rowCount: Int) throws(StoreError)
    /// Takes an event; it is the partition's next.
    func apply(_ lsn: LSN, _ record: LogRecord, body: RawSpan) throws(StoreError)
    /// The digest of the partition's state as it is now, as a snapshot's footer would have it.
    func digest(of partition: PartitionID) -> Hash128
}
