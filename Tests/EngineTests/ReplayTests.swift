import CarnetBytes
import CarnetEngine
import CarnetIndex
import CarnetModel
import CarnetTestKit
import Testing

/// What stands after a restart is what stood before it.
struct ReplayTests {
    /// Goal: state == replay of the log == snapshot + tail, by digest, and index answers == a
    /// scan's answers. Method: random commands on a few tenants with a seed; snapshots and
    /// restarts in between; digests and lookups compared after each restart.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func stateSurvivesRestarts(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let test = try TestEngine()
        var script = CommandScript(tenants: ["bistro", "salon-7", "hotel.x"])
        try script.create(test.engine)
        for round in 0..<4 {
            for _ in 0..<300 { script.step(test.engine, &random) }
            if Bool.random(using: &random) {
                let progress = await test.snapshot()
                #expect(progress.state == .done, "seed \(seed): \(progress.failure)")
                for _ in 0..<50 { script.step(test.engine, &random) }
            }
            let before = script.digests(test.engine)
            let bookings = script.bookingFacts(test.engine)
            let links = script.linkFacts(test.engine)
            try test.reopen()
            #expect(script.digests(test.engine) == before, "seed \(seed), round \(round)")
            #expect(script.bookingFacts(test.engine) == bookings, "seed \(seed), round \(round)")
            #expect(script.linkFacts(test.engine) == links, "seed \(seed), round \(round)")
            let differences =
                script.indexDifferences(test.engine) + script.linkDifferences(test.engine)
            #expect(differences.isEmpty, "seed \(seed), round \(round): \(differences.prefix(5))")
        }
        try test.close()
    }

    /// A keyed command answers the same again after a restart, from the log and from a snapshot.
    @Test(arguments: [false, true])
    func keyedReplyIsRemembered(snapshot: Bool) async throws {
        let test = try TestEngine()
        let script = CommandScript(tenants: ["bistro"])
        try script.create(test.engine)
        let first = try script.add(
            test.engine,
            "bistro",
            ["first": "Ada", "phone": "+3225550101"],
            key: "k1"
        )
        if snapshot { _ = await test.snapshot() }
        try test.reopen()
        let again = try script.add(
            test.engine,
            "bistro",
            ["first": "Ada", "phone": "+3225550101"],
            key: "k1"
        )
        #expect(again == first)
        #expect(throws: CommandFailure.refused(.keyConflict)) {
            try script.add(
                test.engine,
                "bistro",
                ["first": "Bob", "phone": "+3225550102"],
                key: "k1"
            )
        }
        try test.close()
    }

    /// A merge with a key answers the same again, and is made once.
    @Test(arguments: [false, true])
    func keyedMergeIsRemembered(snapshot: Bool) async throws {
        let test = try TestEngine()
        let script = CommandScript(tenants: ["bistro"])
        try script.create(test.engine)
        for number in 1...4 {
            try script.add(
                test.engine,
                "bistro",
                ["first": "Ada", "email": "ada\(number)@example.org"]
            )
        }
        try script.merge(test.engine, "bistro", 1, [2])
        let first = try script.merge(test.engine, "bistro", 1, [4, 3], key: "k1")
        #expect(first == 2...3)
        if snapshot { _ = await test.snapshot() }
        try test.reopen()
        #expect(try script.merge(test.engine, "bistro", 1, [4, 3], key: "k1") == first)
        #expect(throws: CommandFailure.refused(.merged(ClientID(1)))) {
            try script.merge(test.engine, "bistro", 1, [4, 3])
        }
        try test.close()
    }
}
