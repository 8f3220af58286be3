/// Everything that is said of one command, once: argument checking, `COMMAND`, `HELP`,
/// `carnet help` and the written reference come from it.
///
/// A reference type, so that a parsed command points at it without copying.
public final class CommandDeclaration: Sendable {
    /// A command as one would type it, and what comes back.
    public struct Example: Hashable, Sendable {
        public let command: String
        public let reply: String
    }

    public let id: CommandID
    /// In upper case; a subcommand's with its container's before it and a blank between them.
    public let name: String
    public let summary: String
    public let group: CommandGroup
    public let positionals: [Positional]
    /// What pairs behind the positional arguments consist of: `field value`, `setting value`. Nil
    /// where the command has none.
    public let pairName: String?
    /// Whether at least one pair must stand.
    public let needsPairs: Bool
    public let options: [OptionUse]
    /// Exactly one of these options must stand, or the optional positional argument instead.
    public let exactlyOneOf: [OptionID]
    public let reply: String
    public let errors: [ErrorCode]
    /// Nil where everyone may.
    public let leastRole: Role?
    public let roles: RoleSet
    public let flags: CommandFlags
    /// 1 where the first argument is a tenant; 0 where there is none.
    public let firstKey: Int
    /// In words, `O(log clients)` for instance.
    public let complexity: String
    public let since: String
    public let examples: [Example]

    let shape: CommandShape
    private let wordsOfName: Int

    init(
        _ id: CommandID,
        _ name: String,
        _ summary: String,
        in group: CommandGroup,
        arguments positionals: [Positional] = [],
        pairs pairName: String? = nil,
        needsPairs: Bool = true,
        options: [OptionUse] = [],
        exactlyOneOf: [OptionID] = [],
        reply: String,
        errors: [ErrorCode] = [],
        from leastRole: Role? = nil,
        also otherRoles: RoleSet = [],
        flags: CommandFlags,
        complexity: String = "O(1)",
        since: String = "0.1.0",
        examples: [(command: String, reply: String)]
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.group = group
        self.positionals = positionals
        self.pairName = pairName
        self.needsPairs = pairName != nil && needsPairs
        self.options = options
        self.exactlyOneOf = exactlyOneOf
        self.reply = reply
        self.errors = errors
        self.leastRole = leastRole
        roles = leastRole.map { RoleSet.from($0).union(otherRoles) } ?? .everyone
        self.flags = flags
        firstKey =
            positionals.first?.kind == .tenant && positionals.first?.isOptional == false ? 1 : 0
        self.complexity = complexity
        self.since = since
        self.examples = examples.map { Example(command: $0.command, reply: $0.reply) }
        shape = CommandShape(
            positionals: positionals,
            takesPairs: pairName != nil,
            needsPairs: pairName != nil && needsPairs,
            options: options,
            exactlyOneOf: exactlyOneOf,
            foldsOptions: group == .connection || group == .server
        )
        wordsOfName = name.contains(" ") ? 2 : 1
    }

    public func allows(_ role: Role) -> Bool { roles.allows(role) }

    /// The container's command, for a subcommand.
    public var container: CommandID? {
        guard wordsOfName == 2 else { return nil }
        return CommandTable.declarations.first { name.hasPrefix($0.name + " ") }?.id
    }

    /// The commands that stand in this container, in the order of their declaration.
    public var subcommands: [CommandDeclaration] {
        guard id.isContainer else { return [] }
        let prefix = name + " "
        return CommandTable.declarations.filter { $0.name.hasPrefix(prefix) }
    }

    /// The name as COMMAND tells it: `client.add`, `client|setname`.
    public var redisName: String {
        name.lowercased().split(separator: " ").joined(separator: "|")
    }

    /// One line that shows how the command is written.
    public var usage: String {
        if id.isContainer, id != .command { return "\(name) subcommand …; \(name) HELP lists them" }
        var parts = [name] + positionals.map(\.usage)
        if !exactlyOneOf.isEmpty {
            let alternatives = options.filter { exactlyOneOf.contains($0.id) }.map {
                ([$0.id.token] + $0.values.map(\.usage)).joined(separator: " ")
            }
            let place = positionals.lastIndex { $0.isOptional }
            let shown = (place.map { [positionals[$0].name] } ?? []) + alternatives
            parts = [name] + positionals.filter { !$0.isOptional }.map(\.usage)
            parts.append("(" + shown.joined(separator: " | ") + ")")
        }
        parts += options.filter { $0.isRequired }.map(\.usage)
        if let pairName {
            parts.append(needsPairs ? "\(pairName) value …" : "[\(pairName) value …]")
        }
        parts += options.filter { !$0.isRequired && !exactlyOneOf.contains($0.id) }.map(\.usage)
        return parts.joined(separator: " ")
    }

    /// How many words the command has, negative where that is the least, as COMMAND INFO tells it.
    public var arity: Int {
        let required = options.filter(\.isRequired).reduce(0) { $0 + 1 + $1.values.count }
        let least =
            wordsOfName + shape.requiredPositionalCount + required + (needsPairs ? 2 : 0)
            + (exactlyOneOf.isEmpty ? 0 : 1)
        let isFixed =
            options.allSatisfy(\.isRequired) && pairName == nil && !shape.lastPositionalRepeats
            && shape.optionalPositionals == 0
            && !options.contains { $0.takesMany || $0.mayRepeat } && subcommands.isEmpty
        return isFixed ? least : -max(least, subcommands.isEmpty || id == .command ? 1 : 2)
    }
}
