/// What is wrong with the words of a command. Facts; the sentence is made in `message`.
///
/// Words that the caller sent are shown to that caller, shortened; they may be personal, so a
/// message is not for the server's own log.
public enum ArgumentError: Error, Hashable, Sendable {
    case unknownCommand(String, suggestion: String?)
    /// A data command of Redis.
    case dataCommand(String, suggestion: String?)
    /// `MULTI` and its kin.
    case transaction(String)
    case unknownSubcommand(String, container: String, suggestion: String?)
    /// Too few or too many words.
    case wordCount(command: String, usage: String)
    case unknownOption(String, command: String, options: String, suggestion: String?)
    /// A word where a field name or an option should stand.
    case unexpectedWord(String, number: Int, command: String, expected: String)
    case missingValue(of: String, command: String)
    case repeatedOption(String, command: String)
    case missingOption(String, command: String, usage: String)
    /// Of some ways to name the record none or several were given.
    case notOne(of: String, command: String)
    /// A value is not what the argument takes.
    case badValue(argument: String, word: String, expected: String)
    /// A number lies outside.
    case outOfRange(argument: String, word: String, least: UInt64, most: UInt64)
    /// A value has too many bytes.
    case tooLong(argument: String, byteCount: Int, most: Int)

    public var code: ErrorCode {
        switch self {
        case .badValue, .outOfRange: .invalid
        case .tooLong: .tooBig
        case .unknownCommand, .dataCommand, .transaction, .unknownSubcommand, .wordCount,
            .unknownOption, .unexpectedWord, .missingValue, .repeatedOption, .missingOption,
            .notOne:
            .err
        }
    }

    public var message: String {
        switch self {
        case .unknownCommand(let name, let suggestion):
            "unknown command '\(name)'; \(hint(suggestion))COMMAND LIST shows the commands"
        case .dataCommand(let name, let suggestion):
            "unknown command '\(name)': Carnet keeps clients, not keys; \(hint(suggestion))"
                + "COMMAND LIST shows the commands"
        case .transaction(let name):
            "unknown command '\(name)': all-or-none is per command here; give each write a KEY "
                + "and send it again if its reply is lost"
        case .unknownSubcommand(let name, let container, let suggestion):
            "unknown subcommand '\(name)'. "
                + (suggestion.map { "Did you mean \($0)? " } ?? "") + "Try \(container) HELP."
        case .wordCount(let command, let usage):
            "wrong number of arguments for '\(command)' command; write \(usage)"
        case .unknownOption(let word, let command, let options, let suggestion):
            "unknown option '\(word)' of \(command); \(hint(suggestion))\(options)"
        case .unexpectedWord(let word, let number, let command, let expected):
            "word \(number) of \(command), '\(word)', is not expected there; \(expected)"
        case .missingValue(let name, let command):
            "'\(name)' of \(command) has no value; write \(name) and its value behind it"
        case .repeatedOption(let name, let command):
            "option \(name) of \(command) stands twice; write it once"
        case .missingOption(let name, let command, let usage):
            "\(command) needs \(name); write \(usage)"
        case .notOne(let ways, let command):
            "\(command) needs exactly one of \(ways)"
        case .badValue(let argument, let word, let expected):
            "\(argument) is not right: '\(word)'; it must be \(expected)"
        case .outOfRange(let argument, let word, let least, let most):
            "\(argument) is out of range: '\(word)'; it must be \(least) to \(most)"
        case .tooLong(let argument, let byteCount, let most):
            "\(argument) is too long: \(byteCount) bytes; it may have \(most)"
        }
    }

    private func hint(_ suggestion: String?) -> String {
        suggestion.map { "did you mean \($0)? " } ?? ""
    }
}
