import ArgumentParser

/// `carnet token`: who may connect. Each subcommand has a file of its own.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Create, list and revoke the tokens that let somebody in.",
        discussion: """
            EXAMPLES
              carnet token create ops --role admin
              carnet token create desk --role staff --tenant bistro
              carnet token list
              carnet token revoke desk

            While there is no token, whoever connects from this machine may do everything. Once
            there is one, every new connection must say who it is; only the socket in the data
            folder, which belongs to the server's own user, still needs none.
            """,
        subcommands: [
            TokenCreateCommand.self,
            TokenListCommand.self,
            TokenRevokeCommand.self,
        ]
    )
}
