/// The written reference of all commands, in Markdown.
public enum CommandReference {
    public static func markdown() -> String {
        var lines = [
            "# Commands", "",
            "Made from the declarations in the code. Words in capitals are written as they stand; "
                + "what stands in brackets may be left out; … means that it may go on. Names of "
                + "commands may be written in any case, fields in lower and options in upper case.",
        ]
        for group in CommandGroup.allCases {
            lines += ["", "## \(group.title)"]
            for command in CommandTable.declarations where command.group == group {
                lines += [""] + chapter(of: command)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func chapter(of command: CommandDeclaration) -> [String] {
        var lines = [
            "### \(command.name)", "", "\(command.summary).", "", "```", command.usage, "```",
        ]
        lines += table(of: command)
        lines += ["", "Reply: \(command.reply)."]
        if !command.errors.isEmpty {
            let words = command.errorWords.map { "`\($0)`" }
            lines += ["", "Errors: " + words.joined(separator: " ") + "."]
        }
        lines += ["", "For: \(command.audience). Cost: \(command.complexity)."]
        for example in command.examples {
            lines += ["", "```", "> \(example.command)", example.reply, "```"]
        }
        return lines
    }

    private static func table(of command: CommandDeclaration) -> [String] {
        var rows = command.positionals.map { ($0.name, $0.kind.explanation) }
        if let pairName = command.pairName {
            rows.append(("\(pairName) value", "a \(pairName) in lower case, and its value"))
        }
        for option in command.options {
            let values = option.values.map(\.usage)
            let kinds = option.values.map(\.kind.explanation).joined(separator: ", ")
            let shown = ([option.id.token] + values).joined(separator: " ")
            rows.append((shown, kinds.isEmpty ? option.summary : "\(option.summary) (\(kinds))"))
        }
        guard !rows.isEmpty else { return [] }
        let cells = rows.map { "| `\(escaped($0.0))` | \(escaped($0.1)) |" }
        return ["", "| argument | meaning |", "| --- | --- |"] + cells
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
