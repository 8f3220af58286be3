// Commands about the node: what it can do, how it fares, what it keeps on disk.
extension CommandDeclaration {
    static let command = CommandDeclaration(
        .command,
        "COMMAND",
        "Details of every command",
        in: .server,
        reply: "a list; each command: name, arity, flags, first key, last key, step, …",
        flags: [.loading, .stale],
        complexity: "O(commands)",
        examples: [("COMMAND", "a list of every command")]
    )

    static let commandCount = CommandDeclaration(
        .commandCount,
        "COMMAND COUNT",
        "How many commands there are",
        in: .server,
        reply: "a number",
        flags: [.loading, .stale],
        examples: [("COMMAND COUNT", "how many there are")]
    )

    static let commandList = CommandDeclaration(
        .commandList,
        "COMMAND LIST",
        "The names of all commands",
        in: .server,
        options: [
            OptionUse(
                .filterBy,
                values: [
                    Positional("filter", .word),
                    Positional("value", .pattern),
                ],
                "only those of a category or with a name like the pattern"
            )
        ],
        reply: "a list of names",
        flags: [.loading, .stale],
        complexity: "O(commands)",
        examples: [("COMMAND LIST FILTERBY PATTERN client.*", "client.add, client.get, …")]
    )

    static let commandInfo = CommandDeclaration(
        .commandInfo,
        "COMMAND INFO",
        "Details of some commands, or of all",
        in: .server,
        arguments: [Positional("command", .word, isOptional: true, repeats: true)],
        reply: "a list as COMMAND gives it, with null for a name that is none",
        flags: [.loading, .stale],
        complexity: "O(names)",
        examples: [("COMMAND INFO client.get", "client.get, -3, readonly fast, 1, 1, 1, …")]
    )

    static let commandDocs = CommandDeclaration(
        .commandDocs,
        "COMMAND DOCS",
        "Documentation of some commands, or of all",
        in: .server,
        arguments: [Positional("command", .word, isOptional: true, repeats: true)],
        reply: "map from name to a map: summary, since, group, complexity, arguments, subcommands",
        flags: [.loading, .stale],
        complexity: "O(names)",
        examples: [("COMMAND DOCS client.get", "client.get: summary …")]
    )

    static let commandGetKeys = CommandDeclaration(
        .commandGetKeys,
        "COMMAND GETKEYS",
        "The keys of a command, which is its tenant",
        in: .server,
        arguments: [Positional("command", .command, repeats: true)],
        reply: "a list of one tenant",
        flags: [.loading, .stale],
        examples: [("COMMAND GETKEYS CLIENT.GET bistro 7", "bistro")]
    )

    static let commandHelp = CommandDeclaration(
        .commandHelp,
        "COMMAND HELP",
        "Lists the subcommands",
        in: .server,
        reply: "lines of text",
        flags: [.loading, .stale],
        examples: [("COMMAND HELP", "COMMAND <subcommand> …")]
    )

    static let info = CommandDeclaration(
        .info,
        "INFO",
        "Figures of the server, by section",
        in: .server,
        arguments: [Positional("section", .word, isOptional: true, repeats: true)],
        reply: "lines of name:value under # headings; nothing personal",
        from: .staff,
        also: .monitor,
        flags: [.loading, .stale],
        complexity: "O(sections)",
        examples: [("INFO server", "# Server, redis_version:7.2.0, carnet_version:0.1.0, …")]
    )

    static let time = CommandDeclaration(
        .time,
        "TIME",
        "The server's clock",
        in: .server,
        reply: "seconds since 1970 and the microseconds beside them",
        flags: [.fast, .loading, .stale],
        examples: [("TIME", "1777653000, 125000")]
    )

    static let help = CommandDeclaration(
        .help,
        "HELP",
        "Explains the commands, or one of them",
        in: .server,
        arguments: [Positional("command", .word, isOptional: true, repeats: true)],
        reply: "lines of text",
        flags: [.loading, .stale],
        examples: [("HELP CLIENT.GET", "CLIENT.GET tenant (id | EMAIL email | …) …")]
    )

