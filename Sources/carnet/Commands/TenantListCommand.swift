import ArgumentParser
import CarnetClient

/// `carnet tenant list`.
struct TenantListCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the venues by name.",
        discussion: """
            EXAMPLES
              carnet tenant list
              carnet tenant list --limit 50
              carnet tenant list --json | jq -r '.tenants[].tenant'

            Without --limit all are listed.
            """
    )

    @OptionGroup var page: PageOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let list = try await carnet.readPages(
            of: CommandWords("TENANT.LIST"),
            rows: "tenants",
            count: page.wantedCount(default: .max),
            after: page.after
        )
        return Answer(json: list.json) { Self.text(list, on: $0) }
    }

    static func text(_ list: PagedList, on terminal: Terminal) -> String {
        guard !list.rows.isEmpty else { return "no tenants; 'carnet tenant create' makes one" }
        var table = Table([.whole("tenant"), .words("name"), .number("clients")])
        for row in list.rows {
            table.add([
                row["tenant"]?.cell ?? "",
                row["name"]?.cell ?? "",
                row["clients"]?.integer.map { Quantity.count($0) } ?? "",
            ])
        }
        return [table.text(on: terminal), list.remainder("tenants")]
            .compactMap { $0 }.joined(separator: "\n")
    }
}
