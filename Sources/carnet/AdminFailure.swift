import ArgumentParser
import CarnetClient
import CarnetStorage

/// Why a command came to nothing, and what the process ends with because of it.
struct AdminFailure: Error, Hashable, Sendable {
    /// The kinds with their exit codes: those of sysexits.h, and 1 for what a server refused.
    enum Kind: Int32, Hashable, Sendable {
        /// The server answered an error, or found nothing.
        case refused = 1
        case usage = 64
        /// Bytes on disk are not what was written.
        case damaged = 65
        /// A file or folder is not there.
        case missing = 66
        /// Nobody answers, or not with RESP.
        case unreachable = 69
        case inputOutput = 74
        /// Another process has the folder.
        case locked = 75
    }

    let kind: Kind
    /// The first word of a server's error; else a word of the same manner.
    let code: String
    /// What was wrong and what would be right.
    let message: String

    init(_ kind: Kind, code: String? = nil, _ message: String) {
        self.kind = kind
        self.code = code ?? kind.code
        self.message = message
    }

    /// As machines read it: what PROTOCOL.md fixes for JSON lines.
    var json: JSONValue {
        .object(of: [("error", .string(code)), ("message", .string(message))])
    }
}

extension AdminFailure.Kind {
    fileprivate var code: String {
        switch self {
        case .refused: "REFUSED"
        case .usage: "USAGE"
        case .damaged: "DAMAGED"
        case .missing: "MISSING"
        case .unreachable: "UNREACHABLE"
        case .inputOutput: "IO"
        case .locked: "LOCKED"
        }
    }
}

extension AdminFailure {
    /// What this command throws for an error of the rooms below; nil for errors of the parser,
    /// which says them itself.
    init?(_ error: any Error) {
        switch error {
        case let failure as AdminFailure: self = failure
        case let error as CarnetClientError: self.init(error)
        case let error as StoreError: self.init(error)
        case let error as DiskError: self.init(.disk(error))
        default: return nil
        }
    }

    init(_ error: CarnetClientError) {
        switch error {
        case .server(let code, let message): self.init(.refused, code: code, message)
        case .unreachable, .noSocket, .closed, .timedOut, .unreadable, .unexpected, .emptyCommand:
            self.init(.unreachable, error.message)
        }
    }

    init(_ error: StoreError) {
        let kind: Kind =
            switch error {
            case .damaged, .noManifest, .newerFormat, .notDurable: .damaged
            case .missing, .disk(.missing): .missing
            case .locked, .disk(.locked): .locked
            case .disk(.full), .disk(.failed), .full, .failed: .inputOutput
            }
        self.init(kind, "\(error)")
    }
}
