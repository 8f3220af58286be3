// COMMAND INFO and COMMAND DOCS, in the shapes of Redis 7.
extension ReplyWriter {
    /// Name, arity, flags, first key, last key, step, categories, tips, key specifications,
    /// subcommands.
    mutating func info(of command: CommandDeclaration) {
        array(10)
        bulk(command.redisName)
        integer(Int64(command.arity))
        set(command.flags.names.count)
        for name in command.flags.names { simple(name) }
        let firstKey = Int64(command.firstKey)
        integer(firstKey)
        integer(firstKey)
        integer(firstKey)
        set(command.categories.count)
        for category in command.categories { line(category) }
        set(0)
        keySpecifications(of: command)
        let subcommands = command.subcommands
        array(subcommands.count)
        for subcommand in subcommands { info(of: subcommand) }
    }

    private mutating func keySpecifications(of command: CommandDeclaration) {
        guard command.firstKey == 1 else { return set(0) }
        set(1)
        map(3)
        bulk("flags" as StaticString)
        set(2)
        simple(command.flags.contains(.write) ? "RW" : "RO")
        simple(command.flags.contains(.write) ? "update" : "access")
        bulk("begin_search" as StaticString)
        map(2)
        field("type", "index" as StaticString)
        bulk("spec" as StaticString)
        map(1)
        field("index", 1)
        bulk("find_keys" as StaticString)
        map(2)
        field("type", "range" as StaticString)
        bulk("spec" as StaticString)
        map(3)
        field("lastkey", 0)
        field("keystep", 1)
        field("limit", 0)
    }

    /// Summary, since, group, complexity, arguments, subcommands.
    mutating func docs(of command: CommandDeclaration) {
        let arguments = DocumentedArgument.all(of: command)
        let subcommands = command.subcommands
        map(4 + (arguments.isEmpty ? 0 : 1) + (subcommands.isEmpty ? 0 : 1))
        field("summary", text: command.summary)
        field("since", text: command.since)
        field("group", text: command.group.rawValue)
        field("complexity", text: command.complexity)
        if !arguments.isEmpty {
            bulk("arguments" as StaticString)
            documentation(of: arguments)
        }
        if !subcommands.isEmpty {
            bulk("subcommands" as StaticString)
            map(subcommands.count)
            for subcommand in subcommands {
                bulk(subcommand.redisName)
                docs(of: subcommand)
            }
        }
    }

    private mutating func documentation(of arguments: [DocumentedArgument]) {
        array(arguments.count)
        for argument in arguments {
            let more = [
                argument.isKey, argument.token != nil, !argument.flags.isEmpty,
                !argument.parts.isEmpty,
            ]
            map(2 + more.count { $0 })
            field("name", text: argument.name)
            field("type", argument.type)
            if argument.isKey { field("key_spec_index", 0) }
            if let token = argument.token { field("token", text: token) }
            if !argument.flags.isEmpty {
                bulk("flags" as StaticString)
                set(argument.flags.count)
                for flag in argument.flags { simple(flag) }
            }
            if !argument.parts.isEmpty {
                bulk("arguments" as StaticString)
                documentation(of: argument.parts)
            }
        }
    }

    /// Lines of text as Redis's HELP subcommands answer them: an array of statuses.
    mutating func lines(_ lines: [String]) {
        array(lines.count)
        for text in lines { line(text) }
    }
}

/// An argument as COMMAND DOCS shows it.
struct DocumentedArgument {
    let name: String
    let type: StaticString
    var token: String?
    var isKey = false
    var flags: [StaticString] = []
    var parts: [DocumentedArgument] = []

    /// All arguments of a command: positional ones, pairs, options.
    static func all(of command: CommandDeclaration) -> [DocumentedArgument] {
        var all: [DocumentedArgument] = []
        for positional in command.positionals {
            var argument = DocumentedArgument(positional)
            argument.isKey = command.firstKey == 1 && positional.kind == .tenant
            all.append(argument)
        }
        if let pair = command.pairName {
            let flags: [StaticString] =
                command.needsPairs ? ["multiple"] : ["optional", "multiple"]
            let parts = [
                DocumentedArgument(name: pair, type: "string"),
                DocumentedArgument(name: "value", type: "string"),
            ]
            all.append(
                DocumentedArgument(name: "\(pair)-value", type: "block", flags: flags, parts: parts)
            )
        }
        return all + command.options.map { DocumentedArgument($0) }
    }

    private init(
        name: String,
        type: StaticString,
        flags: [StaticString] = [],
        parts: [DocumentedArgument] = []
    ) {
        self.name = name
        self.type = type
        self.flags = flags
        self.parts = parts
    }

    private init(_ positional: Positional) {
        name = positional.name
        type = positional.kind.documentedType
        if positional.isOptional, !positional.isAskedByRule { flags.append("optional") }
        if positional.repeats { flags.append("multiple") }
        if case .choice(let words) = positional.kind {
            parts = words.map { word in
                var part = DocumentedArgument(name: word.lowercased(), type: "pure-token")
                part.token = word
                return part
            }
        }
    }

    private init(_ option: OptionUse) {
        if option.values.isEmpty {
            name = option.id.token.lowercased()
            type = "pure-token"
        } else if option.values.count == 1 {
            let value = DocumentedArgument(option.values[0])
            name = value.name
            type = value.type
            parts = value.parts
        } else {
            name = option.id.token.lowercased()
            type = "block"
            parts = option.values.map { DocumentedArgument($0) }
        }
        token = option.id.token
        if !option.isRequired { flags.append("optional") }
        if option.takesMany || option.mayRepeat { flags.append("multiple") }
        if option.mayRepeat { flags.append("multiple_token") }
    }
}

extension CommandDeclaration {
    /// Redis's categories, which its access lists use and COMMAND INFO tells.
    var categories: [String] {
        var all: [String] = []
        if flags.contains(.readOnly) { all.append("@read") }
        if flags.contains(.write) { all.append("@write") }
        if flags.contains(.admin) { all += ["@admin", "@dangerous"] }
        if flags.contains(.blocking) { all.append("@blocking") }
        if group == .connection { all.append("@connection") }
        all.append(flags.contains(.fast) ? "@fast" : "@slow")
        return all
    }
}
