import ArgumentParser
import CarnetBytes

/// `carnet log dump`: the events in the log, one a line.
struct LogDumpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print the events in the log, one a line, with their clients' data.",
        discussion: """
            EXAMPLES
              carnet log dump --limit 20
              carnet log dump --data /backup/monday --from 53000 --frames
              carnet log dump --tenant bistro --json | jq -c 'select(.event == "clientAdded")'

            Needs no server and changes nothing; the folder may be in use. What can't be read is said
            so and passed over: 'carnet verify' tells whether anything acknowledged is hurt.
            """
    )

    @Option(help: ArgumentHelp("The data folder.", valueName: "folder"))
    var data = ServeCommand.defaultData

    @Option(help: ArgumentHelp("Begin at this event.", valueName: "lsn"))
    var from: UInt64 = 1

    @Option(help: "At most so many events.")
    var limit: Int?

    @Option(help: "Only events of this venue.")
    var tenant: String?

    @Flag(help: "Segments and frames too.")
    var frames = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try DataFolder.check(data)
        if let limit, limit < 1 { throw ValidationError("--limit: must be 1 or more") }
    }

    func run() async throws {
        do {
            var dump = LogText(
                from: LSN(from),
                limit: limit,
                tenant: tenant,
                showsFrames: frames,
                asJSON: output.json
            )
            try dump.run(on: DataFolder.open(data)) { print($0) }
            if dump.hasUnreadable { throw ExitCode(AdminFailure.Kind.damaged.rawValue) }
        } catch {
            throw output.report(error)
        }
    }
}
