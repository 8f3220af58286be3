public import CarnetStorage

/// Something that whoever runs the engine should know when it happens.
public enum EngineNotice: Sendable {
    /// The log failed: nothing more is acknowledged, and the process should end.
    case logFailed(StoreError)
    /// The disk has no room for the log: writes are refused.
    case full
    /// There is room again: writes are taken.
    case roomAgain
    /// A snapshot round failed; the older snapshots stand.
    case snapshotFailed(String)
    /// The process takes more of the memory it may than before, or less again.
    case memory(MemoryState, residentByteCount: Int, max: Int)
    /// More log stands behind the last snapshot than should: one is forced, or writes are refused,
    /// or all is well again.
    case logBehind(LogBehind.State, byteCount: UInt64)

    public var message: String {
        switch self {
        case .logFailed(let error): "the log failed; nothing more is acknowledged: \(error)"
        case .full:
            "the disk has no room for the log; writes answer FULL until there is, reads go on"
        case .roomAgain: "there is room for the log again; writes are taken"
        case .snapshotFailed(let why): "a snapshot failed, the older ones stand: \(why)"
        case .memory(let state, let count, let max): Self.memory(state, count, max)
        case .logBehind(let state, let count): Self.logBehind(state, count)
        }
    }

    private static func memory(_ state: MemoryState, _ count: Int, _ max: Int) -> String {
        let taken = "the process takes \(count) bytes of at most \(max)"
        return switch state {
        case .enough: "\(taken); there is room again"
        case .short: "\(taken); no snapshot starts by itself until it is less"
        case .usedUp: "\(taken); writes answer OVERLOAD until it is less, reads go on"
        }
    }

    private static func logBehind(_ state: LogBehind.State, _ count: UInt64) -> String {
        let there = "\(count) bytes of log stand behind the last snapshot"
        return switch state {
        case .near: "\(there); all is well again"
        case .far: "\(there); one is written now"
        case .tooFar: "\(there); writes answer OVERLOAD until one is written, reads go on"
        }
    }
}
