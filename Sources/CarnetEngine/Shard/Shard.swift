public import CarnetBytes
public import CarnetIndex
public import CarnetModel
import CarnetStorage

/// Owns some partitions: every tenant of theirs is read and changed here and nowhere else.
///
/// Commands run on the thread that brings them (see ``CombiningExecutor``). Nothing here waits:
/// what a command decides is applied and left in the commit queue, and its reply is held by the
/// connection until the log has come that far.
public actor Shard {
    public nonisolated let executor: CombiningExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    nonisolated let log: CommitQueue
    private nonisolated let clock: @Sendable () -> UInt64
    private nonisolated let seed: UInt64
    nonisolated let fillSignal: FillSignal
    public nonisolated let zones: ZoneCatalog
    nonisolated let meter: SliceMeter
    nonisolated let erasureSignal: ErasureSignal
    nonisolated let retentionSignal: RetentionSignal
    /// The persons whose clients are here.
    public nonisolated let accounts: SharedDirectory
    /// Whether a tenant is here as it was: then the persons are still those of today.
    public nonisolated let isOfThePast: Bool

    /// The last event that took a tenant away: what says that there is none depends on it.
    public internal(set) var lastDropLSN = LSN.zero
    var partitions: [PartitionID: PartitionState] = [:]
    var cells: [TenantCell?] = []
    private var places = PlaceTable()
    private var vacant: [Int] = []

    // Kept from command to command, so that none allocates.
    var events = EventBuffer()
    var checker = ClientChecker()
    private var records = ByteWriter(capacity: 4_096)
    private var staging = ByteWriter(capacity: 1_024)
    public var scratch = IndexScratch()
    /// Room for comparing clients.
    public var matching: MatchScratch
    /// The record that a new client would have.
    var drafted = ByteWriter(capacity: 512)
    /// For whoever writes a reply here: a number or a time as text.
    public var text = ByteWriter(capacity: 64)
    var found: [UInt32] = []
    /// The token by which the command came that runs now; empty where it needed none.
    public var author: [UInt8] = []
    private var authored = ByteWriter(capacity: 256)
    /// Tenants with clients who wait to be entered into the table of doubles.
    var cellsToFill: [TenantCell] = []

    init(
        helper: HelperThread,
        log: CommitQueue,
        clock: @escaping @Sendable () -> UInt64,
        seed: UInt64,
        fillSignal: FillSignal,
        zones: ZoneCatalog,
        meter: SliceMeter,
        erasureSignal: ErasureSignal = ErasureSignal(),
        retentionSignal: RetentionSignal = RetentionSignal(),
        accounts: SharedDirectory = SharedDirectory(),
        isOfThePast: Bool = false
    ) {
        executor = CombiningExecutor(helper: helper)
        self.log = log
        self.clock = clock
        self.seed = seed
        self.fillSignal = fillSignal
        self.zones = zones
        self.meter = meter
        self.erasureSignal = erasureSignal
        self.retentionSignal = retentionSignal
        self.accounts = accounts
        self.isOfThePast = isOfThePast
        matching = MatchScratch(seed: seed)
    }

    /// The fast path: runs now, on this thread, unless somebody holds the shard. No hop, no task.
    public nonisolated func now<R: Sendable>(
        _ body: (isolated Shard) throws -> R
    ) rethrows -> R? {
        guard executor.tryHoldSoon() else { return nil }
        defer { executor.release() }
        return try assumeIsolated(body)
    }

    /// As `now`, for what runs for every command: `body` captures nothing and works on `state`, so
    /// that no closure is allocated, which `assumeIsolated` does.
    @inlinable
    public nonisolated func now<State: ~Copyable, R>(
        _ state: inout State,
        _ body: @escaping @Sendable (isolated Shard, inout State) -> R
    ) -> R? {
        guard executor.tryHoldSoon() else { return nil }
        defer { executor.release() }
        // What `assumeIsolated` does as well: this thread holds the shard, so it is isolated here.
        let plain = unsafe unsafeBitCast(
            body,
            to: (@Sendable (Shard, inout State) -> R).self
        )
        return plain(self, &state)
    }

    /// Has `body` run by whoever holds the shard, or here and now if nobody does any more.
    public nonisolated func leave(_ body: @escaping @Sendable (isolated Shard) -> Void) {
        executor.leave { [self] in assumeIsolated(body) }
    }

    /// The tenant of that name, or nil. O(name).
    public func cell(_ name: RawSpan) -> TenantCell? {
        guard let place = places.first(hash(name), where: { cells[$0]?.hasName(name) ?? false })
        else { return nil }
        return cells[place]
    }

    /// The tenant of that name; refused where there is none.
    public func requireCell(_ name: RawSpan) throws(CommandFailure) -> TenantCell {
        guard let cell = cell(name) else { throw .refused(.noTenant) }
        return cell
    }

    /// Every tenant here, in no order.
    public var tenants: [TenantCell] { cells.compactMap(\.self) }

    /// The moment, microseconds since 1970.
    nonisolated var microsecondsNow: UInt64 { clock() }

    /// What a decision may know of the world.
    public nonisolated var context: Context {
        Context(now: Timestamp(millisecondsSinceEpoch: clock() / 1_000))
    }

    /// The clock that a tenant's times are read by.
    public func zone(of cell: TenantCell) -> ZoneRules {
        zones.rules(of: cell.tenant.settings.value(of: .zone) ?? "UTC")
    }

    // MARK: Tenants' places

    /// Makes room for a tenant that is not there yet.
    func addCell(_ name: [UInt8], _ partition: PartitionID) -> TenantCell {
        let cell = TenantCell(name: name, partition: partition, seed: seed)
        add(cell)
        return cell
    }

    /// Takes a tenant in that a loader has built.
    func add(_ cell: TenantCell) {
        cell.keepsDoubles = true
        if cell.tenant.pendingErasureCount > 0 { erasureSignal.raise() }
        noteFill(cell)
        let place: Int
        if let free = vacant.popLast() {
            place = free
            cells[place] = cell
        } else {
            place = cells.count
            cells.append(cell)
        }
        places.insert(place, hash(cell))
        partitions[cell.partition, default: PartitionState()].cells.append(place)
    }

    /// Takes a tenant out.
    func remove(_ cell: TenantCell) {
        cell.feed?.wakeAll()
        if cell.awaitsFill { cellsToFill.removeAll { $0 === cell } }
        guard let place = cells.firstIndex(where: { $0 === cell }) else { return }
        places.remove(place, hash(cell))
        cells[place] = nil
        vacant.append(place)
        partitions[cell.partition]?.cells.removeAll { $0 == place }
    }

    private func hash(_ name: RawSpan) -> UInt32 {
        UInt32(truncatingIfNeeded: name.xxh3(seed: seed))
    }

    private func hash(_ cell: TenantCell) -> UInt32 {
        let name = cell.tenant.name
        return unsafe hash(name.span.bytes)
    }

    // MARK: Committing

    /// What the reply of a command with a `KEY` will say, to be remembered with its events.
    struct Keyed {
        var key: Hash128
        var kind: RememberedReply.Kind
        var number: UInt32
        var version: UInt32
        var arguments: UInt64
    }

    /// Makes the decided events facts: logs them in one append and applies them. Answers the last
    /// one's LSN. What `decide` saw holds here, since nothing was awaited in between. What `frees`
    /// memory is taken although there is none left.
    func commit(
        _ cell: TenantCell,
        microseconds: UInt64,
        wantsSync: Bool,
        keyed: Keyed?,
        frees: Bool = false
    ) throws(CommandFailure) -> LSN {
        guard events.count > 0 else { return cell.lastLSN }
        do throws(Unavailable) { try log.admit(frees: frees) } catch { throw .unavailable(error) }
        let eventCount = events.count
        var state = partitions[cell.partition] ?? PartitionState()
        records.removeAll()
        let stamp = state.stamp(microseconds)
        for index in 0..<eventCount {
            append(events.entries[index].kind, events.payload(index), cell, &state, stamp)
        }
        guard records.byteCount <= CommitQueue.appendByteCountMax else {
            throw .unavailable(
                .tooBig(
                    byteCount: records.byteCount,
                    byteCountMax: CommitQueue.appendByteCountMax
                )
            )
        }
        if log.limits.limitsTenants, !frees {
            do throws(Refusal) {
                try checkShare(cell, byteCount: records.byteCount)
            } catch {
                throw .refused(error)
            }
        }
        var recordCount = eventCount
        if let keyed {
            let reply = RememberedReply(
                kind: keyed.kind,
                number: keyed.number,
                version: keyed.version,
                lsn: .zero,
                arguments: keyed.arguments
            )
            RememberedReplies.append(
                reply,
                key: keyed.key,
                distance: 1,
                to: &events.payloads
            )
            events.close(.replyRemembered)
            append(.replyRemembered, events.payload(eventCount), cell, &state, stamp)
            recordCount &+= 1
        }
        state.sinceDigest &+= recordCount
        partitions[cell.partition] = state
        let first = log.append(records.bytes, count: recordCount, wantsSync: wantsSync)
        for index in 0..<events.count {
            applyDecided(index, cell, first.advanced(by: UInt64(index)), stamp)
        }
        noteDigestIfDue(cell, microseconds: microseconds)
        noteFill(cell)
        return first.advanced(by: UInt64(eventCount) &- 1)
    }

    private func applyDecided(_ index: Int, _ cell: TenantCell, _ lsn: LSN, _ stamp: UInt64) {
        do throws(EventError) {
            let event = try Event(
                kind: events.entries[index].kind.rawValue,
                payload: events.payload(index),
                milliseconds: stamp / 1_000,
                lsn: lsn
            )
            try cell.apply(
                event,
                staging: &staging,
                scratch: &scratch,
                matching: &matching
            )
        } catch {
            preconditionFailure("a decision made an event that can't be applied: \(error.message)")
        }
    }

    /// Logs the tenant's digest once enough has happened in its partition, so that a replay can
    /// tell whether it came to the same state.
    private func noteDigestIfDue(_ cell: TenantCell, microseconds: UInt64) {
        guard var state = partitions[cell.partition],
            state.sinceDigest >= PartitionState.digestInterval
        else { return }
        state.sinceDigest = 0
        let stamp = state.stamp(microseconds)
        events.removeAll()
        events.payloads.append(littleEndian: cell.tenant.digest.low)
        events.payloads.append(littleEndian: cell.tenant.digest.high)
        events.close(.digestNoted)
        records.removeAll()
        append(.digestNoted, events.payload(0), cell, &state, stamp)
        partitions[cell.partition] = state
        _ = log.append(records.bytes, count: 1, wantsSync: false)
    }

    private func append(
        _ kind: EventKind,
        _ payload: RawSpan,
        _ cell: TenantCell,
        _ state: inout PartitionState,
        _ microseconds: UInt64
    ) {
        state.sequence = state.sequence.next
        let name = cell.tenant.name
        if !author.isEmpty, kind.isAboutClients {
            // In the log alone: the state does not depend on it.
            authored.removeAll()
            authored.append(payload)
            authored.append(EventTag.author)
            authored.append(lengthPrefixed: unsafe author.span.bytes)
            LogRecord.append(
                to: &records,
                type: kind.rawValue,
                partition: cell.partition,
                sequence: state.sequence,
                timestamp: microseconds,
                tenant: unsafe name.span.bytes,
                payload: authored.bytes
            )
            return
        }
        LogRecord.append(
            to: &records,
            type: kind.rawValue,
            partition: cell.partition,
            sequence: state.sequence,
            timestamp: microseconds,
            tenant: unsafe name.span.bytes,
            payload: payload
        )
    }
}
