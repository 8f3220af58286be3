import ArgumentParser

/// `carnet client`: people on a venue's list. Each subcommand has a file of its own.
struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Add, show, change, list and count clients.",
        discussion: """
            EXAMPLES
              carnet client add bistro first=Ada last=Lovelace email=ada@example.org
              carnet client get bistro --email ada@example.org
              carnet client set bistro 17 phone="044 668 18 00" --if-version 2
              carnet client list bistro --tag vip --sort -updated
              carnet client count bistro --has email
            """,
        subcommands: [
            ClientAddCommand.self,
            ClientGetCommand.self,
            ClientSetCommand.self,
            ClientListCommand.self,
            ClientCountCommand.self,
            ClientDeactivateCommand.self,
            ClientReactivateCommand.self,
        ]
    )
}
