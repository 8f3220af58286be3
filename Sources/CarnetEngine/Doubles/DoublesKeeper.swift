import CarnetBytes
import CarnetIndex
import CarnetModel
import Dispatch
import Glibc
import NIOConcurrencyHelpers

/// What is done about doubles in the background: filling tables, ranked lists, waiting for pairs, and
/// learning weights.
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
    private let fillSignal: FillSignal
    private let learnsFromCount: Int
    private let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    private let lock = NIOLock()
    private var isStopped = false
    private var waitCount: UInt64 = 0
    private var isFilling = false
    private var isLearning = false
    private var waitingForFill: [@Sendable () -> Void] = []

    /// `learnsFromCount`: how many clients a list must have to be learnt from; 0 for never.
    init(_ shards: [Shard], _ fillSignal: FillSignal, learnsFromCount: Int) {
        self.shards = shards
        self.fillSignal = fillSignal
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

    /// Whether nobody waits to be entered into a table.
    var isFilled: Bool { lock.withLock { !isFilling && !fillSignal.isRaised } }

    /// Runs `body` once nobody waits to be entered into a table, or filling has been stopped: at once,
    /// or on the thread that fills.
    func whenFilled(_ body: @escaping @Sendable () -> Void) {
        let isOver = lock.withLock {
            let isOver = isStopped || !isFilling && !fillSignal.isRaised
            if !isOver { waitingForFill.append(body) }
            return isOver
        }
        if isOver { body() }
    }

    private var mayGoOn: Bool { lock.withLock { !isStopped } }

    func stop() {
        lock.withLock { isStopped = true }
        fillSignal.raise()
    }

    /// Begins to fill tables whenever clients wait for that.
    func start() {
        DispatchQueue(label: "carnet-doubles-fill", qos: .utility).async { [self] in
            MatchTables.build()
            while mayGoOn {
                fillSignal.wait()
                lock.withLock {
                    isFilling = true
                    fillSignal.lower()
                }
                fill()
                for body in endFilling() { body() }
            }
            for body in endFilling() { body() }
        }
    }

    /// Those who waited for that, unless there is more to fill already.
    private func endFilling() -> [@Sendable () -> Void] {
        lock.withLock {
            isFilling = false
            guard isStopped || !fillSignal.isRaised else { return [] }
            defer { waitingForFill = [] }
            return waitingForFill
        }
    }

    /// A slice of each shard in turn, so that none waits for all others, until nothing is left. Rests as
    /// long as it works.
    private func fill() {
        var left = Array(shards.indices)
        while !left.isEmpty {
            left.removeAll { index in
                guard mayGoOn else { return true }
                let began = DispatchTime.now().uptimeNanoseconds
                let hasMore = shards[index].inBackground(.fill) { $0.fillDoubles() }
                if hasMore { rest(since: began) }
                return !hasMore
            }
        }
    }

    /// As long for the others as for what was done since; while they keep half of the processors
    /// busy, eight times as long.
    private func rest(since began: UInt64) {
        let now = DispatchTime.now().uptimeNanoseconds
        let microseconds = min((now &- began) / 1_000, 2_000)
        let usedBefore = Self.processNanoseconds
        usleep(UInt32(clamping: microseconds))
        let took = DispatchTime.now().uptimeNanoseconds &- now
        let used = Self.processNanoseconds &- usedBefore
        if 2 * used >= took * UInt64(processorCount) { usleep(UInt32(clamping: 7 * microseconds)) }
    }

    /// Processor time of all threads together.
    private static var processNanoseconds: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }

    // MARK: - Learning and tidying

    /// Drops feeds that nobody reads, and learns from one list after the other that has grown
    /// enough and stands still.
    func look() {
        let now = DispatchTime.now().uptimeNanoseconds
        let isFree = lock.withLock {
            guard !isFilling, !isLearning, !isStopped else { return false }
            isLearning = true
            return true
        }
        guard isFree else { return }
        defer { lock.withLock { isLearning = false } }
        for shard in shards {
            let due = shard.inBackground(.learn) { [learnsFromCount] shard in
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
            let from = number
            let began = DispatchTime.now().uptimeNanoseconds
            let slice: (PatternCounts, UInt32)? = shard.inBackground(.learn) { shard in
                guard let cell = unsafe shard.cell(name.span.bytes) else { return nil }
                return shard.countPatterns(cell, from: from)
            }
            guard let slice else { return false }
            counts.add(slice.0)
            number = slice.1
            rest(since: began)
        }
        let learned = counts
        let active: Int? = shard.inBackground(.learn) { shard in
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
        return shard.inBackground(.learn) { shard in
            guard let cell = unsafe shard.cell(name.span.bytes) else { return false }
            return (try? shard.learn(result, cell)) != nil
        }
    }
}
