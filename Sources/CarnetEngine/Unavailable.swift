public import CarnetModel

/// Why the node can't take a command just now, whatever it says.
public enum Unavailable: Error, Hashable, Sendable {
    /// The disk has no room for the log; reads go on.
    case full
    /// More waits to be written than the commit queue may hold.
    case overload(byteCountMax: Int)
    /// They would wait longer than the commit queue may have anybody wait.
    case tooLongAWait(millisecondsMax: Int)
    /// The process takes as much memory as it may; reads go on.
    case memory(byteCountMax: Int)
    /// Too much log stands behind the last snapshot; reads go on.
    case logTooLong
    /// The log failed: whether the command will survive is unknown.
    case uncertain
    /// The command's events are more than one frame of the log may carry.
    case tooBig(byteCount: Int, byteCountMax: Int)
    /// The snapshots and the log are still being read.
    case loading

    /// The first word of the error reply.
    public var code: StaticString {
        switch self {
        case .full: "FULL"
        case .overload, .tooLongAWait, .memory, .logTooLong: "OVERLOAD"
        case .uncertain: "UNCERTAIN"
        case .tooBig: "TOOBIG"
        case .loading: "LOADING"
        }
    }

    /// What was wrong and what would be right.
    public var message: String {
        switch self {
        case .full:
            "the disk has no room for the log; reads go on, and writing resumes by itself when there is room"
        case .overload(let max):
            "waiting-bytes: more than \(max) bytes wait to be written; send again a little later"
        case .tooLongAWait(let max):
            "waiting-milliseconds: the disk would take more than \(max) ms over what waits to be written; send again a little later"
        case .memory(let max):
            "memory: the server takes more than the \(max) bytes up to which it writes; reads and TENANT.DROP go on, and writing resumes when there is room"
        case .logTooLong:
            "log-behind: far more log than a restart should replay stands behind the last snapshot; reads go on, and writing resumes once a snapshot is written"
        case .uncertain:
            "the log failed under the command; send it again with the same KEY once the server is back"
        case .tooBig(let count, let max):
            "the command's events take \(count) bytes; at most \(max) go into one append"
        case .loading:
            "Carnet is loading the client lists into memory; try again in a moment"
        }
    }
}

/// Why a command was answered with an error.
public enum CommandFailure: Error, Hashable, Sendable {
    case refused(Refusal)
    case unavailable(Unavailable)

    public var code: StaticString {
        switch self {
        case .refused(let refusal): refusal.code
        case .unavailable(let reason): reason.code
        }
    }

    public var message: String {
        switch self {
        case .refused(let refusal): refusal.message
        case .unavailable(let reason): reason.message
        }
    }
}
