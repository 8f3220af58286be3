import ArgumentParser
import CarnetClient

/// `carnet token list`.
struct TokenListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tokens by name.",
        discussion: """
            EXAMPLES
              carnet token list
              carnet token list --json | jq -r '.tokens[].name'
            """
    )

    @OptionGroup var page: PageOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let list = try await carnet.readPages(
            of: CommandWords("TOKEN.LIST"),
            rows: "tokens",
            count: page.wantedCount(default: .max),
            after: page.after
        )
        return Answer(json: list.json) { Self.text(list, on: $0) }
    }

    static func text(_ list: PagedList, on terminal: Terminal) -> String {
        guard !list.rows.isEmpty else {
            return "no tokens: whoever connects from this machine may do everything"
        }
        var table = Table([
            .whole("token"), .whole("role"), .words("venues"), .whole("partner"), .whole("created"),
            .whole("expires"),
        ])
        for row in list.rows {
            let isExpired = row["expired"]?.cell == "yes"
            table.add([
                row["name"]?.cell ?? "",
                row["role"]?.cell ?? "",
                row["tenants"]?.cell ?? "all",
                row["partner"]?.cell ?? "",
                row["created"]?.cell ?? "",
                (row["expires"]?.cell ?? "") + (isExpired ? " (over)" : ""),
            ])
        }
        return [table.text(on: terminal), list.remainder("tokens")]
            .compactMap { $0 }.joined(separator: "\n")
    }
}
