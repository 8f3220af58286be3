import ArgumentParser
import CarnetClient

/// `carnet merge`.
struct MergeCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge doubles into the client that stays; 'carnet unmerge' takes it back.",
        discussion: """
            EXAMPLES
              carnet merge bistro 17 23 --dry-run         what would become of 17
              carnet merge bistro 17 23 31 --take email:23
              carnet merge bistro 17 23 --if-version 4 --reason "came by herself"

            What 17 says stays; what it lacks comes from the doubles, in their order. Replaced names,
            e-mails and phones still find the client.
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "The number of the client that stays.")
    var survivor: UInt32

    @Argument(help: "The numbers of its doubles.")
    var doubles: [UInt32]

    @Option(
        help: ArgumentHelp("This field from that client, as email:23.", valueName: "field:client")
    )
    var take: [String] = []

    @Flag(help: "Pass what forbids it; for admin alone, with --reason.")
    var force = false

    @Option(help: "Why; kept with the merge.")
    var reason: String?

    @OptionGroup var change: ChangeOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if force, reason == nil { throw ValidationError("--force: say why, with --reason") }
    }

    var words: CommandWords {
        var words = CommandWords("CLIENT.MERGE", tenant, String(survivor))
        for double in doubles { words.add(String(double)) }
        if !take.isEmpty {
            words.add("TAKE")
            for choice in take { words.add(choice) }
        }
        words.add(flag: "FORCE", if: force)
        words.add("REASON", reason)
        change.add(to: &words)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        let (survivor, dryRun) = (survivor, change.dryRun)
        return Answer(json: reply) { terminal in
            dryRun ? Self.preview(reply, on: terminal) : Self.done(reply, survivor)
        }
    }

    private static func done(_ reply: JSONValue, _ survivor: UInt32) -> String {
        let merges = reply["merges"]?.elements?.map(\.cell) ?? []
        let named = (merges.count == 1 ? "merge " : "merges ") + merges.joined(separator: ", ")
        return "client \(survivor) is at version \(reply["version"]?.cell ?? "?"); \(named)"
    }

    /// The client as it would be, each field with whom it is from.
    static func preview(_ reply: JSONValue, on terminal: Terminal) -> String {
        let client = reply["client"]
        var table = Table([.whole("field"), .whole("from"), .words("value")])
        for field in reply["fields"]?.elements ?? [] {
            guard let name = field["field"]?.string else { continue }
            table.add([name, field["from"]?.cell ?? "", client?[name]?.cell ?? ""])
        }
        if let aliases = client?["aliases"]?.cell { table.add(["aliases", "", aliases]) }
        let isDistinct = reply["distinct"] == .boolean(true) || reply["distinct"] == .integer(1)
        let warning = isDistinct ? "they were declared to be two persons" : nil
        return [table.text(on: terminal), warning].compactMap { $0 }.joined(separator: "\n")
    }
}
