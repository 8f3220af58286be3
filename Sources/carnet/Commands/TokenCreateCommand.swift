import ArgumentParser
import CarnetClient

/// `carnet token create`.
struct TokenCreateCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a token and show its secret, this once.",
        discussion: """
            EXAMPLES
              carnet token create ops --role admin
              carnet token create desk --role staff --tenant bistro --tenant terrace
              carnet token create hotel-desk --role partner --partner ritz
              carnet token create trial --role platform --expires 2027-01-01T00:00:00Z
            """
    )

    @Argument(help: "The token's name.")
    var name: String

    @Option(help: "admin, platform, staff, partner or monitor.")
    var role: String

    @Option(
        help: ArgumentHelp("A venue that it may ask about; all if left out.", valueName: "venue")
    )
    var tenant: [String] = []

    @Option(help: "Whom a token of role partner acts for.")
    var partner: String?

    @Option(help: ArgumentHelp("From then on nobody is let in with it.", valueName: "time"))
    var expires: String?

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        var words = CommandWords("TOKEN.CREATE", name)
        words.add("ROLE", role)
        if !tenant.isEmpty {
            words.add("TENANT")
            for tenant in tenant { words.add(tenant) }
        }
        words.add("PARTNER", partner)
        words.add("EXPIRES", expires)
        let reply = try await carnet.ask(words.words)
        return Answer(json: reply) { [name] _ in
            """
            \(name):\(reply["secret"]?.cell ?? "")
            Keep it now: it is shown this once. Callers say AUTH with both parts, this command
            finds it in the environment as \(ServerAddress.tokenVariable).
            """
        }
    }
}
