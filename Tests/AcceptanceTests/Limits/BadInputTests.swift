import CarnetTestKit
import Testing

/// Bad input of every kind: a clear error, the server alive, other connections unharmed.
@Suite struct BadInputTests {
    /// One server for the whole table: whatever it has swallowed before, it goes on.
    @Test func everyHostileInputGetsAClearError() throws {
        let server = try ServerProcess()
        let bystander = try server.connect()
        try bystander.call("TENANT.CREATE", "bistro", "COUNTRY", "CH")
        try bystander.call("CLIENT.ADD", "bistro", "last", "Lenz", "email", "lenz@example.org")
        let client = try bystander.call("CLIENT.GET", "bistro", "1")
        for input in HostileInput.all {
            do {
                try check(input, server)
            } catch {
                Issue.record("\(input.name): \(error)")
            }
            #expect(try bystander.call("CLIENT.GET", "bistro", "1") == client, "\(input.name)")
        }
        #expect(try bystander.call("CLIENT.COUNT", "bistro") == .integer(1))
        #expect(server.stop() == .exited(0), "\(server.output.suffix(2_000))")
    }

    /// The same bytes, one at a time: what comes in pieces is read like what comes at once.
    @Test func piecesAreReadLikeWholes() throws {
        let server = try ServerProcess()
        let bystander = try server.connect()
        try bystander.call("TENANT.CREATE", "bistro", "COUNTRY", "CH")
        for input in HostileInput.all where input.bytes.count < 200 {
            do {
                try check(input, server, inPieces: true)
            } catch {
                Issue.record("\(input.name): \(error)")
            }
        }
        #expect(try bystander.call("PING") == .simple("PONG"))
    }

    private func check(
        _ input: HostileInput,
        _ server: ServerProcess,
        inPieces: Bool = false
    ) throws {
        let connection = try server.connect()
        do {
            if inPieces {
                for byte in input.bytes { try connection.send([byte]) }
            } else {
                try connection.send(input.bytes)
            }
        } catch SocketError.lost where !input.replies.isEmpty {
            // It was closed while the rest was still on its way; what it said may be read.
        }
        for start in input.replies {
            let line = String(decoding: try connection.line(), as: UTF8.self)
            #expect(line.hasPrefix(start), "\(input.name): \(line.prefix(300))")
        }
        switch input.fate {
        case .lives:
            #expect(try connection.call("ECHO", "still here") == .bulk(Array("still here".utf8)))
        case .closes:
            #expect(try connection.rest().isEmpty, "\(input.name)")
        case .waits(let rest):
            try connection.send(rest)
            #expect(try connection.reply() == .bulk(Array("abc".utf8)), "\(input.name)")
            #expect(try connection.call("PING") == .simple("PONG"))
        }
    }

    /// Random bytes: whatever they are, the server goes on.
    @Test func randomBytesHarmNobody() throws {
        let seed = SeededRandom.seedOfThisRun
        var random = SeededRandom(seed: seed)
        let server = try ServerProcess()
        let bystander = try server.connect()
        let starts: [[UInt8]] = [
            [], Array("*3\r\n$10\r\nCLIENT.ADD\r\n$6\r\nbistro\r\n".utf8),
            Array("*2\r\n$4\r\n".utf8),
            Array("CLIENT.GET ".utf8), Array("*1\r\n".utf8), Array("MODE JSON\r\n".utf8),
        ]
        for round in 0..<200 {
            let socket = try Socket(port: server.port)
            var bytes = starts[round % starts.count]
            for _ in 0..<Int.random(in: 1...4_000, using: &random) {
                bytes.append(UInt8.random(in: 0...255, using: &random))
            }
            _ = try? socket.send(bytes)
            if round.isMultiple(of: 20) {
                #expect(try bystander.call("PING") == .simple("PONG"), "seed \(seed)")
            }
        }
        #expect(try bystander.call("PING") == .simple("PONG"), "seed \(seed)")
        #expect(server.stop() == .exited(0), "seed \(seed): \(server.output.suffix(2_000))")
    }

    /// Five hundred sockets that say nothing cost nobody anything.
    @Test func idleConnectionsDoNotStandInTheWay() throws {
        let server = try ServerProcess()
        let idle = try (0..<500).map { _ in try Socket(port: server.port) }
        let connection = try server.connect()
        for _ in 0..<100 { #expect(try connection.call("PING") == .simple("PONG")) }
        #expect(idle.count == 500)
    }

    /// Who ends its side after the last command still gets all replies.
    @Test func halfClosedConnectionsAreAnswered() throws {
        let server = try ServerProcess()
        let connection = try server.connect()
        var commands: [UInt8] = []
        for number in 0..<1_000 { commands += Connection.encode(["ECHO", "\(number)"]) }
        try connection.send(commands)
        connection.socket.endSending()
        for number in 0..<1_000 { #expect(try connection.reply().integer == number) }
        #expect(try connection.rest().isEmpty)
    }
}
