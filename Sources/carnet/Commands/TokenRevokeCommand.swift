import ArgumentParser
import CarnetClient

/// `carnet token revoke`.
struct TokenRevokeCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take a token away; connections made with it may do nothing more.",
        discussion: """
            EXAMPLES
              carnet token revoke desk
            """
    )

    @Argument(help: "The token's name.")
    var name: String

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(["TOKEN.REVOKE", name])
        return Answer(json: reply) { [name] _ in "revoked \(name)" }
    }
}
