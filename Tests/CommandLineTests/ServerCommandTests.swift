import ArgumentParser
import CarnetClient
import CarnetStorage
import NIOConcurrencyHelpers
import Testing

@testable import carnet

@Suite struct ServerCommandTests {
    /// Runs a command line against a server with that script.
    private static func answer(
        _ line: String,
        _ script: @escaping @Sendable ([String]) -> String
    ) async throws -> (answer: Answer, commands: [[String]]) {
        let server = try await ScriptedServer.start(script)
        let arguments = line.split(separator: " ").map(String.init)
        let command = try Carnet.parseAsRoot(arguments + ["--port", "\(server.port)"])
        let admin = try #require(command as? any AdminCommand)
        let answer = try await admin.answer()
        try await server.stop()
        return (answer, server.commands)
    }

    @Test func aSearchShowsATableAndWhatIsLeftOut() async throws {
        let (answer, commands) = try await Self.answer("search hotel dup --limit 2") { _ in
            "%3\r\n+total\r\n:1000\r\n+more\r\n#t\r\n+clients\r\n*2\r\n"
                + "%4\r\n+id\r\n:7\r\n+first\r\n$4\r\nZoé\r\n+last\r\n$6\r\nDupont\r\n+match\r\n+exact\r\n"
                + "%4\r\n+id\r\n:4120\r\n+first\r\n+Al\r\n+last\r\n+Dupuis\r\n+match\r\n+prefix\r\n"
        }
        #expect(commands == [["CLIENT.SEARCH", "hotel", "dup", "LIMIT", "2"]])
        #expect(
            answer.text(.none) == """
                  id  match   first  last
                   7  exact   Zoé    Dupont
                4120  prefix  Al     Dupuis
                """
        )
        #expect(answer.json["total"] == .integer(1_000))
        #expect(answer.exitCode == 0)
    }

    @Test func nobodyFoundIsSaidAndNoFailure() async throws {
        let (answer, _) = try await Self.answer("search hotel x") { _ in
            "%2\r\n+total\r\n:0\r\n+clients\r\n*0\r\n"
        }
        #expect(answer.text(.none) == "nobody found")
        #expect(answer.json.text == #"{"total":0,"clients":[]}"#)
        #expect(answer.exitCode == 0)
    }

    @Test func listsAreReadPageByPage() async throws {
        let (answer, commands) = try await Self.answer("tenant list") { words in
            switch words.last {
            case "b":
                "%2\r\n+total\r\n:3\r\n+tenants\r\n*1\r\n%2\r\n+tenant\r\n+c\r\n+clients\r\n:50000\r\n"
            default:
                "%3\r\n+total\r\n:3\r\n+cursor\r\n+b\r\n+tenants\r\n*2\r\n"
                    + "%2\r\n+tenant\r\n+a\r\n+clients\r\n:1\r\n"
                    + "%3\r\n+tenant\r\n+b\r\n+name\r\n+Be\r\n+clients\r\n:2\r\n"
            }
        }
        #expect(
            commands == [
                ["TENANT.LIST", "LIMIT", "1000"], ["TENANT.LIST", "LIMIT", "1000", "AFTER", "b"],
            ]
        )
        #expect(
            answer.text(.none) == """
                tenant  name  clients
                a                   1
                b       Be          2
                c              50,000
                """
        )
        #expect(answer.json["tenants"]?.elements?.count == 3)
        #expect(answer.json["cursor"] == nil)
    }

    @Test func aPageWithoutRowsEndsTheList() async throws {
        let (answer, commands) = try await Self.answer("client list bistro --all") { _ in
            "%3\r\n+total\r\n:3\r\n+cursor\r\n+x\r\n+clients\r\n*0\r\n"
        }
        #expect(commands.count == 1)
        #expect(answer.text(.none) == "no clients")
    }

    @Test func doublesAreShownAndEndWith1() async throws {
        let (answer, _) = try await Self.answer("client add bistro last=A") { _ in
            "%2\r\n+status\r\n+duplicates\r\n+candidates\r\n*1\r\n%2\r\n+id\r\n:3\r\n+last\r\n+A\r\n"
        }
        #expect(answer.exitCode == 1)
        #expect(answer.text(.none).hasSuffix("id  last\n 3  A"))
    }

    @Test(arguments: [
        ("client add b last=A", "%2\r\n+status\r\n+created\r\n+id\r\n:3\r\n", "added client 3"),
        ("client add b last=A --dry-run", "%1\r\n+id\r\n:3\r\n", "would add client 3"),
        (
            "client set b 3 last=A", "%2\r\n+id\r\n:3\r\n+version\r\n:2\r\n",
            "client 3 is at version 2"
        ),
        ("client deactivate b 3 4", "%1\r\n+changed\r\n:2\r\n", "took 2 clients off the list"),
        ("client reactivate b 3", "%1\r\n+changed\r\n:1\r\n", "put 1 client back on the list"),
        ("client count b", ":53500\r\n", "53,500"),
        ("client get b 3", "%2\r\n+id\r\n:3\r\n+tags\r\n*2\r\n+a\r\n+b\r\n", "id    3\ntags  a, b"),
        ("tenant create b", "%1\r\n+tenant\r\n+b\r\n", "created b"),
        ("tenant get b", "%2\r\n+tenant\r\n+b\r\n+zone\r\n+UTC\r\n", "tenant  b\nzone    UTC"),
        ("tenant set b name=", "%1\r\n+version\r\n:2\r\n", "b is at version 2"),
        ("tenant drop b --confirm b", "%1\r\n+clients\r\n:1\r\n", "dropped b with 1 client"),
        (
            "tenant stats b", "%2\r\n+clients\r\n:1234\r\n+bytes_index\r\n:2048\r\n",
            "figure         value\nclients        1,234\nbytes_index  2.0 KiB"
        ),
    ])
    func answersAreOneSentenceOrTable(line: String, reply: String, text: String) async throws {
        let (answer, _) = try await Self.answer(line) { _ in reply }
        #expect(answer.text(.none) == text)
        #expect(answer.exitCode == 0)
    }

    @Test func aWrongConfirmationDropsNothing() async throws {
        let server = try await ScriptedServer.start { _ in "+OK\r\n" }
        let command = try Carnet.parseAsRoot([
            "tenant", "drop", "b", "--confirm", "c", "--port", "\(server.port)",
        ])
        let admin = try #require(command as? any AdminCommand)
        let failure = await #expect(throws: AdminFailure.self) { try await admin.answer() }
        #expect(failure?.kind == .usage)
        #expect(server.commands.isEmpty)
        try await server.stop()
    }

    @Test func statusPutsTheFiguresInWords() async throws {
        let info = """
            # Server\r
            carnet_version:0.1.0\r
            uptime_in_seconds:11520\r
            connected_clients:3\r
            maxclients:10000\r
            used_memory_rss:134217728\r
            used_memory_records:10000000\r
            used_memory_indexes:2000000\r
            loading:0\r
            durability:always\r
            last_lsn:53503\r
            durable_lag:2\r
            waiting_bytes:300\r
            log_bytes_written:10485760\r
            log_full:0\r
            tenants:3\r
            clients:53500\r

            """
        let (answer, commands) = try await Self.answer("status") { words in
            words == ["INFO"]
                ? "$\(info.utf8.count)\r\n\(info)\r\n"
                : "%5\r\n+state\r\n+done\r\n+files\r\n:3\r\n+bytes\r\n:2097152\r\n+ratio\r\n,2.5\r\n"
                    + "+seconds\r\n,0.24\r\n"
        }
        #expect(commands == [["INFO"], ["SNAPSHOT.STATUS"]])
        let lines = answer.text(.none).split(separator: "\n").dropFirst().map(String.init)
        #expect(answer.text(.none).contains("carnet 0.1.0 at 127.0.0.1:"))
        #expect(answer.text(.none).contains(", up 3 h 12 min"))
        #expect(
            lines == [
                "clients        53,500 in 3 tenants",
                "connections    3 of at most 10,000",
                "memory         128.0 MiB resident; records 9.5 MiB, indexes 1.9 MiB, together 224 bytes a client",
                "log            at LSN 53,503, durability always, 10.0 MiB written since the start",
                "durable lag    2 events, 300 bytes waiting",
                "last snapshot  3 files, 2.0 MiB, ratio 2.50, 0.24 s",
            ]
        )
        #expect(answer.json["log"]?["durable_lag"] == .unsigned(2))
        #expect(answer.json["loading"] == .boolean(false))
        #expect(answer.json["snapshot"]?["files"] == .integer(3))
    }

    @Test func aLoadingServerIsAskedForNoSnapshots() async throws {
        let (answer, commands) = try await Self.answer("status") { _ in "$9\r\nloading:1\r\n" }
        #expect(commands == [["INFO"]])
        #expect(answer.text(.none).contains("still loading"))
        #expect(answer.json["snapshot"] == .null)
    }

    @Test func snapshotTellsFilesSizeRatioAndSeconds() async throws {
        let (answer, _) = try await Self.answer("snapshot") { _ in
            "%6\r\n+state\r\n+done\r\n+files\r\n:1024\r\n+bytes\r\n:1048576\r\n+raw_bytes\r\n:3145728\r\n"
                + "+ratio\r\n,3\r\n+seconds\r\n,0.8214\r\n"
        }
        #expect(
            answer.text(.none) == """
                files               1,024
                size                1.0 MiB
                before compression  3.0 MiB
                ratio               3.00
                seconds             0.821
                """
        )
    }

    /// A server that only starts the round is watched until it ends.
    @Test func snapshotWaitsForARoundThatRunsOn() async throws {
        let asked = AskedCount()
        let (answer, commands) = try await Self.answer("snapshot bistro") { words in
            let isDone = words.first == "SNAPSHOT.STATUS" && asked.next() > 2
            return "%2\r\n+state\r\n+\(isDone ? "done" : "running")\r\n+files\r\n:7\r\n"
        }
        #expect(commands.contains(["SNAPSHOT", "bistro"]))
        #expect(answer.json["state"] == .string("done"))
    }

    @Test(
        arguments: [
            (
                "%4\r\n+status\r\n+sound\r\n+segments\r\n:3\r\n+records\r\n:53514\r\n+findings\r\n*0\r\n",
                "status  sound\nlog     3 segments, 53,514 records", 0
            ),
            (
                "%2\r\n+status\r\n+damaged\r\n+findings\r\n*1\r\n+MANIFEST: it is\r\n",
                "status  damaged\n\nweight  finding\n        MANIFEST: it is", 65
            ),
        ] as [(String, String, Int32)]
    )
    func verifyTellsWhatTheServerFound(reply: String, text: String, code: Int32) async throws {
        let (answer, commands) = try await Self.answer("verify") { _ in reply }
        #expect(commands == [["VERIFY"]])
        #expect(answer.text(.none) == text)
        #expect(answer.exitCode == code)
    }

    @Test func aFailedSnapshotIsAFailure() async throws {
        let failure = await #expect(throws: AdminFailure.self) {
            try await Self.answer("snapshot") { _ in "%1\r\n+state\r\n+failed\r\n" }
        }
        #expect(failure?.kind == .refused)
    }

    @Test(arguments: [
        "search b x", "client get b 3", "client list b", "tenant list", "tenant get b", "snapshot",
        "client count b", "verify",
    ])
    func whatTheServerRefusesEndsWith1(line: String) async throws {
        let error = await #expect(throws: (any Error).self) {
            try await Self.answer(line) { _ in "-NOTENANT no such tenant\r\n" }
        }
        let failure = try #require(error.flatMap { AdminFailure($0) })
        #expect(failure.kind.rawValue == 1)
        #expect(failure.json.text == #"{"error":"NOTENANT","message":"no such tenant"}"#)
        #expect(failure.sentence == "NOTENANT no such tenant")
    }

    @Test func withoutAServerItEndsWith69() async throws {
        let server = try await ScriptedServer.start { _ in "+OK\r\n" }
        try await server.stop()
        let command = try Carnet.parseAsRoot(["status", "--port", "\(server.port)"])
        let admin = try #require(command as? any AdminCommand)
        let error = await #expect(throws: (any Error).self) { try await admin.answer() }
        #expect(error.flatMap { AdminFailure($0) }?.kind.rawValue == 69)
    }

    @Test(
        arguments: [
            (StoreError.damaged(Damage(file: "f", kind: .chain)), 65),
            (.noManifest(found: "wal"), 65),
            (.newerFormat(path: "f", version: 9), 65), (.missing(path: "f"), 66),
            (.disk(.missing(path: "f")), 66), (.full, 74), (.failed, 74),
            (.disk(.full(path: "f")), 74),
            (.disk(.failed(operation: .read, path: "f", code: 5)), 74), (.locked(path: "LOCK"), 75),
            (.disk(.locked(path: "LOCK")), 75),
        ] as [(StoreError, Int32)]
    )
    func whatTheDiskSaysHasItsExitCode(error: StoreError, code: Int32) {
        #expect(AdminFailure(error).kind.rawValue == code)
        #expect(!AdminFailure(error).message.isEmpty)
    }
}

/// How often something was asked.
private final class AskedCount: Sendable {
    private let count = NIOLockedValueBox(0)

    func next() -> Int {
        count.withLockedValue { value in
            value += 1
            return value
        }
    }
}
