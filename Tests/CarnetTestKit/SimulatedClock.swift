import Synchronization

/// A wall clock that nobody waits for: a millisecond passes with each look at it, and now and then
/// it jumps, forth or back, as clocks of machines do. Where and how far is fixed by the seed.
public final class SimulatedClock: Sendable {
    private static let start: UInt64 = 1_700_000_000_000_000
    private static let hour: UInt64 = 3_600_000_000

    private let seed: UInt64
    private let looks = Atomic<UInt64>(0)

    public init(seed: UInt64) { self.seed = seed }

    /// Microseconds since 1970.
    public func microseconds() -> UInt64 {
        let look = looks.wrappingAdd(1, ordering: .relaxed).newValue
        // The jumps of a stretch of forty looks are drawn from the seed and the stretch's number.
        var random = SeededRandom(seed: seed ^ (look / 40) << 32)
        let shift = UInt64.random(in: 0..<(2 * Self.hour), using: &random)
        return Self.start + look * 1_000 + (random.oneIn(2) ? shift : 0)
    }
}
