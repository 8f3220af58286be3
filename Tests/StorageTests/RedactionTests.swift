import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Synchronization
import Testing

/// Writing segments anew without what was erased: each step of it, and what a crash leaves.
@Suite struct RedactionTests {
    /// What records become, and the payload that is left of them.
    private static let redactedType: UInt8 = 9
    private static let left: [UInt8] = [7]
    private static let partition = PartitionID(1) ?? .node

    private struct Log: Equatable {
        var sequences: [PartitionID: PartitionSequence] = [:]
        var lsns: [LSN] = []
        var times: [UInt64] = []
        var kept: [[UInt8]] = []
        var redactedCount = 0
        var oldCount = 0
    }

    /// The log as anybody reads it; what is of the partition up to `last` counts apart.
    private static func log(_ disk: any Disk, upTo last: LSN) throws -> Log {
        var log = Log()
        try LogDump(disk).run { item, body throws(StoreError) in
            guard case .frame(let frame, _) = item else { return }
            var reader = LogRecordReader(body)
            var lsn = frame.firstLSN
            while let record = try? reader.next() {
                defer { lsn = lsn.next }
                guard lsn <= last else { continue }
                log.lsns.append(lsn)
                log.times.append(record.timestamp)
                log.sequences[record.partition] = record.sequence
                guard record.partition == Self.partition else {
                    log.kept.append(body.extracting(record.payload).array())
                    continue
                }
                if record.type == Self.redactedType {
                    log.redactedCount += 1
                    #expect(body.extracting(record.payload).array() == Self.left)
                } else {
                    log.oldCount += 1
                }
            }
        }
        return log
    }

    /// A store with some segments and bases of history; all up to the answered LSN is history.
    private static func makeStore(
        _ disk: SimulatedDisk,
        _ random: inout SeededRandom
    ) throws -> (TestStore, LSN) {
        let store = try TestStore(disk)
        store.history = HistoryRule(since: 0, spacing: 0)
        var last = LSN.zero
        for round in 0..<12 {
            try store.write(round % 2 == 0 ? 70 : 12, sync: true, &random)
            fillAll(store)
            store.now += 1
            try store.snapshot()
            if round == 8 {
                last = store.log.lastLSN
                #expect(try store.log.rotate(behind: last))
            }
        }
        #expect(store.open.catalog.isHistory(upTo: last, erased: [:]))
        #expect(store.open.catalog.segments(upTo: last).count > 3)
        return (store, last)
    }

    private static func redact(_ store: TestStore, upTo last: LSN) throws {
        for segment in store.open.catalog.segments(upTo: last) {
            try store.open.catalog.redact(segment) { lsn, record, _, payload in
                guard record.partition == Self.partition, lsn <= last,
                    record.type != Self.redactedType
                else { return .kept }
                payload.append(Self.left)
                return .replaced(type: Self.redactedType)
            }
        }
        try store.open.catalog.removeStrays()
    }

