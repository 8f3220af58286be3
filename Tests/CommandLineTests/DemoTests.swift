import CarnetClient
import CarnetEngine
import NIOConcurrencyHelpers
import Testing

@testable import carnet

@Suite struct DemoTests {
    @Test(
        arguments: [
            ("Dupont", 4, "dupo"), ("Élodie", 4, nil), ("O'Brien", 4, nil), ("Li", 4, nil),
            ("Anne", 4, "anne"),
            ("", 2, nil), ("Jean-Luc", 2, "je"),
        ] as [(String, Int, String?)]
    )
    func anybodyCanTypeTheBeginning(name: String, letterCount: Int, beginning: String?) {
        #expect(DemoLines.beginning(.string(name), letterCount: letterCount) == beginning)
    }

    @Test func linesAreToldOnlyIfTheyFindSomebody() async throws {
        let clients =
            "%1\r\n+clients\r\n*3\r\n"
            + "%2\r\n+first\r\n+\u{C9}va\r\n+last\r\n+Abel\r\n"
            + "%2\r\n+first\r\n+Ada\r\n+last\r\n+Lovelace\r\n"
            + "%2\r\n+first\r\n+Bob\r\n+last\r\n+Baker\r\n"
        let server = try await ScriptedServer.start { words in
            switch words.first {
            case "TENANT.LIST":
                "%1\r\n+tenants\r\n*2\r\n%1\r\n+tenant\r\n+a\r\n%1\r\n+tenant\r\n+empty\r\n"
            case "CLIENT.LIST":
                words[1] == "a" ? clients : "%1\r\n+clients\r\n*0\r\n"
            default: "%1\r\n+total\r\n:\(words[2] == "love ad" ? 0 : 1)\r\n"
            }
        }
        let carnet = try await CarnetConnection.connect(host: "127.0.0.1", port: server.port)
        let lines = try await DemoLines(host: "127.0.0.1", port: 7_420, program: "carnet")
            .lines(carnet)
        await carnet.close()
        try await server.stop()
        #expect(
            lines == [
                "redis-cli -p 7420 CLIENT.SEARCH a \"bake bo\" LIMIT 5",
                "carnet search a \"bake bo\"",
                "printf 'MODE JSON\\nCLIENT.SEARCH a \"bake bo\" LIMIT 3\\nQUIT\\n' | nc 127.0.0.1 7420",
            ]
        )
    }

    @Test func withoutClientsTheLinesMakeOne() async throws {
        let server = try await ScriptedServer.start { _ in "%1\r\n+tenants\r\n*0\r\n" }
        let carnet = try await CarnetConnection.connect(host: "127.0.0.1", port: server.port)
        let lines = try await DemoLines(host: "::1", port: 7_421, program: "carnet").lines(carnet)
        await carnet.close()
        try await server.stop()
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("carnet client add --host ::1 --port 7421 try "))
    }

    @Test func aVenueIsMadeInPipelines() async throws {
        let venue = try #require(SampleVenues.demo.first { $0.tenant == "salon" })
        let server = try await ScriptedServer.start { _ in "%1\r\n+id\r\n:1\r\n" }
        let carnet = try await CarnetConnection.connect(host: "127.0.0.1", port: server.port)
        let counts = NIOLockedValueBox<[Int]>([])
        try await DemoVenue(venue: venue).make(on: carnet) { count in
            counts.withLockedValue { $0.append(count) }
        }
        await carnet.close()
        try await server.stop()
        #expect(counts.withLockedValue { $0 } == [500])
        let commands = server.commands
        #expect(commands.count == 501)
        #expect(
            commands.first == [
                "TENANT.CREATE", "salon", "NAME", venue.title, "ZONE", venue.zone, "COUNTRY",
                venue.country, "LANGUAGE", venue.language, "PRESET", "salon",
            ]
        )
        let isWellFormed = commands.dropFirst().allSatisfy {
            $0.first == "CLIENT.ADD" && $0[1] == "salon" && $0.last == "ANYWAY"
                && $0.count.isMultiple(of: 2) == false && $0.contains("last")
        }
        #expect(isWellFormed)
    }

    @Test func refusedClientsEndTheDemo() async throws {
        let venue = try #require(SampleVenues.demo.first)
        let server = try await ScriptedServer.start { words in
            words.first == "CLIENT.ADD" ? "-FULL the disk is full\r\n" : "+OK\r\n"
        }
        let carnet = try await CarnetConnection.connect(host: "127.0.0.1", port: server.port)
        let error = await #expect(throws: CarnetClientError.self) {
            try await DemoVenue(venue: venue).make(on: carnet) { _ in }
        }
        await carnet.close()
        try await server.stop()
        #expect(error == .server(code: "FULL", message: "the disk is full"))
    }

    @Test func progressIsRewrittenOnATerminalAndRareElsewhere() {
        var written = ""
        var line = ProgressLine(on: Terminal(columnCount: 12, hasStyles: true)) { written += $0 }
        line.show("snapshot: 12 of 1,024")
        line.end()
        line.end()
        #expect(written == "\r\u{1B}[Ksnapshot: …\r\u{1B}[K")
        written = ""
        var quiet = ProgressLine(on: .none) { written += $0 }
        quiet.show("snapshot: 12 of 1,024")
        quiet.end()
        #expect(written.isEmpty, "a log gets a line after some seconds only")
    }
}
