import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Testing

/// Records, manifests and snapshots alone.
@Suite struct FormatTests {
    /// Goal: what is encoded is decoded, and every cut or flipped bit is refused. Method: random
    /// records.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func aRecordComesBackOrIsRefused(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let tenant = (0..<Int.random(in: 0..<40, using: &random)).map { UInt8($0) }
        let payload = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        let requestID = random.oneIn(2) ? RequestID(high: random.next(), low: random.next()) : nil
        let partition = try #require(PartitionID(UInt32.random(in: 0..<1025, using: &random)))
        var body = ByteWriter()
        body.append([1, 2, 3])
        unsafe LogRecord.append(
            to: &body,
            type: 200,
            partition: partition,
            sequence: PartitionSequence(random.next()),
            timestamp: random.next(),
            requestID: requestID,
            tenant: tenant.span.bytes,
            payload: payload.span.bytes
        )
        let record = try LogRecord(body.bytes, at: 3)
        #expect(record.type == 200 && record.partition == partition)
        #expect(record.requestID == requestID)
        #expect(body.bytes.extracting(record.tenant).array() == tenant)
        #expect(body.bytes.extracting(record.payload).array() == payload)
        let byteCount = LogRecord.byteCount(
            tenant: tenant.count,
            payload: payload.count,
            requestID: requestID != nil
        )
        #expect(record.range == 3..<(3 + byteCount) && body.byteCount == 3 + byteCount)
        let bytes = body.array()
        for end in 3..<bytes.count {
            let short = Array(bytes[..<end])
            #expect(throws: LogRecordError.self) {
                _ = try unsafe LogRecord(short.span.bytes, at: 3)
            }
        }
        for bit in (3 * 8)..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: LogRecordError.self, "seed \(seed), bit \(bit)") {
                _ = try unsafe LogRecord(changed.span.bytes, at: 3)
            }
        }
    }

    /// Every kind of garbage: nothing traps, nothing is taken for a record.
    @Test func garbageIsNoRecord() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<64, using: &random)).map { _ in
                random.oneIn(3) ? UInt8(0xFF) : UInt8.random(in: 0...255, using: &random)
            }
            #expect(throws: LogRecordError.self) {
                guard !bytes.isEmpty else { throw LogRecordError.truncated }
                _ = try unsafe LogRecord(bytes.span.bytes, at: 0)
            }
        }
    }

    /// Goal: a round of snapshots holds what it was given, in blocks, compressed or not.
    @Test(arguments: [true, false])
    func aSnapshotComesBack(compression: Bool) throws {
        var options = StoreOptions.small
        options.compression = compression
        let store = try TestStore(SimulatedDisk(seed: 1), options: options)
        let files = store.open.catalog.files
        var random = SeededRandom(seed: 8)
        for (rowCount, rowByteCount) in [(0, 0), (1, 1), (1, 100_000), (3000, 70), (50, 5000)] {
            let header = SnapshotHeader(
                partition: .node,
                sequence: PartitionSequence(7),
                lsn: LSN(UInt64(rowCount) + 1),
                schema: 4,
                createdAt: 9
            )
            let writer = try files.writer(for: header)
            var rows: [[UInt8]] = []
            for _ in 0..<rowCount {
                let row = (0..<rowByteCount).map { _ in UInt8.random(in: 0...9, using: &random) }
                rows.append(row)
                try unsafe writer.append(row: row.span.bytes)
            }
            let digest = Hash128(high: 3, low: 4)
            let draft = try writer.finish(digest: digest, ids: rowCount > 0 ? 5...70 : nil)
            let verified = try files.verify(try files.sync(draft))
            #expect(verified.draft.rowCount == UInt64(rowCount))
            var round = SnapshotRound()
            round.files = [verified]
            var random = SeededRandom(seed: 1)
            while store.log.lastLSN < header.lsn { try store.write(100, sync: true, &random) }
            _ = try store.open.catalog.publish(round, emptyTo: .zero, log: store.log.position)
            let reader = try files.reader(for: verified.draft.entry)
            #expect(reader.header == header && reader.footer.digest == digest)
            #expect(reader.footer.ids == (rowCount > 0 ? 5...70 : nil))
            var back: [UInt8] = []
            var count = 0
            try reader.readBlocks { (bytes, rows) throws(StoreError) in
                back += bytes.array()
                count += rows
            }
            #expect(count == rowCount && back == Array(rows.joined()))
        }
    }

    /// A snapshot whose LSN a power cut could take does not enter MANIFEST.
    @Test func aSnapshotAheadOfTheLogIsRefused() throws {
        let store = try TestStore(SimulatedDisk(seed: 1))
        let header = SnapshotHeader(
            partition: .node,
            sequence: PartitionSequence(1),
            lsn: LSN(1),
            schema: 1,
            createdAt: 1
        )
        let files = store.open.catalog.files
        let draft = try files.writer(for: header).finish(digest: .zero, ids: nil)
        var round = SnapshotRound()
        round.files = [try files.verify(try files.sync(draft))]
        let before = store.open.catalog.manifest
        #expect(throws: StoreError.notDurable(needs: LSN(1), durable: .zero)) {
            _ = try store.open.catalog.publish(round, emptyTo: .zero, log: store.log.position)
        }
        #expect(store.open.catalog.manifest == before)
    }

    /// Goal: idle partitions neither cost files nor hold the log. A changed partition is written;
    /// one that has two files of its state is not; the log goes behind the older snapshot.
    @Test func idlePartitionsAreNotWrittenAgain() throws {
        var random = SeededRandom(seed: 3)
        let disk = SimulatedDisk(seed: 3)
        let store = try TestStore(disk)
        try store.write(60, sync: true, &random)
        let fileCounts = try (0..<4).map { _ in
            let report = try store.snapshot()
            try store.append(to: .node, &random)
            return report.fileCount
        }
        // All; all for a second copy; then only the partition that changes.
        #expect(fileCounts[0] == store.state.partitions.count - 1)
        #expect(fileCounts[1] == store.state.partitions.count)
        #expect(fileCounts[2] == 1 && fileCounts[3] == 1)
        while store.log.position.segments.count < 5 { try store.append(to: .node, &random) }
        try store.snapshot()
        try store.append(to: .node, &random)
        try store.snapshot()
        let report = try store.snapshot()
        #expect(report.fileCount == 0)
        #expect(store.open.catalog.manifest.firstSegment > 2)
        let again = try TestStore(disk.afterPowerCut(seed: 3))
        #expect(again.state.partitions == store.state.partitions)
        let verified = try Verify(again.disk).run()
        #expect(verified.findings.isEmpty)
    }

    /// Goal: the digest of the newer snapshot is compared with a replay from the older one.
    @Test(arguments: [true, false])
    func deepVerifyComparesDigests(honest: Bool) throws {
        var random = SeededRandom(seed: 3)
        let store = try TestStore(SimulatedDisk(seed: 3))
        for _ in 0..<3 {
            try store.write(50, sync: true, &random)
            try store.snapshot()
        }
        let report = try Verify(store.disk).run(deep: TestReplay(honest: honest))
        #expect(report.exitCode == (honest ? 0 : 65))
    }
}

