import CarnetBytes
import CarnetIndex
import CarnetModel
import Dispatch
import Glibc

/// How long work on one tenant's pairs holds its shard at a time.
struct Slice: Sendable {
    /// Clients of the commonest names take up to 200 µs each: with the last one it stays below 1 ms.
    private static let nanoseconds: UInt64 = 500_000

    private let end = DispatchTime.now().uptimeNanoseconds &+ Self.nanoseconds

    var isOver: Bool { DispatchTime.now().uptimeNanoseconds >= end }
}

extension Shard {
    /// Runs `body` on this thread, which is one for work in the background, or on that of whoever
    /// holds the shard, and waits for it. Commands go first.
    nonisolated func inBackground<R: Sendable>(
        _ body: @escaping @Sendable (isolated Shard) -> R
    ) -> R {
        for _ in 0..<50 {
            if let result = now(body) { return result }
            usleep(20)
        }
        let box = ResultBox<R>()
        leave { shard in box.put(body(shard)) }
        return box.take()
    }

    /// Has clients of the tenant entered who wait for that, if there are any.
    func noteFill(_ cell: TenantCell) {
        guard !cell.awaitsFill, !cell.doubles.isFilled(cell.tenant.clients) else { return }
        cell.awaitsFill = true
        cellsToFill.append(cell)
        fillSignal.raise()
    }

    /// Enters clients who wait for it until the slice is over. False where nothing is left.
    func fillDoubles() -> Bool {
        let slice = Slice()
        while let cell = cellsToFill.last {
            guard fill(cell, slice) else { return true }
            cell.awaitsFill = false
            cellsToFill.removeLast()
        }
        return false
    }

    /// Enters clients of a tenant until the slice is over. True where none waits any more.
    func fill(_ cell: TenantCell, _ slice: Slice) -> Bool {
        let clients = cell.tenant.clients
        while !cell.doubles.isFilled(clients) {
            if slice.isOver { return false }
            cell.doubles.fill(in: clients, to: cell.doubles.filledTo &+ 16, &matching)
        }
        return true
    }

    /// Enters those who wait, if they are few, so that a check sees them.
    func fillFew(_ cell: TenantCell) {
        let clients = cell.tenant.clients
        let count = cell.doubles.waitingCount(clients)
        guard count > 0, count <= 64 else { return }
        cell.doubles.fill(in: clients, to: clients.numberMax, &matching)
    }

    /// Collects pairs of clients from `number` on with those of lower numbers, until the slice is
    /// over. Answers the number to go on with; 0 at the end.
    func collectPairs(
        _ cell: TenantCell,
        from number: UInt32,
        scoreMin: Int32,
        into collector: inout PairCollector
    ) -> UInt32 {
        let clients = cell.tenant.clients
        // A short list is one slice, with one index.
        let isShort = clients.numberMax <= ClientDoubles.scanMax
        return cell.doubles.withIndex(of: clients, cell.tenant.activeCount, &matching) {
            index,
            matching in
            let slice = Slice()
            var number = number
            while number <= clients.numberMax {
                if slice.isOver, !isShort { return number }
                collect(index, cell.tenant, number, scoreMin, &matching, &collector)
                number += 1
            }
            return 0
        }
    }

    private nonisolated func collect(
        _ index: DuplicateIndex,
        _ tenant: Tenant,
        _ number: UInt32,
        _ scoreMin: Int32,
        _ matching: inout MatchScratch,
        _ collector: inout PairCollector
    ) {
        let clients = tenant.clients
        guard let bytes = clients.record(number), ClientRecord(bytes).status == .active else {
            return
        }
        let wish = MatchWish(limit: .max, scoreMin: scoreMin, onlyBelow: number)
        let found = index.matches(of: ClientRecord(bytes), in: clients, wish, &matching)
        for match in found where !tenant.isSettled(ClientID(number), ClientID(match.number)) {
            collector.append(ScoredPair(number, match.number, score: match.score))
        }
    }

    /// The feed of a tenant, made where there is none yet.
    func feed(of cell: TenantCell) -> PairFeed {
        let feed = cell.feed ?? PairFeed(startLSN: cell.lastLSN)
        feed.lastUse = DispatchTime.now().uptimeNanoseconds
        cell.feed = feed
        return feed
    }

    /// Where somebody who reads the feed from now on begins.
    func feedCursor(of cell: TenantCell) -> FeedCursor {
        let last = partitions[cell.partition]?.microseconds ?? 0
        let milliseconds = (last == 0 ? microsecondsNow : last) / 1_000
        return FeedCursor(lsn: cell.lastLSN, milliseconds: milliseconds)
    }
}

/// What one thread leaves for another that waits for it.
///
/// `@unchecked Sendable`: the semaphore orders the two accesses.
private final class ResultBox<R>: @unchecked Sendable {
    private let isThere = DispatchSemaphore(value: 0)
    private var result: R?

    func put(_ result: R) {
        self.result = result
        isThere.signal()
    }

    func take() -> R {
        isThere.wait()
        guard let result else { preconditionFailure("signalled without a result") }
        return result
    }
}
