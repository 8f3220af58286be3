import ArgumentParser
import CarnetClient

/// `carnet tenant get`.
struct TenantGetCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Show a venue's settings.",
        discussion: """
            EXAMPLES
              carnet tenant get bistro
              carnet tenant get bistro --fields zone,country --json
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Option(help: ArgumentHelp("Only these settings.", valueName: "name,name"))
    var fields: String?

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("TENANT.GET", tenant)
        words.add("FIELDS", fields)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        return Answer(json: reply) { ClientTable.facts(reply, on: $0) }
    }
}
