import Testing

/// What a script is told by the exit code, and a person by the sentence beside it.
@Suite struct ExitCodeTests {
    @Test(
        arguments: [
            (["--help"], 0, "carnet serve"), (["help"], 0, "serve"),
            (["serve", "--help"], 0, "--port"),
            (["--version"], 0, "."), (["nosuch"], 64, "nosuch"),
            (["serve", "--nosuch"], 64, "nosuch"),
            (["serve", "--memory", "much"], 64, "--memory"),
            (["serve", "--memory", "1k"], 64, "--memory"),
            (["serve", "--memory-hard-percent", "101"], 64, "--memory-hard-percent"),
            (["verify", "--data", "/nowhere/at/all"], 66, "/nowhere/at/all"),
        ] as [([String], Int32, String)]
    )
    func aCommandLineHasItsCode(words: [String], code: Int32, said: String) throws {
        let (status, output) = try ServerProcess.run(words)
        #expect(status == .exited(code), "\(output)")
        #expect(output.contains(said), "\(output)")
    }

    @Test func aPortThatIsTakenIsSaid() throws {
        let first = try ServerProcess()
        let folder = try DataFolder()
        let words = ["serve", "--port", "\(first.port)", "--data", folder.data]
        let (status, output) = try ServerProcess.run(words)
        #expect(status == .exited(69), "\(output)")
        #expect(output.contains("another process listens there; stop it or choose another --port"))
        #expect(!output.contains("descriptor"), "raw words of a library: \(output)")
        #expect(try first.connect().call("PING") == .simple("PONG"))
    }

    @Test func nobodyThereIsSaid() throws {
        let port = try Socket.freePort()
        let (status, output) = try ServerProcess.run(["status", "--port", "\(port)"])
        #expect(status == .exited(69), "\(output)")
        #expect(output.contains("nobody listens there; start 'carnet serve'"), "\(output)")
    }

    @Test func aFolderInUseIsSaid() throws {
        let first = try ServerProcess()
        let port = try Socket.freePort()
        let words = ["serve", "--port", "\(port)", "--data", first.folder.data]
        let (status, output) = try ServerProcess.run(words)
        #expect(status == .exited(75), "\(output)")
    }
}
