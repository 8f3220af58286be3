import Glibc
import NIOCore

/// Why an address and port can't be had, and what would help.
enum ListenFailure {
    static func message(_ error: any Error, host: String, port: Int) -> String {
        "can't listen on \(host):\(port): \(reason(error, port))"
    }

    private static func reason(_ error: any Error, _ port: Int) -> String {
        guard let code = (error as? IOError)?.errnoCode else {
            return "this machine has no such address; choose another --host"
        }
        switch code {
        case EADDRINUSE:
            return "another process listens there; stop it or choose another --port"
        case EADDRNOTAVAIL, EAFNOSUPPORT:
            return "this machine has no such address; choose another --host"
        case EACCES, EPERM:
            return "this user may not; choose a --port above 1023"
        case EMFILE, ENFILE: return "too many files are open"
        default: return "system error \(code)"
        }
    }
}