    /// Goal: a redacted log has the same LSNs, sequences, times and other records; the store is sound,
    /// starts, goes on, and redacting again changes nothing. Method: random records, one partition's redacted.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func R_SAL_05_aRedactedLogIsWhole(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        let (store, last) = try Self.makeStore(disk, &random)
        let before = try Self.log(disk, upTo: last)
        try Self.redact(store, upTo: last)
        let behind = try Self.log(disk, upTo: last)
        #expect(behind.oldCount == 0 && behind.redactedCount == before.oldCount)
        #expect(behind.redactedCount > 0)
        #expect(behind.lsns == before.lsns && behind.times == before.times)
        #expect(behind.sequences == before.sequences && behind.kept == before.kept)
        #expect(try Verify(disk).run().findings == [])
        let generation = store.open.catalog.manifest.generation
        try Self.redact(store, upTo: last)
        #expect(store.open.catalog.manifest.generation == generation)
        // A round afterwards must not name what is gone.
        try store.write(12, sync: true, &random)
        try store.snapshot()
        #expect(try Verify(disk).run().findings == [])
        try store.close()
        let again = try TestStore(disk)
        #expect(again.state == store.state)
        #expect(try Self.log(disk, upTo: last) == behind)
        try again.close()
        #expect(try Verify(disk).run().findings == [])
    }

    /// Goal: whatever call of the disk a power cut or a kill comes before, the store is sound afterwards and
    /// starts with all that was acknowledged; every segment is the old or the new one, a second redaction ends
    /// what the first began, and no file is left that nothing names. Method: every call of a redaction is cut.
    @Test(arguments: 1...UInt64(2 * testScale))
    func R_SAL_05_aCrashLeavesOldOrNew(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        let (store, last) = try Self.makeStore(disk, &random)
        let before = try Self.log(disk, upTo: last)
        let moments = Mutex<[SimulatedFiles]>([])
        disk.observeCalls { _, files in moments.withLock { $0.append(files) } }
        try Self.redact(store, upTo: last)
        disk.observeCalls(nil)
        let all = moments.withLock { $0 }
        #expect(all.count > 50)
        for (index, files) in all.enumerated() {
            let place: Comment = "seed \(seed), call \(index)"
            let left =
                index % 2 == 0 ? files.afterPowerCut(&random, tearsPages: true) : files
            let cut = SimulatedDisk(left, seed: seed)
            let sound = try Verify(cut).run()
            // Between its two names MANIFEST is MANIFEST.prev, and a start takes that.
            let findings = sound.findings.filter {
                $0.weight != .note && $0.damage.file != "MANIFEST"
            }
            #expect(findings == [], "\(place): \(findings)")
            let again = try TestStore(cut)
            #expect(again.state == store.state, place)
            let found = try Self.log(cut, upTo: last)
            #expect(found.lsns == before.lsns && found.kept == before.kept, place)
            try Self.redact(again, upTo: last)
            let ended = try Self.log(cut, upTo: last)
            #expect(ended.oldCount == 0 && ended.redactedCount == before.oldCount, place)
            try again.close()
            let report = try Verify(cut).run()
            #expect(report.findings == [], "\(place): \(report.findings)")
        }
        print("redaction crash test: seed \(seed), \(all.count) calls")
        try store.close()
    }

    /// Goal: where there is no room for another file, nothing has changed and nothing is left over; with room
    /// again it goes on.
    @Test func R_SAL_05_withoutRoomNothingChanges() throws {
        var random = SeededRandom(seed: 9)
        let disk = SimulatedDisk(seed: 9)
        let (store, last) = try Self.makeStore(disk, &random)
        let before = try Self.log(disk, upTo: last)
        var faults = SimulatedDisk.Faults()
        faults.capacityByteCount = 1
        disk.faults = faults
        #expect(throws: StoreError.self) { try Self.redact(store, upTo: last) }
        disk.faults = SimulatedDisk.Faults()
        #expect(try Self.log(disk, upTo: last) == before)
        #expect(try Verify(disk).run().findings == [])
        try Self.redact(store, upTo: last)
        #expect(try Self.log(disk, upTo: last).oldCount == 0)
        try store.close()
    }

    /// Goal: a segment that a start has cut is redacted to a sealed one that the next continues.
    @Test func R_SAL_05_aCutSegmentIsSealed() throws {
        var random = SeededRandom(seed: 4)
        let disk = SimulatedDisk(seed: 4)
        var store = try TestStore(disk)
        store.history = HistoryRule(since: 0, spacing: 0)
        try store.write(12, sync: true, &random)
        try store.write(12, sync: false, &random)
        store.open.catalog.abandon()
        // An unclean stop: the next start cuts this segment.
        store = try TestStore(SimulatedDisk(disk.files, seed: 4))
        let cut = try #require(store.disk as? SimulatedDisk)
        store.history = HistoryRule(since: 0, spacing: 0)
        let last = store.log.lastLSN
        Self.fillAll(store)
        #expect(try store.log.rotate(behind: last))
        for _ in 0..<3 {
            try store.write(40, sync: true, &random)
            Self.fillAll(store)
            store.now += 1
            try store.snapshot()
        }
        #expect(store.open.catalog.manifest.segments.contains { $0.state == .cut })
        try #require(store.open.catalog.isHistory(upTo: last, erased: [:]))
        let before = try Self.log(cut, upTo: last)
        try Self.redact(store, upTo: last)
        let behind = try Self.log(cut, upTo: last)
        #expect(behind.lsns == before.lsns && behind.kept == before.kept && behind.oldCount == 0)
        #expect(!store.open.catalog.manifest.segments.contains { $0.state == .cut })
        try store.close()
        #expect(try Verify(cut).run().findings == [])
        let again = try TestStore(cut)
        #expect(again.state == store.state)
        try again.close()
    }

    private static func fillAll(_ store: TestStore) {
        while store.log.sparesWanted > 0 {
            guard let spare = try? store.open.allocator.makeSpare() else { return }
            store.log.add(spare)
        }
    }
}
