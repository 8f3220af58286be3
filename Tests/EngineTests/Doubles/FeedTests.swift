import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Testing

/// Pairs told as they arise.
struct FeedTests {
    private static let odile = ["first": "Odile", "last": "Terrasson", "phone": "+32478651000"]

    private func start(_ doubles: DoublesScript) async throws -> FeedCursor {
        try #require(try await doubles.page(DuplicatesRequest()).feed)
    }

    @Test func aPairIsToldOnce() async throws {
        let doubles = try DoublesScript()
        try doubles.add(Self.odile)
        let start = try await start(doubles)
        let engine = doubles.test.engine
        async let waiting = DoublesScript.awaitPairs(engine, after: start, milliseconds: 60_000)
        try doubles.add(Self.odile)
        let first = try await waiting
        #expect(first.pairs.map(\.b) == [ClientID(2)])
        // Nothing has arisen since: the wait ends with its time.
        let none = try await doubles.awaitPairs(after: first.feed, milliseconds: 1)
        #expect(none.pairs.isEmpty)
        // A change that makes no pair is no news, one that does is.
        _ = try doubles.script.set(doubles.test.engine, "salon", 2, ["note": "by the window"])
        let still = try await doubles.awaitPairs(after: none.feed, milliseconds: 1)
        #expect(still.pairs.isEmpty)
        try doubles.add(["first": "Luc", "last": "Nowak", "email": "luc.nowak@free.fr"])
        try doubles.add(["first": "Luc", "last": "Rossi", "email": "luc.rossi@free.fr"])
        _ = try doubles.script.set(
            doubles.test.engine,
            "salon",
            4,
            ["last": "Nowak", "email": "luc.nowak@free.fr"]
        )
        let second = try await doubles.awaitPairs(after: still.feed, milliseconds: 60_000)
        #expect(second.pairs.map(\.a) == [ClientID(3)] && second.pairs.map(\.b) == [ClientID(4)])
        try doubles.test.close()
    }

    /// Whoever reads from one cursor to the next is told every pair that has arisen, also over a
    /// restart in between, and none of two whom somebody has told apart.
    @Test(arguments: [1, 3, 20])
    func nothingIsMissed(limit: Int) async throws {
        var random = SeededRandom(seed: 21)
        let doubles = try DoublesScript()
        var cursor = try await start(doubles)
        var told: Set<[UInt32]> = []
        for round in 0..<4 {
            for _ in 0..<25 { try doubles.add(DoublesScript.person(&random)) }
            if round == 2 {
                try doubles.test.reopen()
                try await doubles.whenFilled()
            }
            while true {
                let page = try await doubles.awaitPairs(
                    after: cursor,
                    milliseconds: 1,
                    limit: limit
                )
                for pair in page.pairs { told.insert([pair.a.value, pair.b.value]) }
                cursor = try #require(page.feed)
                if page.pairs.isEmpty { break }
            }
        }
        let listed = try await doubles.pairs(scoreMin: 0).map { [$0.a.value, $0.b.value] }
        // Scores sink as a list grows; what is listed now was a pair when it arose.
        let missing = Set(listed).subtracting(told)
        #expect(!listed.isEmpty && missing.isEmpty, "\(missing)")
        try doubles.test.close()
    }
}
