public import CarnetBytes
public import CarnetModel
import Dispatch
import NIOConcurrencyHelpers

/// Carries what happens to accounts over to the tenants of their clients.
///
/// The directory's event says what is owed to whom; the tenant's event names it as its origin, and
/// a record keeps the last origin it was told; only then the directory notes that it was. So whatever
/// is lost between is carried again after the next start, and takes effect once (CLARIFICATIONS 9).
/// All three stand in one log in this order, so that none outlives the one before it.
public final class AccountCourier: Sendable {
    let directory: DirectoryShard
    let shards: [Shard]
    /// Carries at a time: what waits longer is found by the next look.
    private static let accountsPerLook = 200

    static let interval = 500

    init(_ directory: DirectoryShard, _ shards: [Shard]) {
        self.directory = directory
        self.shards = shards
    }

    /// Carries what one account's clients' tenants are owed; `done` is given the last event that
    /// came of it. Never waits: on whichever thread holds the shards.
    public func deliver(_ id: AccountID, _ done: @escaping @Sendable (LSN) -> Void) {
        let owed = directory.shared.read { directory, _ in directory.news(of: id) }
        guard !owed.isEmpty else { return done(directory.shared.lsn) }
        let left = NIOLockedValueBox((count: owed.count, lsn: LSN.zero))
        for (place, news) in owed {
            deliver(news, to: place) { lsn in
                let last = left.withLockedValue { left -> LSN? in
                    left.count -= 1
                    left.lsn = max(left.lsn, lsn)
                    return left.count == 0 ? left.lsn : nil
                }
                if let last { done(last) }
            }
        }
    }

    private func deliver(
        _ news: AccountNews,
        to place: ClientPlace,
        _ done: @escaping @Sendable (LSN) -> Void
    ) {
        let partition = unsafe PartitionID(tenant: place.tenant.span.bytes)
        let directory = directory
        shards[Int(partition.value) % shards.count].leave { shard in
            guard let told = shard.tell(news, tenant: place.tenant) else {
                return done(directory.shared.lsn)
            }
            directory.leave { directory in
                directory.note(news, place, told.outcome)
                done(max(told.lsn, directory.shared.lsn))
            }
        }
    }

    /// Carries what was left: after a start, or where a write was refused.
    public func look() {
        forget()
        let owing = directory.shared.read { directory, _ in
            directory.accounts.owing.prefix(Self.accountsPerLook)
        }
        for number in owing { deliver(AccountID(number)) { _ in } }
    }
}

extension DirectoryShard {
    /// Notes that a tenant was told. What can't be logged now is told again, which changes nothing.
    public func note(_ news: AccountNews, _ place: ClientPlace, _ outcome: NewsOutcome) {
        _ = try? change { directory, _, events in
            directory.decideTold(news.account, place, news.origin, outcome, events: &events)
        }
    }
}
