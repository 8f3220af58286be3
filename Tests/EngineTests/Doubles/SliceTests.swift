import CarnetEngine
import CarnetTestKit
import Glibc
import Synchronization
import Testing

/// Work in the background gives its shard back when its time is over.
struct SliceTests {
    /// A clock that goes on by a step each time it is read, for each thread by itself: a slice is one
    /// thread's, and what others read meanwhile does not lengthen it.
    private final class SteppingClock: Sendable {
        let step: UInt64
        private let moments = Mutex<[UInt: UInt64]>([:])

        init(microseconds: UInt64) { step = microseconds * 1_000 }

        func read() -> UInt64 {
            moments.withLock { moments in
                let moment = moments[UInt(pthread_self()), default: 0] + step
                moments[UInt(pthread_self())] = moment
                return moment
            }
        }
    }

    /// Goal: a slice of a scan ends at its half of a millisecond, or after one client if that took
    /// longer, and the scan finds the same in however many slices. Method: the clock is read once for
    /// each client and goes on by a fixed step, so that the number of slices is known.
    @Test(arguments: [1, 25, 100, 700] as [UInt64])
    func aSliceEndsWhenItsTimeIsUsedUp(stepMicroseconds: UInt64) async throws {
        let clientCount: UInt64 = 300
        let clock = SteppingClock(microseconds: stepMicroseconds)
        let doubles = try DoublesScript(monotonic: clock.read)
        var random = SeededRandom(seed: 11)
        for _ in 0..<clientCount { try doubles.add(DoublesScript.person(&random)) }
        try await doubles.whenFilled()
        let pairs = try await doubles.pairs(scoreMin: 0, limit: 1_000)
        #expect(pairs.count > 50)
        let lengths = doubles.test.engine.sliceLengths(.scan)
        let ofASlice = max(1, 500 / stepMicroseconds)
        // Of clients, then of pairs with reasons, 256 at most; one looks whether a list is kept.
        let work = clientCount + UInt64(pairs.count)
        #expect(lengths.count >= 1 + work / (ofASlice + 1), "\(lengths)")
        let most = 8 + 2 * work / ofASlice + UInt64(pairs.count) / 64
        #expect(lengths.count <= most, "\(lengths)")
        // What may be read besides: where measuring begins and ends.
        #expect(lengths.longestNanoseconds <= 500_000 + 5 * clock.step, "\(lengths)")
        #expect(stepMicroseconds > 500 || lengths.overCount == 0, "\(lengths)")
        #expect(stepMicroseconds < 500 || lengths.overCount > clientCount / 2, "\(lengths)")
        try doubles.test.close()
    }

    /// The same of filling tables: each four clients it looks at the clock.
    @Test func fillingATableEndsWhenItsTimeIsUsedUp() async throws {
        let clock = SteppingClock(microseconds: 250)
        let doubles = try DoublesScript(monotonic: clock.read)
        var random = SeededRandom(seed: 12)
        for _ in 0..<200 { try doubles.add(DoublesScript.person(&random)) }
        try await doubles.whenFilled()
        try doubles.test.reopen()
        try await doubles.whenFilled()
        let lengths = doubles.test.engine.sliceLengths(.fill)
        #expect(lengths.count >= 200 / 32, "\(lengths)")
        #expect(lengths.longestNanoseconds <= 500_000 + 5 * clock.step, "\(lengths)")
        try doubles.test.close()
    }
}
