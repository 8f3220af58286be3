import CarnetBytes
import CarnetIndex
public import CarnetModel
import Dispatch

/// What CLIENT.DUPLICATES asks for.
public struct DuplicatesRequest: Sendable {
    /// The lowest score, in thousandths of a bit; -2,000 at least.
    public var scoreMin: Int32 = 0
    public var limit = 20

    public init() {}

    /// No lower score may be asked for: such pairs are no doubles (ALGORITHM: "could be").
    public static let scoreMinLowest: Int32 = -2_000
}

extension Engine {
    /// A page of the ranked pairs of a tenant's whole list. The scan runs on a thread in the
    /// background and holds the shard for less than a millisecond at a time; a list that was found
    /// already is kept for the pages behind and brought up to date by what has changed. `done` is
    /// called once, on some thread.
    public func duplicates(
        ofTenant name: [UInt8],
        _ request: DuplicatesRequest,
        after cursor: PairCursor?,
        _ done: @escaping @Sendable (DuplicatesResult) -> Void
    ) {
        let shard = unsafe shard(ofTenant: name.span.bytes)
        let lists = doubles.lists
        doubles.scanQueue(of: name).async {
            do throws(DuplicatesFailure) {
                let scan = PairScan(
                    shard: shard,
                    name: name,
                    scoreMin: request.scoreMin,
                    lists: lists
                )
                let list = try scan.run()
                done(.success(try Self.page(of: list, shard, name, request, after: cursor)))
            } catch {
                done(.failure(error))
            }
        }
    }

    /// Waits until pairs arise that score so much, or for `milliseconds` (0: for ever). Told are
    /// those that arose behind `cursor`, or from now on. `done` is called once, on some thread,
    /// unless the wait is cancelled.
    public func awaitDuplicates(
        ofTenant name: [UInt8],
        _ request: DuplicatesRequest,
        after cursor: FeedCursor?,
        milliseconds: UInt64,
        _ done: @escaping @Sendable (DuplicatesResult) -> Void
    ) -> FeedWait {
        let shard = unsafe shard(ofTenant: name.span.bytes)
        let wait = FeedWait(doubles, shard, name, request, after: cursor, done)
        wait.start(milliseconds: milliseconds)
        return wait
    }

    /// Whether the tables of doubles of all lists that were loaded are filled.
    public var doublesAreFilled: Bool { doubles.isFilled }

    /// Runs `body` once they are, or the engine has been stopped: at once, or on a thread of the
    /// engine's own, which must not be held up.
    public func whenDoublesAreFilled(_ body: @escaping @Sendable () -> Void) {
        doubles.whenFilled(body)
    }

    /// How long slices of one kind have held their shards since the start.
    public func sliceLengths(_ kind: SliceKind) -> SliceLengths { meter.lengths(kind) }

    /// Learns the weights of a tenant now, whatever its size, and records them. Blocks; false where
    /// there is no such tenant or the event can't be taken.
    @discardableResult
    public func learnWeights(ofTenant name: [UInt8]) -> Bool {
        unsafe doubles.learn(name, on: shard(ofTenant: name.span.bytes))
    }

    private static func page(
        of list: PairList,
        _ shard: Shard,
        _ name: [UInt8],
        _ request: DuplicatesRequest,
        after cursor: PairCursor?
    ) throws(DuplicatesFailure) -> DuplicatesPage {
        var page = DuplicatesPage()
        page.total = list.count(scoreMin: request.scoreMin)
        page.isCut = list.isCut
        page.feed = list.start
        var place = list.place(behind: cursor)
        repeat {
            let rest = list.pairs[place..<max(place, page.total)].prefix(256)
            let missing = request.limit - page.pairs.count
            let part: (DuplicatesPage, Int)? = shard.inBackground(.scan) { shard in
                guard let cell = unsafe shard.cell(name.span.bytes) else { return nil }
                var part = DuplicatesPage()
                let found = shard.explain(
                    rest,
                    cell,
                    scoreMin: request.scoreMin,
                    limit: missing
                )
                part.pairs = found.pairs
                part.lsn = cell.lastLSN
                return (part, found.read)
            }
            guard let (part, read) = part else {
                throw DuplicatesFailure(failure: .refused(.noTenant), lsn: .zero)
            }
            page.pairs += part.pairs
            page.lsn = part.lsn
            place += read
        } while page.pairs.count < request.limit && place < page.total
        if place < page.total, place > 0 {
            let last = list.pairs[place - 1]
            page.cursor = PairCursor(score: last.score, a: last.a, b: last.b)
        }
        return page
    }
}

extension Shard {
    /// The pairs of one client, best first, behind a cursor.
    public func duplicates(
        of id: ClientID,
        _ cell: TenantCell,
        _ request: DuplicatesRequest,
        after cursor: PairCursor?
    ) throws(CommandFailure) -> DuplicatesPage {
        guard cell.tenant.status(of: id) != nil else { throw .refused(.noClient(id)) }
        let all = doubles(of: id, cell, scoreMin: request.scoreMin)
        let rest = all.drop { pair in
            guard let cursor else { return false }
            return !cursor.precedes(pair.scored)
        }
        var page = DuplicatesPage()
        page.total = all.count
        page.pairs = Array(rest.prefix(request.limit))
        if rest.count > request.limit, let last = page.pairs.last {
            page.cursor = PairCursor(score: last.score, a: last.a.value, b: last.b.value)
        }
        page.isFilling = !cell.doubles.isFilled(cell.tenant.clients)
        page.lsn = cell.lastLSN
        return page
    }
}
