import ArgumentParser

/// `carnet log`: reading the log.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Read the write-ahead log.",
        discussion: """
            EXAMPLES
              carnet log dump --limit 20
              carnet log dump --tenant bistro --json
            """,
        subcommands: [LogDumpCommand.self]
    )
}
