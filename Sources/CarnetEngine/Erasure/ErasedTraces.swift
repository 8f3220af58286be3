import CarnetBytes
public import CarnetModel
public import CarnetStorage

/// Looks again, for a receipt, which files of the data folder may still hold who was erased: those that are
/// older than the erasure, unless history keeps them and nothing in them tells of the person. What was erased
/// is kept nowhere, not as a digest either, so it is events and records that are looked at and not words.
///
/// Reads all that history keeps of the log, twice, and loads the tenant from each base: on a thread of its own.
public struct ErasedTraces: Sendable {
    private let tenant: [UInt8]
    private let partition: PartitionID
    private let erasure: Erasure
    private let redaction: Redaction

    public init(_ tenant: Tenant, _ erasure: Erasure) {
        self.tenant = tenant.name
        partition = PartitionID(tenant: unsafe tenant.name.span.bytes)
        self.erasure = erasure
        redaction = Redaction(tenant, [erasure])
    }

    /// The paths of such files, sorted.
    public func files(_ disk: any Disk) throws(StoreError) -> [String] {
        let older = try OlderFiles(disk).run(before: erasure.lsn, of: partition)
        guard !older.isEmpty else { return [] }
        let clean = try cleanSegments(disk).union(cleanBases(disk))
        return older.filter { !clean.contains($0) }
    }

    private func cleanSegments(_ disk: any Disk) throws(StoreError) -> Set<String> {
        var learning = redaction
        try LogDump(disk).run { item, body throws(StoreError) in
            guard case .frame(let frame, _) = item else { return }
            forEachRecord(frame, body) { kind, payload, lsn in
                learning.learn(kind, payload: payload, lsn: lsn)
            }
        }
        var clean: Set<String> = []
        var current = ""
        let learnt = learning
        try LogDump(disk).run { item, body throws(StoreError) in
            switch item {
            case .segment(_, let path, _):
                current = path
                clean.insert(path)
            case .frame(let frame, _):
                forEachRecord(frame, body) { kind, payload, lsn in
                    if learnt.tells(kind, payload: payload, lsn: lsn) { clean.remove(current) }
                }
            case .fault, .unreadable: clean.remove(current)
            case .seal: break
            }
        }
        return clean
    }

    /// Every record of the tenant's up to the erasure.
    private func forEachRecord(
        _ frame: FrameHeader,
        _ body: RawSpan,
        _ use: (EventKind, RawSpan, LSN) -> Void
    ) {
        guard frame.firstLSN <= erasure.lsn else { return }
        var reader = LogRecordReader(body)
        var lsn = frame.firstLSN
        while let record = try? reader.next() {
            defer { lsn = lsn.next }
            guard record.partition == partition, lsn <= erasure.lsn,
                redaction.isOfTenant(milliseconds: record.timestamp / 1_000),
                unsafe body.extracting(record.tenant).isEqual(to: tenant.span.bytes),
                let kind = EventKind(rawValue: record.type)
            else { continue }
            use(kind, body.extracting(record.payload), lsn)
        }
    }

    private func cleanBases(_ disk: any Disk) throws(StoreError) -> Set<String> {
        let look = try StoreLook(disk)
        var clean: Set<String> = []
        for entry in look.snapshots(of: partition) where entry.lsn < erasure.lsn {
            let build = PartitionBuild(partition: partition, seed: 0, only: tenant)
            // What can't be read is not clean.
            guard let reader = try? look.reader(for: entry), (try? build.load(reader)) != nil else {
                continue
            }
            if build.tenants.allSatisfy({ isClean($0.tenant) }) { clean.insert(entry.path) }
        }
        return clean
    }

    /// Whether forgetting takes no field out of any of their records.
    private func isClean(_ tenant: Tenant) -> Bool {
        guard redaction.isOfTenant(tenant) else { return true }
        var forgotten = tenant
        var staging = ByteWriter()
        forgotten.forget(erasure, staging: &staging)
        return erasure.clients.allSatisfy { id in
            Self.fields(of: id, in: tenant) == Self.fields(of: id, in: forgotten)
        }
    }

    private static func fields(of id: ClientID, in tenant: Tenant) -> [UInt8] {
        guard let bytes = tenant.clients.record(id.value) else { return [] }
        return bytes.extracting(ClientRecord(bytes).fieldsOffset..<bytes.byteCount).array()
    }
}
