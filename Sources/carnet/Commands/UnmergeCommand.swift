import ArgumentParser
import CarnetClient

/// `carnet unmerge`.
struct UnmergeCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge",
        abstract: "Undo a merge: the double comes back with what it brought.",
        discussion: """
            EXAMPLES
              carnet merges bistro              which merges there were
              carnet unmerge bistro 4 --dry-run
              carnet unmerge bistro 4

            It can be undone at any later time and in any order. What was changed since stays with
            the client that it was changed on.
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Argument(help: "The number of the merge.")
    var merge: UInt32

    @Flag(help: "Answer what would happen; change nothing.")
    var dryRun = false

    @OptionGroup var keys: KeyOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    var words: CommandWords {
        var words = CommandWords("CLIENT.UNMERGE", tenant, String(merge))
        words.add(flag: "DRYRUN", if: dryRun)
        keys.add(to: &words)
        return words
    }

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let reply = try await carnet.ask(words.words)
        let dryRun = dryRun
        return Answer(json: reply) { terminal in
            let double = reply["double"]?.cell ?? "?"
            let survivor = reply["survivor"]?.cell ?? "?"
            guard dryRun else { return "client \(double) is back, out of \(survivor)" }
            return "client \(double) would be back, out of \(survivor)\n"
                + Self.choices(reply, on: terminal)
        }
    }

    /// What would become of each field: of the double, and of the survivor without it.
    private static func choices(_ reply: JSONValue, on terminal: Terminal) -> String {
        let survivor = reply["survivors"]?.elements?.first
        var table = Table([
            .whole("field"), .whole("choice"), .words("double"), .words("survivor"),
        ])
        for choice in reply["choices"]?.elements ?? [] {
            guard let name = choice["field"]?.string else { continue }
            table.add([
                name,
                choice["choice"]?.cell ?? "",
                reply["client"]?[name]?.cell ?? "",
                survivor?[name]?.cell ?? "",
            ])
        }
        return table.text(on: terminal)
    }
}
