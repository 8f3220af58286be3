import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetTestKit
import Foundation
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
