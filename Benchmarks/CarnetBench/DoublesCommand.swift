import ArgumentParser
import CarnetEngine

/// What the tables of doubles and the scans of whole lists cost, on a server that it starts itself.
struct DoublesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doubles",
        abstract: "Measures the tables of doubles and CLIENT.DUPLICATES, and prints Markdown.",
        discussion: """
            Loads the data set, waits until all clients are in the tables, asks for all pairs of the \
            largest venue while one connection asks for its clients, and for the doubles of single \
            clients. Needs --spawn, since memory counts from the empty server.
            """
    )

    @OptionGroup var target: TargetOptions
    @OptionGroup var data: DatasetOptions

    @Option(help: "Seconds of each run of single requests.")
    var duration = 5.0

    @Flag(help: "Print the figures as JSON.")
    var json = false

    func validate() throws {
        guard target.spawn != nil else {
            throw ValidationError(
                "give --spawn, the carnet binary: memory counts from an empty server"
            )
        }
        guard duration > 0, duration <= 3_600 else {
            throw ValidationError("--duration is above 0 and at most 3600")
        }
    }

    func run() async throws {
        try await Session.open(target) { session in
            let run = DoublesRun(session: session, dataset: data.dataset(), seconds: duration)
            let figures = try await run.figures()
            print(json ? try JSONText.of(figures) : figures.markdown)
        }
    }
}
