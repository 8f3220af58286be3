import ArgumentParser
import CarnetClient

/// `carnet client set`.
struct ClientSetCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change fields of a client; an empty value clears one.",
        discussion: """
            EXAMPLES
              carnet client set bistro 17 phone="044 668 18 00"
              carnet client set bistro 17 company= tags=vip,window --if-version 2
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "The client's number.")
    var id: UInt32

    @Argument(help: ArgumentHelp("What to change.", valueName: "field=value"))
    var fields: [FieldAssignment]

    @OptionGroup var change: ChangeOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.SET", tenant, String(id))
        words.add(fields)
        change.add(to: &words)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        let (id, dryRun) = (id, change.dryRun)
        return Answer(json: reply) { _ in
            let version = reply["version"]?.cell ?? "?"
            return "client \(id) \(dryRun ? "would be" : "is") at version \(version)"
        }
    }
}
