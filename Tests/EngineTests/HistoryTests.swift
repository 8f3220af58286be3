import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetTestKit
import Testing

/// What was, folded aside from snapshots and log, beside what stood there at the time.
struct HistoryTests {
    /// What stood at one moment.
    private struct Moment {
        let lsn: LSN
        let digests: [String]
    }

    private static let tenants = ["bistro", "salon-7", "hotel.x"]

    /// The digests of the tenants as they were, in their order; nil where the log no longer reaches
    /// back so far.
    private static func digests(_ test: TestEngine, at moment: Moment) throws -> [String]? {
        var digests: [String] = []
        for tenant in tenants {
            var past = TenantPast(test.engine.storage, tenant: Array(tenant.utf8))
            do throws(PastError) {
                digests.append(
                    try past.state(atMilliseconds: .max, upTo: moment.lsn).digest.text
                )
            } catch .trimmed {
                return nil
            }
        }
        return digests
    }

    /// Random commands with snapshots in between; every moment that is still at hand comes to the
    /// digests that were noted then. With a history of days that is every one, although recovery
    /// needs little of the log.
    @Test(arguments: 1...3 as ClosedRange<UInt64>, [false, true])
    func everyMomentComesBack(seed: UInt64, trims: Bool) async throws {
        var random = SeededRandom(seed: seed)
        let test = try TestEngine { options in
            // Small files, so that snapshots trim some of them.
            options.store.segmentByteCount = 1 << 16
            if trims { options.historyDays = 0 }
        }
        var script = CommandScript(tenants: Self.tenants)
        try script.create(test.engine)
        var moments: [Moment] = []
        for round in 0..<12 {
            for _ in 0..<60 { script.step(test.engine, &random) }
            moments.append(
                Moment(lsn: test.engine.log.lastLSN, digests: script.digests(test.engine))
            )
            if round % 3 == 2 { _ = await test.snapshot() }
        }
        try test.reopen()
        var toldCount = 0
        for moment in moments {
            guard let digests = try Self.digests(test, at: moment) else { continue }
            toldCount += 1
            #expect(digests == moment.digests, "seed \(seed), LSN \(moment.lsn.value)")
        }
        // How much is trimmed depends on how commands fell into frames.
        #expect(trims ? toldCount >= 3 : toldCount == moments.count, "seed \(seed)")
        try test.close()
    }

    /// Goal: a folder that `carnet restore` builds opens with the digests of its moment, is sound, deeply
    /// too, and goes on. Method: random commands with snapshots in between, a folder for each moment; with
    /// a history of no days the earliest ones are refused.
    @Test(arguments: 1...2 as ClosedRange<UInt64>, [false, true])
    func aRestoredFolderIsWhatWas(seed: UInt64, trims: Bool) async throws {
        var random = SeededRandom(seed: seed)
        let test = try TestEngine { options in
            options.store.segmentByteCount = 1 << 16
            if trims { options.historyDays = 0 }
        }
        var script = CommandScript(tenants: Self.tenants)
        try script.create(test.engine)
        var moments: [Moment] = []
        for round in 0..<9 {
            for _ in 0..<60 { script.step(test.engine, &random) }
            moments.append(
                Moment(lsn: test.engine.log.lastLSN, digests: script.digests(test.engine))
            )
            if round % 3 == 2 { _ = await test.snapshot() }
        }
        try test.reopen()
        var refusedCount = 0
        for moment in moments {
            let place: Comment = "seed \(seed), LSN \(moment.lsn.value)"
            let disk = SimulatedDisk(seed: seed)
            do throws(PastError) {
                let report = try PastFolder.build(
                    from: test.engine.storage,
                    to: disk,
                    at: .lsn(moment.lsn),
                    uuid: StoreUUID(high: 7, low: seed),
                    now: { 1_800_000_000_000_000 }
                )
                #expect(report.lastLSN <= moment.lsn, place)
                #expect(report.tenantCount == Self.tenants.count, place)
            } catch .trimmed {
                refusedCount += 1
                continue
            }
            #expect(try Verify(disk).run(deep: DeepCheck()).exitCode == 0, place)
            let engine = try Engine.open(disk, .small(.always), SimulatedClock(seed: seed))
            #expect(script.digests(engine) == moment.digests, place)
            for _ in 0..<20 { script.step(engine, &random) }
            let digests = script.digests(engine)
            #expect(engine.snapshotAndWait().state == .done)
            try engine.close()
            #expect(try Verify(disk).run(deep: DeepCheck()).exitCode == 0, place)
            let again = try Engine.open(disk, .small(.always), SimulatedClock(seed: seed))
            #expect(script.digests(again) == digests, place)
            try again.close()
        }
        #expect(trims ? refusedCount < moments.count : refusedCount == 0)
        try test.close()
    }
}
