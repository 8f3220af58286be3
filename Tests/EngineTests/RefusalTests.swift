import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetTestKit
import Testing

/// What no rot can make but a mistake could: hashes agree, and yet the state would be wrong. The
/// start is refused.
struct RefusalTests {
    private static let tenant = Array("bistro".utf8)
    private static let options = EngineOptions.small(.always)
    private static let clock = SimulatedClock(seed: 1)

    private static var partition: PartitionID { unsafe PartitionID(tenant: tenant.span.bytes) }

    /// A store that was stopped in order, with a snapshot and a tail, and its tenant's digest.
    private static func stopped() throws -> (disk: SimulatedDisk, digest: StateDigest) {
        let disk = SimulatedDisk(seed: 1)
        let engine = try Engine.open(disk, options, clock)
        let script = CommandScript(tenants: ["bistro"])
        try script.create(engine)
        try script.add(engine, "bistro", ["first": "Ada", "phone": "+3225550101"])
        #expect(engine.snapshotAndWait().state == .done)
        let digest = try script.onShard(engine, "bistro") { shard, name in
            try shard.requireCell(name).tenant.digest
        }
        try engine.close()
        return (disk.afterKill(), digest)
    }

    /// Lets `change` at the store below the engine; it is told the partition's last sequence.
    private static func alter(
        _ disk: SimulatedDisk,
        _ change: (OpenStore, SnapshotEntry, PartitionSequence) throws -> Void
    ) throws -> SimulatedDisk {
        let recovery = try Store.open(
            disk,
            options: options.store,
            freshUUID: StoreUUID(high: 1, low: 2),
            now: { 1 }
        )
        let entry = try #require(recovery.partitions.first)
        var sequence = entry.newest.sequence
        try recovery.replay { (_, record, _) throws(StoreError) in
            if record.partition == partition { sequence = max(sequence, record.sequence) }
        }
        let open = try recovery.finish()
        try change(open, entry.newest, sequence)
        try open.catalog.close(log: open.log.close())
        return disk.afterKill()
    }

    /// Logs a digest of the tenant as the partition's record `sequence`.
    private static func log(
        _ digest: StateDigest,
        _ sequence: PartitionSequence,
        _ open: OpenStore
    ) throws {
        var payload = ByteWriter()
        payload.append(littleEndian: digest.low)
        payload.append(littleEndian: digest.high)
        var body = ByteWriter()
        LogRecord.append(
            to: &body,
            type: EventKind.digestNoted.rawValue,
            partition: partition,
            sequence: sequence,
            timestamp: 1_800_000_000_000_000,
            tenant: unsafe tenant.span.bytes,
            payload: payload.bytes
        )
        let next = open.log.lastLSN.next
        try open.log.write(body: body.bytes, firstLSN: next, records: 1, sync: true)
    }

    private static func open(_ disk: SimulatedDisk) throws {
        try Engine.open(disk, options, clock).close()
    }

    @Test(arguments: [0, 1, 4] as [UInt64])
    func aGapInAPartitionIsRefused(missing: UInt64) throws {
        let (disk, digest) = try Self.stopped()
        let altered = try Self.alter(disk) { open, _, sequence in
            let wrong = PartitionSequence(sequence.value + 1 + missing)
            try Self.log(digest, wrong, open)
        }
        guard missing > 0 else { return try Self.open(altered) }
        let error = #expect(throws: EngineError.self) { try Self.open(altered) }
        guard case .sequenceGap(Self.partition, let expected, let found, _) = error else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(found.value == expected.value + missing)
    }

    @Test func anotherDigestThanWasLoggedIsRefused() throws {
        let (disk, digest) = try Self.stopped()
        let altered = try Self.alter(disk) { open, _, sequence in
            var wrong = digest
            wrong.add(digest)
            try Self.log(wrong, sequence.next, open)
        }
        let error = #expect(throws: EngineError.self) { try Self.open(altered) }
        guard case .digest(Self.partition, _) = error else {
            Issue.record("\(error as Any)")
            return
        }
    }

    @Test(arguments: [true, false])
    func rowsThatDoNotComeToTheirDigestAreRefused(honest: Bool) throws {
        let (disk, _) = try Self.stopped()
        let altered = try Self.alter(disk) { open, entry, _ in
            let files = open.catalog.files
            let reader = try files.reader(for: entry)
            let header = reader.header
            let writer = try files.writer(for: header)
            try reader.readBlocks { (rows, count) throws(StoreError) in
                var bytes = rows.array()
                if !honest,
                    let place = bytes.indices.first(where: {
                        bytes[$0...].starts(with: Array("Ada".utf8))
                    })
                {
                    bytes[place + 2] = UInt8(ascii: "o")
                }
                try unsafe writer.append(rows: bytes.span.bytes, count: count)
            }
            let draft = try writer.finish(digest: reader.footer.digest, ids: nil)
            var round = SnapshotRound()
            round.files = [try files.verify(try files.sync(draft))]
            let position = open.log.position
            _ = try open.catalog.publish(round, emptyTo: .zero, log: position)
        }
        guard !honest else { return try Self.open(altered) }
        let error = #expect(throws: EngineError.self) { try Self.open(altered) }
        guard case .snapshot(.digest, Self.partition) = error else {
            Issue.record("\(error as Any)")
            return
        }
    }
}
