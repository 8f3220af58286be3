import CarnetBytes
import CarnetModel

/// A venue driven by hand: commands in, events applied at once, as a shard does it.
struct TestVenue: ~Copyable {
    private(set) var tenant = Tenant(name: Array("bistro".utf8))
    private var events = EventBuffer()
    private var checker = ClientChecker()
    private var staging = ByteWriter()
    private var lsn = LSN.zero
    /// Every event so far.
    private var log: [(kind: UInt8, payload: [UInt8], milliseconds: UInt64)] = []
    /// Milliseconds since 1970; a second later with each command.
    private(set) var now: UInt64 = 1_700_000_000_000

    /// A venue whose settings are these bytes of an event.
    init(fields: [UInt8]) {
        events.payloads.append(unsafe fields.span.bytes)
        events.close(.tenantCreated)
        applyAll()
    }

    init(country: String = "BE", _ settings: [(String, String)] = []) throws(Refusal) {
        let given = [("country", country)] + settings
        _ = try TenantSettings().check(
            given.map { GivenSetting(word: $0.0, value: $0.1) },
            isCreation: true,
            zoneIsKnown: { $0.contains("/") },
            to: &events.payloads
        )
        events.close(.tenantCreated)
        applyAll()
    }

    /// Fields as `name=value`, in the order given.
    mutating func add(
        _ fields: [String],
        wavedAside: [UInt32] = []
    ) throws(Refusal) -> ClientID {
        let (given, bytes) = try Self.given(fields)
        events.removeAll()
        let id = try tenant.draftClient(
            given,
            in: unsafe bytes.span.bytes,
            wavedAside: wavedAside.map { ClientID($0) },
            checker: &checker,
            events: &events
        )
        events.close(.clientAdded)
        applyAll()
        return id
    }

