import Testing

/// RELIABILITY 6, memory: writes are refused in time, reads go on, and it ends by itself.
@Suite struct MemoryLimitTests {
    private func info(_ connection: Connection, _ name: String) throws -> String? {
        try InfoLines(connection.call("INFO", "memory"))[name]
    }

    @Test func pastTheHardLimitWritesAreRefusedAndReadsGoOn() throws {
        let folder = try DataFolder()
        let before = try ServerProcess(folder)
        try before.connect().call("TENANT.CREATE", "bistro")
        try before.connect().call("CLIENT.ADD", "bistro", "last", "Lenz", "phone", "+41446681800")
        #expect(before.stop() == .exited(0))

        // Less than any process takes.
        let server = try ServerProcess(folder, flags: ["--memory", "1MiB"])
        let connection = try server.connect()
        try Wait.until { try info(connection, "memory_state") == "used_up" }
        for words in [
            ["CLIENT.ADD", "bistro", "last", "Kunz", "phone", "+41446681801"],
            ["CLIENT.SET", "bistro", "1", "last", "Kunz"], ["TENANT.CREATE", "salon"],
            ["CLIENT.DEACTIVATE", "bistro", "1"],
        ] {
            let reply = try connection.call(words)
            #expect(reply.errorCode == "OVERLOAD", "\(words): \(reply)")
            #expect(reply.errorText?.contains("memory:") == true, "\(reply)")
        }
        #expect(try connection.call("CLIENT.GET", "bistro", "1")["last"]?.text == "Lenz")
        #expect(try connection.call("CLIENT.SEARCH", "bistro", "len")["total"]?.integer == 1)
        #expect(try connection.call("TENANT.GET", "salon").errorCode == "NOTENANT")
        #expect(server.output.contains("writes answer OVERLOAD"))

        // Room again, without a restart.
        #expect(try connection.call("CONFIG", "SET", "memory", "\(1 << 40)") == .simple("OK"))
        try Wait.until { try info(connection, "memory_state") == "enough" }
        let added = try connection.call("CLIENT.SET", "bistro", "1", "last", "Kunz")
        #expect(added["version"]?.integer == 2, "\(added)")
    }

    /// The process stays near its limit however much is sent, and dropping a tenant helps.
    @Test func memoryStaysNearItsLimitAndADropMakesRoom() throws {
        let server = try ServerProcess(flags: ["--memory-soft-percent", "99"])
        let connection = try server.connect()
        try connection.call("TENANT.CREATE", "bistro")
        // The tables of names come with the first check for doubles and stay.
        for phone in ["+41446681800", "+41446681801"] {
            try connection.call("CLIENT.ADD", "bistro", "last", "Lenz", "phone", phone)
        }
        let hard = server.residentByteCount + (64 << 20)
        try connection.call("CONFIG", "SET", "memory", "\(hard * 100 / 92)")
        let note = String(repeating: "x", count: 8_000)
        var isRefused = false
        var largest = 0
        for number in 0..<40_000 where !isRefused {
            let reply = try connection.call(
                "CLIENT.ADD",
                "bistro",
                "last",
                "P",
                "phone",
                "+4144\(6_000_000 + number)",
                "note",
                note,
                "ANYWAY"
            )
            isRefused = reply.errorCode == "OVERLOAD"
            if number.isMultiple(of: 500) { largest = max(largest, server.residentByteCount) }
        }
        #expect(isRefused, "320 MB were taken")
        // A tenth of a second of writing may come on top.
        #expect(largest < hard + (64 << 20), "\(largest) bytes, \(hard) were allowed")
        #expect(try connection.call("CLIENT.GET", "bistro", "1")["last"]?.text == "Lenz")
        let dropped = try connection.call("TENANT.DROP", "bistro", "CONFIRM", "bistro")
        #expect(dropped.errorCode == nil, "\(dropped)")
        try Wait.until(seconds: 120) {
            try connection.call("TENANT.CREATE", "salon").errorCode == nil
        }
    }
}
