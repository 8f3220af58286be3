import ArgumentParser
import CarnetClient

/// `carnet snapshot`: has the server write a snapshot and waits for it.
struct SnapshotCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Write a snapshot, show how it gets on, and tell what came of it.",
        discussion: """
            EXAMPLES
              carnet snapshot
              carnet snapshot bistro
              carnet snapshot --json | jq .seconds

            The server goes on answering meanwhile. Where a snapshot runs already, this waits for
            that one.
            """
    )

    @Argument(help: "Only the partition of this tenant.")
    var tenant: String?

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer() async throws -> Answer {
        let reply = try await server.call(isPatient: true) { carnet in
            try await server.call { watcher in try await run(on: carnet, watchedBy: watcher) }
        }
        let report = SnapshotReport(reply)
        if report.hasFailed {
            throw AdminFailure(
                .refused,
                "the snapshot failed and the older ones stand; see the server's log"
            )
        }
        return Answer(json: report.json) { report.text(on: $0) }
    }

    /// Asks for the snapshot on one connection and looks after it on the other.
    private func run(
        on carnet: CarnetConnection,
        watchedBy watcher: CarnetConnection
    ) async throws -> JSONValue {
        async let asked = carnet.ask(["SNAPSHOT"] + (tenant.map { [$0] } ?? []))
        let watching = Task { try await Self.watch(watcher, isQuiet: output.json) }
        do {
            let reply = try await asked
            // A server that answers at once says `running`; then the end is the watcher's to see.
            guard SnapshotReport(reply).isRunning else {
                watching.cancel()
                _ = try? await watching.value
                return reply
            }
            return try await watching.value
        } catch {
            watching.cancel()
            _ = try? await watching.value
            throw error
        }
    }

    /// Shows the progress until nothing runs any more, and answers the last status.
    private static func watch(
        _ watcher: CarnetConnection,
        isQuiet: Bool
    ) async throws -> JSONValue {
        var line = ProgressLine()
        defer { line.end() }
        while true {
            try await Task.sleep(for: .milliseconds(100))
            let status = try await watcher.ask(["SNAPSHOT.STATUS"])
            guard SnapshotReport(status).isRunning else { return status }
            if !isQuiet { line.show("snapshot: " + SnapshotReport(status).progress) }
        }
    }
}
