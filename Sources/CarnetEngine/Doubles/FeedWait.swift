import CarnetBytes
import CarnetIndex
import CarnetModel
import Dispatch
import NIOConcurrencyHelpers

/// Somebody who waits for pairs to arise: looks whenever something has changed, and answers once
/// there are some, or the time is over. The tenant's feed keeps it until then.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes; `look` runs on the queue, once at
/// a time since it is asked for only where nobody waits to be woken.
public final class FeedWait: @unchecked Sendable {
    private let keeper: DoublesKeeper
    private let number: UInt64
    private let shard: Shard
    private let name: [UInt8]
    private let request: DuplicatesRequest
    private let lock = NIOLock()
    private var done: (@Sendable (DuplicatesResult) -> Void)?
    private var timeIsOver = false
    private var cursor: FeedCursor?

    init(
        _ keeper: DoublesKeeper,
        _ shard: Shard,
        _ name: [UInt8],
        _ request: DuplicatesRequest,
        after cursor: FeedCursor?,
        _ done: @escaping @Sendable (DuplicatesResult) -> Void
    ) {
        self.keeper = keeper
        number = keeper.nextWait()
        self.shard = shard
        self.name = name
        self.request = request
        self.cursor = cursor
        self.done = done
    }

    /// Begins to wait. `milliseconds` 0 is for ever.
    func start(milliseconds: UInt64) {
        lookSoon()
        guard milliseconds > 0 else { return }
        let deadline = DispatchTime.now() + .milliseconds(Int(clamping: milliseconds))
        keeper.feedQueue.asyncAfter(deadline: deadline) { [weak self] in self?.end() }
    }

    /// Ends the wait: answers what there is, if it has not answered yet. On any thread.
    public func end() {
        lock.withLock { timeIsOver = true }
        lookSoon()
    }

    /// Nobody wants the answer any more. On any thread.
    public func cancel() {
        lock.withLock { done = nil }
        let (name, number) = (name, number)
        shard.leave { unsafe $0.cell(name.span.bytes)?.feed?.forget(wait: number) }
    }

    private func lookSoon() { keeper.feedQueue.async { [self] in look() } }

    private func answer(_ result: DuplicatesResult) {
        let done = lock.withLock {
            defer { self.done = nil }
            return self.done
        }
        done?(result)
    }

    private enum Seen: Sendable {
        case none(LSN)
        /// Not all has been compared yet, or read up on.
        case more(FeedCursor)
        case waiting(FeedCursor)
        /// These have arisen, or none within the time.
        case found([ScoredPair], FeedCursor)
    }

    private func look() {
        while true {
            let (isWanted, isLast, cursor) = lock.withLock {
                (done != nil, timeIsOver, self.cursor)
            }
            guard isWanted else { return }
            let seen = shard.inBackground(.feed) { [self] shard in
                see(shard, cursor, isLast: isLast)
            }
            switch seen {
            case .none(let lsn):
                let failure = DuplicatesFailure(failure: .refused(.noTenant), lsn: lsn)
                return answer(.failure(failure))
            case .more(let cursor): lock.withLock { self.cursor = cursor }
            case .waiting(let cursor): return lock.withLock { self.cursor = cursor }
            case .found(let pairs, let cursor):
                guard let page = page(of: pairs, cursor) else {
                    let failure = DuplicatesFailure(failure: .refused(.noTenant), lsn: .zero)
                    return answer(.failure(failure))
                }
                if !page.pairs.isEmpty || isLast { return answer(.success(page)) }
                lock.withLock { self.cursor = cursor }
            }
        }
    }

    /// Pairs with reasons, in slices; nil where the tenant is gone.
    private func page(of pairs: [ScoredPair], _ cursor: FeedCursor) -> DuplicatesPage? {
        var page = DuplicatesPage()
        page.feed = cursor
        let (name, scoreMin) = (name, request.scoreMin)
        var place = 0
        repeat {
            let rest = pairs[place...]
            let part: (pairs: [ClientPair], read: Int, lsn: LSN)? = shard.inBackground(.feed) {
                shard in
                guard let cell = unsafe shard.cell(name.span.bytes) else { return nil }
                let part = shard.explain(rest, cell, scoreMin: scoreMin, limit: .max)
                return (part.pairs, part.read, cell.lastLSN)
            }
            guard let part else { return nil }
            page.pairs += part.pairs
            page.lsn = part.lsn
            place += part.read
        } while place < pairs.count
        page.total = page.pairs.count
        return page
    }

    /// One slice of looking; in the shard.
    private func see(_ shard: isolated Shard, _ known: FeedCursor?, isLast: Bool) -> Seen {
        let name = name
        guard let cell = unsafe shard.cell(name.span.bytes) else { return .none(shard.lastDropLSN) }
        let feed = shard.feed(of: cell)
        feed.forget(wait: number)
        var cursor = known ?? shard.feedCursor(of: cell)
        var found: [ScoredPair] = []
        if cursor.catchUp == nil, cursor.lsn > cell.lastLSN {
            // Of another tenant, or of before this one was dropped and made again.
            cursor = FeedCursor(lsn: .zero, milliseconds: cursor.milliseconds)
        }
        let slice = shard.slice()
        guard shard.fill(cell, slice) else { return .more(cursor) }
        if cursor.catchUp == nil {
            let isWhole = feed.compare(
                cell,
                scoreMin: DuplicatesRequest.scoreMinLowest,
                &shard.matching
            ) { slice.isOver }
            guard isWhole else { return .more(cursor) }
            guard
                let read = feed.read(
                    behind: cursor,
                    scoreMin: request.scoreMin,
                    limit: request.limit
                )
            else {
                var now = shard.feedCursor(of: cell)
                now.catchUp = FeedCursor.CatchUp(
                    number: 1,
                    sinceMilliseconds: cursor.milliseconds
                )
                return .more(now)
            }
            (found, cursor) = read
        } else {
            found = shard.catchUp(&cursor, cell, request, slice)
        }
        if found.isEmpty {
            if cursor.catchUp != nil { return .more(cursor) }
            if !isLast {
                feed.wait(number) { [self] in lookSoon() }
                return .waiting(cursor)
            }
        }
        return .found(found, cursor)
    }
}

extension Shard {
    /// Pairs of clients that changed since a time, by rising number, as far as a slice and the limit
    /// go. Moves the cursor on.
    func catchUp(
        _ cursor: inout FeedCursor,
        _ cell: TenantCell,
        _ request: DuplicatesRequest,
        _ slice: Slice
    ) -> [ScoredPair] {
        guard var state = cursor.catchUp else { return [] }
        let clients = cell.tenant.clients
        var found: [ScoredPair] = []
        let first = state.number
        while state.number <= clients.numberMax, found.count < request.limit,
            state.number == first || !slice.isOver
        {
            let number = state.number
            state.number += 1
            guard let bytes = clients.record(number) else { continue }
            let record = ClientRecord(bytes)
            guard record.status == .active,
                record.updatedMilliseconds >= state.sinceMilliseconds
            else { continue }
            let matches = cell.doubles.matches(
                of: record,
                in: clients,
                MatchWish(limit: .max, scoreMin: request.scoreMin),
                &matching
            )
            for match in matches {
                guard let other = clients.record(match.number) else { continue }
                // Of two that changed the higher one tells.
                let isToldLater =
                    match.number > number
                    && ClientRecord(other).updatedMilliseconds >= state.sinceMilliseconds
                if !isToldLater {
                    found.append(ScoredPair(number, match.number, score: match.score))
                }
            }
        }
        cursor.catchUp = state.number > clients.numberMax ? nil : state
        return found
    }
}
