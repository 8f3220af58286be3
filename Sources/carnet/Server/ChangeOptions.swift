import ArgumentParser

/// Options that stand beside every command that changes something.
struct KeyOptions: ParsableArguments {
    @Option(help: "The same key again within 24 hours answers what the first call answered.")
    var key: String?

    @Flag(help: "Answer once it would survive a power cut, whatever the server's level.")
    var durable = false

    func add(to command: inout CommandWords) {
        command.add("KEY", key)
        if durable { command.add("DURABLE", "always") }
    }
}

/// Options of commands that change a record which has a version.
struct ChangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Refuse unless the record has this version.", valueName: "version"))
    var ifVersion: UInt32?

    @Flag(help: "Answer what would happen; change nothing.")
    var dryRun = false

    func add(to command: inout CommandWords) {
        command.add("IFVERSION", ifVersion)
        command.add(flag: "DRYRUN", if: dryRun)
    }
}
