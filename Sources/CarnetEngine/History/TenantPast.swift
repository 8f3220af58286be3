public import CarnetBytes
public import CarnetModel
public import CarnetStorage

/// Why a tenant's past can't be told.
public enum PastError: Error, Sendable {
    /// What is kept goes back to this moment only, in milliseconds since 1970, and to this LSN.
    case trimmed(firstMilliseconds: UInt64, LSN)
    /// There was no such tenant then.
    case noTenant
    case engine(EngineError)
    case store(StoreError)

    /// Whether files that were removed or rewritten meanwhile could be why.
    var mayBeMoved: Bool {
        switch self {
        case .engine, .store: true
        case .trimmed, .noTenant: false
        }
    }
}

/// A tenant as it was, folded aside from what lies on the disk: the newest snapshot from before the
/// moment, or nothing at all, and the log behind it. No shard is held; it takes as long as reading the log
/// does, seconds for gigabytes, and as much memory as the tenant and a segment.
public struct TenantPast: ~Copyable {
    private let disk: any Disk
    private let name: [UInt8]
    private let partition: PartitionID
    private var tenant: Tenant?
    /// A snapshot was loaded, or the partition's first event was met.
    private var hasBegun = false
    /// No snapshot is old enough, so the log must have all of the partition's events.
    private var mustBeWhole = false
    private var sequence = PartitionSequence.zero
    /// Whether all events of the partition were seen, so that nothing is missing at the front.
    public private(set) var isWhole = true
    /// The moment of the first state that can be told, milliseconds since 1970.
    public private(set) var firstMilliseconds: UInt64 = 0
    public private(set) var firstLSN = LSN.zero
    /// The tenant's last event that was applied.
    public private(set) var lastLSN = LSN.zero
    private var staging = ByteWriter(capacity: 1_024)

    public init(_ disk: any Disk, tenant name: [UInt8]) {
        self.disk = disk
        self.name = name
        partition = PartitionID(tenant: unsafe name.span.bytes)
    }

    /// Has `body` look at a tenant's past. Files may be trimmed or changed under its eyes, so where that
    /// fails and MANIFEST has moved on meanwhile it looks again, from the beginning.
    public static func look<R>(
        _ disk: any Disk,
        tenant name: [UInt8],
        _ body: (inout TenantPast) throws(PastError) -> R
    ) throws(PastError) -> R {
        for _ in 1..<attemptMax {
            let before = generation(disk)
            var past = TenantPast(disk, tenant: name)
            do throws(PastError) {
                return try body(&past)
            } catch {
                guard error.mayBeMoved, generation(disk) != before else { throw error }
            }
        }
        var past = TenantPast(disk, tenant: name)
        return try body(&past)
    }

    private static let attemptMax = 4

    /// How far a machine's clock may have been set back without an event being missed, in milliseconds.
    private static let clockSlack: UInt64 = 86_400_000

    private static func earliest(_ milliseconds: UInt64) -> UInt64 {
        max(milliseconds, clockSlack) - clockSlack
    }

    private static func generation(_ disk: any Disk) -> UInt64? {
        (try? StoreLook(disk))?.generation
    }

    /// The tenant as the events up to `milliseconds` since 1970 and up to `last` have left it.
    public mutating func state(
        atMilliseconds milliseconds: UInt64,
        upTo last: LSN
    ) throws(PastError) -> Tenant {
        try begin(atMilliseconds: milliseconds, upTo: last)
        try fold(upTo: last, milliseconds: milliseconds) { _, _, _ in }
        guard let tenant else { throw .noTenant }
        return tenant
    }

    /// Hands every event of the tenant that is at hand to `use`, with one client's record before and
    /// behind it; nil where it had none.
    public mutating func events(
        of id: ClientID,
        upTo last: LSN,
        _ use: (borrowing Event, _ before: [UInt8]?, _ behind: [UInt8]?) -> Void
    ) throws(PastError) {
        try fold(upTo: last, milliseconds: .max, watching: id, use)
    }

    /// Whether the tenant has a client of that number, as far as was folded.
    public func has(_ id: ClientID) -> Bool { tenant?.clients.contains(id.value) ?? false }

    /// Loads the newest snapshot that was taken at or before the moment; without one the log must reach
    /// back to the partition's first event, which `fold` finds out.
    private mutating func begin(
        atMilliseconds milliseconds: UInt64,
        upTo last: LSN
    ) throws(PastError) {
        do throws(StoreError) {
            let look = try StoreLook(disk)
            for entry in look.snapshots(of: partition).reversed() where entry.lsn <= last {
                let reader = try look.reader(for: entry)
                guard reader.header.createdAt / 1_000 <= milliseconds else { continue }
                try load(reader)
                return
            }
        } catch {
            throw .store(error)
        }
        mustBeWhole = true
    }

