internal import Glibc
internal import NIOCore
internal import NIOPosix

/// Why no connection came about, in words for people: what the libraries say of it is for those
/// who build them.
enum ConnectFailure {
    static func reason(_ error: any Error, _ options: CarnetClientOptions) -> String {
        guard let failure = error as? NIOConnectionError else {
            return single(error, options)
        }
        guard let tried = failure.connectionErrors.first?.error else {
            return "no machine is called '\(failure.host)'; look at the spelling of the host"
        }
        return single(tried, options)
    }

    private static func single(_ error: any Error, _ options: CarnetClientOptions) -> String {
        if case ChannelError.connectTimeout? = error as? ChannelError {
            let seconds = Double(options.connectTimeout.nanoseconds) / 1e9
            return "it did not answer within \(seconds) s; is the host right, and is it up?"
        }
        guard let code = (error as? IOError)?.errnoCode else {
            return "the system gave no reason"
        }
        switch code {
        case ECONNREFUSED:
            return "nobody listens there; start 'carnet serve', or name its host and port"
        case ENOENT: return "there is no such socket; start 'carnet serve' on its folder"
        case ETIMEDOUT: return "it did not answer; is the host right, and is it up?"
        case EHOSTUNREACH, ENETUNREACH:
            return "there is no way to that host; is the network up?"
        case ECONNRESET: return "the peer ended the connection at once; is it a Carnet server?"
        case EACCES, EPERM: return "this machine does not allow it; is a firewall in the way?"
        case EMFILE, ENFILE: return "this process has too many files open; close some"
        default: return "system error \(code)"
        }
    }
}
