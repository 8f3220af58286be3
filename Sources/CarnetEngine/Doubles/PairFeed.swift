import CarnetBytes
import CarnetIndex
import CarnetModel

/// The latest changes of one tenant's clients and the pairs that arose by them, for those who wait
/// for such pairs. Made when somebody first asks; dropped when nobody has asked for long. Belongs to
/// whoever holds the shard.
///
/// Each change is compared once, whoever waits: with all others as it is now, and, where it was on
/// the list before, as it was. A pair arises where its score has passed what somebody asks for.
final class PairFeed {
    /// The most changes, and pairs of theirs, that are kept; the oldest go first.
    static let changeCountMax = 4_096
    static let pairCountMax = 65_536

    /// A pair that a change came to.
    struct Arisen {
        let pair: ScoredPair
        /// The score before the change; nil where one of the two was not on the list.
        let scoreBefore: Int32?
    }

    private struct Change {
        let lsn: LSN
        let milliseconds: UInt64
        let number: UInt32
        /// The record before; empty once compared, and where there was none.
        var old: [UInt8]
        var pairs: [Arisen] = []
    }

    private var changes: [Change] = []
    /// The first change that counts, and the first that has not been compared yet.
    private var head = 0
    private var compared = 0
    private var pairCount = 0
    /// Every change behind this event is kept.
    private(set) var startLSN: LSN
    private var waiters: [UInt64: @Sendable () -> Void] = [:]
    /// When somebody last asked, in nanoseconds of the monotonic clock.
    var lastUse: UInt64 = 0

    /// From the event on that the tenant has come to.
    init(startLSN: LSN) { self.startLSN = startLSN }

    var hasWaiters: Bool { !waiters.isEmpty }

    // MARK: - Changes

    /// A client is about to get another record. `old` is the one before, if it was on the list.
    func note(_ number: UInt32, lsn: LSN, milliseconds: UInt64, old: [UInt8]) {
        changes.append(Change(lsn: lsn, milliseconds: milliseconds, number: number, old: old))
        while changes.count - head > Self.changeCountMax { dropFirst() }
    }

    private func dropFirst() {
        startLSN = changes[head].lsn
        pairCount -= changes[head].pairs.count
        changes[head].pairs = []
        head += 1
        compared = max(compared, head)
        guard head >= Self.changeCountMax else { return }
        changes.removeFirst(head)
        compared -= head
        head = 0
    }

    /// The clients that changed behind an event; nil where not all of those changes are kept.
    func numbers(changedBehind lsn: LSN) -> Set<UInt32>? {
        guard lsn >= startLSN else { return nil }
        return Set(changes[head...].lazy.filter { $0.lsn > lsn }.map(\.number))
    }

    // MARK: - Waiting

    /// Has `wake` called once, at the next change. `number` is the wait's own.
    func wait(_ number: UInt64, _ wake: @escaping @Sendable () -> Void) { waiters[number] = wake }

    /// Nobody is to be woken for that wait.
    func forget(wait number: UInt64) { waiters[number] = nil }

    /// Wakes all who wait.
    func wakeAll() {
        guard !waiters.isEmpty else { return }
        var woken: [UInt64: @Sendable () -> Void] = [:]
        swap(&woken, &waiters)
        for wake in woken.values { wake() }
    }

    // MARK: - Comparing

    /// Compares what has not been compared yet, until `isOver` says that the slice is over. False
    /// where something is left.
    func compare(
        _ cell: TenantCell,
        scoreMin: Int32,
        _ matching: inout MatchScratch,
        until isOver: () -> Bool
    ) -> Bool {
        while compared < changes.count {
            if isOver() { return false }
            compareOne(compared, cell, scoreMin, &matching)
            compared += 1
        }
        while pairCount > Self.pairCountMax, head < compared { dropFirst() }
        return true
    }

    private func compareOne(
        _ index: Int,
        _ cell: TenantCell,
        _ scoreMin: Int32,
        _ matching: inout MatchScratch
    ) {
        let clients = cell.tenant.clients
        let number = changes[index].number
        let old = changes[index].old
        changes[index].old = []
        guard let bytes = clients.record(number) else { return }
        let record = ClientRecord(bytes)
        guard record.status == .active else { return }
        let found = cell.doubles.matches(
            of: record,
            in: clients,
            MatchWish(limit: .max, scoreMin: scoreMin),
            &matching
        )
        guard !found.isEmpty else { return }
        for match in found where !cell.tenant.isSettled(ClientID(number), ClientID(match.number)) {
            var before: Int32?
            if !old.isEmpty, let other = clients.record(match.number) {
                before = cell.doubles.withIndex(
                    of: clients,
                    cell.tenant.activeCount,
                    &matching
                ) { index, matching in
                    index.explain(
                        ClientRecord(unsafe old.span.bytes),
                        ClientRecord(other),
                        in: clients,
                        &matching
                    ).score
                }
            }
            let pair = ScoredPair(number, match.number, score: match.score)
            changes[index].pairs.append(Arisen(pair: pair, scoreBefore: before))
        }
        pairCount += changes[index].pairs.count
    }

    // MARK: - Reading

    /// The pairs that arose behind a cursor, at most `limit`, and the cursor behind them. Nil where
    /// not all changes behind it are kept.
    func read(
        behind cursor: FeedCursor,
        scoreMin: Int32,
        limit: Int
    ) -> (pairs: [ScoredPair], cursor: FeedCursor)? {
        // Of an event that was read in part the rest must be there.
        guard cursor.lsn > startLSN || cursor.lsn == startLSN && cursor.toldCount == 0 else {
            return nil
        }
        var cursor = cursor
        var pairs: [ScoredPair] = []
        var seen: Set<UInt64> = []
        var place = firstChange(from: cursor.lsn, includes: cursor.toldCount > 0)
        while place < compared {
            let change = changes[place]
            var told = change.lsn == cursor.lsn ? cursor.toldCount : 0
            var passed = 0
            var end = place
            // The changes of one event together.
            while end < compared, changes[end].lsn == change.lsn {
                for arisen in changes[end].pairs
                where arisen.pair.score >= scoreMin && (arisen.scoreBefore ?? .min) < scoreMin {
                    passed += 1
                    guard passed > told else { continue }
                    if pairs.count == limit {
                        // Of this event none yet: the cursor stays behind the one before.
                        guard told > 0 else { return (pairs, cursor) }
                        cursor.lsn = change.lsn
                        cursor.milliseconds = change.milliseconds
                        cursor.toldCount = told
                        return (pairs, cursor)
                    }
                    told += 1
                    let key = UInt64(arisen.pair.a) << 32 | UInt64(arisen.pair.b)
                    if seen.insert(key).inserted { pairs.append(arisen.pair) }
                }
                end += 1
            }
            cursor.lsn = change.lsn
            cursor.milliseconds = change.milliseconds
            cursor.toldCount = 0
            place = end
        }
        return (pairs, cursor)
    }

    /// The first change behind an event, or of it. O(log changes).
    private func firstChange(from lsn: LSN, includes: Bool) -> Int {
        var (low, high) = (head, changes.count)
        while low < high {
            let middle = (low + high) / 2
            let isBehind = includes ? changes[middle].lsn >= lsn : changes[middle].lsn > lsn
            if isBehind { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
