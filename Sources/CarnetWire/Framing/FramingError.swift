/// What is wrong with the bytes themselves, before any command is known. Sentences follow Redis's
/// where Redis has one, and name the limit where one was passed.
public enum FramingError: Error, Hashable, Sendable {
    /// The number after `*` is none, is too large or does not end with CRLF.
    case badArgumentCount
    /// The number after `$` is none, is negative or does not end with CRLF.
    case badArgumentLength
    /// An argument must start with `$`.
    case expectedLength(found: UInt8)
    /// An argument's bytes must be followed by CRLF.
    case expectedLineEnd(found: UInt8)
    /// A quote is not closed, or is closed inside a word.
    case unbalancedQuotes
    /// A browser speaks: what follows could be commands that somebody else planted in its request.
    case webRequest
    case lineTooLong(limit: Int)
    case argumentTooLong(byteCount: Int, limit: Int)
    case tooManyArguments(count: Int, limit: Int)
    case commandTooLong(limit: Int)
    /// One of the limits before authentication was passed.
    case notAuthenticated(argumentCountMax: Int, argumentByteCountMax: Int)

    public var code: ErrorCode {
        switch self {
        case .badArgumentCount, .badArgumentLength, .expectedLength, .expectedLineEnd,
            .unbalancedQuotes, .webRequest:
            .err
        case .lineTooLong, .argumentTooLong, .tooManyArguments, .commandTooLong: .tooBig
        case .notAuthenticated: .noAuth
        }
    }

    public var message: String {
        switch self {
        case .badArgumentCount:
            "Protocol error: invalid multibulk length; write *COUNT and CRLF"
        case .badArgumentLength:
            "Protocol error: invalid bulk length; write $BYTES and CRLF"
        case .expectedLength(let found):
            "Protocol error: expected '$', got '\(visible(found))'"
        case .expectedLineEnd(let found):
            "Protocol error: expected CRLF behind the argument, got '\(visible(found))'"
        case .unbalancedQuotes:
            "Protocol error: unbalanced quotes in request"
        case .webRequest:
            "Protocol error: this is not a web server"
        case .lineTooLong(let limit):
            "Protocol error: too big inline request; a line may have \(limit) bytes"
        case .argumentTooLong(let byteCount, let limit):
            "an argument of \(byteCount) bytes is too long; one may have \(limit) bytes"
        case .tooManyArguments(let count, let limit):
            "\(count) arguments are too many; a command may have \(limit)"
        case .commandTooLong(let limit):
            "Protocol error: the command is too long; one may have \(limit) bytes"
        case .notAuthenticated(let count, let byteCount):
            "Authentication required; before it a command may have \(count) arguments"
                + " of \(byteCount) bytes"
        }
    }

    private func visible(_ byte: UInt8) -> String {
        guard byte >= 0x20, byte < 0x7F else { return "0x" + String(byte, radix: 16) }
        return String(UnicodeScalar(byte))
    }
}
