public import CarnetBytes
import CarnetIndex
public import CarnetModel

extension Engine {
    /// A shard of its own that holds one tenant as it was, for those who ask about the past. Nothing
    /// may be written there. Who somebody is, today's directory says: a person sees a client who was
    /// linked to them then and is now.
    public func shard(
        holding tenant: Tenant,
        _ lsn: LSN,
        atMilliseconds milliseconds: UInt64
    ) -> Shard {
        let shard = Shard(
            helper: helper,
            log: log,
            clock: { milliseconds &* 1_000 },
            seed: seed,
            fillSignal: FillSignal(),
            zones: zones,
            meter: meter,
            accounts: directory.shared,
            isOfThePast: true
        )
        shard.leave { [seed] shard in
            let partition = unsafe PartitionID(tenant: tenant.name.span.bytes)
            let cell = TenantCell(tenant, partition: partition, seed: seed)
            cell.lastLSN = lsn
            cell.rebuildIndex(atMilliseconds: milliseconds, scratch: &shard.scratch)
            shard.add(cell)
        }
        return shard
    }
}
