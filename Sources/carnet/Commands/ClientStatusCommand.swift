import ArgumentParser
import CarnetClient

/// One of the two ways in which clients leave the list and come back.
protocol StatusChange {
    static var name: String { get }
    static var command: String { get }
    static var abstract: String { get }
    /// What was done to so many clients, or would be.
    static func told(_ clients: String, isDryRun: Bool) -> String
}

enum Deactivation: StatusChange {
    static let name = "deactivate"
    static let command = "CLIENT.DEACTIVATE"
    static let abstract = "Take clients off the list; nothing is forgotten."

    static func told(_ clients: String, isDryRun: Bool) -> String {
        (isDryRun ? "would take " : "took ") + "\(clients) off the list"
    }
}

enum Reactivation: StatusChange {
    static let name = "reactivate"
    static let command = "CLIENT.REACTIVATE"
    static let abstract = "Put inactive clients back on the list."

    static func told(_ clients: String, isDryRun: Bool) -> String {
        (isDryRun ? "would put " : "put ") + "\(clients) back on the list"
    }
}

typealias ClientDeactivateCommand = ClientStatusCommand<Deactivation>
typealias ClientReactivateCommand = ClientStatusCommand<Reactivation>

/// `carnet client deactivate` and `carnet client reactivate`.
struct ClientStatusCommand<Change: StatusChange>: ServerCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Change.name,
            abstract: Change.abstract,
            discussion: """
                EXAMPLES
                  carnet client \(Change.name) bistro 17
                  carnet client \(Change.name) bistro 17 18 19 --dry-run
                """
        )
    }

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "The clients' numbers.")
    var ids: [UInt32]

    @OptionGroup var change: ChangeOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords(Change.command, tenant)
        for id in ids { words.add(String(id)) }
        change.add(to: &words)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        let clients = Quantity.count(reply["changed"]?.integer ?? 0, "client")
        let told = Change.told(clients, isDryRun: change.dryRun)
        return Answer(json: reply) { _ in told }
    }
}
