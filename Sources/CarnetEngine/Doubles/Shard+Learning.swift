import CarnetBytes
import CarnetIndex
import CarnetModel

extension Shard {
    /// Tenants whose lists may be learnt from now: so many active clients, twice as many as last
    /// time, and hardly more than when this was last asked.
    func namesToLearnFrom(clientCountMin: Int) -> [[UInt8]] {
        guard clientCountMin > 0 else { return [] }
        var names: [[UInt8]] = []
        for case let cell? in cells {
            let count = cell.tenant.activeCount
            let known = cell.tenant.matchLearning?.clientCount ?? 0
            guard count >= clientCountMin, count >= 2 * known else { continue }
            defer { cell.countLastSeen = count }
            let isStill = count <= cell.countLastSeen + cell.countLastSeen / 50
            guard isStill, cell.doubles.isFilled(cell.tenant.clients) else { continue }
            names.append(cell.tenant.name)
        }
        return names
    }

    /// How clients from `number` on compare with those of lower numbers, until the slice is over;
    /// and the number to go on with, 0 at the end.
    func countPatterns(_ cell: TenantCell, from start: UInt32) -> (PatternCounts, UInt32) {
        let slice = slice()
        guard fill(cell, slice) else { return (PatternCounts(), start) }
        let clients = cell.tenant.clients
        return cell.doubles.withIndex(of: clients, cell.tenant.activeCount, &matching) {
            index,
            matching in
            var counts = PatternCounts()
            var number = start
            let isShort = clients.numberMax <= ClientDoubles.scanMax
            while number <= clients.numberMax {
                if slice.isOver, number > start, !isShort { return (counts, number) }
                if let bytes = clients.record(number), ClientRecord(bytes).status == .active {
                    index.count(
                        ClientRecord(bytes),
                        in: clients,
                        MatchWish(limit: .max, scoreMin: -12_000, onlyBelow: number),
                        &matching,
                        into: &counts
                    )
                }
                number += 1
            }
            return (counts, 0)
        }
    }

    /// Records what was learnt. Answers the event's LSN.
    @discardableResult
    func learn(_ learning: MatchLearning, _ cell: TenantCell) throws(CommandFailure) -> LSN {
        events.removeAll()
        cell.tenant.decideLearning(learning, events: &events)
        return try commit(cell, microseconds: microsecondsNow, wantsSync: false, keyed: nil)
    }

    /// Drops feeds that were last read before a moment of the monotonic clock.
    func tidyFeeds(before nanoseconds: UInt64) {
        for case let cell? in cells {
            guard let feed = cell.feed, !feed.hasWaiters, feed.lastUse < nanoseconds else {
                continue
            }
            cell.feed = nil
        }
    }
}
