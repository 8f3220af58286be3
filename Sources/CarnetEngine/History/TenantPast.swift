public import CarnetBytes
public import CarnetModel
public import CarnetStorage

/// Why a tenant's past can't be told.
public enum PastError: Error, Sendable {
    /// The log goes back to this moment only, in milliseconds since 1970.
    case trimmed(firstMilliseconds: UInt64)
    /// There was no such tenant then.
    case noTenant
    case engine(EngineError)
    case store(StoreError)
}

/// A tenant as it was, folded aside from what lies on the disk: from nothing where the log reaches
/// back so far, else from the oldest snapshot that is kept. No shard is held; it takes as long as
/// reading the log does, seconds for gigabytes, and as much memory as the partition.
public struct TenantPast: ~Copyable {
    private let disk: any Disk
    private let name: [UInt8]
    private let partition: PartitionID
    private var tenant: Tenant?
    private var sequence = PartitionSequence.zero
    /// Whether all events of the partition were seen, so that nothing is missing at the front.
    public private(set) var isWhole = true
    /// The moment of the first state that can be told, milliseconds since 1970.
    public private(set) var firstMilliseconds: UInt64 = 0
    private var firstLSN = LSN.zero
    /// The tenant's last event that was applied.
    public private(set) var lastLSN = LSN.zero
    private var staging = ByteWriter(capacity: 1_024)

    public init(_ disk: any Disk, tenant name: [UInt8]) {
        self.disk = disk
        self.name = name
        partition = PartitionID(tenant: unsafe name.span.bytes)
    }

    /// The tenant as the events up to `milliseconds` since 1970 and up to `last` have left it.
    public mutating func state(
        atMilliseconds milliseconds: UInt64,
        upTo last: LSN
    ) throws(PastError) -> Tenant {
        try fold(upTo: last, milliseconds: milliseconds) { _, _, _ in }
        guard milliseconds >= firstMilliseconds, last >= firstLSN else {
            throw .trimmed(firstMilliseconds: firstMilliseconds)
        }
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

    private mutating func fold(
        upTo last: LSN,
        milliseconds: UInt64,
        watching id: ClientID = ClientID(0),
        _ use: (borrowing Event, _ before: [UInt8]?, _ behind: [UInt8]?) -> Void
    ) throws(PastError) {
        var failure: PastError?
        var isFirst = true
        do throws(StoreError) {
            try LogDump(disk).run { item, body throws(StoreError) in
                guard failure == nil, case .frame(let frame, _) = item else { return }
                var lsn = frame.firstLSN
                var reader = LogRecordReader(body)
                while let record = Self.next(&reader) {
                    defer { lsn = lsn.next }
                    guard record.partition == partition, lsn <= last else { continue }
                    do throws(PastError) {
                        if isFirst { try begin(before: record.sequence) }
                        isFirst = false
                        guard record.timestamp / 1_000 <= milliseconds else { continue }
                        try apply(record, lsn, body, id, use)
                    } catch {
                        failure = error
                        return
                    }
                }
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw failure }
        // A partition that has not changed since its newest snapshot was written.
        if isFirst { try begin(before: nil) }
    }

    private static func next(_ reader: inout LogRecordReader) -> LogRecord? {
        // A frame that is sound holds whole records.
        try? reader.next()
    }

    /// Loads what stood before the first record at hand: the oldest snapshot, unless that record is
    /// the partition's first.
    private mutating func begin(before first: PartitionSequence?) throws(PastError) {
        if let first, first == PartitionSequence.zero.next { return }
        isWhole = false
        do throws(StoreError) {
            let look = try StoreLook(disk)
            guard let entry = look.snapshots(of: partition).first else { throw .failed }
            let build = PartitionBuild(partition: partition, seed: 0)
            let reader = try look.reader(for: entry)
            do throws(EngineError) {
                try build.load(reader)
            } catch {
                throw .failed
            }
            sequence = reader.header.sequence
            firstMilliseconds = reader.header.createdAt / 1_000
            firstLSN = reader.header.lsn
            lastLSN = firstLSN
            tenant = build.tenants.first { $0.tenant.name == name }?.tenant
        } catch {
            throw .store(error)
        }
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
