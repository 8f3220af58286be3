import ArgumentParser

/// The filters of CLIENT.LIST and CLIENT.COUNT: a client must pass all of them.
struct FilterOptions: ParsableArguments {
    @Option(help: "active, inactive, merged, erased or any; active if left out.")
    var status: [String] = []

    @Option(help: "Who has this tag; of several, all of them.")
    var tag: [String] = []

    @Option(help: "Who speaks this language; of several, one of them.")
    var language: [String] = []

    @Option(help: "Who came from there; of several, one of them.")
    var source: [String] = []

    @Option(help: ArgumentHelp("Who is on the block list, or is not.", valueName: "yes|no"))
    var blocked: String?

    @Option(
        help: ArgumentHelp("Who may be sent messages of a purpose.", valueName: "purpose=yes|no")
    )
    var consent: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("Whose own field holds this.", valueName: "x.name=value")
    )
    var custom: [String] = []

    @Option(help: ArgumentHelp("Who wants the newsletter, or does not.", valueName: "yes|no"))
    var newsletter: String?

    @Option(help: ArgumentHelp("Who has this field; of several, all.", valueName: "field"))
    var has: [String] = []

    @Option(help: ArgumentHelp("Added at or after this time.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Added before this time.", valueName: "time"))
    var to: String?

    func add(to command: inout CommandWords) {
        for status in status { command.add("STATUS", status) }
        for tag in tag { command.add("TAG", tag) }
        for language in language { command.add("LANGUAGE", language) }
        for source in source { command.add("SOURCE", source) }
        command.add("BLOCKED", blocked)
        for words in consent { command.add("CONSENT", parts: words) }
        for words in custom { command.add("WHERE", parts: words) }
        command.add("NEWSLETTER", newsletter)
        for field in has { command.add("HAS", field) }
        command.add("FROM", from)
        command.add("TO", to)
    }
}

extension CommandWords {
    /// An option with the two values around the first `=`.
    fileprivate mutating func add(_ option: String, parts: String) {
        let parts = parts.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        add(option)
        for part in parts { add(String(part)) }
    }
}
