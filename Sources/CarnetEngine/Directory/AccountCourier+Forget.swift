import CarnetBytes
import CarnetModel
import Dispatch
import NIOConcurrencyHelpers

/// What goes from the directory when clients go.
extension AccountCourier {
    /// How many accounts are looked through at a time.
    private static let sliceCount: UInt32 = 500

    /// Has the directory forget the links of clients who were erased, and accounts that nobody has
    /// used with their last one. What a crash left is found by looking through all links, once after
    /// each start. Blocks; answers the directory's last event then.
    @discardableResult
    func forget() -> LSN {
        var gone = directory.shared.takeGone()
        if directory.shared.takeMustLookThrough() {
            for (id, places) in lookThrough() { gone[id, default: []] += places }
        }
        guard !gone.isEmpty else { return directory.shared.lsn }
        let all = gone
        let done = DispatchSemaphore(value: 0)
        directory.leave { directory in
            for (id, places) in all { directory.forget(places, id) }
            done.signal()
        }
        done.wait()
        return directory.shared.lsn
    }

    /// Links whose clients are no more.
    private func lookThrough() -> [AccountID: [ClientPlace]] {
        var gone: [AccountID: [ClientPlace]] = [:]
        var number: UInt32 = 1
        while true {
            let first = number
            let accounts = directory.shared.read { directory, _ -> [Account]? in
                guard first <= directory.accounts.numberMax else { return nil }
                var accounts: [Account] = []
                for number in first..<first + Self.sliceCount {
                    if let account = directory.accounts.account(AccountID(number)) {
                        accounts.append(account)
                    }
                }
                return accounts
            }
            guard let accounts else { return gone }
            for account in accounts {
                let places = account.links.map(\.place).filter { !isThere($0) }
                if !places.isEmpty { gone[account.id] = places }
            }
            number += Self.sliceCount
        }
    }

    private func isThere(_ place: ClientPlace) -> Bool {
        let answer = NIOLockedValueBox(false)
        let done = DispatchSemaphore(value: 0)
        let partition = unsafe PartitionID(tenant: place.tenant.span.bytes)
        shards[Int(partition.value) % shards.count].leave { shard in
            let tenant = shard.cell(unsafe place.tenant.span.bytes)?.tenant
            let status = tenant.flatMap { $0.status(of: $0.survivor(of: place.client)) }
            answer.withLockedValue { $0 = status == .active || status == .inactive }
            done.signal()
        }
        done.wait()
        return answer.withLockedValue { $0 }
    }
}

extension DirectoryShard {
    /// Forgets the links of one account. What can't be logged now is found again.
    func forget(_ places: [ClientPlace], _ id: AccountID) {
        do throws(CommandFailure) {
            _ = try change { directory, _, events in
                directory.decideForget(places, id, events: &events)
            }
        } catch {
            shared.noteGone(places, id)
        }
    }

    /// Moves the log on without changing anything, so that the next snapshot round writes the
    /// partition anew.
    func moveOn() { noteDigest(clock()) }
}
