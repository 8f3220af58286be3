import Glibc
import NIOConcurrencyHelpers

/// What a slice in the background was for.
public enum SliceKind: Int, CaseIterable, Sendable {
    /// Entering clients into the tables of doubles.
    case fill
    /// Finding the pairs of a whole list, and telling a page of them.
    case scan
    /// Counting how clients compare, and recording what was learnt.
    case learn
    /// Looking for pairs that have arisen.
    case feed
    /// Anonymizing whoever has been away for too long.
    case retention

    public var name: String {
        switch self {
        case .fill: "fill"
        case .scan: "scan"
        case .learn: "learn"
        case .feed: "feed"
        case .retention: "retention"
        }
    }
}

/// How long slices of one kind have held their shards, since the start.
public struct SliceLengths: Sendable, Hashable {
    /// No slice should hold a shard for longer.
    public static let nanosecondsMax: UInt64 = 1_000_000

    public internal(set) var count: UInt64 = 0
    /// The longest by the clock: from the moment that the shard was held until the work was done,
    /// with all that the thread waited for a processor meanwhile.
    public internal(set) var longestNanoseconds: UInt64 = 0
    /// How many were longer than ``nanosecondsMax``.
    public internal(set) var overCount: UInt64 = 0
    /// The same in processor time of the thread, which other threads and programs don't lengthen.
    public internal(set) var longestBusyNanoseconds: UInt64 = 0
    public internal(set) var busyOverCount: UInt64 = 0

    mutating func note(nanoseconds: UInt64, busyNanoseconds: UInt64) {
        count &+= 1
        longestNanoseconds = max(longestNanoseconds, nanoseconds)
        if nanoseconds > Self.nanosecondsMax { overCount &+= 1 }
        longestBusyNanoseconds = max(longestBusyNanoseconds, busyNanoseconds)
        if busyNanoseconds > Self.nanosecondsMax { busyOverCount &+= 1 }
    }
}

/// Measures slices, for all shards together.
///
/// `@unchecked Sendable`: `lock` orders every access to what changes.
final class SliceMeter: @unchecked Sendable {
    /// Nanoseconds of a clock that never goes back.
    let clock: @Sendable () -> UInt64
    private let lock = NIOLock()
    private var lengths = SliceKind.allCases.map { _ in SliceLengths() }

    init(clock: @escaping @Sendable () -> UInt64) { self.clock = clock }

    func lengths(_ kind: SliceKind) -> SliceLengths { lock.withLock { lengths[kind.rawValue] } }

    /// Runs `body`, which holds a shard, and notes how long it took.
    func measure<R>(_ kind: SliceKind, _ body: () -> R) -> R {
        let (began, busyBefore) = (clock(), Self.threadNanoseconds)
        let result = body()
        let busy = Self.threadNanoseconds &- busyBefore
        let took = clock() &- began
        lock.withLock { lengths[kind.rawValue].note(nanoseconds: took, busyNanoseconds: busy) }
        return result
    }

    /// Processor time of this thread.
    private static var threadNanoseconds: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }
}
