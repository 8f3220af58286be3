import CarnetWire
import Glibc
import NIOCore
import Testing

@testable import CarnetClient

/// What the client library promises, against a server whose every byte the test decides. The
/// limit is only there so that nothing hangs for ever: other suites share the processors.
@Suite(.timeLimit(.minutes(10)))
struct CarnetConnectionTests {
    private static let hello = "%1\r\n+server\r\n+carnet\r\n"

    /// Runs `body` with a connection to a server that greets and then follows `script`, whose
    /// numbers start with the first command after the greeting.
    private func withConnection(
        options: CarnetClientOptions = CarnetClientOptions(),
        _ script: @escaping ScriptedServer.Script,
        _ body: (CarnetConnection) async throws -> Void
    ) async throws {
        let server = try await ScriptedServer.start { number, command in
            if command == "QUIT" { return ["+OK\r\n"] }
            return number == 0 ? [Self.hello] : script(number - 1, command)
        }
        let connection = try await CarnetConnection.connect(
            host: "127.0.0.1",
            port: server.port,
            options: options
        )
        try await body(connection)
        await connection.close()
        await server.stop()
    }

    @Test(arguments: [
        ("+OK\r\n", Reply.simple("OK")), (":42\r\n", .integer(42)),
        ("$4\r\na\r\nb\r\n", .bulk(Array("a\r\nb".utf8))), ("_\r\n", .null),
        ("#t\r\n", .boolean(true)),
        ("*2\r\n:1\r\n*1\r\n+a\r\n", .array([.integer(1), .array([.simple("a")])])),
    ])
    func aReplyIsReadAtAnySplit(bytes: String, expected: Reply) async throws {
        let whole = Array(bytes.utf8)
        let splits = 1..<whole.count
        try await withConnection { number, _ in
            let split = splits.lowerBound + number
            return [
                String(decoding: whole[..<split], as: UTF8.self),
                String(decoding: whole[split...], as: UTF8.self),
            ]
        } _: { connection in
            for _ in splits {
                let reply = try await connection.send("PING")
                #expect(reply == expected)
            }
        }
    }

    @Test func commandsOfManyTasksGetTheirOwnReplies() async throws {
        try await withConnection { _, command in
            ["+\(command.dropFirst("ECHO ".count))\r\n"]
        } _: { connection in
            try await withThrowingTaskGroup(of: (Int, [Reply]).self) { group in
                for task in 0..<20 {
                    group.addTask {
                        let commands = (0..<50).map { ["ECHO", "\(task)-\($0)"] }
                        return (task, try await connection.sendAll(commands))
                    }
                }
                for try await (task, replies) in group {
                    #expect(replies.map(\.spelled) == (0..<50).map { "\(task)-\($0)" })
                }
            }
        }
    }

    @Test func anErrorIsThrownBySendAndListedBySendAll() async throws {
        try await withConnection { number, _ in
            number == 2 ? ["+OK\r\n"] : ["-NOCLIENT no client 7 here\r\n"]
        } _: { connection in
            let wanted = CarnetClientError.server(code: "NOCLIENT", message: "no client 7 here")
            await #expect(throws: wanted) { try await connection.send("CLIENT.GET", "bistro", "7") }
            let replies = try await connection.sendAll([["CLIENT.GET"], ["PING"]])
            #expect(replies.count == 2)
            guard case .error(let error) = replies[0] else {
                Issue.record("the first reply is \(replies[0])")
                return
            }
            #expect(error.code == "NOCLIENT")
            #expect(replies[1] == .simple("OK"))
        }
    }

    @Test func aLostConnectionFailsWhatWaitsAndWhatComes() async throws {
        try await withConnection { number, _ in
            number == 0 ? ["+first\r\n"] : nil
        } _: { connection in
            let reply = try await connection.send("PING")
            #expect(reply == .simple("first"))
            await #expect(throws: CarnetClientError.closed) { try await connection.send("PING") }
            await #expect(throws: CarnetClientError.closed) { try await connection.send("PING") }
            #expect(!connection.isOpen)
        }
    }

