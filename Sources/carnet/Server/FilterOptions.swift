import ArgumentParser

/// The filters of CLIENT.LIST and CLIENT.COUNT: a client must pass all of them.
struct FilterOptions: ParsableArguments {
    @Option(help: "active, inactive, merged, erased or any; active if left out.")
    var status: String?

    @Option(help: "Who has this tag; of several, all of them.")
    var tag: [String] = []

    @Option(help: "Who speaks this language.")
    var language: String?

    @Option(help: ArgumentHelp("Who wants the newsletter, or does not.", valueName: "yes|no"))
    var newsletter: String?

    @Option(help: ArgumentHelp("Who has this field; of several, all.", valueName: "field"))
    var has: [String] = []

    @Option(help: ArgumentHelp("Added at or after this time.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Added before this time.", valueName: "time"))
    var to: String?

    func add(to command: inout CommandWords) {
        command.add("STATUS", status)
        for tag in tag { command.add("TAG", tag) }
        command.add("LANGUAGE", language)
        command.add("NEWSLETTER", newsletter)
        for field in has { command.add("HAS", field) }
        command.add("FROM", from)
        command.add("TO", to)
    }
}
