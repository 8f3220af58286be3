import ArgumentParser
import CarnetClient

/// `carnet tenant drop`.
struct TenantDropCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Remove a venue and everything it holds.",
        discussion: """
            EXAMPLES
              carnet tenant drop bistro --confirm bistro

            On a terminal the name is asked for where --confirm is missing.
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Option(help: ArgumentHelp("The venue's name once more.", valueName: "tenant"))
    var confirm: String?

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        guard try confirmed() == tenant else {
            throw AdminFailure(
                .usage,
                "nothing was dropped: --confirm must be the venue's name once more"
            )
        }
        var words = CommandWords("TENANT.DROP", tenant)
        words.add("CONFIRM", tenant)
        let reply = try await carnet.ask(words.words)
        return Answer(json: reply) { _ in
            let count = reply["clients"]?.integer ?? 0
            return "dropped \(tenant) with \(Quantity.count(count, "client"))"
        }
    }

    private func confirmed() throws -> String? {
        if let confirm { return confirm }
        guard Terminal.output.isInteractive, Terminal.diagnostics.isInteractive, !output.json else {
            return nil
        }
        Diagnostics.write("This removes \(tenant) and all its clients. Its name once more: ")
        return readLine()
    }
}
