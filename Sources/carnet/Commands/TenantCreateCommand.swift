import ArgumentParser
import CarnetClient

/// `carnet tenant create`.
struct TenantCreateCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a new venue.",
        discussion: """
            EXAMPLES
              carnet tenant create bistro --name "Bistro Lenz" --country CH --preset restaurant
              carnet tenant create zwaan --country BE --language nl --zone Europe/Brussels
            """
    )

    @Argument(help: "1 to 64 of a-z 0-9 . _ -; fixed for ever.")
    var tenant: String

    @Option(help: "How people call the venue.")
    var name: String?

    @Option(help: ArgumentHelp("Time zone; else the country's first.", valueName: "area/city"))
    var zone: String?

    @Option(help: "By which national phone numbers are read, such as CH.")
    var country: String?

    @Option(help: "Of its messages; else the country's.")
    var language: String?

    @Option(help: "Settings to start with: restaurant, salon, appointments or stay.")
    var preset: String?

    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("TENANT.CREATE", tenant)
        words.add("NAME", name)
        words.add("ZONE", zone)
        words.add("COUNTRY", country)
        words.add("LANGUAGE", language)
        words.add("PRESET", preset)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        return Answer(json: reply) { _ in "created \(tenant)" }
    }
}
