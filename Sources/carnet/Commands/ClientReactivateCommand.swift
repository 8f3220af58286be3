import ArgumentParser
import CarnetClient

/// `carnet client reactivate`.
struct ClientReactivateCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "reactivate",
        abstract: "Put inactive clients back on the list.",
        discussion: """
            EXAMPLES
              carnet client reactivate bistro 17
              carnet client reactivate bistro 17 18 19 --dry-run
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "The clients' numbers.")
    var ids: [UInt32]

    @OptionGroup var change: ChangeOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.REACTIVATE", tenant)
        for id in ids { words.add(String(id)) }
        change.add(to: &words)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        let dryRun = change.dryRun
        return Answer(json: reply) { _ in
            let count = Quantity.count(reply["changed"]?.integer ?? 0, "client")
            return (dryRun ? "would put " : "put ") + "\(count) back on the list"
        }
    }
}
