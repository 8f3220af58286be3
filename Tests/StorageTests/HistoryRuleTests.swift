import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Synchronization
import Testing

/// A clock that a test sets.
private final class SetClock: Sendable {
    private let microseconds = Atomic<UInt64>(1_700_000_000_000_000)

    var now: UInt64 { microseconds.load(ordering: .relaxed) }

    func pass(hours: UInt64) {
        microseconds.wrappingAdd(hours * 3_600_000_000, ordering: .relaxed)
    }
}

/// What is kept beyond what recovery needs, and that it is enough, and no more.
@Suite struct HistoryRuleTests {
    private struct Moment {
        let microseconds: UInt64
        let events: [PartitionID: [TestEvent]]
    }

    private static let partitions = (0..<4).compactMap { PartitionID($0) }

    /// Goal: with a rule of so many days every moment within them can be folded from a snapshot that was
    /// taken before it and the log behind that, for every partition; what is older goes.
    /// Method: some weeks, a round every few hours; after each, moments of the whole time are asked for.
    @Test(arguments: [1, 3, 7], 1...3 as ClosedRange<UInt64>)
    func everyMomentWithinTheDaysIsAtHand(days: Int, seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let clock = SetClock()
        let disk = SimulatedDisk(seed: seed)
        var store = try TestStore(disk, clock: { clock.now })
        var moments: [Moment] = []
        for round in 0..<120 {
            // One partition sleeps most of the time.
            try store.write(Int.random(in: 1...12, using: &random), sync: true, &random)
            clock.pass(hours: UInt64.random(in: 1...6, using: &random))
            moments.append(Moment(microseconds: clock.now, events: store.state.partitions))
            clock.pass(hours: 1)
            while store.log.sparesWanted > 0 {
                store.log.add(try store.open.allocator.makeSpare())
            }
            store.history = HistoryRule(days: days, now: clock.now)
            store.now = clock.now
            try store.snapshot()
            if round % 40 == 39 {
                try store.close()
                store = try TestStore(disk, clock: { clock.now })
            }
            let since = clock.now - UInt64(days) * 86_400_000_000
            for moment in moments where moment.microseconds >= since {
                try expect(disk, moment, "seed \(seed), round \(round)")
            }
            try expectNoMore(disk, store, since, days, "seed \(seed), round \(round)")
        }
        try store.close()
        let report = try Verify(disk).run()
        #expect(report.exitCode == 0, "\(report.findings)")
    }

    /// Folds each partition from the newest snapshot from before the moment, or from nothing.
    private func expect(_ disk: SimulatedDisk, _ moment: Moment, _ place: Comment) throws {
        let look = try StoreLook(disk)
        for partition in Self.partitions {
            let wanted = moment.events[partition] ?? []
            let base = try look.snapshots(of: partition).last {
                try look.reader(for: $0).header.createdAt <= moment.microseconds
            }
            var sequence = base?.sequence ?? .zero
            #expect(sequence.value <= UInt64(wanted.count), place)
            var payloads = wanted.prefix(Int(sequence.value)).map(\.payload)
            try LogDump(disk).run(after: base?.lsn ?? .zero) { item, body throws(StoreError) in
                guard case .frame(let frame, _) = item else { return }
                var reader = LogRecordReader(body)
                var lsn = frame.firstLSN
                while let record = try? reader.next() {
                    defer { lsn = lsn.next }
                    guard record.partition == partition, record.sequence > sequence,
                        lsn <= wanted.last?.lsn ?? .zero
                    else { continue }
                    // A gap would say that something that is needed has gone.
                    #expect(record.sequence == sequence.next, place)
                    sequence = record.sequence
                    payloads.append(body.extracting(record.payload).array())
                }
            }
            #expect(payloads == wanted.map(\.payload), place)
        }
    }

    /// What is older than the days by more than a stretch and a segment has gone.
    private func expectNoMore(
        _ disk: SimulatedDisk,
        _ store: TestStore,
        _ since: UInt64,
        _ days: Int,
        _ place: Comment
    ) throws {
        let look = try StoreLook(disk)
        for partition in Self.partitions {
            let snapshots = look.snapshots(of: partition)
            // Two for recovery; a base for each stretch, and one from before.
            #expect(snapshots.count <= 2 + 8 + 2, place)
            let times = try snapshots.map { try look.reader(for: $0).header.createdAt }
            #expect(times.count { $0 <= since } <= 3, place)
        }
        let usage = store.open.catalog.usage()
        let day: UInt64 = 86_400_000_000
        let stretch = UInt64(days) * day / 8
        // Five days of these events fill a segment.
        #expect(usage.firstMicroseconds + stretch + 12 * day >= since, place)
        #expect(usage.historyByteCount > 0 || usage.historySegmentCount == 0, place)
    }

