import ArgumentParser
import CarnetWire

/// `carnet help`: of this program's subcommands and of the protocol's commands alike.
struct HelpCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "help",
        abstract: "Explain a subcommand, or a command of the protocol.",
        discussion: """
            EXAMPLES
              carnet help                    all of both
              carnet help tenant create      a subcommand of this program
              carnet help CLIENT.SEARCH      a command that the server takes
            """
    )

    @Argument(help: "What to explain.")
    var command: [String] = []

    @OptionGroup var output: OutputOptions

    func answer() async throws -> Answer {
        guard let help = Self.text(for: command) else {
            throw AdminFailure(
                .usage,
                "no command '\(command.joined(separator: " "))'; 'carnet help' lists them"
            )
        }
        let json = JSONValue.object(of: [
            ("command", .string(command.joined(separator: " "))),
            ("help", .string(help)),
        ])
        return Answer(json: json) { _ in help }
    }

    /// The help of what the words name: the subcommand, the protocol's command, or both.
    static func text(for words: [String]) -> String? {
        guard !words.isEmpty else {
            return Carnet.helpMessage() + "\n\nCOMMANDS OF THE PROTOCOL\n\n"
                + CommandHelp.overview()
        }
        let own = subcommand(words, of: Carnet.self).map { Carnet.helpMessage(for: $0) }
        let protocols = CommandHelp.text(for: words)
        switch (own, protocols) {
        case (let own?, let protocols?):
            return own + "\n\nTHE PROTOCOL'S COMMAND\n\n" + protocols
        case (let own?, nil):
            let dotted = words.joined(separator: ".").uppercased()
            guard CommandHelp.text(for: [dotted]) != nil else { return own }
            return own + "\n\nSee 'carnet help \(dotted)' for the protocol's command."
        case (nil, let protocols): return protocols
        }
    }

    private static func subcommand(
        _ words: [String],
        of parent: any ParsableCommand.Type
    ) -> (any ParsableCommand.Type)? {
        guard let word = words.first else { return parent }
        let child = parent.configuration.subcommands.first {
            $0.configuration.commandName == word
        }
        return child.flatMap { subcommand(Array(words.dropFirst()), of: $0) }
    }
}
