import CarnetBytes

/// What a shard knows of one of its partitions.
struct PartitionState {
    /// The sequence number of its last record.
    var sequence = PartitionSequence.zero
    /// The time of its last record, microseconds since 1970; the next one is later.
    var microseconds: UInt64 = 0
    /// Places of its tenants in the shard's cells.
    var cells: [Int] = []
    /// Records since the last digest was logged.
    var sinceDigest = 0

    /// A digest goes into the log every so many records (RELIABILITY 3.4).
    static let digestInterval = 10_000

    /// The time of the next record: now, or just after the last one where the clock went back.
    mutating func stamp(_ now: UInt64) -> UInt64 {
        microseconds = max(microseconds &+ 1, now)
        return microseconds
    }
}
