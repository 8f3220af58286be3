import ArgumentParser
import CarnetClient

/// `carnet tenant set`.
struct TenantSetCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change a venue's settings; an empty value puts the default back.",
        discussion: """
            EXAMPLES
              carnet tenant set bistro required=name,phone
              carnet tenant set bistro "name=Bistro de la Gare" language=fr
              carnet tenant set bistro required= --if-version 3
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: ArgumentHelp("What to change.", valueName: "setting=value"))
    var settings: [FieldAssignment]

    @OptionGroup var change: ChangeOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("TENANT.SET", tenant)
        words.add(settings)
        change.add(to: &words)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        return Answer(json: reply) { _ in
            let version = reply["version"]?.cell ?? "?"
            return change.dryRun
                ? "\(tenant) would change from version \(version)"
                : "\(tenant) is at version \(version)"
        }
    }
}