    /// Goal: a start does not read more because history is kept. Method: the same script with and
    /// without; the bytes of log that a start reads are the same.
    @Test func recoveryReadsNoMore() throws {
        var read: [UInt64] = []
        for days in [0, 3_000] {
            var random = SeededRandom(seed: 7)
            let disk = SimulatedDisk(seed: 7)
            let store = try TestStore(disk)
            for _ in 0..<60 {
                try store.write(12, sync: true, &random)
                store.history = HistoryRule(days: days, now: 1_700_000_000_000_000)
                while store.log.sparesWanted > 0 {
                    store.log.add(try store.open.allocator.makeSpare())
                }
                try store.snapshot()
            }
            try store.close()
            let count = store.open.catalog.manifest.segments.count
            #expect(days == 0 ? count < 5 : count > 5)
            let recovery = try Store.open(
                disk,
                options: .small,
                freshUUID: testUUID,
                now: { 1_700_000_000_000_000 }
            )
            let state = try recovery.recover()
            #expect(state == store.state)
            read.append(recovery.progress.readByteCount)
            recovery.abandon()
        }
        #expect(read[0] == read[1])
    }

    /// Goal: where history is given up, no segment stays for its sake that may hold what was erased, nor a base.
    @Test func whatWasErasedIsNotKept() throws {
        var random = SeededRandom(seed: 3)
        let disk = SimulatedDisk(seed: 3)
        let store = try TestStore(disk)
        let now: UInt64 = 1_700_000_000_000_000
        for round in 0..<40 {
            try store.write(12, sync: true, &random)
            while store.log.sparesWanted > 0 {
                store.log.add(try store.open.allocator.makeSpare())
            }
            store.history = HistoryRule(since: 0, spacing: 0)
            store.now = now + UInt64(round)
            try store.snapshot()
        }
        let erased = store.log.lastLSN
        #expect(try store.log.rotate(behind: erased))
        store.history.erased = [Self.partitions[1]: erased]
        store.history.givesUpErased = true
        for round in 40..<43 {
            // Every partition has something new, so that both of its snapshots are younger.
            try store.write(40, sync: true, &random)
            store.now = now + UInt64(round)
            try store.snapshot()
        }
        for partition in Self.partitions {
            let older = try OlderFiles(disk).run(before: erased, of: partition)
            #expect(older == [], "partition \(partition.value)")
        }
        // What is not of that partition was dropped as well, since its log has gone.
        #expect(try Verify(disk).run().exitCode == 0)
        try store.close()
    }

    /// Goal: a hurt segment that only history needs costs history, not the present.
    @Test func repairGivesUpHistoryAlone() throws {
        var random = SeededRandom(seed: 5)
        let disk = SimulatedDisk(seed: 5)
        let store = try TestStore(disk)
        for _ in 0..<40 {
            try store.write(12, sync: true, &random)
            while store.log.sparesWanted > 0 {
                store.log.add(try store.open.allocator.makeSpare())
            }
            store.history = HistoryRule(since: 0, spacing: 0)
            try store.snapshot()
        }
        try store.close()
        let segments = store.open.catalog.manifest.segments
        try #require(segments.count > 4)
        let file = try disk.open(segments[2].path, .readWrite)
        var bytes = ByteWriter()
        bytes.append(littleEndian: UInt64(0x5555_5555))
        _ = try disk.write(file, at: 4_096 + 80, bytes.bytes)
        disk.close(file)
        #expect(try Verify(disk).run().exitCode == 65)
        let report = try Repair(disk, now: { 1 }).acceptLoss()
        #expect(report.lost == nil)
        #expect(!report.quarantined.isEmpty)
        let again = try TestStore(disk)
        #expect(again.state == store.state)
        try again.close()
        #expect(try Verify(disk).run().exitCode == 0)
    }
}
