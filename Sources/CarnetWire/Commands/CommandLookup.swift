internal import CarnetBytes

/// Commands and options by their words.
public enum CommandLookup {
    /// The command of that name, in any case; a container for `CLIENT`, `COMMAND` and `CONFIG`.
    /// O(1), without allocation.
    public static func find(_ word: RawSpan) -> CommandID? {
        CommandTable.names.find(word, folded: true).flatMap(CommandID.init(rawValue:))
    }

    /// The subcommand of that name, in any case.
    public static func find(_ word: RawSpan, in container: CommandID) -> CommandID? {
        CommandTable.names.find(word, scope: container.rawValue &+ 1, folded: true)
            .flatMap(CommandID.init(rawValue:))
    }

    /// The command of a full name such as `CLIENT.ADD` or `client setname`.
    public static func find(name: String) -> CommandDeclaration? {
        let name = name.uppercased().split { $0 == " " || $0 == "|" }.joined(separator: " ")
        return CommandTable.declarations.first { $0.name == name }
    }

    /// The option of that name: exactly in upper case, or in any case where `folded`.
    static func option(_ word: RawSpan, folded: Bool) -> OptionID? {
        CommandTable.options.find(word, folded: folded).flatMap(OptionID.init(rawValue:))
    }
}
