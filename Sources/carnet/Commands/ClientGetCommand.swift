import ArgumentParser
import CarnetClient

/// `carnet client get`.
struct ClientGetCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Show one client, by number, e-mail, phone or your own reference.",
        discussion: """
            EXAMPLES
              carnet client get bistro 17
              carnet client get bistro --email ada@example.org
              carnet client get bistro --phone "044 668 18 00" --fields id,first,last
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "The client's number.")
    var id: UInt32?

    @Option(help: "Who has this address; of several the latest seen.")
    var email: String?

    @Option(help: "Who has this number, in any spelling.")
    var phone: String?

    @Option(help: ArgumentHelp("Who has this reference of your own.", valueName: "reference"))
    var external: String?

    @Option(help: ArgumentHelp("Only these fields.", valueName: "field,field"))
    var fields: String?

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let given = [id != nil, email != nil, phone != nil, external != nil]
        guard given.count(where: { $0 }) == 1 else {
            throw ValidationError(
                "give either the client's number or one of --email, --phone, --external"
            )
        }
    }

    var words: CommandWords {
        var words = CommandWords("CLIENT.GET", tenant)
        if let id { words.add(String(id)) }
        words.add("EMAIL", email)
        words.add("PHONE", phone)
        words.add("EXTERNAL", external)
        words.add("FIELDS", fields)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        return Answer(json: reply) { ClientTable.facts(reply, on: $0) }
    }
}