/// Knows a state by its sequence and LSN alone, as the fixture's digests do.
private final class TestReplay: DeepReplay {
    private let honest: Bool
    private var places: [PartitionID: (PartitionSequence, LSN)] = [:]

    init(honest: Bool) { self.honest = honest }

    func load(_ header: SnapshotHeader, rows: RawSpan, rowCount: Int) throws(StoreError) {
        places[header.partition] = (header.sequence, header.lsn)
    }

    func apply(_ lsn: LSN, _ record: LogRecord, body: RawSpan) throws(StoreError) {
        places[record.partition] = (record.sequence, lsn)
    }

    /// The fixture's digest names the round's LSN, which is a multiple of 50.
    func digest(of partition: PartitionID) -> Hash128 {
        let (sequence, lsn) = places[partition] ?? (.zero, .zero)
        let round = (lsn.value + 49) / 50 * 50
        return Hash128(high: sequence.value, low: honest ? round : round + 1)
    }
}

extension TestStore {
    /// Writes one event of a partition.
    func append(to partition: PartitionID, _ random: inout SeededRandom) throws(StoreError) {
        var body = ByteWriter()
        let event = TestEvent(
            lsn: log.lastLSN.next,
            partition: partition,
            sequence: state.sequence(partition).next,
            payload: (0..<3000).map { _ in UInt8.random(in: 0...255, using: &random) }
        )
        unsafe LogRecord.append(
            to: &body,
            type: 3,
            partition: partition,
            sequence: event.sequence,
            timestamp: 1,
            tenant: "bistro".utf8Span.span.bytes,
            payload: event.payload.span.bytes
        )
        state.add(event)
        try log.write(body: body.bytes, firstLSN: event.lsn, records: 1, sync: true)
    }
}
