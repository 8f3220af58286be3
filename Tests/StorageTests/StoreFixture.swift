import CarnetBytes
import CarnetStorage
import CarnetTestKit
import Testing

extension StoreOptions {
    /// Small enough that a short script rotates, runs out of spares and trims.
    static let small = StoreOptions(
        segmentByteCount: 32 << 10,
        spareCount: 2,
        reserveByteCount: 32 << 10,
        snapshotBlockByteCount: 4 << 10
    )
}

let testUUID = StoreUUID(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)

/// One event as the tests know it.
struct TestEvent: Hashable {
    let lsn: LSN
    let partition: PartitionID
    let sequence: PartitionSequence
    let payload: [UInt8]
}

/// The Engine in miniature: each partition's state is the list of its payloads.
struct TestState: Equatable {
    var partitions: [PartitionID: [TestEvent]] = [:]
    var lastLSN = LSN.zero

    /// All events in the order of the log.
    var events: [TestEvent] {
        partitions.values.joined().sorted { $0.lsn < $1.lsn }
    }

    func sequence(_ partition: PartitionID) -> PartitionSequence {
        partitions[partition]?.last?.sequence ?? .zero
    }

    mutating func add(_ event: TestEvent) {
        partitions[event.partition, default: []].append(event)
        lastLSN = max(lastLSN, event.lsn)
    }
}

extension Recovery {
    /// Loads snapshots and replays, as the Engine does.
    func recover() throws(StoreError) -> TestState {
        var state = TestState()
        for entry in partitions {
            let partition = entry.partition
            do throws(StoreError) {
                state.partitions[partition] = try load(entry.newest)
            } catch .damaged(let damage) {
                switch try discardNewest(of: partition, because: damage) {
                case .file(let older): state.partitions[partition] = try load(older)
                case .empty, .none: state.partitions[partition] = nil
                }
            }
        }
        state.lastLSN = partitions.reduce(.zero) { max($0, $1.newest.coveredTo) }
        try replay { (lsn, record, body) throws(StoreError) in
            let have = state.sequence(record.partition)
            guard record.sequence > have else { return }
            guard record.sequence == have.next else {
                let kind = Damage.Kind.sequenceGap(
                    record.partition,
                    expected: have.next,
                    found: record.sequence
                )
                throw .damaged(Damage(file: "wal", firstLSN: lsn, kind: kind))
            }
            let payload = body.extracting(record.payload).array()
            state.add(
                TestEvent(
                    lsn: lsn,
                    partition: record.partition,
                    sequence: record.sequence,
                    payload: payload
                )
            )
        }
        return state
    }

    /// A row is: LSN, sequence, length of the payload, payload.
    private func load(_ entry: SnapshotEntry) throws(StoreError) -> [TestEvent] {
        let reader = try snapshotFiles.reader(for: entry)
        var events: [TestEvent] = []
        try reader.readBlocks { (rows, count) throws(StoreError) in
            var bytes = ByteReader(rows)
            for _ in 0..<count {
                guard let lsn = bytes.littleEndianUInt64(),
                    let sequence = bytes.littleEndianUInt64(),
                    let range = bytes.lengthPrefixedRange()
                else { throw .damaged(Damage(file: entry.path, kind: .payload)) }
                events.append(
                    TestEvent(
                        lsn: LSN(lsn),
                        partition: entry.partition,
                        sequence: PartitionSequence(sequence),
                        payload: rows.extracting(range).array()
                    )
                )
            }
        }
        guard events.last?.sequence == entry.sequence else {
            throw .damaged(Damage(file: entry.path, kind: .payload))
        }
        return events
    }
}

/// A store that a test writes to.
final class TestStore {
    let disk: any Disk
    let open: OpenStore
    var state: TestState
    /// The last event that was acknowledged, at the level of the script.
    var acknowledged = LSN.zero
    var payloadByteCountMax = 300
    /// What rounds keep for history, and when their files say that they were made.
    var history = HistoryRule.none
    var now: UInt64 = 5

    init(
        _ disk: any Disk,
        options: StoreOptions = .small,
        clock: @escaping @Sendable () -> UInt64 = { 1_700_000_000_000_000 }
    ) throws(StoreError) {
        self.disk = disk
        let recovery = try Store.open(
            disk,
            options: options,
            freshUUID: testUUID,
            now: clock
        )
        state = try recovery.recover()
        open = try recovery.finish()
        acknowledged = state.lastLSN
    }

    var log: LogWriter { open.log }

    /// Writes one frame of `count` events on random partitions.
    func write(_ count: Int, sync: Bool, _ random: inout SeededRandom) throws(StoreError) {
        var body = ByteWriter()
        var next = log.lastLSN
        let first = next.next
        var events: [TestEvent] = []
        var after = state
        for _ in 0..<count {
            next = next.next
            let partition = PartitionID(UInt32.random(in: 0..<4, using: &random)) ?? .node
            let size = Int.random(in: 0..<payloadByteCountMax, using: &random)
            let event = TestEvent(
                lsn: next,
                partition: partition,
                sequence: after.sequence(partition).next,
                payload: (0..<size).map { _ in UInt8.random(in: 0...15, using: &random) }
            )
            unsafe LogRecord.append(
                to: &body,
                type: 3,
                partition: partition,
                sequence: event.sequence,
                timestamp: next.value,
                requestID: random.oneIn(2) ? RequestID(high: next.value, low: 5) : nil,
                tenant: "bistro".utf8Span.span.bytes,
                payload: event.payload.span.bytes
            )
            after.add(event)
            events.append(event)
        }
        // What is on its way may come back even where the write fails.
        state = after
        try log.write(body: body.bytes, firstLSN: first, records: count, sync: sync)
    }

    /// Makes and publishes snapshots of all partitions that changed.
    @discardableResult
    func snapshot() throws(StoreError) -> SnapshotReport {
        try log.sync()
        let lsn = log.lastLSN
        let files = open.catalog.files
        var round = SnapshotRound()
        var drafts: [SnapshotDraft] = []
        for partition in state.partitions.keys.sorted() {
            let sequence = state.sequence(partition)
            let wants = open.catalog.needsFile(partition, sequence: sequence, coveredTo: lsn)
            guard wants else {
                round.unchanged.append((partition, lsn))
                continue
            }
            let header = SnapshotHeader(
                partition: partition,
                sequence: sequence,
                lsn: lsn,
                schema: 1,
                createdAt: now
            )
            let writer = try files.writer(for: header)
            for event in state.partitions[partition] ?? [] {
                var row = ByteWriter()
                row.append(littleEndian: event.lsn.value)
                row.append(littleEndian: event.sequence.value)
                unsafe row.append(lengthPrefixed: event.payload.span.bytes)
                try writer.append(row: row.bytes)
            }
            let digest = Hash128(high: sequence.value, low: lsn.value)
            drafts.append(try writer.finish(digest: digest, ids: 1...9))
        }
        for draft in drafts { round.files.append(try files.verify(try files.sync(draft))) }
        return try open.catalog.publish(round, emptyTo: lsn, history: history, log: log.position)
    }

    func close() throws(StoreError) { try open.catalog.close(log: log.close()) }
}
