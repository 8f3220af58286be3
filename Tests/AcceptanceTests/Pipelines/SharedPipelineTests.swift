import Foundation
import Testing

/// Deep pipelines of several connections, which a busy event loop gives to another thread.
@Suite(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1, "needs two processors"))
struct SharedPipelineTests {
    private static let connectionCount = 4
    /// Commands of every way to run: in a shard of one's own and in one that all ask for, on the
    /// connection, on a view of the tenant, in words of the decoder's own, and refused.
    private static let commandsPerPerson = 6

    /// Every reply is there and in its place, whichever thread ran which command, and the count in
    /// INFO says that it was not always the loop's.
    @Test func repliesKeepTheirOrderWhoeverRunsTheCommands() throws {
        let server = try ServerProcess(flags: ["--loops", "1"])
        let admin = try server.connect()
        try admin.call("TENANT.CREATE", "common")
        try admin.call("CLIENT.ADD", "common", "last", "Lenz", "email", "lenz@example.org")
        for index in 0..<Self.connectionCount { try admin.call("TENANT.CREATE", "venue\(index)") }
        var people = 0
        try Wait.until(seconds: 60) {
            let first = people + 1
            people += 2_000
            let last = people
            onThreads(Self.connectionCount) { index in
                do {
                    try Self.talk(server, venue: "venue\(index)", people: first...last)
                } catch {
                    Issue.record("connection \(index): \(error)")
                }
            }
            return (InfoLines(try admin.call("INFO", "stats")).number("shared_runs") ?? 0) > 0
        }
        for index in 0..<Self.connectionCount {
            #expect(try admin.call("CLIENT.COUNT", "venue\(index)").integer == people)
        }
    }

    /// Sends everything before it reads the first reply.
    private static func talk(
        _ server: ServerProcess,
        venue: String,
        people: ClosedRange<Int>
    ) throws {
        let connection = try server.connect()
        var commands: [UInt8] = []
        for number in people {
            commands += Connection.encode([
                "CLIENT.ADD", venue, "last", "P\(number)", "email", "p\(number)@example.org",
                "ANYWAY",
            ])
            commands += Connection.encode(["CLIENT.GET", "common", "1", "FIELDS", "last"])
            commands += Connection.encode(["ECHO", "\(number)"])
            commands += Array("CLIENT.GET \"\(venue)\" \(number) FIELDS last\r\n".utf8)
            commands += Connection.encode(["CLIENT.COUNT", "common"])
            commands += Connection.encode(["CLIENT.GET", venue])
        }
        try connection.send(commands)
        for number in people {
            var replies: [RESPValue] = []
            for _ in 0..<commandsPerPerson { replies.append(try connection.reply()) }
            #expect(replies[0]["id"]?.integer == number)
            #expect(replies[1]["last"]?.text == "Lenz")
            #expect(replies[2].text == "\(number)")
            #expect(replies[3]["last"]?.text == "P\(number)")
            #expect(replies[4].integer == 1)
            guard case .error = replies[5] else {
                Issue.record("no error where the client is missing: \(replies[5])")
                return
            }
        }
    }
}
