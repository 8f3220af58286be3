import ArgumentParser
import CarnetClient

/// `carnet distinct`.
struct DistinctCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "distinct",
        abstract: "Say that two clients are two persons: they are never proposed again.",
        discussion: """
            EXAMPLES
              carnet distinct bistro 17 23
              carnet distinct bistro 17 23 --off    takes it back
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "One client's number.")
    var a: UInt32

    @Argument(help: "The other's.")
    var b: UInt32

    @Flag(help: "Take it back.")
    var off = false

    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.DISTINCT", tenant, String(a), String(b))
        words.add(flag: "OFF", if: off)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        let text = "\(a) and \(b) are " + (off ? "proposed again" : "two persons")
        return Answer(json: reply) { _ in text }
    }
}
