/// Why a run can't go on. What a server answers inside a run is counted, not thrown.
enum LoadError: Error, CustomStringConvertible {
    case system(call: String, code: Int32, what: String)
    case notNumeric(host: String)
    case connectionLost(reason: String)
    case unreadable(String)
    case setup(String)

    var description: String {
        switch self {
        case .system(let call, let code, let what): "\(call) failed for \(what): errno \(code)"
        case .notNumeric(let host): "\(host) is no IPv4 address; give one, such as 127.0.0.1"
        case .connectionLost(let reason): "a connection was lost under the run: \(reason)"
        case .unreadable(let reason): "the peer's reply is no RESP: \(reason)"
        case .setup(let reason): reason
        }
    }
}
