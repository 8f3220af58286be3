import CarnetBytes
import CarnetIndex
import CarnetModel
import Dispatch
import Glibc

extension Shard {
    /// Runs `body` on this thread, which is one for work in the background, or on that of whoever
    /// holds the shard, and waits for it. Commands go first. How long it holds the shard is measured.
    nonisolated func inBackground<R: Sendable>(
        _ kind: SliceKind,
        _ body: @escaping @Sendable (isolated Shard) -> R
    ) -> R {
        let meter = meter
        for _ in 0..<50 {
            if let result = now({ shard in meter.measure(kind) { body(shard) } }) { return result }
            usleep(20)
        }
        let answer = Answer<R>()
        leave { shard in answer.give(meter.measure(kind) { body(shard) }) }
        return answer.wait()
    }

    /// A slice that begins now.
    nonisolated func slice() -> Slice { Slice(meter.clock) }

    /// Has clients of the tenant entered who wait for that, if there are any.
    func noteFill(_ cell: TenantCell) {
        guard !cell.awaitsFill, !cell.doubles.isFilled(cell.tenant.clients) else { return }
        cell.awaitsFill = true
        cellsToFill.append(cell)
        fillSignal.raise()
    }

    /// Enters clients who wait for it until the slice is over. False where nothing is left.
    func fillDoubles() -> Bool {
        let slice = slice()
        while let cell = cellsToFill.last {
            guard fill(cell, slice) else { return true }
            cell.awaitsFill = false
            cellsToFill.removeLast()
            if slice.isOver { return !cellsToFill.isEmpty }
        }
        return false
    }

    /// Enters clients of a tenant, four at least, until the slice is over. True where none waits any
    /// more.
    func fill(_ cell: TenantCell, _ slice: Slice) -> Bool {
        let clients = cell.tenant.clients
        while !cell.doubles.isFilled(clients) {
            cell.doubles.fill(in: clients, to: cell.doubles.filledTo &+ 4, &matching)
            if slice.isOver { return cell.doubles.isFilled(clients) }
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

    /// Pairs of clients from `number` on with those of lower numbers, until the slice is over, of
    /// one client at least; and the number to go on with, 0 at the end.
    func collectPairs(
        _ cell: TenantCell,
        from start: UInt32,
        scoreMin: Int32,
        _ slice: Slice
    ) -> ([ScoredPair], UInt32) {
        let clients = cell.tenant.clients
        // A short list is one slice, with one index.
        let isShort = clients.numberMax <= ClientDoubles.scanMax
        return cell.doubles.withIndex(of: clients, cell.tenant.activeCount, &matching) {
            index,
            matching in
            var pairs: [ScoredPair] = []
            var number = start
            while number <= clients.numberMax {
                if slice.isOver, number > start, !isShort { return (pairs, number) }
                collect(index, cell.tenant, number, scoreMin, &matching, &pairs)
                number += 1
            }
            return (pairs, 0)
        }
    }

    private nonisolated func collect(
        _ index: DuplicateIndex,
        _ tenant: Tenant,
        _ number: UInt32,
        _ scoreMin: Int32,
        _ matching: inout MatchScratch,
        _ pairs: inout [ScoredPair]
    ) {
        let clients = tenant.clients
        guard let bytes = clients.record(number), ClientRecord(bytes).status == .active else {
            return
        }
        let wish = MatchWish(limit: .max, scoreMin: scoreMin, onlyBelow: number)
        let found = index.matches(of: ClientRecord(bytes), in: clients, wish, &matching)
        for match in found where !tenant.isSettled(ClientID(number), ClientID(match.number)) {
            pairs.append(ScoredPair(number, match.number, score: match.score))
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
