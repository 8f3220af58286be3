import ArgumentParser

/// The admin command. Every subcommand has a file of its own in Commands/; what they share stands
/// in Server/ (asking a running one) and Output/ (tables, JSON, progress).
@main
struct Carnet: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "carnet",
        abstract: "Client lists of booking platforms, in memory and safe on disk.",
        discussion: """
            EXAMPLES
              carnet serve --demo               a server with three venues to try
              carnet search hotel "van den b"   finds clients as one types
              carnet duplicates bistro          who stands twice; --review decides pair by pair
              carnet merge bistro 17 23         makes one client of two; unmerge takes it back
              carnet export bistro --out FILE   writes the list as CSV
              carnet status                     how the server fares
              carnet snapshot                   writes one and waits for it
              carnet verify --data DIR          reads a folder back, without a server
              carnet help CLIENT.SEARCH         explains a command of the protocol

            EXIT CODES
              0   done
              1   refused by the server, or not found there
              64  wrong usage
              65  damaged data
              66  a file or folder is missing
              69  no server there
              74  the disk failed
              75  the folder is in use

            ENVIRONMENT
              CARNET_TOKEN   the token to identify by, name:secret
              NO_COLOR       no styles on the terminal
            """,
        version: version,
        subcommands: [
            ServeCommand.self,
            StatusCommand.self,
            SnapshotCommand.self,
            VerifyCommand.self,
            RepairCommand.self,
            RestoreCommand.self,
            TenantCommand.self,
            TokenCommand.self,
            ClientCommand.self,
            SearchCommand.self,
            MergeCommand.self,
            UnmergeCommand.self,
            MergesCommand.self,
            DistinctCommand.self,
            DuplicatesCommand.self,
            ExportCommand.self,
            MatchCommand.self,
            LogCommand.self,
            HelpCommand.self,
        ]
    )
}
