import CarnetTestKit
import Testing

/// SIGTERM: what is in flight is answered, the log is synced and sealed, the exit code is 0.
@Suite struct StopTests {
    @Test(arguments: ["always", "everysec", "none"])
    func nothingIsLostByAnOrderlyStopUnderLoad(level: String) throws {
        let seed = SeededRandom.seedOfThisRun
        let flags = ["--durability", level]
        let server = try ServerProcess(flags: flags)
        try server.connect().call("TENANT.CREATE", "bistro")
        let diaries = Load.run(
            server,
            tenant: "bistro",
            replies: 800,
            seed: seed,
            reached: { server.askToStop() }
        )
        #expect(server.wait() == .exited(0), "\(server.output)")
        // A seal stands at the log's end, and all hashes agree.
        let (status, output) = try ServerProcess.run(["verify", "--data", server.folder.data])
        #expect(status == .exited(0), "\(output)")

        let again = try ServerProcess(server.folder, flags: flags)
        let connection = try again.connect()
        let table = try ClientTable("bistro", connection)
        var check = LoadCheck("bistro", diaries)
        check.compare(table, lastLSN: try Load.lastLSN(connection))
        // In an orderly stop every command that had an effect was answered as well.
        let acknowledged = diaries.flatMap { $0.people.filter { $0.id != nil } }.count
        #expect(table.rows.count == acknowledged, "seed \(seed)")
        try check.repeatKeyed(table, connection)
        for fault in check.faults.prefix(10) { Issue.record("\(fault); seed \(seed)") }
        #expect(again.stop() == .exited(0))
        #expect(!again.output.contains("torn"), "\(again.output)")
    }

    @Test(arguments: ["always", "everysec", "none"])
    func aCleanStopLeavesTheSameState(level: String) throws {
        let server = try ServerProcess(flags: ["--durability", level])
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "salon", "COUNTRY", "FR")
        for number in 1...50 {
            try connection.call(
                "CLIENT.ADD",
                "salon",
                "last",
                "Person \(number)",
                "phone",
                "06 12 34 5\(number / 10) 1\(number % 10)",
                "ANYWAY"
            )
        }
        let digest = try connection.call("TENANT.DIGEST", "salon")
        #expect(digest["digest"]?.text?.count == 32)
        #expect(server.stop() == .exited(0))
        let again = try ServerProcess(server.folder, flags: ["--durability", level])
        #expect(try again.connect().call("TENANT.DIGEST", "salon") == digest)
        #expect(try again.connect().call("CLIENT.COUNT", "salon") == .integer(50))
    }

    /// More replies than the kernel takes at once are on their way when the signal comes: whatever
    /// was carried out is answered before the end.
    @Test func whatWasCarriedOutIsAnsweredBeforeTheStop() throws {
        let server = try ServerProcess()
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        try connection.call("CLIENT.ADD", "bistro", "last", "Lenz", "email", "lenz@example.org")
        let text = String(repeating: "x", count: 20_000)
        var commands: [UInt8] = []
        for number in 1...500 {
            commands += Connection.encode(["CLIENT.SET", "bistro", "1", "note", "\(number)"])
            commands += Connection.encode(["ECHO", text])
        }
        try connection.send(commands)
        _ = try connection.reply()
        server.askToStop()
        var acknowledged = 1
        do {
            while true {
                guard try connection.reply() == .bulk(Array(text.utf8)) else { break }
                guard try connection.reply()["version"] != nil else { break }
                acknowledged += 1
            }
        } catch is SocketError {
            // The end.
        }
        #expect(server.wait() == .exited(0))
        let again = try ServerProcess(server.folder)
        let client = try again.connect().call("CLIENT.GET", "bistro", "1")
        #expect(client["version"]?.integer == 1 + acknowledged)
    }

    @Test func shutdownEndsAsSIGTERMDoes() throws {
        let server = try ServerProcess()
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        try connection.send(Connection.encode(["SHUTDOWN"]))
        #expect(try connection.rest().isEmpty)
        #expect(server.wait() == .exited(0))
    }

    @Test func durableAlwaysUpgradesOneCommand() throws {
        let server = try ServerProcess(flags: ["--durability", "none"])
        let connection = try server.connect()
        let reply = try connection.call("TENANT.CREATE", "bistro", "DURABLE", "always")
        let lsn = try #require(reply["lsn"]?.integer)
        // Once it is answered it is durable, so there is nothing to wait for.
        let durable = try connection.call("WAITLSN", "\(lsn)", "1")
        #expect((durable.integer ?? 0) >= lsn, "\(durable)")
        let text = try connection.call("INFO", "persistence").text ?? ""
        #expect(text.contains("durability:none"))
    }

    @Test func twoServersDoNotShareAFolder() throws {
        let server = try ServerProcess()
        let second = try ServerProcess(starting: server.folder, flags: [])
        #expect(second.wait() == .exited(75), "\(second.output)")
        #expect(server.isRunning)
    }
}
