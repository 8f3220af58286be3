import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// The words of a command together with those of a saved view, as if the caller had written them all.
///
/// An option that stands in the command takes the place of all the view's options of that name; what
/// the command has no use for, as a count has none for an order, is left out.
struct ViewWords {
    let bytes: [UInt8]
    let parsed: ParsedCommand
    /// The view's options among them.
    private let taken: [String]

    init(
        _ view: SavedView,
        _ command: borrowing ParsedCommand,
        _ commandBytes: RawSpan
    ) throws(ErrorReply) {
        var words: [[UInt8]] = []
        var taken: [String] = []
        for index in 0..<min(2, command.words.count) {
            words.append(command.word(index, in: commandBytes).array())
        }
        for use in command.declaration.options where use.id != .view {
            if command.has(use.id) {
                Self.append(use, command, commandBytes, to: &words)
            } else {
                for option in view.options
                where String(decoding: option.word, as: UTF8.self) == use.id.token {
                    words += [option.word] + option.values
                    taken.append(use.id.token)
                }
            }
        }
        self.taken = taken
        (bytes, parsed) = try Self.parse(words, command.caller)
    }

    /// The words of a list that asks for a view and for nothing else.
    init(_ view: SavedView, tenant: [UInt8], _ caller: Caller) throws(ErrorReply) {
        let list = [Array("CLIENT.LIST".utf8), tenant]
        taken = view.options.map { String(decoding: $0.word, as: UTF8.self) }
        (bytes, parsed) = try Self.parse(
            list + view.options.flatMap { [$0.word] + $0.values },
            caller
        )
    }

    /// The options of a list that a command gives, in the order in which they are declared, so that
    /// what means the same is kept as the same.
    static func options(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) -> [SavedView.Option] {
        var options: [SavedView.Option] = []
        for use in CommandID.clientList.declaration.options where parsed.has(use.id) {
            for index in 0..<parsed.valueCount(use.id) {
                options.append(
                    SavedView.Option(
                        word: Array(use.id.token.utf8),
                        values: values(use, index, parsed, bytes)
                    )
                )
            }
        }
        return options
    }

    /// An error that an option of the view brings says so.
    func error(_ error: ErrorReply, of view: SavedView) -> ErrorReply {
        guard taken.contains(where: { error.message.hasPrefix($0) }) else { return error }
        let name = String(decoding: view.name, as: UTF8.self)
        return ErrorReply(
            error.code,
            "VIEW \(name): \(error.message); set the view anew, or give another "
                + "\(taken.first { error.message.hasPrefix($0) } ?? "option") beside it"
        )
    }

    private static func append(
        _ use: OptionUse,
        _ command: borrowing ParsedCommand,
        _ bytes: RawSpan,
        to words: inout [[UInt8]]
    ) {
        guard !use.values.isEmpty else {
            words.append(Array(use.id.token.utf8))
            return
        }
        for index in 0..<command.valueCount(use.id) {
            words.append(Array(use.id.token.utf8))
            words += values(use, index, command, bytes)
        }
    }

    private static func values(
        _ use: OptionUse,
        _ index: Int,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) -> [[UInt8]] {
        var values: [[UInt8]] = []
        if let first = parsed.value(use.id, index, in: bytes) { values.append(first.array()) }
        if let second = parsed.secondValue(use.id, index, in: bytes) {
            values.append(second.array())
        }
        return values
    }

    private static func parse(
        _ words: [[UInt8]],
        _ caller: Caller
    ) throws(ErrorReply) -> ([UInt8], ParsedCommand) {
        var bytes: [UInt8] = []
        var parsed = ParsedCommand()
        parsed.caller = caller
        for word in words {
            parsed.words.append(bytes.count..<bytes.count + word.count)
            bytes += word
        }
        do throws(ArgumentError) {
            try parsed.parse(unsafe bytes.span.bytes)
        } catch {
            throw ErrorReply(error)
        }
        return (bytes, parsed)
    }
}
