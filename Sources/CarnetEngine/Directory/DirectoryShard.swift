public import CarnetBytes
public import CarnetModel
import CarnetStorage
import NIOConcurrencyHelpers

/// Owns the node's own partition: who is let in is read and changed here and nowhere else. An actor
/// of the kind that ``Shard`` is.
public actor DirectoryShard {
    public nonisolated let executor: CombiningExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    private nonisolated let log: CommitQueue
    private nonisolated let clock: @Sendable () -> UInt64
    /// What others read without asking: the directory as its last event left it.
    private nonisolated let published = NIOLockedValueBox((directory: Directory(), lsn: LSN.zero))

    private var directory = Directory()
    private var lastLSN = LSN.zero
    private var state = PartitionState()
    private var events = EventBuffer()
    private var records = ByteWriter(capacity: 1_024)

    init(helper: HelperThread, log: CommitQueue, clock: @escaping @Sendable () -> UInt64) {
        executor = CombiningExecutor(helper: helper)
        self.log = log
        self.clock = clock
    }

    /// The directory as it is now, and the event that every reply about it waits for. On any thread.
    public nonisolated var current: (directory: Directory, lsn: LSN) {
        published.withLockedValue { $0 }
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
        do throws(Refusal) {
            try directory.decideCreate(token, now: now, events: &events)
        } catch {
            throw .refused(error)
        }
        return (token, try commit(microseconds, wantsSync: wantsSync))
    }

    /// TOKEN.REVOKE. Answers the event's LSN.
    public func revoke(_ name: [UInt8], wantsSync: Bool) throws(CommandFailure) -> LSN {
        events.removeAll()
        do throws(Refusal) {
            try directory.decideRevoke(name, events: &events)
        } catch {
            throw .refused(error)
        }
        return try commit(clock(), wantsSync: wantsSync)
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
        return lastLSN
    }

    private func apply(_ index: Int, _ lsn: LSN, _ stamp: UInt64) {
        do throws(EventError) {
            let event = try Event(
                kind: events.entries[index].kind.rawValue,
                payload: events.payload(index),
                milliseconds: stamp / 1_000,
                lsn: lsn
            )
            try directory.apply(event)
        } catch {
            preconditionFailure("a decision made an event that can't be applied: \(error.message)")
        }
        lastLSN = lsn
        publish()
    }

    private func publish() {
        let now = (directory: directory, lsn: lastLSN)
        published.withLockedValue { $0 = now }
    }

    /// Logs the digest once enough has happened, so that a replay can tell whether it came to the
    /// same state.
    private func noteDigestIfDue(_ microseconds: UInt64) {
        guard state.sinceDigest >= PartitionState.digestInterval else { return }
        state.sinceDigest = 0
        let stamp = state.stamp(microseconds)
        events.removeAll()
        events.payloads.append(littleEndian: directory.digest.low)
        events.payloads.append(littleEndian: directory.digest.high)
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
        directory = build.directory
        lastLSN = build.directoryLSN
        publish()
    }

    /// Hands the partition over; nil when it has never held anything.
    func view() -> PartitionView? {
        guard state.sequence > .zero else { return nil }
        return PartitionView(
            partition: .node,
            sequence: state.sequence,
            coveredTo: log.lastLSN,
            tenants: [],
            directory: directory
        )
    }
}
