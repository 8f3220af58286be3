import ArgumentParser

/// The load generator. `run` drives one mix, `report` every row of the published table, `doubles` what
/// the tables of doubles cost, `checks` what a check for doubles costs, `bookings` what bookings do.
@main
struct CarnetBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carnet-bench",
        abstract: "Drives a Carnet server and measures it.",
        discussion: """
            Examples:
              carnet-bench --mix ping --pipeline 16
              carnet-bench --spawn .build/release/carnet --mix ingest --connections 4 --pipeline 64
              carnet-bench --load --mix get --connections 50 --peer redis://127.0.0.1:6379
              carnet-bench --load --mix mixed --rate 20000 --duration 30 --json
              carnet-bench report --spawn .build/release/carnet --peer redis://127.0.0.1:6379
              carnet-bench doubles --spawn .build/release/carnet
              carnet-bench bookings
              carnet-bench checks clients.csv

            Figures go to standard output, progress to standard error. Benchmarks/README.md says \
            what each figure means.
            """,
        subcommands: [
            RunCommand.self, ReportCommand.self, DoublesCommand.self, BookingsCommand.self,
            QualityCommand.self, ChecksCommand.self,
        ],
        defaultSubcommand: RunCommand.self
    )
}
