public import CarnetBytes
import CarnetModel
public import CarnetStorage

/// Builds a data folder as another one was at a moment: `carnet restore`.
///
/// The other folder is only read, also while a server has it: what is taken are snapshots that MANIFEST
/// names and the log behind them, every hash of which is checked; where the server has moved on
/// meanwhile it is read once more. Takes as much memory as a server with those lists, and the time
/// of a start that replays all of the log from the snapshots on.
public final class PastFolder {
    /// Up to where.
    public enum Moment: Hashable, Sendable {
        /// All that was stamped up to then, milliseconds since 1970.
        case milliseconds(UInt64)
        case lsn(LSN)
    }

    /// What was built.
    public struct Report: Hashable, Sendable {
        public internal(set) var tenantCount = 0
        public internal(set) var clientCount = 0
        public internal(set) var partitionCount = 0
        /// The last event that is in it, and when that was, milliseconds since 1970.
        public internal(set) var lastLSN = LSN.zero
        public internal(set) var lastMilliseconds: UInt64 = 0
    }

    private static let attemptMax = 4

    private let look: StoreLook
    private let moment: Moment
    private var builds: [PartitionID: PartitionBuild] = [:]
    /// Partitions of which a record behind the moment was met.
    private var ended: Set<PartitionID> = []
    /// Partitions that only the log can bring back, from their first event on.
    private var unbased: Set<PartitionID> = []
    /// Who was forgotten since: nobody is brought back.
    private var forgotten: [(partition: PartitionID, tenant: [UInt8], Erased)] = []
    private var report = Report()

    private struct Erased {
        let kind: UInt8
        let payload: [UInt8]
        let milliseconds: UInt64
        let lsn: LSN
    }

    private init(_ source: any Disk, _ moment: Moment) throws(StoreError) {
        look = try StoreLook(source)
        self.moment = moment
    }

    /// Builds the folder `target`, which must be empty, from `source`. Throws `.trimmed` with the first
    /// moment at hand, `.noTenant` where there was nothing yet, `.store` with `.locked` where
    /// `target` is not empty.
    public static func build(
        from source: any Disk,
        to target: any Disk,
        at moment: Moment,
        uuid: StoreUUID,
        now: @escaping @Sendable () -> UInt64
    ) throws(PastError) -> Report {
        let past = try read(source, moment)
        do throws(StoreError) {
            try past.write(NewStore(target, uuid: uuid, now: now))
        } catch {
            throw .store(error)
        }
        return past.report
    }

    private static func read(
        _ source: any Disk,
        _ moment: Moment
    ) throws(PastError) -> PastFolder {
        var attempt = 1
        while true {
            do throws(PastError) {
                let past: PastFolder
                do throws(StoreError) {
                    past = try PastFolder(source, moment)
                } catch {
                    throw .store(error)
                }
                try past.fold()
                return past
            } catch {
                // A running server may trim and write under one's eyes.
                guard error.mayBeMoved, attempt < attemptMax else { throw error }
                attempt += 1
            }
        }
    }

    // MARK: Folding

