import ArgumentParser
import CarnetIndex
import CarnetTestKit
import NIOConcurrencyHelpers
import Testing

@testable import carnet

/// What `carnet duplicates` makes of a server's pairs.
@Suite struct DuplicatesTests {
    // MARK: - Groups

    private static func pair(
        _ a: UInt32,
        _ b: UInt32,
        _ score: Int32,
        isLikelyRelative: Bool = false
    ) -> DuplicatePair {
        DuplicatePair(a: a, b: b, score: score, isLikelyRelative: isLikelyRelative, reasons: [])
    }

    private static func groups(
        _ pairs: [(UInt32, UInt32, Int32)],
        _ learnt: [(UInt32, UInt32, Int32?)] = [],
        isRelative: Bool = false
    ) -> (members: [[UInt32]], missing: [PairKey]) {
        var groups = PairGroups()
        for (a, b, score) in pairs { groups.add(pair(a, b, score)) }
        for (a, b, score) in learnt {
            groups.learn(PairKey(a, b), score.map { pair(a, b, $0, isLikelyRelative: isRelative) })
        }
        let (found, missing) = groups.step()
        return (found.map(\.members), missing)
    }

    @Test func groupsDoNotChainThroughWeakLinks() {
        // 1 and 2 are sure, 3 fits 2 a little and 1 not at all, or only as a relative does.
        let pairs: [(UInt32, UInt32, Int32)] = [(1, 2, 9_000), (2, 3, 1_000)]
        #expect(Self.groups(pairs).missing == [PairKey(1, 3)])
        #expect(Self.groups(pairs, [(1, 3, -9_000)]).members == [[1, 2]])
        #expect(Self.groups(pairs, [(1, 3, -5_000)], isRelative: true).members == [[1, 2]])
        #expect(Self.groups(pairs, [(1, 3, -5_000)]).members == [[1, 2, 3]])
        #expect(Self.groups(pairs, [(3, 1, 500)]).members == [[1, 2, 3]])
        #expect(Self.groups(pairs, [(1, 3, 500)]).missing.isEmpty)
    }

    @Test func whoIsDeclaredDistinctStaysApart() {
        let pairs: [(UInt32, UInt32, Int32)] = [(1, 2, 9_000), (2, 3, 8_000)]
        #expect(Self.groups(pairs, [(1, 3, nil)]).members == [[1, 2]])
    }

    @Test func theSurestGroupComesFirst() {
        let members = Self.groups([(1, 2, 1_000), (5, 6, 7_000), (3, 4, 7_000)]).members
        #expect(members == [[3, 4], [5, 6], [1, 2]])
    }

