import CarnetBytes
import CarnetEngine
import CarnetStorage
import CarnetTestKit
import Testing

/// The whole engine on a disk and a clock that are simulated: what a crash leaves, opened again.
@Suite struct EngineCrashTests {
    static let operationCount = 200
    /// With `CARNET_TEST_EVERY=1` every moment of 20 seeds, else every eighth of a few.
    static let stride = testsEveryPlace ? 1 : 8
    static let seeds = UInt64(testsEveryPlace ? 20 : 6) * UInt64(testScale)

    /// Goal: after a power cut at any call of the disk, at any level, the engine opens with the
    /// state that stood behind some command: no event that was acknowledged is missing, no reader
    /// was shown more than what came back, digests and index answers are those of that prefix.
    /// After a kill of the process everything is there that the kernel was handed. Method: one run
    /// for each seed and level; moments between two calls are cut and opened.
    @Test(arguments: 1...EngineCrashTests.seeds, Durability.allCases)
    func whatComesBackIsAStateThatWasAndHoldsWhatWasTold(
        seed: UInt64,
        level: Durability
    ) throws {
        let run = try CrashRun(seed: seed, level: level, operationCount: Self.operationCount)
        #expect(run.faults.isEmpty, "seed \(seed), \(level)")
        var cuts = 0
        for moment in run.moments where (moment.call + Int(seed)) % Self.stride == 0 {
            let place: Comment = "seed \(seed), \(level), call \(moment.call)"
            var random = SeededRandom(seed: seed << 32 | UInt64(moment.call))
            let left = moment.files.afterPowerCut(&random, tearsPages: random.oneIn(2))
            let promised = max(moment.durable, moment.promised)
            check(run, moment, left, atLeast: promised, place)
            cuts += 1
            guard moment.call % 5 == Int(seed % 5) else { continue }
            let told = level == .none ? moment.promised : moment.told
            let kept = max(moment.written, told)
            check(run, moment, moment.files, atLeast: kept, "kill, \(place)")
        }
        #expect(cuts > 10)
        print("engine crash test: seed \(seed), \(level), \(cuts) of \(run.moments.count) moments")
    }

    private func check(
        _ run: CrashRun,
        _ moment: Moment,
        _ files: SimulatedFiles,
        atLeast promised: LSN,
        _ place: Comment
    ) {
        do {
            let disk = SimulatedDisk(files, seed: UInt64(moment.call))
            let engine = try Engine.open(disk, .small(run.level), run.clock)
            let fault = run.fault(engine, moment, atLeast: promised)
            #expect(fault == nil, place)
            try engine.close()
        } catch {
            Issue.record("\(error), \(place)")
        }
    }

    /// Goal: after any call of the disk has failed, nothing more is told that a power cut could
    /// take. Method: the commands run on with one call failing, a sync with its pages called clean;
    /// then the power is cut.
    @Test(arguments: 1...UInt64(2 * testScale))
    func nothingIsToldThatAFailingDiskDidNotTake(seed: UInt64) throws {
        let clock = SimulatedClock(seed: seed)
        let options = EngineOptions.small(.always)
        for step in 0..<40 {
            let disk = SimulatedDisk(seed: seed)
            let engine = try Engine.open(disk, options, clock)
            let gate = TestGate(engine)
            var random = SeededRandom(seed: seed)
            var script = CommandScript(tenants: ["bistro", "salon-7"])
            try script.create(engine)
            gate.reply(engine.log.lastLSN)
            let call = disk.callCount + 1 + step
            disk.faults.failing = [call]
            for command in 0..<25 where !engine.log.hasFailed {
                script.step(engine, &random)
                gate.reply(engine.log.lastLSN)
                if command % 8 == 7 { _ = engine.snapshotAndWait() }
                #expect(gate.drain())
            }
            let told = gate.told
            let again = try Engine.open(disk.afterPowerCut(seed: seed), options, clock)
            #expect(again.log.lastLSN >= told, "seed \(seed), call \(call)")
            try again.close()
            do { try engine.close() } catch {}
        }
    }

    /// Goal: where the newest snapshot of a partition is rotten, the one before and the log bring
    /// the same state, and what other partitions have already is not applied twice. Method: random
    /// commands, three rounds, one newest file changed by a bit.
    @Test(arguments: 1...UInt64(3 * testScale))
    func aRottenSnapshotCostsNoData(seed: UInt64) throws {
        let clock = SimulatedClock(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        let engine = try Engine.open(disk, .small(.always), clock)
        var random = SeededRandom(seed: seed)
        var script = CommandScript(tenants: ["bistro", "salon-7", "hotel.x"])
        try script.create(engine)
        for _ in 0..<3 {
            for _ in 0..<40 { script.step(engine, &random) }
            #expect(engine.snapshotAndWait().state == .done)
        }
        for _ in 0..<10 { script.step(engine, &random) }
        let digests = script.digests(engine)
        try engine.close()
        let files = disk.files
        let snapshots = files.paths.filter { $0.hasSuffix(".snap") }
        // Names sort by partition, then by LSN.
        let newest = snapshots.enumerated().filter { index, path in
            index + 1 == snapshots.count || snapshots[index + 1].prefix(11) != path.prefix(11)
        }
        #expect(newest.count == 3)
        for (_, path) in newest {
            var bytes = try #require(files.bytes(path))
            bytes[bytes.count / 2] ^= 8
            var rotten = files
            rotten.setBytes(path, bytes)
            let again = try Engine.open(SimulatedDisk(rotten, seed: seed), .small(.always), clock)
            let isSaid = again.notes.contains {
                if case .rottenSnapshot = $0 { true } else { false }
            }
            #expect(isSaid, "seed \(seed), \(path)")
            #expect(script.digests(again) == digests, "seed \(seed), \(path)")
            #expect(script.indexDifferences(again).isEmpty, "seed \(seed), \(path)")
            try again.close()
        }
    }
}
