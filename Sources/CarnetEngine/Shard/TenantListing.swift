public import CarnetBytes
import CarnetIndex
import CarnetModel
import NIOConcurrencyHelpers

/// Tenants by name, of all shards together.
public struct TenantListing: Sendable {
    public struct Entry: Sendable {
        public let tenant: [UInt8]
        /// The setting `name`.
        public let name: String?
        /// Active and inactive ones.
        public let clientCount: Int
    }

    public var tenants: [Entry] = []
    /// How many tenants there are, on all pages together, and their clients.
    public var total = 0
    public var clientCount = 0
    /// Bytes that records and indexes take.
    public var recordByteCount = 0
    public var indexByteCount = 0
    /// How many clients wait to be entered into their tenants' tables of doubles.
    public var waitingCount = 0
    /// The last event that any of it depends on.
    public var lsn = LSN.zero
}

extension Engine {
    /// The first `limit` tenants whose names come behind `after`, and figures of all; of those that
    /// `among` names, where it names any. `done` is
    /// called once, on some thread. O(tenants), never holding a shard for more than its own.
    public func tenants(
        after: [UInt8],
        limit: Int,
        among: Set<[UInt8]>? = nil,
        _ done: @escaping @Sendable (TenantListing) -> Void
    ) {
        let gathering = Gathering(shards.count)
        for shard in shards {
            shard.leave { shard in
                let part = shard.listing(after: after, limit: limit, among: among)
                if let whole = gathering.add(part, limit: limit) { done(whole) }
            }
        }
    }
}

extension Shard {
    func listing(after: [UInt8], limit: Int, among: Set<[UInt8]>?) -> TenantListing {
        var listing = TenantListing()
        listing.lsn = lastDropLSN
        for case let cell? in cells {
            let tenant = cell.tenant
            if let among, !among.contains(tenant.name) { continue }
            let clientCount = tenant.activeCount + tenant.inactiveCount
            listing.total += 1
            listing.clientCount += clientCount
            listing.recordByteCount +=
                tenant.clients.byteCount + tenant.mergesByteCount
                + tenant.bookingsByteCount + tenant.linksByteCount
            listing.indexByteCount += cell.index.byteCount + cell.doubles.byteCount
            listing.waitingCount += Int(cell.doubles.waitingCount(tenant.clients))
            listing.lsn = max(listing.lsn, cell.lastLSN)
            guard limit > 0, after.lexicographicallyPrecedes(tenant.name) else { continue }
            listing.tenants.append(
                TenantListing.Entry(
                    tenant: tenant.name,
                    name: tenant.settings.stated(.name),
                    clientCount: clientCount
                )
            )
        }
        listing.keepFirst(limit)
        return listing
    }
}

extension TenantListing {
    fileprivate mutating func keepFirst(_ limit: Int) {
        tenants.sort { $0.tenant.lexicographicallyPrecedes($1.tenant) }
        if tenants.count > limit { tenants.removeLast(tenants.count - limit) }
    }
}

/// Collects the shards' parts.
///
/// `@unchecked Sendable`: `lock` orders every access.
private final class Gathering: @unchecked Sendable {
    private let lock = NIOLock()
    private var missing: Int
    private var whole = TenantListing()

    init(_ count: Int) { missing = count }

    /// Adds a part; answers the whole with the last one.
    func add(_ part: TenantListing, limit: Int) -> TenantListing? {
        lock.withLock {
            whole.tenants += part.tenants
            whole.total += part.total
            whole.clientCount += part.clientCount
            whole.recordByteCount += part.recordByteCount
            whole.indexByteCount += part.indexByteCount
            whole.waitingCount += part.waitingCount
            whole.lsn = max(whole.lsn, part.lsn)
            missing -= 1
            guard missing == 0 else { return nil }
            whole.keepFirst(limit)
            return whole
        }
    }
}
