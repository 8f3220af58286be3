import CarnetBytes
import CarnetIndex
import CarnetModel

/// Finds and ranks the pairs of one tenant's whole list, in slices that hold its shard for less
/// than a millisecond each. Run by one thread in the background.
struct PairScan {
    /// Past so many changed clients a list is found anew as a whole.
    private static let changedCountMax = 2_000

    let shard: Shard
    let name: [UInt8]
    let scoreMin: Int32
    let lists: PairLists

    private enum Start: Sendable {
        case none(LSN)
        /// The list that is kept shows everything.
        case fresh
        /// These have changed behind it.
        case changed([UInt32], FeedCursor)
        case whole(FeedCursor)
    }

    /// The ranked list, kept or found now; nil where the tenant is gone, with the event that says so.
    func run() throws(DuplicatesFailure) -> PairList {
        let known = lists.list(of: name, scoreMin: scoreMin)
        switch start(known) {
        case .none(let lsn):
            lists.forget(name)
            throw DuplicatesFailure(failure: .refused(.noTenant), lsn: lsn)
        case .fresh:
            if let known { return known }
        case .changed(let numbers, let start):
            if let known {
                let pairs = try pairs(of: numbers, scoreMin: known.scoreMin)
                return keep(known.replacing(pairsOf: Set(numbers), with: pairs, start: start))
            }
        case .whole(let start): return keep(try whole(start))
        }
        preconditionFailure("nothing can be fresh or changed where no list is kept")
    }

    private func keep(_ list: PairList) -> PairList {
        lists.keep(list, of: name)
        return list
    }

    private func start(_ known: PairList?) -> Start {
        let name = name
        return shard.inBackground(.scan) { shard in
            guard let cell = unsafe shard.cell(name.span.bytes) else {
                return .none(shard.lastDropLSN)
            }
            let feed = shard.feed(of: cell)
            let start = shard.feedCursor(of: cell)
            guard let known, known.start.lsn <= cell.lastLSN,
                let changed = feed.numbers(changedBehind: known.start.lsn),
                changed.count <= Self.changedCountMax
            else { return .whole(start) }
            return changed.isEmpty ? .fresh : .changed(Array(changed), start)
        }
    }

    private func whole(_ start: FeedCursor) throws(DuplicatesFailure) -> PairList {
        var collector = PairCollector()
        var number: UInt32 = 1
        while number > 0 {
            let (name, scoreMin, from) = (name, scoreMin, number)
            let slice: ([ScoredPair], UInt32)? = shard.inBackground(.scan) { shard in
                guard let cell = unsafe shard.cell(name.span.bytes) else { return nil }
                let slice = shard.slice()
                guard shard.fill(cell, slice) else { return ([], from) }
                return shard.collectPairs(cell, from: from, scoreMin: scoreMin, slice)
            }
            guard let slice else { throw gone }
            for pair in slice.0 { collector.append(pair) }
            number = slice.1
        }
        return PairList(
            scoreMin: scoreMin,
            start: start,
            collector.pairs,
            isCut: collector.isCut
        )
    }

    private func pairs(
        of numbers: [UInt32],
        scoreMin: Int32
    ) throws(DuplicatesFailure) -> [ScoredPair] {
        var found: Set<ScoredPair> = []
        var place = 0
        while place < numbers.count {
            let (name, from) = (name, place)
            let slice: ([ScoredPair], Int)? = shard.inBackground(.scan) { shard in
                guard let cell = unsafe shard.cell(name.span.bytes) else { return nil }
                let slice = shard.slice()
                guard shard.fill(cell, slice) else { return ([], from) }
                return shard.pairs(of: numbers, from: from, cell, scoreMin: scoreMin, slice)
            }
            guard let slice else { throw gone }
            found.formUnion(slice.0)
            place = slice.1
        }
        return Array(found)
    }

    private var gone: DuplicatesFailure {
        DuplicatesFailure(failure: .refused(.noTenant), lsn: .zero)
    }
}

extension Shard {
    /// The pairs of some clients with all others, from a place of `numbers` on until the slice is
    /// over; and the place to go on from.
    func pairs(
        of numbers: [UInt32],
        from start: Int,
        _ cell: TenantCell,
        scoreMin: Int32,
        _ slice: Slice
    ) -> ([ScoredPair], Int) {
        let clients = cell.tenant.clients
        var pairs: [ScoredPair] = []
        var place = start
        while place < numbers.count, place == start || !slice.isOver {
            let number = numbers[place]
            place += 1
            guard let bytes = clients.record(number), ClientRecord(bytes).status == .active else {
                continue
            }
            let found = cell.doubles.matches(
                of: ClientRecord(bytes),
                in: clients,
                MatchWish(limit: .max, scoreMin: scoreMin),
                &matching
            )
            for match in found
            where !cell.tenant.isSettled(ClientID(number), ClientID(match.number)) {
                pairs.append(ScoredPair(number, match.number, score: match.score))
            }
        }
        return (pairs, place)
    }

    /// Some pairs of a list as they are now, with reasons, from a place on until the slice is over:
    /// those of two active clients whom nobody has said to be two persons.
    func explain(
        _ pairs: ArraySlice<ScoredPair>,
        _ cell: TenantCell,
        scoreMin: Int32,
        limit: Int
    ) -> (pairs: [ClientPair], read: Int) {
        let slice = slice()
        let tenant = cell.tenant
        let clients = tenant.clients
        return cell.doubles.withIndex(of: clients, tenant.activeCount, &matching) {
            index,
            matching in
            var found: [ClientPair] = []
            var read = 0
            for pair in pairs {
                if read > 0, slice.isOver || found.count == limit { break }
                read += 1
                let (a, b) = (ClientID(pair.a), ClientID(pair.b))
                guard tenant.isActive(a), tenant.isActive(b), !tenant.isSettled(a, b),
                    let one = clients.record(pair.a), let other = clients.record(pair.b)
                else { continue }
                let explanation = index.explain(
                    ClientRecord(one),
                    ClientRecord(other),
                    in: clients,
                    &matching
                )
                guard explanation.score >= scoreMin else { continue }
                found.append(ClientPair(explanation, ClientRecord(one), ClientRecord(other)))
            }
            return (found, read)
        }
    }
}
