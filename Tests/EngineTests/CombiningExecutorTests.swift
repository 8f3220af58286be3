import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetTestKit
import Foundation
import Synchronization
import Testing

/// The executor of shards: nothing is lost, nothing runs twice, and only one thread is inside.
struct CombiningExecutorTests {
    /// Goal: no update is lost. Method: eight threads make calls of all three kinds on one shard
    /// whose count is changed without any atomics; at the end it is what was asked for.
    @Test func everyCallCountsOnce() async throws {
        let engine = try TestEngine()
        let shard = engine.engine.shards[0]
        let counter = Counter()
        let threads = 8
        let calls = 20_000
        await withTaskGroup(of: Void.self) { group in
            for thread in 0..<threads {
                group.addTask {
                    for call in 0..<calls {
                        switch (thread + call) % 3 {
                        case 0:
                            shard.leave { _ in counter.add() }
                        case 1:
                            if shard.now({ _ in counter.add() }) == nil {
                                shard.leave { _ in counter.add() }
                            }
                        default:
                            if call % 50 == 0 {
                                await shard.run { counter.add() }
                            } else {
                                shard.leave { _ in counter.add() }
                            }
                        }
                    }
                }
            }
        }
        // Whoever comes last finds everything that was left done.
        let total = await shard.value { counter.value }
        #expect(total == threads * calls)
        #expect(counter.overlaps == 0)
        try engine.close()
    }

    /// Goal: whoever holds a shard has its own answer soon, however fast others leave work there.
    /// Method: work that leaves work again without end; the call that finds it comes back while the
    /// chain goes on, and another call finds its turn as well.
    @Test func aHolderDoesNotServeTheOthersForEver() async throws {
        let engine = try TestEngine()
        let shard = engine.engine.shards[0]
        let chain = Chain(shard)
        let answer = shard.now { _ in
            chain.next()
            return chain.linkCount
        }
        #expect(answer == 1)
        #expect(chain.linkCount < Chain.countMax)
        let later = await shard.value { chain.linkCount }
        #expect(later < Chain.countMax)
        chain.stop()
        try engine.close()
    }
}

/// Work that leaves itself again, until it is stopped or very long.
private final class Chain: Sendable {
    static let countMax = 10_000_000

    private let shard: Shard
    private let count = Atomic<Int>(0)
    private let isStopped = Atomic<Bool>(false)

    init(_ shard: Shard) { self.shard = shard }

    var linkCount: Int { count.load(ordering: .relaxed) }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    func next() {
        guard !isStopped.load(ordering: .relaxed), linkCount < Self.countMax else { return }
        count.wrappingAdd(1, ordering: .relaxed)
        shard.leave { [self] _ in next() }
    }
}

/// Counts without any lock, so that only the shard keeps it right.
private final class Counter: @unchecked Sendable {
    private(set) var value = 0
    private(set) var overlaps = 0
    private var isInside = false

    func add() {
        if isInside { overlaps += 1 }
        isInside = true
        value += 1
        isInside = false
    }
}

extension Shard {
    /// An ordinary actor call, which Swift enqueues.
    fileprivate func run(_ body: @Sendable () -> Void) { body() }

    fileprivate func value<R: Sendable>(_ body: @Sendable () -> R) -> R { body() }
}
