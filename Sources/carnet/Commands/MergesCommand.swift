import ArgumentParser
import CarnetClient

/// `carnet merges`.
struct MergesCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "merges",
        abstract: "List the merges that were made, the latest first.",
        discussion: """
            EXAMPLES
              carnet merges bistro
              carnet merges bistro 17           those that client 17 had part in
              carnet merges bistro --all --json
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "A client's number.")
    var id: UInt32?

    @OptionGroup var page: PageOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.MERGES", tenant)
        if let id { words.add(String(id)) }
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let list = try await carnet.readPages(
            of: words,
            rows: "merges",
            count: page.wantedCount(default: 20),
            after: page.after
        )
        return Answer(json: list.json) { Self.text(list, on: $0) }
    }

    static func text(_ list: PagedList, on terminal: Terminal) -> String {
        guard !list.rows.isEmpty else { return "no merges" }
        var table = Table([
            .number("merge"), .number("survivor"), .number("double"), .whole("at"),
            .whole("undone"), .words("taken"), .words("reason"),
        ])
        for row in list.rows {
            table.add(
                ["merge", "survivor", "double", "at", "undone", "taken", "reason"].map {
                    row[$0]?.cell ?? ""
                }
            )
        }
        return [table.text(on: terminal), list.remainder("merges")]
            .compactMap { $0 }.joined(separator: "\n")
    }
}
