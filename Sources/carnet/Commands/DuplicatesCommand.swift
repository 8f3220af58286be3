import ArgumentParser
import CarnetClient

/// `carnet duplicates`: who stands on a list twice, as groups or one pair after the other.
struct DuplicatesCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Show who stands twice on a list, or go through them with --review.",
        discussion: """
            EXAMPLES
              carnet duplicates bistro
              carnet duplicates bistro --min 4 --limit 10
              carnet duplicates bistro --json | jq '.groups[].keep'
              carnet duplicates bistro --review

            A group is one person, as far as the scores say: who joins it must fit all of
            it, not only one. Its weakest link holds it together. 'keep' marks the record
            to keep: the most complete one, then the one with the latest booking or change,
            then the one with the lowest number. Groups of more than 8 are for a person to
            look at.

            A score is in bits: 0 is an even chance that two clients are one person, +4 is
            16 to 1. Pairs below 0 join no group; --review shows them from --min on.

            --review, on a terminal, shows the pairs side by side, the likeliest first, and
            single keys decide: m merge, x exchange which one stays, d distinct, s skip,
            u undo, q quit, ? help. What a merge would make is shown before; y or Enter
            does it. 'carnet unmerge' undoes any merge at any later time. A review that is
            ended by Ctrl-C exits with 130.
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Pairs of this score or more, from -2 on.", valueName: "bits")
    )
    var min = 0.0

    @Option(help: "At most so many groups; with --review, so many decisions.")
    var limit: Int?

    @Flag(help: "Go through the pairs one by one; for a terminal.")
    var review = false

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (-2...100).contains(min) else {
            throw ValidationError("--min: must lie between -2 and 100 bits")
        }
        if let limit, limit < 1 { throw ValidationError("--limit: must be 1 or more") }
        if review, output.json {
            throw ValidationError("--review: is for a person; leave --json out beside it")
        }
    }

    /// Thousandths of a bit.
    private var scoreMin: Int32 { Int32((min * 1_000).rounded()) }

    func answer() async throws -> Answer {
        let console = review ? try await openConsole() : nil
        defer { console?.leave() }
        // A long list takes a server its time.
        return try await server.call(isPatient: true) { carnet in
            if let console { return try await review(on: console, carnet) }
            let reader = GroupReader(carnet: carnet, tenant: tenant, scoreMin: scoreMin)
            let list = try await reader.read(groupCountMax: limit ?? .max)
            return Answer(json: list.json) { list.text(on: $0) }
        }
    }

    private func openConsole() async throws -> KeyConsole {
        if let console = await KeyConsole.open() { return console }
        throw AdminFailure(
            .usage,
            "--review: needs a terminal for its input and its output; elsewhere "
                + "'carnet duplicates \(tenant)' shows the groups, and 'carnet merge' and "
                + "'carnet distinct' decide"
        )
    }

    private func review(
        on console: KeyConsole,
        _ carnet: CarnetConnection
    ) async throws -> Answer {
        var run = ReviewRun(
            carnet,
            tenant: tenant,
            scoreMin: scoreMin,
            pairCountMax: limit ?? .max,
            console: console
        )
        do {
            try await run.run()
        } catch {
            console.leave()
            StandardOutput.line(await run.summary(counting: false).text)
            throw error
        }
        console.leave()
        let (text, json) = await run.summary(counting: run.signal == nil)
        return Answer(json: json, text: { _ in text }, exitCode: run.signal.map { 128 + $0 } ?? 0)
    }
}