    /// Goal: asking ends, and with the groups that a list of all scores gives. Method: scores of all
    /// pairs of some clients at random; those above 0 are proposed, the others told when asked for.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func askingForWhatIsMissingEndsWithTheRightGroups(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let count: UInt32 = 14
        var scores: [PairKey: Int32?] = [:]
        var all = MatchClusters()
        var asked = PairGroups()
        for a in 1..<count {
            for b in (a + 1)...count {
                let score = Int32(random.next() % 16_000) - 9_000
                let isDistinct = random.next() % 20 == 0
                scores[PairKey(a, b)] = isDistinct ? .some(nil) : score
                if isDistinct {
                    all.keepApart(a, b)
                } else {
                    all.add(a, b, score)
                    guard score >= 0 else { continue }
                    asked.add(Self.pair(b, a, score))
                }
            }
        }
        var found = asked.step()
        var roundCount = 0
        while !found.missing.isEmpty, roundCount < 100 {
            for key in found.missing {
                let score = scores[key] ?? nil
                asked.learn(key, score.map { Self.pair(key.low, key.high, $0) })
            }
            found = asked.step()
            roundCount += 1
        }
        #expect(roundCount < 100, "seed \(seed)")
        let wanted = Set(all.clusters { _, _ in -MatchClusters.weightMax })
        #expect(Set(found.groups) == wanted, "seed \(seed)")
    }

    // MARK: - Which to keep

    private static func client(_ number: Int64, _ fields: [String: String]) -> JSONValue {
        let given = fields.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
        let rest: [(String, JSONValue?)] = [
            ("status", .string("active")), ("version", .integer(9)),
        ]
        return .object(of: [("id", .integer(number))] + given + rest)
    }

    @Test(
        arguments: [
            ("the most complete", ["first": "A", "city": "B"], ["first": "A"], 7),
            ("the most complete", ["first": "A"], ["first": "A", "city": "B"], 4),
            (
                "times make nothing complete", ["first": "A", "created": "2026"],
                ["first": "A", "note": "x"], 4
            ),
            (
                "then the latest change", ["first": "A", "updated": "2026-01-02T00:00:00.000Z"],
                ["first": "B", "updated": "2026-01-01T00:00:00.000Z"], 7
            ),
            (
                "a booking is activity", ["first": "A", "updated": "2026-01-02T00:00:00.000Z"],
                [
                    "first": "B", "updated": "2026-01-01T00:00:00.000Z",
                    "last_booking": "2026-02-01T12:00:00Z",
                ], 4
            ),
            ("then the lowest number", ["first": "A"], ["first": "B"], 4),
            ("what is empty is not filled in", ["first": "A", "city": ""], ["first": "B"], 4),
        ] as [(String, [String: String], [String: String], UInt32)]
    )
    func theOneToKeepIs(
        why: String,
        seven: [String: String],
        four: [String: String],
        kept: UInt32
    ) {
        let clients = [Self.client(7, seven), Self.client(4, four)]
        #expect(KeepRule.choice(of: clients) == kept, "\(why)")
        #expect(KeepRule.choice(of: clients.reversed()) == kept, "\(why)")
    }

    @Test func ofNobodyNobodyIsKept() { #expect(KeepRule.choice(of: []) == nil) }

    // MARK: - What is shown

    @Test(
        arguments: [
            (0, "an even chance"), (499, "an even chance"), (-499, "an even chance"),
            (1_000, "about 2 to 1"), (4_000, "about 16 to 1"), (-2_000, "about 1 to 4"),
            (6_641, "about 100 to 1"), (8_250, "about 300 to 1"), (12_000, "about 4,100 to 1"),
            (19_000, "about 520,000 to 1"), (20_000, "more than a million to 1"),
            (-20_000, "less than 1 to a million"), (.max, "more than a million to 1"),
            (.min, "less than 1 to a million"),
        ] as [(Int32, String)]
    )
    func aScoreIsAChance(score: Int32, said: String) {
        #expect(ScoreText.odds(score) == said)
    }

    private static func list(
        _ members: [JSONValue],
        limit: Int = .max,
        loose: Int = 0
    ) -> GroupList {
        let ids = members.compactMap { $0.number("id") }
        var clusters = MatchClusters()
        for id in ids.dropFirst() { clusters.add(ids[0], id, 6_641) }
        var list = GroupList(tenant: "salon")
        let found = clusters.clusters { _, _ in 6_641 }
        for cluster in found.prefix(limit) { list.add(cluster, members) }
        list.groupCount = found.count
        list.clientCount = ids.count
        list.pairCount = ids.count - 1
        list.loosePairCount = loose
        return list
    }

    @Test func aGroupIsATableWithTheOneToKeep() {
        let list = Self.list([
            Self.client(7, ["first": "東京", "last": "山田", "created": "2026-11-28T09:37:00.5Z"]),
            Self.client(12, ["first": "Tokyo", "phone": "+41446681807", "city": "Bern"]),
        ])
        #expect(
            list.text(on: .none) == """
                group 1: 2 clients, weakest link 6.641 bits (7 with 12)
                      id  first  last  phone         created
                       7  東京   山田                2026-11-28
                keep  12  Tokyo        +41446681807
                to merge: carnet merge salon 12 7

                1 group of 2 clients, so 1 too many on the list
                """
        )
    }

    @Test(arguments: [60, 71, 72, 80, 120])
    func aGroupFitsTheTerminal(width: Int) {
        let long = String(repeating: "Anne-Sophie ", count: 8)
        let list = Self.list([
            Self.client(
                700,
                [
                    "first": long, "last": long, "email": "anne@example.ch",
                    "phone": "+41446681807", "created": "2026-11-28T09:37:00.5Z",
                ]
            ),
            Self.client(1_204, ["first": long]),
        ])
        let text = list.text(on: Terminal(columnCount: width, hasStyles: false))
        let table = text.split(separator: "\n").dropFirst().prefix(3)
        #expect(table.allSatisfy { DisplayWidth.of(String($0)) <= width }, "\(text)")
        #expect(text.contains("+41446681807"))
        #expect(text.contains("created") == (width >= 72))
    }

    @Test func aLargeGroupNeedsAPerson() {
        let list = Self.list((1...9).map { Self.client($0, ["first": "A"]) }, loose: 2)
        let text = list.text(on: .none)
        #expect(text.contains("more than 8: a person should look at them before anything"))
        #expect(!text.contains("to merge"))
        #expect(text.hasSuffix("2 pairs too weak to join a group; --review goes through all pairs"))
        #expect(list.json["groups"]?.elements?.first?["look"] == .boolean(true))
    }

    @Test func whoHasGoneMeanwhileIsLeftOut() {
        var list = Self.list([])
        var clusters = MatchClusters()
        clusters.add(1, 2, 5_000)
        let gone = JSONValue.object(of: [("id", .integer(2)), ("status", .string("inactive"))])
        for cluster in clusters.clusters(weight: { _, _ in 0 }) {
            list.add(cluster, [Self.client(1, [:]), gone])
        }
        #expect(list.groups.isEmpty)
    }

    @Test func noDoublesAreNoFailure() {
        #expect(GroupList(tenant: "salon").text(on: .none) == "no doubles")
    }

    // MARK: - Against a server

    private static func pair(_ a: Int, _ b: Int, _ score: String) -> String {
        "%4\r\n+a\r\n:\(a)\r\n+b\r\n:\(b)\r\n+score\r\n,\(score)\r\n+reasons\r\n*1\r\n"
            + "%2\r\n+field\r\n+prior\r\n+bits\r\n,\(score)\r\n"
    }

    @Test func allPagesAreReadAndWhatIsMissingAskedFor() async throws {
        let server = try await ScriptedServer.start { words in
            switch (words[0], words.last) {
            case ("CLIENT.DUPLICATES", "next"):
                "%2\r\n+pairs\r\n*1\r\n" + Self.pair(2, 3, "1.5") + "+filling\r\n#t\r\n"
            case ("CLIENT.DUPLICATES", _):
                "%2\r\n+cursor\r\n+next\r\n+pairs\r\n*1\r\n" + Self.pair(1, 2, "8.25")
            case ("CLIENT.COMPARE", _): Self.pair(1, 3, "-9")
            default:
                "%3\r\n+id\r\n:\(words[2])\r\n+first\r\n+Ada\r\n+status\r\n+active\r\n"
            }
        }
        let command = try Carnet.parseAsRoot([
            "duplicates", "salon", "--min", "1.25", "--port", "\(server.port)",
        ])
        let answer = try await #require(command as? any AdminCommand).answer()
        try await server.stop()
        let asked = [
            ["CLIENT.DUPLICATES", "salon", "MIN", "1.250", "LIMIT", "1000"],
            ["CLIENT.DUPLICATES", "salon", "MIN", "1.250", "LIMIT", "1000", "AFTER", "next"],
            ["CLIENT.COMPARE", "salon", "1", "3"],
            ["CLIENT.GET", "salon", "1"], ["CLIENT.GET", "salon", "2"],
        ]
        #expect(server.commands == asked)
        #expect(
            answer.text(.none) == """
                group 1: 2 clients, weakest link 8.250 bits (1 with 2)
                      id  first  created
                keep   1  Ada
                       2  Ada
                to merge: carnet merge salon 1 2

                1 group of 2 clients, so 1 too many on the list
                1 pair too weak to join a group; --review goes through all pairs
                the server is still reading this list: there may be more; ask again
                """
        )
    }

    @Test(arguments: [
        "duplicates", "duplicates b --min -2.5", "duplicates b --min 101", "duplicates b --limit 0",
        "duplicates b --review --json",
    ])
    func wrongUsageEndsWith64(line: String) {
        let error = #expect(throws: (any Error).self) {
            try Carnet.parseAsRoot(line.split(separator: " ").map(String.init))
        }
        #expect(error.map { Carnet.exitCode(for: $0).rawValue } == 64)
    }
}
