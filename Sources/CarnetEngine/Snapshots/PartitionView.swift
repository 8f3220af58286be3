import CarnetBytes
import CarnetModel

/// A partition as its shard handed it over: immutable, read by a snapshot's writer.
struct PartitionView: Sendable {
    let partition: PartitionID
    let sequence: PartitionSequence
    /// Every event of the partition up to here is in it, and none after.
    let coveredTo: LSN
    let tenants: [TenantView]
    /// What the node's own partition holds, which has no tenants.
    var directory: DirectoryView?

    /// The digest of the whole partition: the sum of its tenants', or the directory's.
    var digest: StateDigest {
        var sum = directory?.digest ?? StateDigest()
        for tenant in tenants { sum.add(tenant.digest) }
        return sum
    }
}

extension Shard {
    /// Hands a partition over; nil when it has never held anything. Takes time by its tenants, not
    /// by their clients.
    func view(of partition: PartitionID) -> PartitionView? {
        guard let state = partitions[partition], state.sequence > .zero else { return nil }
        return PartitionView(
            partition: partition,
            sequence: state.sequence,
            coveredTo: log.lastLSN,
            tenants: state.cells.compactMap { cells[$0]?.tenant.view() }
        )
    }
}
