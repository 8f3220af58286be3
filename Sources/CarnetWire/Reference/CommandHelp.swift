/// Help as plain text, for `HELP` and `carnet help`.
public enum CommandHelp {
    /// The help of the command that the words name, `["CLIENT.GET"]` or `["client", "setname"]`; all
    /// commands at a glance for no words; nil where there is no such command.
    public static func text(for words: [String]) -> String? {
        guard !words.isEmpty else { return overview() }
        guard let command = CommandLookup.find(name: words.joined(separator: " ")) else {
            return nil
        }
        return text(of: command)
    }

    /// Every command with its summary, by chapter.
    public static func overview() -> String {
        var lines = ["HELP NAME explains one command."]
        for group in CommandGroup.allCases {
            lines += ["", group.title]
            for command in CommandTable.declarations where command.group == group {
                lines.append("  " + padded(command.name, to: 18) + command.summary)
            }
        }
        return lines.joined(separator: "\n")
    }

    static func text(of command: CommandDeclaration) -> String {
        var lines = [command.usage, "", command.summary + ".", ""]
        for positional in command.positionals {
            lines.append("  " + padded(positional.name, to: 22) + positional.kind.explanation)
        }
        if let pairName = command.pairName {
            lines.append(
                "  " + padded("\(pairName) value", to: 22) + "in lower case, and its value"
            )
        }
        for option in command.options {
            let values = option.values.map(\.usage).joined(separator: " ")
            let shown = values.isEmpty ? option.id.token : option.id.token + " " + values
            lines.append("  " + padded(shown, to: 22) + option.summary)
        }
        if lines.last != "" { lines.append("") }
        lines.append("Reply:  " + command.reply)
        if !command.errors.isEmpty {
            lines.append("Errors: " + command.errorWords.joined(separator: " "))
        }
        lines.append("For:    " + command.audience)
        for example in command.examples {
            lines += ["", "  > " + example.command, "    " + example.reply]
        }
        for subcommand in command.subcommands {
            lines += ["", "  " + subcommand.usage, "    " + subcommand.summary]
        }
        return lines.joined(separator: "\n")
    }

    /// As Redis's `CLIENT HELP` shows its subcommands.
    static func lines(ofContainer container: CommandID?) -> [String] {
        guard let command = container?.declaration else { return [] }
        var lines = [
            "\(command.name) <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"
        ]
        for subcommand in command.subcommands {
            lines.append(String(subcommand.usage.dropFirst(command.name.count + 1)))
            lines.append("    " + subcommand.summary + ".")
        }
        return lines
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(2, width - text.count))
    }
}

extension CommandDeclaration {
    var errorWords: [String] { errors.map { $0.text.description } }

    /// Who may use the command, in words.
    var audience: String {
        guard leastRole != nil else {
            return flags.contains(.noAuth) ? "everyone, before authentication too" : "everyone"
        }
        return roles.names.joined(separator: " ")
    }
}
