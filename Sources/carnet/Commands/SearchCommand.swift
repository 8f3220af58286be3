import ArgumentParser
import CarnetClient

/// `carnet search`: finds clients as a receptionist types.
struct SearchCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find clients by parts of names, an e-mail's beginning or a phone's end.",
        discussion: """
            EXAMPLES
              carnet search hotel jean dup
              carnet search hotel "o'br" --limit 5
              carnet search bistro 4512 --json
              carnet search bistro smiht --typos 2 --status any
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "What to look for; several words must all fit, in any order.")
    var text: [String]

    // The order may begin with a minus.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("relevance, name, -name or recent.", valueName: "order")
    )
    var sort: String?

    @Option(help: ArgumentHelp("active, inactive or any; active if left out.", valueName: "status"))
    var status: String?

    @Option(
        help: ArgumentHelp("How many letters may be wrong: auto, 0, 1 or 2.", valueName: "count")
    )
    var typos: String?

    @Option(help: ArgumentHelp("Only these fields.", valueName: "field,field"))
    var fields: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.SEARCH", tenant, text.joined(separator: " "))
        words.add("SORT", sort)
        words.add("STATUS", status)
        words.add("TYPOS", typos)
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
            guard !list.rows.isEmpty else { return "nobody found" }
            let table = ClientTable.text(list.rows, on: terminal)
            return [table, list.remainder("clients")].compactMap { $0 }.joined(separator: "\n")
        }
    }
}
