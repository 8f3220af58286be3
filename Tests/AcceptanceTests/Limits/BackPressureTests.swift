import Testing

/// Clients that read late, or never: no deadlock, and bounded memory.
@Suite struct BackPressureTests {
    /// Client libraries send a whole pipeline before they read its first reply.
    @Test func aHugePipelineGetsAllItsReplies() throws {
        let server = try ServerProcess()
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        try connection.call("CLIENT.ADD", "bistro", "last", "Lenz", "email", "lenz@example.org")
        let count = 200_000
        var commands: [UInt8] = []
        for number in 0..<count {
            commands +=
                number.isMultiple(of: 2)
                ? Connection.encode(["CLIENT.GET", "bistro", "1", "FIELDS", "id,last"])
                : Connection.encode(["ECHO", "\(number)"])
        }
        try connection.send(commands)
        var wrong = 0
        for number in 0..<count {
            let reply = try connection.reply()
            let isRight =
                number.isMultiple(of: 2)
                ? reply["last"]?.text == "Lenz" : reply.integer == number
            if !isRight { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(try connection.call("PING") == .simple("PONG"))
    }

    /// Writes in a pipeline that is sent whole before a reply is read.
    @Test func aHugePipelineOfWritesGetsAllItsReplies() throws {
        let server = try ServerProcess()
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        let count = 10_000
        var commands: [UInt8] = []
        for number in 1...count {
            commands += Connection.encode([
                "CLIENT.ADD", "bistro", "last", "P\(number)", "email", "p\(number)@example.org",
                "ANYWAY",
            ])
        }
        try connection.send(commands)
        for number in 1...count {
            let reply = try connection.reply()
            guard reply["id"]?.integer == number else {
                Issue.record("reply \(number) is \(reply)")
                break
            }
        }
    }

    /// Eight peers send for ever and read nothing; others go on, and memory stays bounded.
    @Test func aPeerThatNeverReadsIsCutOff() throws {
        let limit = 1 << 20
        let server = try ServerProcess(flags: ["--max-unsent-bytes", "\(limit)"])
        let good = try server.connect()
        try good.call("PING")
        let before = server.residentByteCount
        let echo = Connection.encode(["ECHO", String(repeating: "x", count: 60_000)])
        var peers = try (0..<8).map { _ in try Socket(port: server.port, receiveByteCount: 4_096) }
        var sent = 0
        var cutOff = 0
        var largest = before
        let deadline = ContinuousClock.now + .seconds(40)
        while !peers.isEmpty, ContinuousClock.now < deadline {
            var open: [Socket] = []
            for peer in peers {
                do {
                    sent += try peer.sendSome(echo)
                    open.append(peer)
                } catch SocketError.lost {
                    cutOff += 1
                }
            }
            peers = open
            if let peer = peers.first { _ = peer.waitUntilReady(toSend: true, milliseconds: 5) }
            largest = max(largest, server.residentByteCount)
            #expect(try good.call("PING") == .simple("PONG"))
        }
        #expect(cutOff == 8, "\(peers.count) of 8 are still open after \(sent) bytes")
        // Eight limits, the buffers on the way, and what the allocator keeps.
        #expect(largest - before < 96 << 20, "grew by \(largest - before) bytes for \(sent) sent")
        #expect(try good.call("PING") == .simple("PONG"))
        #expect(server.isRunning)
    }

    /// The limit of all connections together: whoever has most unsent goes first.
    @Test func allTogetherStayUnderTheirLimit() throws {
        let server = try ServerProcess(flags: ["--max-unsent-bytes-in-all", "4194304"])
        let good = try server.connect()
        let before = server.residentByteCount
        let echo = Connection.encode(["ECHO", String(repeating: "x", count: 60_000)])
        var peers = try (0..<6).map { _ in try Socket(port: server.port, receiveByteCount: 4_096) }
        var largest = before
        var cutOff = 0
        let deadline = ContinuousClock.now + .seconds(40)
        while cutOff < 3, ContinuousClock.now < deadline {
            var open: [Socket] = []
            for peer in peers {
                do {
                    _ = try peer.sendSome(echo)
                    open.append(peer)
                } catch SocketError.lost {
                    cutOff += 1
                }
            }
            peers = open
            largest = max(largest, server.residentByteCount)
            #expect(try good.call("PING") == .simple("PONG"))
        }
        #expect(cutOff >= 3, "\(cutOff) of 6 were cut off")
        #expect(largest - before < 96 << 20, "grew by \(largest - before) bytes")
        #expect(server.output.contains("all connections"), "\(server.output.suffix(500))")
    }

    /// Whoever reads at last finds why it was cut off.
    @Test func theCutOffTellsWhy() throws {
        let server = try ServerProcess(flags: ["--max-unsent-bytes", "65536"])
        let connection = try server.connect()
        let echo = Connection.encode(["ECHO", String(repeating: "x", count: 30_000)])
        // More than the limit and the kernel's buffers take, sent as far as it goes.
        var left = 1_000
        while left > 0, connection.socket.waitUntilReady(toSend: true, milliseconds: 200) {
            guard (try? connection.send(echo)) != nil else { break }
            left -= 1
        }
        let text = String(decoding: try connection.rest().suffix(400), as: UTF8.self)
        #expect(text.contains("-TOOBIG "), "\(text.suffix(200))")
        #expect(text.contains("65536"), "\(text.suffix(200))")
        #expect(try server.connect().call("PING") == .simple("PONG"))
    }

    enum Ending: CaseIterable { case quit, endOfSending, brokenFraming }

    /// However a connection ends in order, what was answered is sent first, even when it is more
    /// than the kernel takes at once.
    @Test(arguments: Ending.allCases)
    func repliesAreSentBeforeTheEnd(ending: Ending) throws {
        let server = try ServerProcess()
        let connection = try server.connect()
        let text = String(repeating: "x", count: 20_000)
        let count = 1_000
        var commands: [UInt8] = []
        for _ in 0..<count { commands += Connection.encode(["ECHO", text]) }
        if ending == .quit { commands += Connection.encode(["QUIT"]) }
        if ending == .brokenFraming { commands += Array("*x\r\n".utf8) }
        try connection.send(commands)
        if ending == .endOfSending { connection.socket.endSending() }
        var received = 0
        while received < count, (try? connection.reply()) == .bulk(Array(text.utf8)) {
            received += 1
        }
        #expect(received == count)
        if ending == .quit { #expect(try connection.reply() == .simple("OK")) }
        if ending == .brokenFraming { #expect(try connection.reply().errorCode == "ERR") }
        #expect(try connection.rest().isEmpty)
    }
}
