import ArgumentParser
import CarnetClient

/// `carnet tenant stats`.
struct TenantStatsCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Figures of a venue, nothing personal.",
        discussion: """
            EXAMPLES
              carnet tenant stats hotel
              carnet tenant stats hotel --json
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(["TENANT.STATS", tenant])
        return Answer(json: reply) { Self.text(reply, on: $0) }
    }

    static func text(_ reply: JSONValue, on terminal: Terminal) -> String {
        var table = Table([.whole("figure"), .number("value")])
        for member in reply.members ?? [] {
            let isBytes = member.name.hasPrefix("bytes")
            let value = member.value.integer.map {
                isBytes ? Quantity.bytes($0) : Quantity.count($0)
            }
            table.add([member.name, value ?? member.value.cell])
        }
        return table.text(on: terminal)
    }
}
