import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Testing

/// When a script's writes are synced: the three levels of durability as this room sees them.
enum TestLevel: String, CaseIterable, Sendable {
    case always
    case everysec
    case none
}

/// A moment between two calls of a script.
private struct Moment {
    let call: Int
    let files: SimulatedFiles
    /// What a power cut must not take.
    let durable: LSN
    /// What a kill must not take.
    let written: LSN
}

/// A script of operations on one disk, every moment of it kept.
private struct CrashScript {
    var moments: [Moment] = []
    var events: [TestEvent] = []

    init(seed: UInt64, level: TestLevel, operationCount: Int) throws {
        var random = SeededRandom(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        disk.faults.writesShort = seed % 3 == 0
        var durable = LSN.zero
        var written = LSN.zero
        var kept: [Moment] = []
        disk.observeCalls { call, files in
            kept.append(Moment(call: call, files: files, durable: durable, written: written))
        }
        var store = try TestStore(disk)
        for _ in 0..<operationCount {
            switch Int.random(in: 0..<40, using: &random) {
            case 0, 9:
                // Every other script keeps history: bases, and segments that recovery doesn't need.
                store.history = HistoryRule(
                    since: seed % 2 == 0 ? nil : UInt64(kept.count / 2),
                    spacing: 40
                )
                store.now = UInt64(kept.count)
                try store.snapshot()
            case 1:
                while store.log.sparesWanted > 0 {
                    store.log.add(try store.open.allocator.makeSpare())
                }
            case 2:
                if random.oneIn(2) { try store.close() } else { store.open.catalog.abandon() }
                durable = store.log.durableLSN
                store = try TestStore(disk)
            case 3...5: try store.log.writeWatermark()
            case 6...8 where level == .everysec: try store.log.sync()
            default:
                // A hundred take several pages, which a power cut can tear.
                store.payloadByteCountMax = 60
                let count = random.oneIn(20) ? 100 : Int.random(in: 1...4, using: &random)
                try store.write(count, sync: level == .always, &random)
            }
            durable = store.log.durableLSN
            written = store.log.lastLSN
        }
        events = store.state.events
        moments = kept
    }

    /// What is wrong with what came back; nil: nothing.
    func fault(_ state: TestState, atLeast acknowledged: LSN) -> String? {
        let back = state.events
        guard back.count <= events.count, back == Array(events.prefix(back.count)) else {
            return "what came back is no prefix of what was written"
        }
        let last = back.last?.lsn ?? .zero
        if last < acknowledged { return "lost \(last.value + 1) to \(acknowledged.value)" }
        return nil
    }
}

@Suite struct CrashTests {
    static let seeds = 20
    static let operationCount = 200

    /// Goal: after a power cut at any call of a script, at any level, the start succeeds and what
    /// comes back is a prefix that holds every acknowledged event; after a kill it is everything
    /// that was handed to the kernel. Method: the script runs once for each seed and level, and
    /// moments between two calls are cut and opened: each by several of the seeds, and every one by
    /// every seed with `CARNET_TEST_EVERY=1`.
    @Test(arguments: 1...UInt64(CrashTests.seeds * max(1, testScale / 4)), TestLevel.allCases)
    func whatComesBackHoldsEveryAcknowledgedEvent(seed: UInt64, level: TestLevel) throws {
        let script = try CrashScript(
            seed: seed,
            level: level,
            operationCount: Self.operationCount
        )
        let stride = testsEveryPlace ? 1 : max(1, 5 - testScale)
        var cuts = 0
        defer { print("crash test: seed \(seed), \(level), \(cuts) cuts") }
        for moment in script.moments where (moment.call + Int(seed)) % stride == 0 {
            let place: Comment = "seed \(seed), \(level), call \(moment.call)"
            cuts += 1
            var random = SeededRandom(seed: seed << 32 | UInt64(moment.call))
            let left = moment.files.afterPowerCut(&random, tearsPages: random.oneIn(2))
            do throws(StoreError) {
                let store = try TestStore(SimulatedDisk(left, seed: seed))
                let fault = script.fault(store.state, atLeast: moment.durable)
                #expect(fault == nil, place)
            } catch {
                Issue.record("\(error), \(place)")
            }
            guard moment.call % 5 == Int(seed % 5) else { continue }
            do throws(StoreError) {
                let store = try TestStore(SimulatedDisk(moment.files, seed: seed))
                let fault = script.fault(store.state, atLeast: moment.written)
                #expect(fault == nil, "kill, \(place)")
            } catch {
                Issue.record("\(error), kill, \(place)")
            }
        }
    }

    /// Goal: a start may itself be cut at any call, twice over, and after it the store goes on.
    /// Method: some moments of a script are cut, the start on each is cut at every call, and the
    /// start after that writes, stops and starts once more.
    @Test(arguments: 1...UInt64(6 * testScale))
    func aStartMayBeCutAtAnyCall(seed: UInt64) throws {
        let level = TestLevel.allCases[Int(seed % 3)]
        let script = try CrashScript(seed: seed, level: level, operationCount: 120)
        var random = SeededRandom(seed: seed)
        for _ in 0..<4 {
            guard let moment = script.moments.randomElement(using: &random) else { return }
            let isKill = random.oneIn(3)
            let left = isKill ? moment.files : moment.files.afterPowerCut(&random)
            let disk = SimulatedDisk(left, seed: seed)
            var starts: [(call: Int, files: SimulatedFiles)] = []
            disk.observeCalls { call, files in starts.append((call, files)) }
            let first = try TestStore(disk)
            for start in starts {
                let place: Comment = "seed \(seed), call \(moment.call), start \(start.call)"
                let again = SimulatedDisk(start.files.afterPowerCut(&random), seed: seed)
                let store = try TestStore(again)
                #expect(script.fault(store.state, atLeast: moment.durable) == nil, place)
                if isKill { continue }
                #expect(store.state.partitions == first.state.partitions, place)
                try store.write(3, sync: true, &random)
                let last = try TestStore(again.afterPowerCut(seed: seed))
                #expect(last.state.partitions == store.state.partitions, place)
            }
        }
    }

    /// Goal: a start that relies on a seal makes it real first: a killed process may have left it in
    /// the page cache alone. Method: a clean stop is killed at every call, the store is started,
    /// and then the power is cut.
    @Test func aSealThatOnlyTheKernelHasIsMadeReal() throws {
        var random = SeededRandom(seed: 8)
        let disk = SimulatedDisk(seed: 8)
        let store = try TestStore(disk)
        for _ in 0..<3 { try store.write(4, sync: true, &random) }
        var moments: [SimulatedFiles] = []
        disk.observeCalls { _, files in moments.append(files) }
        try store.close()
        for (call, files) in moments.enumerated() {
            let started = SimulatedDisk(files, seed: 8)
            let again = try TestStore(started)
            #expect(again.state.partitions == store.state.partitions, "call \(call)")
            for seed in 1...8 as ClosedRange<UInt64> {
                let place: Comment = "call \(call), seed \(seed)"
                do throws(StoreError) {
                    let last = try TestStore(started.afterPowerCut(seed: seed))
                    #expect(last.state.partitions == store.state.partitions, place)
                } catch {
                    Issue.record("\(error), \(place)")
                }
            }
        }
    }
}
