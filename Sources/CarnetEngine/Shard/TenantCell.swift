public import CarnetBytes
public import CarnetIndex
public import CarnetModel

/// One tenant as its shard holds it: the state, and the index that is fed by the same events.
///
/// Belongs to whoever holds the shard; made by a loader and given away once, before that.
public final class TenantCell {
    public internal(set) var tenant: Tenant
    public internal(set) var index: ClientIndex
    /// The last event of this tenant: every reply about it waits for this one.
    public internal(set) var lastLSN = LSN.zero
    public let partition: PartitionID
    /// The tenant's, beside it for the many who only look for it.
    let name: [UInt8]
    /// How fast it writes, where that has a limit.
    var writes = TokenBucket()

    /// A tenant before its first event.
    convenience init(name: [UInt8], partition: PartitionID, seed: UInt64) {
        self.init(Tenant(name: name), partition: partition, seed: seed)
    }

    init(_ tenant: Tenant, partition: PartitionID, seed: UInt64) {
        self.tenant = tenant
        name = tenant.name
        index = ClientIndex(seed: seed)
        self.partition = partition
    }

    /// Whether it is the tenant of that name. O(name).
    func hasName(_ other: RawSpan) -> Bool {
        let name = name
        return unsafe name.span.bytes.isEqual(to: other)
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
        scratch: inout IndexScratch
    ) throws(EventError) {
        switch try tenant.stage(event, into: &staging) {
        case .record(let id): put(staging.bytes, id, scratch: &scratch)
        case .records:
            var offset = 0
            while let record = Tenant.nextRecord(of: staging.bytes, at: &offset) {
                put(record, ClientRecord(record).id, scratch: &scratch)
            }
        case .done: break
        }
        lastLSN = event.lsn
    }

    /// Puts one client's next record in place, in state and index.
    private func put(_ record: RawSpan, _ id: ClientID, scratch: inout IndexScratch) {
        index.willPut(record, in: tenant.clients, scratch: &scratch)
        tenant.commit(record)
        index.didPut(id.value, in: tenant.clients, scratch: &scratch)
    }
}
