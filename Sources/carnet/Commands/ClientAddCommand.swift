import ArgumentParser
import CarnetClient

/// `carnet client add`.
struct ClientAddCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a client, unless likely doubles stand on the list.",
        discussion: """
            EXAMPLES
              carnet client add bistro first=Ada last=Lovelace email=ada@example.org
              carnet client add bistro first=Ada last=King phone="044 668 18 00" --anyway --not 1
              carnet client add bistro last=Müller phone=+41446681800 tags=vip,window --dry-run

            Where likely doubles are found they are shown, nothing is added and the exit code is 1.
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: ArgumentHelp("What is known of the client.", valueName: "field=value"))
    var fields: [FieldAssignment]

    @Flag(help: "Add without any check for doubles.")
    var anyway = false

    @Option(
        name: .customLong("not"),
        help: ArgumentHelp(
            "Beside --anyway: this one was shown and is somebody else.",
            valueName: "id"
        )
    )
    var others: [UInt32] = []

    @Flag(help: "Answer what would happen; change nothing.")
    var dryRun = false

    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard others.isEmpty || anyway else {
            throw ValidationError("--not: stands beside --anyway; add that or leave --not out")
        }
    }

    var words: CommandWords {
        var words = CommandWords("CLIENT.ADD", tenant)
        words.add(fields)
        words.add(flag: "ANYWAY", if: anyway)
        if !others.isEmpty {
            words.add("NOT")
            for id in others { words.add(String(id)) }
        }
        words.add(flag: "DRYRUN", if: dryRun)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        if reply["status"]?.string == "duplicates" {
            return Answer(json: reply, text: { Self.duplicates(reply, on: $0) }, exitCode: 1)
        }
        let dryRun = dryRun
        return Answer(json: reply) { _ in
            let id = reply["id"]?.cell ?? "?"
            return dryRun ? "would add client \(id)" : "added client \(id)"
        }
    }

    static func duplicates(_ reply: JSONValue, on terminal: Terminal) -> String {
        let candidates = reply["candidates"]?.elements ?? []
        return "Nothing was added; these may be the same person (--anyway adds all the same):\n"
            + ClientTable.text(candidates, on: terminal)
    }
}