    private mutating func fold(
        upTo last: LSN,
        milliseconds: UInt64,
        watching id: ClientID = ClientID(0),
        _ use: (borrowing Event, _ before: [UInt8]?, _ behind: [UInt8]?) -> Void
    ) throws(PastError) {
        var failure: PastError?
        // A segment that ends in a fault is the newest one, or hurt.
        var isFaulty = false
        let (disk, start) = (disk, firstLSN)
        let (product, isOver) = milliseconds.multipliedReportingOverflow(by: 1_000)
        // Whether the log goes back to the partition's first event is told by any later one, too.
        let until = mustBeWhole || isOver || product > .max - 999 ? .max : product + 999
        var isEnough = false
        do throws(StoreError) {
            try LogDump(disk).run(after: start, begunUpTo: until) { item, body throws(StoreError) in
                switch item {
                case .segment(let header, _, _)
                where hasBegun
                    && milliseconds < Self.earliest(header.createdAt / 1_000):
                    isEnough = true
                    throw .failed
                case .unreadable(let error, _): throw error
                case .segment(let header, let path, _) where isFaulty:
                    throw .damaged(Damage(file: path, firstLSN: header.firstLSN, kind: .chain))
                case .fault: isFaulty = true
                default: break
                }
                guard failure == nil, case .frame(let frame, _) = item else { return }
                guard frame.lastLSN > start, frame.firstLSN <= last else { return }
                var lsn = frame.firstLSN
                var reader = LogRecordReader(body)
                while let record = Self.next(&reader) {
                    defer { lsn = lsn.next }
                    guard record.partition == partition, lsn <= last else { continue }
                    do throws(PastError) {
                        if !hasBegun { try begin(before: record.sequence) }
                        guard record.timestamp / 1_000 <= milliseconds else { continue }
                        try apply(record, lsn, body, id, use)
                    } catch {
                        failure = error
                        return
                    }
                }
            }
        } catch {
            guard isEnough else { throw .store(error) }
        }
        if let failure { throw failure }
        // A partition that has not changed since its newest snapshot was written.
        if !hasBegun { try begin(before: nil) }
    }

    private static func next(_ reader: inout LogRecordReader) -> LogRecord? {
        // A frame that is sound holds whole records.
        try? reader.next()
    }

    /// Loads what stood before the first record at hand: the oldest snapshot, unless that record is
    /// the partition's first.
    private mutating func begin(before first: PartitionSequence?) throws(PastError) {
        hasBegun = true
        if let first, first == PartitionSequence.zero.next { return }
        do throws(StoreError) {
            let look = try StoreLook(disk)
            guard let entry = look.snapshots(of: partition).first else {
                // Nothing was ever there, or the files are moving.
                if first == nil { return }
                throw .failed
            }
            try load(look.reader(for: entry))
        } catch {
            throw .store(error)
        }
        if mustBeWhole { throw .trimmed(firstMilliseconds: firstMilliseconds, firstLSN) }
    }

    private mutating func load(_ reader: SnapshotFileReader) throws(StoreError) {
        let build = PartitionBuild(partition: partition, seed: 0, only: name)
        do throws(EngineError) {
            try build.load(reader)
        } catch {
            if case .store(let error) = error { throw error }
            throw .failed
        }
        hasBegun = true
        isWhole = false
        sequence = reader.header.sequence
        firstMilliseconds = (reader.header.createdAt &+ 999) / 1_000
        firstLSN = reader.header.lsn
        lastLSN = firstLSN
        tenant = build.tenants.first?.tenant
    }

    private mutating func apply(
        _ record: LogRecord,
        _ lsn: LSN,
        _ body: RawSpan,
        _ id: ClientID,
        _ use: (borrowing Event, _ before: [UInt8]?, _ behind: [UInt8]?) -> Void
    ) throws(PastError) {
        guard record.sequence > sequence else { return }
        // A segment that could not be read, or was trimmed meanwhile, would leave out events.
        guard record.sequence == sequence.next else {
            throw .engine(
                .sequenceGap(partition, expected: sequence.next, found: record.sequence, lsn)
            )
        }
        sequence = record.sequence
        guard unsafe body.bytes(record.tenant).isEqual(to: name.span.bytes) else { return }
        do throws(EventError) {
            let event = try Event(
                kind: record.type,
                payload: body.bytes(record.payload),
                milliseconds: record.timestamp / 1_000,
                lsn: lsn
            )
            lastLSN = lsn
            if event.kind == .tenantCreated { tenant = Tenant(name: name) }
            let before = tenant?.clients.record(id.value)?.array()
            if event.kind == .tenantDropped {
                tenant = nil
            } else {
                try tenant?.apply(event, staging: &staging)
            }
            use(event, before, tenant?.clients.record(id.value)?.array())
        } catch {
            throw .engine(.event(error, lsn))
        }
    }
}
