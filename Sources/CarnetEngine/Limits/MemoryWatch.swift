import Dispatch
import Synchronization

/// Looks at what the process takes of the machine's memory, so that the server
/// refuses writes in time and is never ended by the kernel. No command asks for it.
///
/// `@unchecked Sendable`: `lastTrim` is used by `look` alone, which one ticker calls; the rest is
/// constant or orders its accesses itself.
final class MemoryWatch: @unchecked Sendable {
    /// How often it should look, in milliseconds.
    static let interval = 100
    /// How often unused memory is given back while memory is short, in nanoseconds.
    private static let trimInterval: UInt64 = 5_000_000_000

    private let limits: EngineLimits
    private let queue: CommitQueue
    private let measure: @Sendable () -> Int
    private let giveBackUnused: @Sendable () -> Void
    private let tell: @Sendable (EngineNotice) -> Void
    private let stateNow = Atomic<UInt8>(MemoryState.enough.rawValue)
    private var lastTrim: UInt64 = 0

    /// `measure` answers the bytes that are resident; `giveBackUnused` makes them fewer.
    init(
        _ limits: EngineLimits,
        _ queue: CommitQueue,
        measure: @escaping @Sendable () -> Int = { MachineMemory.residentByteCount },
        giveBackUnused: @escaping @Sendable () -> Void = { MachineMemory.giveBackUnused() },
        tell: @escaping @Sendable (EngineNotice) -> Void
    ) {
        self.limits = limits
        self.queue = queue
        self.measure = measure
        self.giveBackUnused = giveBackUnused
        self.tell = tell
    }

    var state: MemoryState {
        MemoryState(rawValue: stateNow.load(ordering: .relaxed)) ?? .enough
    }

    /// Measures, and says what follows from it.
    func look() {
        let bounds = limits.memoryBounds
        var resident = measure()
        // The soft limit may have been set above the hard one.
        if resident > min(bounds.soft, bounds.hard), trimIfDue() { resident = measure() }
        let found: MemoryState =
            resident > bounds.hard ? .usedUp : resident > bounds.soft ? .short : .enough
        guard found != state else { return }
        stateNow.store(found.rawValue, ordering: .relaxed)
        queue.note(.memory, found == .usedUp)
        tell(.memory(found, residentByteCount: resident, max: limits.memoryByteCountMax.value))
    }

    /// What was freed may still be held by the allocator.
    private func trimIfDue() -> Bool {
        let now = DispatchTime.now().uptimeNanoseconds
        guard now &- lastTrim >= Self.trimInterval else { return false }
        lastTrim = now
        giveBackUnused()
        return true
    }
}

/// How the process stands against its limit of memory.
public enum MemoryState: UInt8, Hashable, Sendable {
    case enough
    /// Past the soft limit: no snapshot starts by itself.
    case short
    /// Past the hard limit: writes are refused, reads go on.
    case usedUp

    /// As INFO has it.
    public var name: StaticString {
        switch self {
        case .enough: "enough"
        case .short: "short"
        case .usedUp: "used_up"
        }
    }
}
