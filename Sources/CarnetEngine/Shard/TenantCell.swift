public import CarnetBytes
public import CarnetIndex
public import CarnetModel

/// One tenant as its shard holds it: the state, and the index that is fed by the same events.
///
/// Belongs to whoever holds the shard; made by a loader and given away once, before that.
public final class TenantCell {
    // Its name and, at the head of `tenant`, where its clients' records stand: what every command
    // looks at, in the object's first lines of memory.
    let name: InlineName
    public internal(set) var tenant: Tenant
    public internal(set) var index: ClientIndex
    /// By what its blocked clients are known.
    public internal(set) var blocked = BlockedClients()
    /// Who of its clients may be one person.
    public internal(set) var doubles: ClientDoubles
    /// Whether `doubles` is kept with each change: not while the log is replayed.
    var keepsDoubles = false
    /// Whether it stands among its shard's `cellsToFill`.
    var awaitsFill = false
    /// What has changed lately, where somebody waits for pairs to arise or pages through them.
    var feed: PairFeed?
    /// How many active clients it had when that was last looked at, to tell whether it grows.
    var countLastSeen = 0
    /// The last event of this tenant: every reply about it waits for this one.
    public internal(set) var lastLSN = LSN.zero
    public let partition: PartitionID
    /// How fast it writes, where that has a limit.
    var writes = TokenBucket()

    /// A tenant before its first event.
    convenience init(name: [UInt8], partition: PartitionID, seed: UInt64) {
        self.init(Tenant(name: name), partition: partition, seed: seed)
    }

    init(_ tenant: Tenant, partition: PartitionID, seed: UInt64) {
        self.tenant = tenant
        name = InlineName(tenant.name)
        index = ClientIndex(seed: seed)
        doubles = ClientDoubles(seed: seed)
        self.partition = partition
    }

    /// Whether it is the tenant of that name. O(name).
    func hasName(_ other: RawSpan) -> Bool {
        name.isEqual(to: other) ?? tenant.hasName(other)
    }

    /// The record of a client, to `body`; nil when there is none of that number. O(1).
    /// For the hottest commands; `body` must not look at the tenant itself.
    public func withClient<R>(_ number: UInt32, _ body: (RawSpan) -> R) -> R? {
        tenant.withClient(number, body)
    }

    /// Applies one event to state and index. The event comes from `decide` or from the log.
    func apply(
        _ event: borrowing Event,
        staging: inout ByteWriter,
        scratch: inout IndexScratch,
        matching: inout MatchScratch
    ) throws(EventError) {
        lastLSN = event.lsn
        let visitors = event.isOfBooking ? tenant.people(of: event) : []
        switch try tenant.stage(event, into: &staging) {
        case .record(let id):
            put(staging.bytes, id, event.milliseconds, scratch: &scratch, matching: &matching)
        case .records:
            var offset = 0
            while let record = Tenant.nextRecord(of: staging.bytes, at: &offset) {
                let id = ClientRecord(record).id
                put(record, id, event.milliseconds, scratch: &scratch, matching: &matching)
            }
            // What is a client's own follows merges.
            offset = 0
            while let record = Tenant.nextRecord(of: staging.bytes, at: &offset) {
                noteVisit(ClientRecord(record).id, event.milliseconds, scratch: &scratch)
            }
        case .done:
            if event.isOfBooking {
                for id in visitors + tenant.people(of: event) {
                    noteVisit(id, event.milliseconds, scratch: &scratch)
                }
            }
            if event.kind == .matchWeightsLearned { takeLearntWeights() }
            if let feed, let pair = event.pair {
                // Lists that are kept have or leave out the pair.
                note(pair.a, event.milliseconds, in: feed)
                note(pair.b, event.milliseconds, in: feed)
            }
        }
        feed?.wakeAll()
    }

    /// Has the index know when a client was last there, as of a moment: people are found in that order.
    private func noteVisit(
        _ id: ClientID,
        _ milliseconds: UInt64,
        scratch: inout IndexScratch
    ) {
        guard tenant.hasBookings else { return }
        let day = tenant.visitDay(of: id, at: milliseconds)
        index.setVisitDay(id.value, day, in: tenant.clients, scratch: &scratch)
    }

    /// Makes the index of clients anew, as of a moment.
    func rebuildIndex(atMilliseconds milliseconds: UInt64, scratch: inout IndexScratch) {
        let tenant = tenant
        guard tenant.hasBookings else {
            return index.rebuild(from: tenant.clients, scratch: &scratch)
        }
        index.rebuild(from: tenant.clients, scratch: &scratch) {
            tenant.visitDay(of: ClientID($0), at: milliseconds)
        }
    }

    /// Puts one client's next record in place, in state and index.
    private func put(
        _ record: RawSpan,
        _ id: ClientID,
        _ milliseconds: UInt64,
        scratch: inout IndexScratch,
        matching: inout MatchScratch
    ) {
        if let feed { note(id, milliseconds, in: feed) }
        blocked.willPut(record, in: tenant.clients)
        index.willPut(record, in: tenant.clients, scratch: &scratch)
        if keepsDoubles { doubles.willPut(record, in: tenant.clients, &matching) }
        tenant.commit(record)
        index.didPut(id.value, in: tenant.clients, scratch: &scratch)
        if keepsDoubles { doubles.didPut(id.value, in: tenant.clients, &matching) }
    }

    /// Keeps the change that is about to be made, for those who wait for pairs.
    private func note(_ id: ClientID, _ milliseconds: UInt64, in feed: PairFeed) {
        var old: [UInt8] = []
        if let bytes = tenant.clients.record(id.value), ClientRecord(bytes).status == .active {
            old = bytes.array()
        }
        feed.note(id.value, lsn: lastLSN, milliseconds: milliseconds, old: old)
    }

    /// Scores from now on with the tenant's own weights, where it has learnt some that this build
    /// can read.
    func takeLearntWeights() {
        guard let learning = tenant.matchLearning else { return }
        // What was compared before was scored otherwise.
        feed?.wakeAll()
        feed = nil
        doubles.weights = MatchWeights(unsafe learning.weights.span.bytes) ?? .standard
    }
}
