import ArgumentParser
import CarnetClient

/// `carnet client count`.
struct ClientCountCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "How many clients the filters let through.",
        discussion: """
            EXAMPLES
              carnet client count bistro
              carnet client count bistro --has email --language nl
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @OptionGroup var filters: FilterOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.COUNT", tenant)
        filters.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let count = try await carnet.ask(words.words)
        return Answer(json: .object(of: [("count", count)])) { _ in
            count.integer.map { Quantity.count($0) } ?? count.cell
        }
    }
}
