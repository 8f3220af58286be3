import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Testing

/// The doubles of a whole list, of a new client and of one that is there.
struct DoublesTests {
    /// Goal: the ranked list is that of all comparisons. Method: random lists, short ones and such
    /// with a table; every two clients compared; the list paged through. Every listed pair is one
    /// of them with the same score and reasons that sum up to it; of those that are almost surely one
    /// person none is missing.
    @Test(arguments: [(1, 12), (2, 40), (3, 49), (4, 200)] as [(UInt64, Int)])
    func theListIsThatOfAllComparisons(seed: UInt64, count: Int) async throws {
        var random = SeededRandom(seed: seed)
        let doubles = try DoublesScript()
        try doubles.fill(count, &random)
        try await doubles.whenFilled()
        let wanted = try doubles.allPairs(scoreMin: -2_000)
        let listed = try await doubles.pairs(scoreMin: -2_000)
        #expect(Set(listed).count == listed.count, "seed \(seed): a pair stands twice")
        let extra = Set(listed).subtracting(wanted)
        #expect(extra.isEmpty, "seed \(seed): \(extra.prefix(3))")
        let missing = Set(wanted.filter { $0.score >= 4_000 }).subtracting(listed)
        #expect(missing.isEmpty, "seed \(seed): \(missing.prefix(3))")
        #expect(count < 40 || !listed.isEmpty, "seed \(seed): nothing was tried")
        #expect(listed.map(\.score) == listed.map(\.score).sorted(by: >), "seed \(seed)")
        for pair in listed {
            #expect(pair.score == pair.reasons.reduce(0) { $0 + $1.bits }, "\(pair)")
            #expect(pair.a < pair.b)
        }
        try doubles.test.close()
    }

    /// The list that is brought up to date by what has changed is the one that a restarted server finds
    /// once its tables are filled, but for pairs at the limit: with each client all values become a
    /// little rarer or more frequent.
    @Test(arguments: [(5, 30), (6, 150)] as [(UInt64, Int)])
    func theListKeepsUp(seed: UInt64, count: Int) async throws {
        var random = SeededRandom(seed: seed)
        let doubles = try DoublesScript()
        try doubles.fill(count, &random)
        for round in 0..<3 {
            _ = try await doubles.pairs(scoreMin: -1_000)
            for _ in 0..<12 { try doubles.disturb(count, &random) }
            try doubles.add(DoublesScript.person(&random))
            let kept = try await doubles.pairs(scoreMin: -1_000)
            try doubles.test.reopen()
            try await doubles.whenFilled()
            let anew = try await doubles.pairs(scoreMin: -1_000)
            #expect(!kept.isEmpty)
            let missing = Set(anew.filter { $0.score >= -500 }).subtracting(kept)
            #expect(missing.isEmpty, "seed \(seed), round \(round): \(missing.prefix(3))")
            let extra = Set(kept.filter { $0.score >= -500 }).subtracting(anew)
            #expect(extra.isEmpty, "seed \(seed), round \(round): \(extra.prefix(3))")
        }
        try doubles.test.close()
    }

    @Test func R_RES_29_theCheckAtCreationNamesWhoMayBeMeant() async throws {
        let doubles = try DoublesScript()
        try doubles.add(["first": "Odile", "last": "Terrasson", "phone": "+32478651000"])
        try doubles.add(["first": "Luc", "last": "Terrasson", "phone": "+32478651000"])
        let again = ["first": "odile", "last": "TERRASSON", "phone": "+32478651000"]
        let result = try doubles.script.add(doubles.test.engine, "salon", again)
        guard case .duplicates(let candidates) = result else {
            Issue.record("created: \(result)")
            return
        }
        #expect(candidates.first?.b == ClientID(1))
        #expect(candidates.allSatisfy { $0.score == $0.reasons.reduce(0) { $0 + $1.bits } })
        #expect(
            candidates.contains { $0.b == ClientID(2) && $0.score < 0 } || candidates.count == 1
        )
        // A third of the family is nobody of them.
        let other = ["first": "Zoë", "last": "Terrasson", "phone": "+32478651000"]
        guard case .created = try doubles.script.add(doubles.test.engine, "salon", other) else {
            Issue.record("withheld")
            return
        }
        try doubles.test.close()
    }

    /// While the table of a loaded list is being filled, who has the same phone is found all the
    /// same, in a list of any length.
    @Test(arguments: [20, 400])
    func aRestartForgetsNobody(count: Int) async throws {
        var random = SeededRandom(seed: 9)
        let doubles = try DoublesScript()
        try doubles.add(["first": "Odile", "last": "Terrasson", "phone": "+33644120987"])
        try doubles.fill(count, &random)
        for _ in 0..<3 {
            try doubles.test.reopen()
            let again = ["first": "Odile", "last": "Terrasson", "phone": "+33644120987"]
            let result = try doubles.script.add(doubles.test.engine, "salon", again)
            guard case .duplicates(let candidates) = result else {
                Issue.record("created: \(result)")
                return
            }
            #expect(candidates.contains { $0.score > 0 })
        }
        try doubles.test.close()
    }

    // MARK: - Learning

    /// What was learnt is an event: it stands after a restart, from the log and from a snapshot, and
    /// scores are the same as before it.
    @Test(arguments: [false, true])
    func learntWeightsAreKept(snapshot: Bool) async throws {
        var random = SeededRandom(seed: 11)
        let doubles = try DoublesScript { $0.learnClientCountMin = 0 }
        try doubles.fill(300, &random)
        try await doubles.whenFilled()
        let asShipped = try doubles.allPairs(scoreMin: 0)
        #expect(doubles.test.engine.learnWeights(ofTenant: Array("salon".utf8)))
        let learnt = try doubles.allPairs(scoreMin: 0)
        #expect(Set(learnt) != Set(asShipped), "nothing was learnt")
        let digests = doubles.script.digests(doubles.test.engine)
        if snapshot { _ = await doubles.test.snapshot() }
        try doubles.test.reopen()
        try await doubles.whenFilled()
        #expect(doubles.script.digests(doubles.test.engine) == digests)
        #expect(try Set(doubles.allPairs(scoreMin: 0)) == Set(learnt))
        try doubles.test.close()
    }
}
