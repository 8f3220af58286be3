import Testing

/// Tokens over the socket of a real server: who is let in, and for how long.
@Suite struct TokenTests {
    private static func secret(_ reply: RESPValue) throws -> String {
        try #require(reply["secret"]?.text)
    }

    @Test func connectionsFromBeforeTheFirstTokenStayAsTheyAre() throws {
        let server = try ServerProcess()
        let early = try server.connect()
        try early.call("TENANT.CREATE", "bistro")
        let owner = try server.connect()
        let secret = try Self.secret(owner.call("TOKEN.CREATE", "desk", "ROLE", "staff"))
        #expect(try early.call("TENANT.GET", "bistro")["tenant"]?.text == "bistro")
        let late = try server.connect()
        #expect(try late.call("TENANT.GET", "bistro").errorCode == "NOAUTH")
        #expect(try late.call("AUTH", "desk", "wrong").errorCode == "WRONGPASS")
        #expect(try late.call("AUTH", "nobody", secret).errorCode == "WRONGPASS")
        #expect(try late.call("AUTH", "desk", secret) == .simple("OK"))
        #expect(try late.call("TENANT.GET", "bistro")["tenant"]?.text == "bistro")
        try late.call("RESET")
        #expect(try late.call("TENANT.GET", "bistro").errorCode == "NOAUTH")
    }

    @Test func helloGreetsAndAuthenticatesAtOnce() throws {
        let server = try ServerProcess()
        let owner = try server.connect()
        let secret = try Self.secret(owner.call("TOKEN.CREATE", "desk", "ROLE", "staff"))
        let connection = try server.connect()
        #expect(try connection.call("HELLO", "3").errorCode == "NOAUTH")
        #expect(try connection.call("HELLO", "3", "AUTH", "desk", "no").errorCode == "WRONGPASS")
        let hello = try connection.call("HELLO", "3", "AUTH", "desk", secret)
        #expect(hello["proto"]?.integer == 3)
        #expect(try connection.call("TENANT.LIST")["total"]?.integer == 0)
    }

    @Test func aRevokedTokenEndsAtOnce() throws {
        let server = try ServerProcess()
        let owner = try server.connect()
        let secret = try Self.secret(owner.call("TOKEN.CREATE", "desk", "ROLE", "staff"))
        try owner.call("TOKEN.CREATE", "ops", "ROLE", "admin")
        let desk = try server.connect()
        try desk.call("AUTH", "desk", secret)
        #expect(try desk.call("TENANT.LIST")["total"]?.integer == 0)
        try owner.call("TOKEN.REVOKE", "desk")
        #expect(try desk.call("TENANT.LIST").errorCode == "NOAUTH")
        #expect(try desk.call("AUTH", "desk", secret).errorCode == "WRONGPASS")
        // The same name again is another token.
        let other = try Self.secret(owner.call("TOKEN.CREATE", "desk", "ROLE", "staff"))
        #expect(other != secret)
        #expect(try desk.call("AUTH", "desk", secret).errorCode == "WRONGPASS")
        #expect(try desk.call("AUTH", "desk", other) == .simple("OK"))
    }

    @Test func tokensOutliveAKillAndASnapshot() throws {
        let folder = try DataFolder()
        var secrets: [String: String] = [:]
        do {
            let server = try ServerProcess(folder)
            let owner = try server.connect()
            for name in ["a", "b", "c"] {
                secrets[name] = try Self.secret(owner.call("TOKEN.CREATE", name, "ROLE", "staff"))
            }
            try owner.call("SNAPSHOT")
            secrets["d"] = try Self.secret(owner.call("TOKEN.CREATE", "d", "ROLE", "admin"))
            try owner.call("TOKEN.REVOKE", "b")
            server.kill()
        }
        let server = try ServerProcess(folder)
        for (name, secret) in secrets {
            let reply = try server.connect().call("AUTH", name, secret)
            #expect(name == "b" ? reply.errorCode == "WRONGPASS" : reply == .simple("OK"))
        }
    }

    @Test func theSocketInTheFolderNeedsNoToken() throws {
        let folder = try DataFolder()
        let server = try ServerProcess(folder)
        let owner = try server.connect()
        try owner.call("TOKEN.CREATE", "ops", "ROLE", "admin")
        let late = try server.connect()
        #expect(try late.call("TOKEN.LIST").errorCode == "NOAUTH")
        let list = try ChildProcess(
            ServerProcess.binary,
            ["token", "list", "--json", "--socket", folder.data + "/carnet.sock"],
            outputPath: folder.path + "/list"
        )
        #expect(list.wait(seconds: 30) == .exited(0))
        #expect(list.output.contains("\"ops\""))
    }

    @Test func wrongSecretsEndAConnection() throws {
        let server = try ServerProcess()
        let owner = try server.connect()
        try owner.call("TOKEN.CREATE", "desk", "ROLE", "staff")
        let connection = try server.connect()
        for _ in 0..<10 {
            #expect(try connection.call("AUTH", "desk", "guess").errorCode == "WRONGPASS")
        }
        #expect(try connection.rest().isEmpty)
    }

    @Test func theSameKeyOfTwoTokensIsTwoKeys() throws {
        let server = try ServerProcess()
        let owner = try server.connect()
        try owner.call("TENANT.CREATE", "bistro")
        var ids: Set<Int> = []
        for name in ["a", "b"] {
            let secret = try Self.secret(owner.call("TOKEN.CREATE", name, "ROLE", "staff"))
            for _ in 0..<2 {
                let connection = try server.connect()
                try connection.call("AUTH", name, secret)
                let reply = try connection.call(
                    "CLIENT.ADD",
                    "bistro",
                    "last",
                    "Lenz",
                    "email",
                    "\(name)@example.org",
                    "ANYWAY",
                    "KEY",
                    "k"
                )
                ids.insert(try #require(reply["id"]?.integer))
            }
        }
        #expect(ids == [1, 2])
    }
}
