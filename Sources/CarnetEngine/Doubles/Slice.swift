import Dispatch

/// How long work in the background holds a shard at a time.
struct Slice: Sendable {
    /// Clients of the commonest names take up to 200 µs each: with the last one it stays below 1 ms.
    static let nanoseconds: UInt64 = 500_000

    private let clock: @Sendable () -> UInt64
    private let end: UInt64

    /// Begins now, by a clock of nanoseconds that never goes back.
    init(_ clock: @escaping @Sendable () -> UInt64) {
        self.clock = clock
        end = clock() &+ Self.nanoseconds
    }

    var isOver: Bool { clock() >= end }
}