    static let config = CommandDeclaration(
        .config,
        "CONFIG",
        "Settings of the node that can change while it runs",
        in: .server,
        reply: "that of the subcommand",
        from: .admin,
        flags: [.admin],
        examples: [("CONFIG GET max*", "max-line-bytes 65536, …")]
    )

    static let configGet = CommandDeclaration(
        .configGet,
        "CONFIG GET",
        "Tells the settings whose names are like a pattern",
        in: .server,
        arguments: [Positional("pattern", .pattern, repeats: true)],
        reply: "map from name to value",
        from: .admin,
        flags: [.admin, .loading, .stale],
        complexity: "O(settings)",
        examples: [("CONFIG GET max*", "max-line-bytes 65536, …")]
    )

    static let configSet = CommandDeclaration(
        .configSet,
        "CONFIG SET",
        "Changes settings of the running node",
        in: .server,
        pairs: "name",
        reply: "OK",
        errors: [.invalid],
        from: .admin,
        flags: [.admin, .loading, .stale],
        examples: [("CONFIG SET max-connections 2000", "OK")]
    )

    static let configHelp = CommandDeclaration(
        .configHelp,
        "CONFIG HELP",
        "Lists the subcommands",
        in: .server,
        reply: "lines of text",
        flags: [.loading, .stale],
        examples: [("CONFIG HELP", "CONFIG <subcommand> …")]
    )

    static let snapshot = CommandDeclaration(
        .snapshot,
        "SNAPSHOT",
        "Writes a snapshot of every partition that has changed",
        in: .server,
        arguments: [Positional("tenant", .tenant, isOptional: true)],
        reply: "map, once the round has ended: state done, files, partitions, partitions_written, "
            + "clients, bytes, raw_bytes, ratio, seconds, covered_to (an LSN), started",
        errors: [.noTenant, .internalError],
        from: .admin,
        flags: [.admin],
        complexity: "O(clients), in the background",
        examples: [("SNAPSHOT", "state done, files 3, clients 50512, …, covered_to 50518")]
    )

    static let snapshotStatus = CommandDeclaration(
        .snapshotStatus,
        "SNAPSHOT.STATUS",
        "Tells of the running snapshot and of the last one",
        in: .server,
        reply: "map as SNAPSHOT answers it; state is none, running, done or failed",
        from: .staff,
        also: .monitor,
        flags: [.readOnly, .fast],
        examples: [("SNAPSHOT.STATUS", "state running, partitions 3, partitions_written 1, …")]
    )

    static let verify = CommandDeclaration(
        .verify,
        "VERIFY",
        "Reads the data folder and checks every hash in it",
        in: .server,
        reply:
            "map: status, which is sound or damaged, segments, frames, records, snapshots, rows, "
            + "bytes, findings (list of sentences)",
        from: .admin,
        flags: [.admin, .readOnly],
        complexity: "O(bytes on disk), in the background",
        examples: [("VERIFY", "status sound, findings (none)")]
    )

    static let waitLSN = CommandDeclaration(
        .waitLSN,
        "WAITLSN",
        "Waits until a log position would survive a power cut",
        in: .server,
        arguments: [
            Positional("lsn", .lsn), Positional("milliseconds", .milliseconds, isOptional: true),
        ],
        reply: "the durable log position, which is at least the one asked for",
        errors: [.invalid, .uncertain],
        from: .staff,
        also: [.partner, .client],
        flags: [.readOnly, .blocking],
        examples: [("WAITLSN 1841 500", "1841")]
    )

    static let shutdown = CommandDeclaration(
        .shutdown,
        "SHUTDOWN",
        "Stops the server: answers what is in flight, syncs, ends",
        in: .server,
        reply: "none; the connection closes",
        from: .admin,
        flags: [.admin, .loading, .stale],
        examples: [("SHUTDOWN", "the connection closes")]
    )
}
