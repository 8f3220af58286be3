import CarnetBytes
import CarnetModel
import Dispatch

extension Shard {
    /// Refuses what would take the tenant past its share, naming the limit; other tenants are not
    /// touched. Asked only where a limit of single tenants is set.
    ///
    /// `byteCount` is what the command's records take in the log, close to what they add to the
    /// list.
    func checkShare(_ cell: TenantCell, byteCount: Int) throws(Refusal) {
        let limits = log.limits
        let newClientCount = events.entries.count { $0.kind == .clientAdded }
        let growing: Set<EventKind> = [
            .clientAdded, .clientChanged, .clientsMerged, .pairDeclaredDistinct, .bookingAdded,
            .bookingChanged, .linkAdded,
        ]
        let grows = events.entries.contains { growing.contains($0.kind) }
        let clients = limits.tenantClientCountMax.value
        if clients > 0, newClientCount > 0 {
            let count = cell.tenant.activeCount + cell.tenant.inactiveCount
            guard count + newClientCount <= clients else {
                throw .quota(
                    "max-tenant-clients: the tenant has \(count) clients of at most \(clients)"
                )
            }
        }
        let bytes = limits.tenantByteCountMax.value
        if bytes > 0, grows {
            let taken =
                cell.tenant.clients.byteCount + cell.tenant.mergesByteCount
                + cell.tenant.bookingsByteCount + cell.tenant.linksByteCount
            guard taken + byteCount <= bytes else {
                throw .quota(
                    "max-tenant-bytes: the tenant's list takes \(taken) bytes of at most \(bytes)"
                )
            }
        }
        let rate = limits.tenantWritesPerSecondMax.value
        if rate > 0 {
            let now = DispatchTime.now().uptimeNanoseconds
            guard cell.writes.take(events.count, perSecond: rate, atNanoseconds: now) else {
                throw .quota(
                    "max-tenant-writes-per-second: the tenant may write \(rate) events a second; send again a little later"
                )
            }
        }
    }
}
