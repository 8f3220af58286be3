import CarnetBytes
import NIOConcurrencyHelpers

/// Ranked lists of the tenants that asked for theirs lately, so that pages cost a page. At most so
/// many lists and pairs in all; the one that was asked for longest ago goes first.
///
/// `@unchecked Sendable`: `lock` orders every access.
final class PairLists: @unchecked Sendable {
    private static let listCountMax = 32
    private static let pairCountMax = 4_000_000

    private let lock = NIOLock()
    private var lists: [[UInt8]: (list: PairList, use: UInt64)] = [:]
    private var uses: UInt64 = 0

    /// The tenant's list, if it is there and goes down to that score.
    func list(of tenant: [UInt8], scoreMin: Int32) -> PairList? {
        lock.withLock {
            guard let known = lists[tenant], known.list.scoreMin <= scoreMin else { return nil }
            uses += 1
            lists[tenant] = (known.list, uses)
            return known.list
        }
    }

    func keep(_ list: PairList, of tenant: [UInt8]) {
        lock.withLock {
            uses += 1
            lists[tenant] = (list, uses)
            var pairCount = lists.values.reduce(0) { $0 + $1.list.pairs.count }
            while lists.count > 1, lists.count > Self.listCountMax || pairCount > Self.pairCountMax
            {
                guard let oldest = lists.min(by: { $0.value.use < $1.value.use }) else { return }
                pairCount -= oldest.value.list.pairs.count
                lists[oldest.key] = nil
            }
        }
    }

    /// Forgets the list of a tenant.
    func forget(_ tenant: [UInt8]) { lock.withLock { lists[tenant] = nil } }
}
