public import CarnetBytes
public import CarnetModel
import CarnetStorage

/// Owns the node's own partition: who is let in is read and changed here and nowhere else. An actor
/// of the kind that ``Shard`` is.
public actor DirectoryShard {
    public nonisolated let executor: CombiningExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    private nonisolated let log: CommitQueue
    nonisolated let clock: @Sendable () -> UInt64
    /// The directory itself, which others read as its last event left it.
    public nonisolated let shared: SharedDirectory

    private var state = PartitionState()
    private var events = EventBuffer()
    private var records = ByteWriter(capacity: 1_024)

    init(
        helper: HelperThread,
        log: CommitQueue,
        shared: SharedDirectory,
        clock: @escaping @Sendable () -> UInt64
    ) {
        executor = CombiningExecutor(helper: helper)
        self.shared = shared
        self.log = log
        self.clock = clock
    }

    /// Has `body` run by whoever holds the directory, or here and now if nobody does.
    public nonisolated func leave(_ body: @escaping @Sendable (isolated DirectoryShard) -> Void) {
        executor.leave { [self] in assumeIsolated(body) }
    }

    // MARK: Commands

    /// TOKEN.CREATE: `make` is given the moment of creation. Answers the event's LSN.
    public func create(
        wantsSync: Bool,
        _ make: (_ createdMilliseconds: UInt64) -> Token
    ) throws(CommandFailure) -> (token: Token, lsn: LSN) {
        events.removeAll()
        let microseconds = clock()
        let now = Timestamp(millisecondsSinceEpoch: microseconds / 1_000)
        let token = make(now.millisecondsSinceEpoch)
        try decide { directory, events throws(Refusal) in
            try directory.decideCreate(token, now: now, events: &events)
        }
        return (token, try commit(microseconds, wantsSync: wantsSync))
    }

    /// TOKEN.REVOKE. Answers the event's LSN.
    public func revoke(_ name: [UInt8], wantsSync: Bool) throws(CommandFailure) -> LSN {
        events.removeAll()
        try decide { directory, events throws(Refusal) in
            try directory.decideRevoke(name, events: &events)
        }
        return try commit(clock(), wantsSync: wantsSync)
    }

    /// Decides by `body`, which is given the moment, and makes what it writes into events facts.
    /// Answers what `body` does, and the directory's last event.
    public func change<R>(
        wantsSync: Bool = false,
        _ body: (borrowing Directory, Timestamp, inout EventBuffer) throws(Refusal) -> R
    ) throws(CommandFailure) -> (R, lsn: LSN) {
        events.removeAll()
        let microseconds = clock()
        let now = Timestamp(millisecondsSinceEpoch: microseconds / 1_000)
        let result = try decide { directory, events throws(Refusal) in
            try body(directory, now, &events)
        }
        guard events.count > 0 else { return (result, shared.lsn) }
        return (result, try commit(microseconds, wantsSync: wantsSync))
    }

    private func decide<R>(
        _ body: (borrowing Directory, inout EventBuffer) throws(Refusal) -> R
    ) throws(CommandFailure) -> R {
        do throws(Refusal) {
            return try shared.read { directory, _ throws(Refusal) in
                try body(directory, &events)
            }
        } catch {
            events.removeAll()
            throw .refused(error)
        }
    }

    // MARK: Committing

    /// Makes the decided events facts, as ``Shard`` does.
    private func commit(_ microseconds: UInt64, wantsSync: Bool) throws(CommandFailure) -> LSN {
        do throws(Unavailable) { try log.admit() } catch { throw .unavailable(error) }
        let stamp = state.stamp(microseconds)
        records.removeAll()
        for index in 0..<events.count { appendRecord(index, stamp) }
        let count = events.count
        state.sinceDigest &+= count
        let first = log.append(records.bytes, count: count, wantsSync: wantsSync)
        for index in 0..<count { apply(index, first.advanced(by: UInt64(index)), stamp) }
        noteDigestIfDue(microseconds)
        return shared.lsn
    }

    private func apply(_ index: Int, _ lsn: LSN, _ stamp: UInt64) {
        do throws(EventError) {
            let event = try Event(
                kind: events.entries[index].kind.rawValue,
                payload: events.payload(index),
                milliseconds: stamp / 1_000,
                lsn: lsn
            )
            try shared.apply(event)
        } catch {
            preconditionFailure("a decision made an event that can't be applied: \(error.message)")
        }
    }

    /// Logs the digest once enough has happened, so that a replay can tell whether it came to the
    /// same state.
    private func noteDigestIfDue(_ microseconds: UInt64) {
        guard state.sinceDigest >= PartitionState.digestInterval else { return }
        noteDigest(microseconds)
    }

    func noteDigest(_ microseconds: UInt64) {
        state.sinceDigest = 0
        let stamp = state.stamp(microseconds)
        events.removeAll()
        let digest = shared.read { directory, _ in directory.digest }
        events.payloads.append(littleEndian: digest.low)
        events.payloads.append(littleEndian: digest.high)
        events.close(.digestNoted)
        records.removeAll()
        appendRecord(0, stamp)
        _ = log.append(records.bytes, count: 1, wantsSync: false)
    }

    private func appendRecord(_ index: Int, _ stamp: UInt64) {
        state.sequence = state.sequence.next
        let noTenant: [UInt8] = []
        LogRecord.append(
            to: &records,
            type: events.entries[index].kind.rawValue,
            partition: .node,
            sequence: state.sequence,
            timestamp: stamp,
            tenant: unsafe noTenant.span.bytes,
            payload: events.payload(index)
        )
    }

    // MARK: Snapshots

    /// Takes over the partition that was loaded. Before any command comes.
    func adopt(_ build: PartitionBuild) {
        state = build.state
        shared.adopt(build.directory, build.directoryLSN)
    }

    /// Hands the partition over; nil when it has never held anything.
    func view() -> PartitionView? {
        guard state.sequence > .zero else { return nil }
        return PartitionView(
            partition: .node,
            sequence: state.sequence,
            coveredTo: log.lastLSN,
            tenants: [],
            directory: shared.read { directory, _ in directory.view() }
        )
    }
}
