import ArgumentParser

/// `carnet tenant`: venues and their settings. Each subcommand has a file of its own.
struct TenantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenant",
        abstract: "Create, change, list and drop venues.",
        discussion: """
            EXAMPLES
              carnet tenant create bistro --name "Bistro Lenz" --country CH --preset restaurant
              carnet tenant set bistro required=name,phone
              carnet tenant list
              carnet tenant drop bistro --confirm bistro
            """,
        subcommands: [
            TenantCreateCommand.self,
            TenantGetCommand.self,
            TenantSetCommand.self,
            TenantListCommand.self,
            TenantStatsCommand.self,
            TenantDropCommand.self,
        ]
    )
}
