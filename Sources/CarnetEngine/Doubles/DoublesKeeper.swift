import CarnetBytes
import CarnetIndex
import CarnetModel
import Dispatch
import Glibc
import NIOConcurrencyHelpers

/// What is done about doubles in the background: filling the tables after a start, ranked lists,
/// waiting for pairs, and learning weights.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class DoublesKeeper: @unchecked Sendable {
    /// How often it should look for lists to learn from, in milliseconds.
    static let interval = 10_000
    /// A feed that nobody has asked for so long goes.
    private static let feedNanoseconds: UInt64 = 600_000_000_000

    /// Looks for those who wait for pairs, one after the other: each takes some microseconds.
    let feedQueue = DispatchQueue(label: "carnet-doubles-feed", qos: .utility)
    private let scanQueues: [DispatchQueue]
    let lists = PairLists()
    private let shards: [Shard]
    private let learnsFromCount: Int
    private let lock = NIOLock()
    private var isStopped = false
    private var waitCount: UInt64 = 0
    private var isFilledNow = false
    private var isLearning = false

    /// `learnsFromCount`: how many clients a list must have to be learnt from; 0 for never.
    init(_ shards: [Shard], learnsFromCount: Int) {
        self.shards = shards
        self.learnsFromCount = learnsFromCount
        scanQueues = (0..<2).map { _ in DispatchQueue(label: "carnet-doubles", qos: .utility) }
    }

    /// Where scans of a tenant's list run, one after the other: who asks while one runs finds its
    /// list. Two at a time for all tenants.
    func scanQueue(of name: [UInt8]) -> DispatchQueue {
        scanQueues[Int(unsafe name.span.bytes.xxh3() % UInt64(scanQueues.count))]
    }

    /// A number that no other wait has.
    func nextWait() -> UInt64 {
        lock.withLock {
            waitCount += 1
            return waitCount
        }
    }

    /// Whether the tables of all lists that were loaded at the start are filled.
    var isFilled: Bool { lock.withLock { isFilledNow } }

    private var mayGoOn: Bool { lock.withLock { !isStopped } }

    func stop() { lock.withLock { isStopped = true } }

    /// Begins to fill the tables of loaded lists: a slice of each shard in turn, so that none waits
    /// for all others.
    func start() {
        DispatchQueue(label: "carnet-doubles-fill", qos: .utility).async { [self] in
            var places = shards.map { _ in 0 }
            var left = Set(shards.indices)
            while !left.isEmpty {
                for index in left.sorted() {
                    guard mayGoOn else { return }
                    let place = places[index]
                    let (hasMore, next) = shards[index].inBackground { shard in
                        var place = place
                        let hasMore = shard.fillDoubles(&place)
                        return (hasMore, place)
                    }
                    places[index] = next
                    if !hasMore { left.remove(index) }
                }
            }
            lock.withLock { isFilledNow = true }
        }
    }

    // MARK: - Learning and tidying

    /// Drops feeds that nobody reads, and learns from one list after the other that has grown
    /// enough and stands still.
    func look() {
        let now = DispatchTime.now().uptimeNanoseconds
        let isFree = lock.withLock {
            guard isFilledNow, !isLearning, !isStopped else { return false }
            isLearning = true
            return true
        }
        guard isFree else { return }
        defer { lock.withLock { isLearning = false } }
        for shard in shards {
            let due = shard.inBackground { [learnsFromCount] shard in
                shard.tidyFeeds(before: now &- min(now, Self.feedNanoseconds))
                return shard.namesToLearnFrom(clientCountMin: learnsFromCount)
            }
            for name in due where mayGoOn { learn(name, on: shard) }
        }
    }

    /// Learns the weights of one tenant and records them; false where that could not be done now.
    @discardableResult
    func learn(_ name: [UInt8], on shard: Shard) -> Bool {
        var counts = PatternCounts()
        var number: UInt32 = 1
        while number > 0 {
            guard mayGoOn else { return false }
            let (from, before) = (number, counts)
            counts = PatternCounts()
            let began = DispatchTime.now().uptimeNanoseconds
            let slice: (PatternCounts, UInt32)? = shard.inBackground { shard in
                guard let cell = unsafe shard.cell(name.span.bytes) else { return nil }
                var counts = before
                let next = shard.countPatterns(cell, from: from, into: &counts)
                return (counts, next)
            }
            guard let slice else { return false }
            (counts, number) = slice
            // As long for the others as for this.
            let took = DispatchTime.now().uptimeNanoseconds &- began
            usleep(UInt32(clamping: min(took / 1_000, 2_000)))
        }
        let learned = counts
        let active: Int? = shard.inBackground { shard in
            unsafe shard.cell(name.span.bytes)?.tenant.activeCount
        }
        guard let active else { return false }
        let learning = WeightLearning(
            schema: .clients,
            prior: .standard,
            recordCount: active
        )
        var bytes = ByteWriter(capacity: 1_024)
        learning.weights(from: learned).append(to: &bytes)
        let result = MatchLearning(clientCount: active, weights: bytes.array())
        return shard.inBackground { shard in
            guard let cell = unsafe shard.cell(name.span.bytes) else { return false }
            return (try? shard.learn(result, cell)) != nil
        }
    }
}
