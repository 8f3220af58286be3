import Testing

/// RELIABILITY 6, what one tenant may have: QUOTA names the limit, and others are not touched.
@Suite struct TenantLimitTests {
    private func add(_ connection: Connection, _ tenant: String, _ number: Int) throws -> RESPValue
    {
        try connection.call(
            "CLIENT.ADD",
            tenant,
            "last",
            "P\(number)",
            "email",
            "p\(number)@example.org"
        )
    }

    private func venues(_ server: ServerProcess) throws -> Connection {
        let connection = try server.connect()
        for name in ["bistro", "salon"] { try connection.call("TENANT.CREATE", name) }
        return connection
    }

    @Test func clientsOfOneTenant() throws {
        let server = try ServerProcess(flags: ["--max-tenant-clients", "3"])
        let connection = try venues(server)
        for number in 1...3 { #expect(try add(connection, "bistro", number).errorCode == nil) }
        let fourth = try add(connection, "bistro", 4)
        #expect(fourth.errorCode == "QUOTA")
        #expect(fourth.errorText?.contains("max-tenant-clients") == true, "\(fourth)")
        // What makes no new client goes on, inactive ones count, and so do others' of their own.
        #expect(
            try connection.call("CLIENT.SET", "bistro", "1", "city", "Basel").errorCode == nil
        )
        #expect(try connection.call("CLIENT.DEACTIVATE", "bistro", "1").errorCode == nil)
        #expect(try add(connection, "bistro", 5).errorCode == "QUOTA")
        let upsert = try connection.call(
            "CLIENT.UPSERT",
            "bistro",
            "EXTERNAL",
            "r",
            "last",
            "P",
            "email",
            "r@example.org"
        )
        #expect(upsert.errorCode == "QUOTA", "\(upsert)")
        #expect(try connection.call("CLIENT.COUNT", "bistro", "STATUS", "any").integer == 3)
        #expect(try add(connection, "salon", 1).errorCode == nil)
        #expect(
            try connection.call("CONFIG", "SET", "max-tenant-clients", "0") == .simple("OK")
        )
        #expect(try add(connection, "bistro", 6).errorCode == nil)
        let errors = try InfoLines(connection.call("INFO", "errorstats"))
        #expect(errors["errorstat_QUOTA"] == "count=3")
        #expect(server.isRunning)
    }

    @Test func bytesOfOneTenant() throws {
        let server = try ServerProcess(flags: ["--max-tenant-bytes", "64KiB"])
        let connection = try venues(server)
        var refused: RESPValue?
        let note = String(repeating: "n", count: 4_000)
        for number in 1...40 where refused == nil {
            let reply = try connection.call(
                "CLIENT.ADD",
                "bistro",
                "last",
                "P\(number)",
                "email",
                "p\(number)@example.org",
                "note",
                note
            )
            if reply.errorCode != nil { refused = reply }
        }
        #expect(refused?.errorCode == "QUOTA", "160 KB were taken")
        #expect(refused?.errorText?.contains("max-tenant-bytes") == true)
        // What is smaller may still fit.
        let longer = String(repeating: "n", count: 8_000)
        let grown = try connection.call("CLIENT.SET", "bistro", "1", "note", longer)
        #expect(grown.errorCode == "QUOTA", "\(grown)")
        #expect(try connection.call("CLIENT.DEACTIVATE", "bistro", "1").errorCode == nil)
        #expect(try add(connection, "salon", 1).errorCode == nil)
        #expect(server.isRunning)
    }

    @Test func writesASecondOfOneTenant() throws {
        let server = try ServerProcess()
        let connection = try venues(server)
        try connection.call("CONFIG", "SET", "max-tenant-writes-per-second", "1")
        // Two hundred writes would have to take more than three minutes for none to be refused.
        var commands: [UInt8] = []
        for number in 1...200 {
            commands += Connection.encode([
                "CLIENT.ADD", "bistro", "last", "P", "email", "p\(number)@example.org",
                "ANYWAY",
            ])
        }
        try connection.send(commands)
        var taken = 0
        var refused = 0
        for _ in 1...200 {
            let reply = try connection.reply()
            if reply.errorCode == nil { taken += 1 }
            if reply.errorText?.contains("max-tenant-writes-per-second") == true {
                #expect(reply.errorCode == "QUOTA")
                refused += 1
            }
        }
        #expect(taken >= 1 && refused >= 1 && taken + refused == 200, "\(taken) and \(refused)")
        #expect(try connection.call("CLIENT.COUNT", "bistro").integer == taken)
        #expect(try add(connection, "salon", 1).errorCode == nil)
        #expect(server.isRunning)
    }
}
