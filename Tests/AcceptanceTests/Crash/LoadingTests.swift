import Testing

/// While the lists are read into memory connections are taken, told LOADING, and served later.
@Suite struct LoadingTests {
    private static let clientCount = 6_000

    private static func filledFolder() throws -> DataFolder {
        let server = try ServerProcess()
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        var commands: [UInt8] = []
        for number in 1...clientCount {
            commands += Connection.encode([
                "CLIENT.ADD", "bistro", "last", "P\(number)", "email", "p\(number)@example.org",
                "ANYWAY",
            ])
        }
        try connection.send(commands)
        for _ in 0..<clientCount { _ = try connection.reply() }
        server.kill()
        return server.folder
    }

    /// Connects as soon as anybody listens.
    private static func firstConnection(_ server: ServerProcess) throws -> Connection {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            if let connection = try? server.connect() { return connection }
            if let status = server.wait(seconds: 0.001) {
                throw ServerProcess.NotReady(status: status, output: server.output)
            }
        }
        throw ServerProcess.NotReady(status: nil, output: server.output)
    }

    @Test func whoComesEarlyIsServedOnTheSameConnection() throws {
        let folder = try Self.filledFolder()
        let server = try ServerProcess(starting: folder, flags: [])
        let connection = try Self.firstConnection(server)
        // The greeting of a client library is answered whatever the lists are doing.
        #expect(try connection.call("HELLO", "3", "SETNAME", "early")["proto"]?.integer == 3)
        #expect(try connection.call("CLIENT", "SETINFO", "LIB-NAME", "tests") == .simple("OK"))
        let info = try connection.call("INFO", "persistence").text ?? ""
        let first = try connection.call("CLIENT.COUNT", "bistro")
        if info.contains("loading:0") {
            #expect(first == .integer(Self.clientCount))
        } else {
            #expect(info.contains("loading:1"), "\(info)")
        }
        var count = first
        let deadline = ContinuousClock.now + .seconds(30)
        while count.errorCode == "LOADING", ContinuousClock.now < deadline {
            _ = server.wait(seconds: 0.002)
            count = try connection.call("CLIENT.COUNT", "bistro")
        }
        #expect(count == .integer(Self.clientCount))
        #expect(try connection.call("CLIENT", "GETNAME").text == "early")
        // Still in RESP3.
        guard case .map = try connection.call("CLIENT.GET", "bistro", "1") else {
            Issue.record("the form of replies was lost on the way")
            return
        }
    }

    /// Whoever comes and goes meanwhile leaves no trace.
    @Test func whoGoesEarlyIsForgotten() throws {
        let folder = try Self.filledFolder()
        let server = try ServerProcess(starting: folder, flags: ["--max-connections", "8"])
        let deadline = ContinuousClock.now + .seconds(30)
        var early = 0
        while ContinuousClock.now < deadline {
            let connection = try Self.firstConnection(server)
            guard try connection.call("CLIENT.COUNT", "bistro").errorCode == "LOADING" else {
                break
            }
            early += 1
            connection.socket.close()
        }
        // Eight at a time is enough for one after another.
        var count: RESPValue?
        while count != .integer(Self.clientCount), ContinuousClock.now < deadline {
            count = try? server.connect().call("CLIENT.COUNT", "bistro")
        }
        #expect(count == .integer(Self.clientCount), "after \(early) early ones: \(count as Any)")
    }
}