    @Test func aLateReplyClosesTheConnection() async throws {
        var options = CarnetClientOptions()
        options.replyTimeout = .milliseconds(50)
        try await withConnection(options: options) { _, _ in
            []
        } _: { connection in
            await #expect(throws: CarnetClientError.timedOut(seconds: 0.05)) {
                try await connection.send("SNAPSHOT")
            }
            await #expect(throws: CarnetClientError.self) { try await connection.send("PING") }
        }
    }

    @Test(arguments: ["what is this\r\n", "$99999999999999999999\r\n", ":x\r\n", "\u{0}\u{1}"])
    func whatIsNotRESPClosesTheConnection(bytes: String) async throws {
        var options = CarnetClientOptions()
        options.replyTimeout = .seconds(5)
        try await withConnection(options: options) { _, _ in
            [bytes]
        } _: { connection in
            await #expect {
                try await connection.send("PING")
            } throws: { error in
                if case .unreadable = error as? CarnetClientError { true } else { false }
            }
            #expect(!connection.isOpen)
        }
    }

    @Test func theLastWordsOfAServerNameTheReason() async throws {
        try await withConnection { _, _ in
            ["+OK\r\n-TOOBIG unsent replies pass 32 MiB; read faster\r\n"]
        } _: { connection in
            let reply = try await connection.send("PING")
            #expect(reply == .simple("OK"))
            let wanted = CarnetClientError.server(
                code: "TOOBIG",
                message: "unsent replies pass 32 MiB; read faster"
            )
            await #expect(throws: wanted) { try await connection.send("PING") }
        }
    }

    @Test func pushesAreNoReplies() async throws {
        try await withConnection { _, _ in
            [">2\r\n+invalidate\r\n+x\r\n:1\r\n"]
        } _: { connection in
            let reply = try await connection.send("PING")
            #expect(reply == .integer(1))
        }
    }

    @Test func theGreetingCarriesTokenAndName() async throws {
        var options = CarnetClientOptions()
        options.token = (name: "desk", secret: "s3cret")
        options.connectionName = "till-4"
        let server = try await ScriptedServer.start { _, command in
            command == "HELLO 3 AUTH desk s3cret SETNAME till-4"
                ? [Self.hello] : ["-WRONGPASS \(command)\r\n"]
        }
        let connection = try await CarnetConnection.connect(
            host: "127.0.0.1",
            port: server.port,
            options: options
        )
        #expect(connection.isOpen)
        await server.stop()
    }

    @Test func aRefusedGreetingIsThrown() async throws {
        let server = try await ScriptedServer.start { _, _ in ["-NOAUTH sign in first\r\n"] }
        let wanted = CarnetClientError.server(code: "NOAUTH", message: "sign in first")
        await #expect(throws: wanted) {
            try await CarnetConnection.connect(host: "127.0.0.1", port: server.port)
        }
        await server.stop()
    }

    @Test func nobodyThereIsUnreachable() async throws {
        let server = try await ScriptedServer.start { _, _ in nil }
        await server.stop()
        do {
            _ = try await CarnetConnection.connect(host: "127.0.0.1", port: server.port)
            Issue.record("connected to a closed port")
        } catch .unreachable(let host, let port, let reason) {
            #expect(host == "127.0.0.1")
            #expect(port == server.port)
            #expect(reason.hasPrefix("nobody listens there; start 'carnet serve'"), "\(reason)")
        } catch {
            Issue.record("threw \(error)")
        }
    }

    /// RFC 6761: no machine is ever called so.
    @Test func anUnknownNameIsSaid() async throws {
        do {
            _ = try await CarnetConnection.connect(host: "carnet.invalid", port: 7_420)
            Issue.record("connected to nowhere")
        } catch .unreachable(_, _, let reason) {
            #expect(reason.hasPrefix("no machine is called 'carnet.invalid'"), "\(reason)")
        } catch {
            Issue.record("threw \(error)")
        }
    }

    /// What the libraries call a failure is nothing for people.
    @Test(arguments: [
        (ECONNREFUSED, "nobody listens there"), (ETIMEDOUT, "it did not answer"),
        (ENETUNREACH, "there is no way"), (EMFILE, "this process"), (ENOTTY, "system error 25"),
    ])
    func aReasonIsASentence(code: CInt, start: String) {
        let error = IOError(errnoCode: code, reason: "connect(descriptor:addr:size:)")
        let reason = ConnectFailure.reason(error, CarnetClientOptions())
        #expect(reason.hasPrefix(start), "\(reason)")
        #expect(!reason.contains("descriptor"))
    }

    @Test func aCommandNeedsAWord() async throws {
        try await withConnection { _, _ in
            ["+OK\r\n"]
        } _: { connection in
            await #expect(throws: CarnetClientError.emptyCommand) {
                try await connection.sendAll([["PING"], []])
            }
            let replies = try await connection.sendAll([])
            #expect(replies.isEmpty)
        }
    }
}
