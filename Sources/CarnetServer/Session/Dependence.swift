import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// What a reply depends on: the log must have come so far before it may leave.
struct Dependence: Sendable {
    static let none = Dependence(lsn: .zero, isSynced: false)

    var lsn: LSN
    /// It must be on the disk, whatever the node's level (`DURABLE always`).
    var isSynced: Bool
}

/// The reply of a command that ran elsewhere, and what it depends on.
struct Outcome: Sendable {
    var bytes: [UInt8]
    var dependence: Dependence
}

/// A command's end that is an error reply: nothing was changed.
struct ErrorReply: Error, Sendable {
    let code: ErrorCode
    let message: String

    init(_ code: ErrorCode, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: ArgumentError) { self.init(error.code, error.message) }

    init(_ failure: CommandFailure) {
        let word = "\(failure.code)"
        let code = ErrorCode.allCases.first { "\($0.text)" == word }
        self.init(code ?? .internalError, failure.message)
    }

    init(_ refusal: Refusal) { self.init(CommandFailure.refused(refusal)) }
}
