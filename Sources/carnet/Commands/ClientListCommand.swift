import ArgumentParser
import CarnetClient

/// `carnet client list`.
struct ClientListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List clients by filters.",
        discussion: """
            EXAMPLES
              carnet client list bistro
              carnet client list bistro --tag vip --newsletter yes --sort -updated --limit 50
              carnet client list bistro --all --fields id,email --json
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @OptionGroup var filters: FilterOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("By this field; downwards after a minus.", valueName: "field")
    )
    var sort: String?

    @Option(help: ArgumentHelp("Only these fields.", valueName: "field,field"))
    var fields: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.LIST", tenant)
        words.add("SORT", sort)
        filters.add(to: &words)
        words.add("FIELDS", fields)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let list = try await carnet.readPages(
            of: words,
            rows: "clients",
            count: page.wantedCount(default: 20),
            after: page.after
        )
        return Answer(json: list.json) { terminal in
            guard !list.rows.isEmpty else { return "no clients" }
            let table = ClientTable.text(list.rows, on: terminal)
            return [table, list.remainder("clients")].compactMap { $0 }.joined(separator: "\n")
        }
    }
}
