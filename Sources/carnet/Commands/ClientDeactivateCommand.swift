import ArgumentParser
import CarnetClient

/// `carnet client deactivate`.
struct ClientDeactivateCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate",
        abstract: "Take clients off the list; nothing is forgotten.",
        discussion: """
            EXAMPLES
              carnet client deactivate bistro 17
              carnet client deactivate bistro 17 18 19 --dry-run
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
        var words = CommandWords("CLIENT.DEACTIVATE", tenant)
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
            return (dryRun ? "would take " : "took ") + "\(count) off the list"
        }
    }
}