    private func fold() throws(PastError) {
        var failure: PastError?
        do throws(StoreError) {
            var start = look.emptyTo
            for partition in look.partitions { start = min(start, try load(partition)) }
            try look.replay(after: start) { lsn, record, body throws(StoreError) in
                guard failure == nil else { return }
                do throws(PastError) { try take(lsn, record, body) } catch { failure = error }
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw failure }
        guard unbased.isEmpty else { throw trimmed() }
        for (partition, tenant, erased) in forgotten { forget(partition, tenant, erased) }
        guard report.lastLSN > .zero else { throw .noTenant }
    }

    /// Loads the newest snapshot from before the moment and answers from behind which LSN the log is
    /// needed.
    private func load(_ partition: PartitionID) throws(StoreError) -> LSN {
        for entry in look.snapshots(of: partition).reversed() {
            let reader = try look.reader(for: entry)
            guard isWithin(entry.lsn, reader.header.createdAt) else { continue }
            let build = emptyBuild(partition)
            do throws(EngineError) {
                try build.load(reader)
            } catch {
                if case .store(let error) = error { throw error }
                throw .failed
            }
            builds[partition] = build
            note(entry.lsn, reader.header.createdAt)
            return entry.lsn
        }
        unbased.insert(partition)
        return .zero
    }

    private func emptyBuild(_ partition: PartitionID) -> PartitionBuild {
        PartitionBuild(partition: partition, seed: 0, comparesDigests: !look.isRedacted)
    }

    private func isWithin(_ lsn: LSN, _ microseconds: UInt64) -> Bool {
        switch moment {
        case .milliseconds(let milliseconds): microseconds / 1_000 <= milliseconds
        case .lsn(let last): lsn <= last
        }
    }

    private func note(_ lsn: LSN, _ microseconds: UInt64) {
        report.lastLSN = max(report.lastLSN, lsn)
        report.lastMilliseconds = max(report.lastMilliseconds, microseconds / 1_000)
    }

    private func take(_ lsn: LSN, _ record: LogRecord, _ body: RawSpan) throws(PastError) {
        let partition = record.partition
        if unbased.contains(partition) {
            guard record.sequence == PartitionSequence.zero.next else { throw trimmed() }
            unbased.remove(partition)
        }
        guard !ended.contains(partition), isWithin(lsn, record.timestamp) else {
            ended.insert(partition)
            rememberErasure(lsn, record, body)
            return
        }
        let build = builds[partition] ?? emptyBuild(partition)
        builds[partition] = build
        do throws(EngineError) { try build.replay(record, lsn: lsn, in: body) } catch {
            throw .engine(error)
        }
        note(lsn, record.timestamp)
    }

    /// The first moment of which every partition can be told.
    private func trimmed() -> PastError {
        var first: (milliseconds: UInt64, lsn: LSN) = (0, .zero)
        for partition in look.partitions {
            guard let entry = look.snapshots(of: partition).first,
                let reader = try? look.reader(for: entry)
            else { continue }
            first.milliseconds = max(first.milliseconds, (reader.header.createdAt + 999) / 1_000)
            first.lsn = max(first.lsn, entry.lsn)
        }
        return .trimmed(firstMilliseconds: first.milliseconds, first.lsn)
    }

    private func rememberErasure(_ lsn: LSN, _ record: LogRecord, _ body: RawSpan) {
        let kinds = [EventKind.clientsErased.rawValue, EventKind.clientsAnonymized.rawValue]
        guard kinds.contains(record.type) else { return }
        let erased = Erased(
            kind: record.type,
            payload: body.bytes(record.payload).array(),
            milliseconds: record.timestamp / 1_000,
            lsn: lsn
        )
        forgotten.append((record.partition, body.bytes(record.tenant).array(), erased))
    }

    private func forget(_ partition: PartitionID, _ name: [UInt8], _ erased: Erased) {
        let cell = builds[partition]?.tenants.first { $0.tenant.name == name }
        var staging = ByteWriter()
        let event = try? Event(
            kind: erased.kind,
            payload: unsafe erased.payload.span.bytes,
            milliseconds: erased.milliseconds,
            lsn: erased.lsn
        )
        guard let event else { return }
        cell?.tenant.forget(event, staging: &staging)
    }

    // MARK: Writing

    private func write(_ store: NewStore) throws(StoreError) {
        var snapshots: [VerifiedSnapshot] = []
        for partition in builds.keys.sorted() {
            guard let view = builds[partition]?.view(coveredTo: report.lastLSN) else { continue }
            builds[partition] = nil
            report.partitionCount += 1
            report.tenantCount += view.tenants.count
            report.clientCount += view.clientCount
            let header = SnapshotHeader(
                partition: partition,
                sequence: view.sequence,
                lsn: report.lastLSN,
                epoch: .first,
                schema: 1,
                // What the state is of, not when it was written down.
                createdAt: report.lastMilliseconds * 1_000 + 999
            )
            let writer = try store.files.writer(for: header)
            try view.append(to: writer) { _ in }
            let digest = view.digest
            let draft = try writer.finish(
                digest: Hash128(high: digest.high, low: digest.low),
                ids: nil
            )
            snapshots.append(try store.files.verify(try store.files.sync(draft)))
        }
        try store.finish(snapshots, lastLSN: report.lastLSN)
    }
}

extension PartitionBuild {
    /// What was built, for a snapshot; nil where there never was an event.
    func view(coveredTo lsn: LSN) -> PartitionView? {
        guard state.sequence > .zero else { return nil }
        return PartitionView(
            partition: partition,
            sequence: state.sequence,
            coveredTo: lsn,
            tenants: tenants.map { $0.tenant.view() },
            directory: partition == .node ? directory.view() : nil
        )
    }
}
