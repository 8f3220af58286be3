internal import CarnetBytes

/// Answers what is asked about commands: `COMMAND` and its subcommands in the shapes of Redis 7,
/// `HELP`, and the `HELP` of each container.
public enum CommandIntrospection {
    /// Writes the reply where `parsed` is such a command, and tells whether it is. `bytes` are those
    /// that `parsed` was parsed from.
    public static func answer(
        _ parsed: borrowing ParsedCommand,
        in bytes: RawSpan,
        to writer: inout ReplyWriter
    ) -> Bool {
        switch parsed.id {
        case .command:
            let commands = CommandTable.declarations.filter { $0.container == nil }
            writer.array(commands.count)
            for command in commands { writer.info(of: command) }
        case .commandCount:
            writer.integer(Int64(CommandTable.declarations.count { $0.container == nil }))
        case .commandList: list(parsed, in: bytes, to: &writer)
        case .commandInfo: info(parsed, in: bytes, to: &writer)
        case .commandDocs: docs(parsed, in: bytes, to: &writer)
        case .commandGetKeys: keys(parsed, in: bytes, to: &writer)
        case .commandHelp, .connectionHelp, .configHelp:
            writer.lines(CommandHelp.lines(ofContainer: parsed.declaration.container))
        case .help: help(parsed, in: bytes, to: &writer)
        default: return false
        }
        return true
    }

    private static func info(
        _ parsed: borrowing ParsedCommand,
        in bytes: RawSpan,
        to writer: inout ReplyWriter
    ) {
        guard parsed.restCount > 0 else {
            let commands = CommandTable.declarations.filter { $0.container == nil }
            writer.array(commands.count)
            for command in commands { writer.info(of: command) }
            return
        }
        writer.array(parsed.restCount)
        for index in 0..<parsed.restCount {
            if let command = CommandLookup.find(name: parsed.rest(index, in: bytes).text()) {
                writer.info(of: command)
            } else {
                writer.null()
            }
        }
    }

    private static func docs(
        _ parsed: borrowing ParsedCommand,
        in bytes: RawSpan,
        to writer: inout ReplyWriter
    ) {
        var commands: [CommandDeclaration] = []
        if parsed.restCount == 0 {
            commands = CommandTable.declarations.filter { $0.container == nil }
        }
        for index in 0..<parsed.restCount {
            if let command = CommandLookup.find(name: parsed.rest(index, in: bytes).text()) {
                commands.append(command)
            }
        }
        writer.map(commands.count)
        for command in commands {
            writer.bulk(command.redisName)
            writer.docs(of: command)
        }
    }

    /// Redis filters its list by module, category or pattern; we have no modules.
    private static func list(
        _ parsed: borrowing ParsedCommand,
        in bytes: RawSpan,
        to writer: inout ReplyWriter
    ) {
        var commands = CommandTable.declarations
        if let filter = parsed.value(.filterBy, in: bytes),
            let value = parsed.secondValue(.filterBy, in: bytes)?.text()
        {
            if filter.isEqualIgnoringCase(to: "PATTERN") {
                commands.removeAll { !matches($0.redisName, value.lowercased()) }
            } else if filter.isEqualIgnoringCase(to: "ACLCAT") {
                commands.removeAll { !$0.categories.contains("@" + value.lowercased()) }
            } else if filter.isEqualIgnoringCase(to: "MODULE") {
                commands = []
            } else {
                return writer.error(
                    .err,
                    "syntax error; FILTERBY takes MODULE, ACLCAT or PATTERN and a value"
                )
            }
        }
        writer.array(commands.count)
        for command in commands { writer.bulk(command.redisName) }
    }

    private static func keys(
        _ parsed: borrowing ParsedCommand,
        in bytes: RawSpan,
        to writer: inout ReplyWriter
    ) {
        guard let command = CommandLookup.find(parsed.rest(0, in: bytes)) else {
            return writer.error(.err, "Invalid command specified")
        }
        let declaration = command.declaration
        guard declaration.positionals.first?.kind == .tenant else {
            return writer.error(.err, "The command has no key arguments")
        }
        let arity = declaration.arity
        guard arity < 0 ? parsed.restCount >= -arity : parsed.restCount == arity else {
            return writer.error(.err, "Invalid number of arguments specified for command")
        }
        guard parsed.restCount > 1 else {
            return writer.error(.err, "The command has no key arguments")
        }
        writer.array(1)
        writer.bulk(parsed.rest(1, in: bytes))
    }

    private static func help(
        _ parsed: borrowing ParsedCommand,
        in bytes: RawSpan,
        to writer: inout ReplyWriter
    ) {
        let words = (0..<parsed.restCount).map { parsed.rest($0, in: bytes).text() }
        guard let text = CommandHelp.text(for: words) else {
            return writer.error(
                .err,
                "no command is called that; HELP lists the commands, HELP NAME explains one"
            )
        }
        writer.lines(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    /// Whether `name` is like `pattern`, in which `*` is any text and `?` any letter. O(product of
    /// the lengths) at worst, since only the last `*` is tried again.
    public static func matches(_ name: String, _ pattern: String) -> Bool {
        let (name, pattern) = (Array(name.utf8), Array(pattern.utf8))
        var (at, place) = (0, 0)
        var retry: (star: Int, name: Int)?
        while at < name.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                retry = (place, at)
                place += 1
            } else if place < pattern.count,
                pattern[place] == name[at] || pattern[place] == UInt8(ascii: "?")
            {
                at += 1
                place += 1
            } else if let last = retry {
                retry = (last.star, last.name + 1)
                at = last.name + 1
                place = last.star + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
