import ArgumentParser
import CarnetEngine
import CarnetStorage

/// `carnet verify`: reads a data folder back and checks every hash in it.
struct VerifyCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read all data back and check every hash, chain and number in it.",
        discussion: """
            EXAMPLES
              carnet verify                      asks the running server to do it
              carnet verify --data Snapshots/data
              carnet verify --data /backup/monday --json
              carnet verify --data /backup/monday --deep

            Changes nothing, and works on a copy as on the folder of a running server.
            Exit codes: 0 sound, 65 damaged, 66 something is missing, 74 the disk failed.
            """
    )

    @Option(
        help: ArgumentHelp("Look at this folder, without a server.", valueName: "folder")
    )
    var data: String?

    @Flag(help: "Replay snapshots and log too, and compare the states' digests. Needs --data.")
    var deep = false

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try DataFolder.check(data)
        if deep, data == nil {
            throw ValidationError("--deep: needs --data, since it replays a folder by itself")
        }
    }

    func answer() async throws -> Answer {
        guard let data else { return try await answerFromServer() }
        let disk = try DataFolder.open(data)
        let report = try Verify(disk).run(deep: deep ? DeepCheck() : nil)
        return Answer(
            json: VerifyText.json(report),
            text: { VerifyText.text(report, on: $0) },
            exitCode: report.exitCode
        )
    }

    /// VERIFY of a running server; it takes as long as it takes.
    private func answerFromServer() async throws -> Answer {
        let reply = try await server.call(isPatient: true) { try await $0.ask(["VERIFY"]) }
        let isSound = reply["status"]?.string == "sound" || reply["ok"] == .boolean(true)
        return Answer(
            json: reply,
            text: { VerifyText.text(reply, on: $0) },
            exitCode: isSound ? 0 : AdminFailure.Kind.damaged.rawValue
        )
    }
}
