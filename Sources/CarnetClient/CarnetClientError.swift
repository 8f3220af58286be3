/// Why a call of the client library failed.
public enum CarnetClientError: Error, Hashable, Sendable {
    /// No connection came about; `reason` says why, and what would help.
    case unreachable(host: String, port: Int, reason: String)
    /// No connection came about by that socket.
    case noSocket(path: String, reason: String)
    /// The connection is closed. Whether a command in flight was carried out is unknown: send a
    /// write again only with the same `KEY`.
    case closed
    /// No reply within the time allowed; the connection is closed, since a late reply would be
    /// taken for another's. Whether the command was carried out is unknown.
    case timedOut(seconds: Double)
    /// The server answered an error: its first word and its sentence.
    case server(code: String, message: String)
    /// What came is not RESP; the connection is closed.
    case unreadable(reason: String)
    /// A reply of another kind than the command answers.
    case unexpected(wanted: String, found: String)
    /// A command without words can't be sent.
    case emptyCommand

    /// What was wrong and what would be right.
    public var message: String {
        switch self {
        case .unreachable(let host, let port, let reason):
            "no connection to \(host):\(port): \(reason)"
        case .noSocket(let path, let reason): "no connection by \(path): \(reason)"
        case .closed:
            "the connection is closed; connect again, and repeat writes with the same KEY only"
        case .timedOut(let seconds):
            "no reply within \(seconds) s; allow more time or ask INFO whether the server is busy"
        case .server(let code, let message): "\(code) \(message)"
        case .unreadable(let reason): "the peer does not speak RESP: \(reason)"
        case .unexpected(let wanted, let found): "expected \(wanted) and got \(found)"
        case .emptyCommand: "a command needs at least its name"
        }
    }
}

extension CarnetClientError: CustomStringConvertible {
    public var description: String { message }
}
