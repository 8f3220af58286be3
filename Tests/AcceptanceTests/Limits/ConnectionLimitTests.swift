import Testing

/// RELIABILITY 6, connections: of all, of one tenant, of one address, and in the middle of a
/// command.
@Suite struct ConnectionLimitTests {
    /// A server whose places are all taken.
    private func full(_ count: Int, flags: [String] = []) throws -> (ServerProcess, [Connection]) {
        let server = try ServerProcess(flags: ["--max-connections", "\(count)"] + flags)
        let first = try server.connect()
        // The connection that showed the server to be ready may not be gone yet.
        try Wait.until {
            try InfoLines(first.call("INFO", "clients")).number("connected_clients") == 1
        }
        let others = try (1..<count).map { _ in try server.connect() }
        for connection in others { #expect(try connection.call("PING") == .simple("PONG")) }
        return (server, [first] + others)
    }

    @Test func onePlaceIsKeptForAdministration() throws {
        let (server, open) = try full(3)
        let administrator = try server.connect()
        #expect(try administrator.call("PING") == .simple("PONG"))
        #expect(try administrator.call("INFO", "server").errorCode == nil)
        #expect(try administrator.call("SNAPSHOT.STATUS").errorCode == nil)
        let next = try server.connect()
        let refusal = try next.reply()
        #expect(refusal.errorCode == "OVERLOAD", "\(refusal)")
        #expect(try next.rest().isEmpty)
        // Who has the place and wants something else loses it.
        let reply = try administrator.call("CLIENT.GET", "bistro", "1")
        #expect(reply.errorCode == "OVERLOAD", "\(reply)")
        #expect(try administrator.rest().isEmpty)
        // The operator makes room for everybody.
        try Wait.until {
            let again = try server.connect()
            return (try? again.call("CONFIG", "SET", "max-connections", "50")) == .simple("OK")
        }
        let guest = try server.connect()
        #expect(try guest.call("TENANT.CREATE", "bistro").errorCode == nil)
        for connection in open { #expect(try connection.call("PING") == .simple("PONG")) }
    }

    @Test func thePlaceForAdministrationIsNotKeptForTheIdle() throws {
        let (server, open) = try full(2, flags: ["--max-command-seconds", "1"])
        let idle = try server.connect()
        #expect(try idle.call("PING") == .simple("PONG"))
        // The server's clock ends it, and says why.
        let reply = try idle.reply()
        #expect(reply.errorCode == "OVERLOAD", "\(reply)")
        #expect(try idle.rest().isEmpty)
        for connection in open { #expect(try connection.call("PING") == .simple("PONG")) }
    }

    @Test func connectionsOfOneTenantAlone() throws {
        let server = try ServerProcess(flags: ["--max-tenant-connections", "3"])
        let platform = try server.connect()
        for name in ["bistro", "salon"] {
            #expect(try platform.call("TENANT.CREATE", name).errorCode == nil)
        }
        let staff = try (0..<3).map { _ in try server.connect() }
        for connection in staff {
            #expect(try connection.call("CLIENT.COUNT", "bistro").integer == 0)
        }
        let fourth = try server.connect()
        let refusal = try fourth.call("CLIENT.COUNT", "bistro")
        #expect(refusal.errorCode == "OVERLOAD")
        #expect(refusal.errorText?.contains("max-tenant-connections") == true, "\(refusal)")
        #expect(try fourth.rest().isEmpty)
        // Others are not touched, nor is who asks about several.
        #expect(try server.connect().call("CLIENT.COUNT", "salon").integer == 0)
        for name in ["bistro", "salon", "bistro"] {
            #expect(try platform.call("CLIENT.COUNT", name).integer == 0)
        }
        // One that turns out to be a platform's gives its place away, and so does one that ends.
        #expect(try staff[0].call("CLIENT.COUNT", "salon").integer == 0)
        let fifth = try server.connect()
        #expect(try fifth.call("CLIENT.COUNT", "bistro").integer == 0)
        fifth.socket.close()
        try Wait.until {
            try server.connect().call("CLIENT.COUNT", "bistro").integer == 0
        }
    }

    /// Needs an address of this machine that is not a loopback's.
    @Test(.enabled(if: Socket.ownAddress != nil, "this machine has no address but loopback's"))
    func connectionsOfOneAddress() throws {
        let address = try #require(Socket.ownAddress)
        let server = try ServerProcess(
            flags: [
                "--host", "0.0.0.0", "--insecure-bind", "--max-address-connections", "2",
            ]
        )
        let open = try (0..<2).map { _ in try Connection(host: address, port: server.port) }
        for connection in open { #expect(try connection.call("PING") == .simple("PONG")) }
        let third = try Connection(host: address, port: server.port)
        let refusal = try third.reply()
        #expect(refusal.errorCode == "OVERLOAD")
        #expect(refusal.errorText?.contains("max-address-connections") == true, "\(refusal)")
        #expect(try third.rest().isEmpty)
        // This machine's own have no such limit.
        let local = try (0..<5).map { _ in try server.connect() }
        for connection in local { #expect(try connection.call("PING") == .simple("PONG")) }
        open[0].socket.close()
        try Wait.until {
            (try? Connection(host: address, port: server.port).call("PING")) == .simple("PONG")
        }
    }

    /// A command that never gets whole ends its connection; idle ones stay.
    @Test(arguments: ["*2\r\n$4\r\nECHO\r\n$3\r\nab", "ECHO a", "*1\r\n$2000000\r\nabc"])
    func halfACommandHasItsTime(bytes: String) throws {
        let server = try ServerProcess(flags: ["--max-command-seconds", "1"])
        let idle = try server.connect()
        #expect(try idle.call("PING") == .simple("PONG"))
        let connection = try server.connect()
        try connection.send(bytes)
        let reply = try connection.reply()
        #expect(reply.errorCode == "ERR", "\(reply)")
        #expect(reply.errorText?.contains("1 seconds") == true, "\(reply)")
        #expect(try connection.rest().isEmpty)
        #expect(try idle.call("PING") == .simple("PONG"))
    }

    /// The time begins anew with each command: a pipeline that is cut anywhere goes on for ever.
    @Test func manyCommandsHaveEachTheirTime() throws {
        let server = try ServerProcess(flags: ["--max-command-seconds", "1"])
        let connection = try server.connect()
        let end = ContinuousClock.now + .seconds(4)
        var count = 0
        try connection.send("*2\r\n$4\r\nECHO\r\n$2\r\n")
        while ContinuousClock.now < end {
            // The end of one command and the beginning of the next.
            try connection.send("ab\r\n*2\r\n$4\r\nECHO\r\n$2\r\n")
            #expect(try connection.reply() == .bulk(Array("ab".utf8)))
            count += 1
            _ = connection.socket.waitUntilReady(toSend: false, milliseconds: 200)
        }
        #expect(count > 4)
    }
}
