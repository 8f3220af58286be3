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

    public var message: String {
        switch self {
        case .logFailed(let error): "the log failed; nothing more is acknowledged: \(error)"
        case .full:
            "the disk has no room for the log; writes answer FULL until there is, reads go on"
        case .roomAgain: "there is room for the log again; writes are taken"
        case .snapshotFailed(let why): "a snapshot failed, the older ones stand: \(why)"
        }
    }
}