    /// Answers the version afterwards and how many events there were.
    mutating func set(
        _ id: UInt32,
        _ fields: [String],
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> (version: UInt32, events: Int) {
        let (given, bytes) = try Self.given(fields)
        events.removeAll()
        let version = try tenant.decideChange(
            ClientID(id),
            given,
            in: unsafe bytes.span.bytes,
            ifVersion: ifVersion,
            in: context,
            checker: &checker,
            events: &events
        )
        let count = events.count
        applyAll()
        return (version, count)
    }

    mutating func setStatus(
        _ ids: [UInt32],
        active: Bool,
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> Int {
        events.removeAll()
        let count = try tenant.decideStatus(
            ids.map { ClientID($0) },
            active: active,
            ifVersion: ifVersion,
            events: &events
        )
        applyAll()
        return count
    }

    /// Applies what `body` decides; answers what it answers.
    @discardableResult
    mutating func decide<R>(
        _ body: (Tenant, Context, inout EventBuffer) throws(Refusal) -> R
    ) throws(Refusal) -> R {
        events.removeAll()
        let result = try body(tenant, context, &events)
        applyAll()
        return result
    }

    /// Answers the numbers of the merges.
    @discardableResult
    mutating func merge(
        _ survivor: UInt32,
        _ doubles: [UInt32],
        take: [(ClientField, UInt32)] = [],
        customs: [String: UInt32] = [:],
        ifVersion: UInt32? = nil,
        reason: String? = nil
    ) throws(Refusal) -> MergePlan {
        var request = MergeRequest(
            survivor: ClientID(survivor),
            doubles: doubles.map { ClientID($0) }
        )
        request.takes = take.map { MergeRequest.Take($0.0, from: ClientID($0.1)) }
        request.customTakes = customs.map { word, id in
            MergeRequest.CustomTake(Array(word.utf8.dropFirst(2)), from: ClientID(id))
        }
        request.ifVersion = ifVersion
        request.reason = reason.map { Array($0.utf8) }
        events.removeAll()
        let plan = try tenant.decideMerge(request, in: context, events: &events)
        applyAll()
        return plan
    }

    @discardableResult
    mutating func unmerge(_ merge: UInt32) throws(Refusal) -> UnmergePlan {
        events.removeAll()
        let tenant = tenant
        let plan = try tenant.decideUnmerge(
            merge,
            in: context,
            holder: { Self.holder(of: $0, in: tenant) },
            events: &events
        )
        applyAll()
        return plan
    }

    /// Who on the list has a reference.
    private static func holder(of reference: RawSpan, in tenant: Tenant) -> ClientID? {
        for number in 1...tenant.clients.numberMax {
            guard let bytes = tenant.clients.record(number) else { continue }
            let record = ClientRecord(bytes)
            guard record.status != .merged else { continue }
            var cursor = record.fields
            while let (tag, range) = cursor.next(in: bytes) {
                if tag == ClientField.external.rawValue, bytes.bytes(range).isEqual(to: reference) {
                    return record.id
                }
            }
        }
        return nil
    }

    @discardableResult
    mutating func distinct(_ a: UInt32, _ b: UInt32, _ on: Bool = true) throws(Refusal) -> Bool {
        events.removeAll()
        let isNew = try tenant.decideDistinct(
            ClientID(a),
            ClientID(b),
            isDistinct: on,
            events: &events
        )
        applyAll()
        return isNew
    }

    /// Nil where it depends on which of the two is named first.
    func isDistinct(_ a: UInt32, _ b: UInt32) -> Bool? {
        let there = tenant.isDistinct(ClientID(a), ClientID(b))
        return there == tenant.isDistinct(ClientID(b), ClientID(a)) ? there : nil
    }

    private var context: Context {
        Context(now: Timestamp(millisecondsSinceEpoch: now + 1_000))
    }

    /// The aliases of a client as people read them.
    func aliases(_ id: UInt32) -> [String] {
        guard let bytes = tenant.clients.record(id) else { return [] }
        var texts: [String] = []
        var cursor = ClientRecord(bytes).fields
        while let (tag, range) = cursor.next(in: bytes) {
            guard let alias = ClientAlias(rawValue: tag) else { continue }
            var text = ByteWriter()
            alias.appendText(bytes.bytes(range), to: &text)
            texts.append(text.bytes.text())
        }
        return texts
    }

    /// What a client shows beside its version and its last change.
    func content(_ id: UInt32) -> ClientContent? {
        guard let bytes = tenant.clients.record(id) else { return nil }
        return ClientContent(ClientRecord(bytes))
    }

    /// A single-valued text field, or nil.
    func text(_ id: UInt32, _ field: ClientField) -> String? {
        guard let bytes = tenant.clients.record(id) else { return nil }
        let record = ClientRecord(bytes)
        return record.field(field).map { bytes.bytes($0).text() }
    }

    /// All values of a field, in order.
    func texts(_ id: UInt32, _ field: ClientField) -> [String] {
        guard let bytes = tenant.clients.record(id) else { return [] }
        var texts: [String] = []
        var cursor = ClientRecord(bytes).fields
        while let (tag, range) = cursor.next(in: bytes) {
            if tag == field.rawValue { texts.append(bytes.bytes(range).text()) }
        }
        return texts
    }

    func phone(_ id: UInt32) -> UInt64? {
        guard let bytes = tenant.clients.record(id) else { return nil }
        return ClientRecord(bytes).phoneDigits
    }

    func status(_ id: UInt32) -> ClientStatus? {
        guard let bytes = tenant.clients.record(id) else { return nil }
        return ClientRecord(bytes).status
    }

    private mutating func applyAll() {
        now += 1_000
        for index in 0..<events.count {
            lsn = lsn.next
            let kind = events.entries[index].kind.rawValue
            let payload = events.payload(index).array()
            log.append((kind, payload, now))
            Self.apply(log[log.count - 1], lsn, to: &tenant, &staging)
        }
        events.removeAll()
    }

    private static func apply(
        _ record: (kind: UInt8, payload: [UInt8], milliseconds: UInt64),
        _ lsn: LSN,
        to tenant: inout Tenant,
        _ staging: inout ByteWriter
    ) {
        do throws(EventError) {
            let event = try Event(
                kind: record.kind,
                payload: unsafe record.payload.span.bytes,
                milliseconds: record.milliseconds,
                lsn: lsn
            )
            try tenant.apply(event, staging: &staging)
        } catch {
            preconditionFailure(error.message)
        }
    }

    /// How many events there were.
    var eventCount: Int { log.count }

    /// Another tenant that went through the events from `first` on.
    func replayed(_ tenant: Tenant, from first: Int = 0) -> Tenant {
        var tenant = tenant
        var staging = ByteWriter()
        for (index, record) in log[first...].enumerated() {
            Self.apply(record, LSN(UInt64(first + index + 1)), to: &tenant, &staging)
        }
        return tenant
    }

    /// The tenant as a snapshot brings it back.
    func throughSnapshot() throws -> Tenant {
        var rows = ByteWriter()
        var writer = TenantSnapshotWriter(tenant.view())
        while writer.appendRow(to: &rows) {}
        var restored = Tenant(name: [])
        var offset = 0
        while let row = try TenantSnapshotRow.next(in: rows.bytes, at: &offset) {
            let bytes = rows.bytes.bytes(row.range)
            switch row.kind {
            case .head: restored = try Tenant.restore(head: bytes).tenant
            case .replies: try restored.restore(replies: bytes)
            case .records, .owns, .merges, .pairs, .bookings, .tallies, .links:
                try restored.restore(row.kind, records: bytes)
            case .learning: try restored.restore(learning: bytes)
            case .erasures: try restored.restore(erasures: bytes)
            case .points: try restored.restore(points: bytes)
            case .views: try restored.restore(views: bytes)
            case .keepOut: try restored.restore(keepOut: bytes)
            case .token, .accounts: throw TenantSnapshotError.malformed
            }
        }
        restored.finishRestoring()
        return restored
    }

    private static func given(_ fields: [String]) throws(Refusal) -> (GivenFields, [UInt8]) {
        var bytes: [UInt8] = []
        var given = GivenFields()
        for field in fields {
            let parts = field.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let start = bytes.count
            bytes += Array(parts[1].utf8)
            let name = Array(parts[0].utf8)
            try given.add(name: unsafe name.span.bytes, value: start..<bytes.count)
        }
        return (given, bytes)
    }
}
