import ArgumentParser
import CarnetEngine

/// Every row of the published table, one after the other, on one server that it starts itself.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Measures every row of the table of goals and prints it as Markdown.",
        discussion: """
            Needs --spawn, since it stops and starts the server. Without --peer the rows that \
            compare with redis-server are left open.
            """
    )

    @OptionGroup var target: TargetOptions
    @OptionGroup var data: DatasetOptions

    @Option(help: "A redis-server to compare point reads and writes with, redis://host:port.")
    var peer: PeerAddress?

    @Option(help: "Seconds of each measurement.")
    var duration = 5.0

    @Option(help: "Turns with the peer; the median of their ratios is told.")
    var rounds = 5

    @Option(help: "Requests a second, open loop, while a snapshot is taken.")
    var rate = 5_000.0

    @Flag(help: "Print the report as JSON.")
    var json = false

    func validate() throws {
        guard target.spawn != nil else {
            throw ValidationError("give --spawn, the carnet binary: a report restarts the server")
        }
        guard duration > 0, duration <= 3_600, (1...1_000).contains(rounds), rate > 0 else {
            throw ValidationError("--duration is above 0 and at most 3600, --rounds 1 to 1000")
        }
    }

    func run() async throws {
        try await Session.open(target) { session in
            var run = ReportRun(command: self, session: session)
            let report = try await run.report()
            print(json ? try JSONText.of(report) : report.markdown)
        }
    }
}
