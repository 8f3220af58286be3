import CarnetBytes

extension Tenant {
    /// R-RSV-01, R-RES-29: checks the fields of a new client and writes `clientAdded` into
    /// `events`, open: the caller closes it once no double stands in the way, or discards it.
    /// `wavedAside` are the candidates that were shown and are not this person (R-RES-30).
    public func draftClient(
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        wavedAside: [ClientID],
        checker: inout ClientChecker,
        events: inout EventBuffer
    ) throws(Refusal) -> ClientID {
        let id = nextClient
        guard id.value <= Self.clientCountMax, clients.hasRoom(for: 1) else {
            throw .quota("the tenant has had as many clients as one may have")
        }
        for candidate in wavedAside {
            guard clients.contains(candidate.value) else { throw .noClient(candidate) }
        }
        let start = events.payloads.byteCount
        events.payloads.append(varint: UInt64(id.value))
        let present = try checker.append(
            given,
            in: bytes,
            country: settings.country,
            to: &events.payloads
        )
        try appendCustoms(given, in: bytes, over: [], to: &events.payloads)
        let missing = settings.required.missing(in: present)
        guard missing.isEmpty else { throw .missing(missing) }
        let byteCount = events.payloads.byteCount &- start &+ Self.recordHeadByteCountMax
        guard byteCount <= RecordStore.recordByteCountMax else {
            throw .recordTooLong(byteCount: byteCount)
        }
        appendWavedAside(wavedAside, to: &events.payloads)
        return id
    }

    /// The most bytes a record takes before its fields.
    static let recordHeadByteCountMax = 13 + 5 + 10

    /// Each candidate, or who answers for it, with the version that was shown.
    private func appendWavedAside(_ ids: [ClientID], to payload: inout ByteWriter) {
        guard !ids.isEmpty else { return }
        var shown = ByteWriter(capacity: 64)
        for id in ids {
            let survivor = survivor(of: id)
            shown.append(varint: UInt64(survivor.value))
            shown.append(varint: UInt64(version(of: survivor) ?? 0))
        }
        ClientRecordWriter.append(tag: EventTag.wavedAside, shown.bytes, to: &payload)
    }

    /// R-RSV-05: writes `clientChanged` with the fields whose values differ from what stands
    /// there; no event when none does. Answers the version that the client has afterwards.
    public func decideChange(
        _ id: ClientID,
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        ifVersion: UInt32?,
        in context: Context,
        checker: inout ClientChecker,
        events: inout EventBuffer
    ) throws(Refusal) -> UInt32 {
        try checkWritable(id)
        guard let old = clients.record(id.value) else { throw .noClient(id) }
        let record = ClientRecord(old)
        try checkVersion(record, ifVersion)
        var wanted = ByteWriter(capacity: 512)
        _ = try checker.append(given, in: bytes, country: settings.country, to: &wanted)
        try appendCustoms(given, in: bytes, over: record.customValues, to: &wanted)
        var changed: UInt64 = 0
        let start = events.payloads.byteCount
        events.payloads.append(varint: UInt64(id.value))
        let present = appendDifferences(
            old,
            record.fieldsOffset,
            wanted.bytes,
            &changed,
            to: &events.payloads
        )
        guard changed != 0 else {
            events.discardOpen()
            return record.version
        }
        do throws(Refusal) {
            try FieldLocks.check(changed, context.locked)
        } catch {
            events.discardOpen()
            throw error
        }
        let missing = settings.required.missing(in: present)
        if !missing.isEmpty,
            !settings.required.missing(in: Self.fieldSet(record)).elementsEqual(missing)
        {
            throw .missing(missing)
        }
        let fieldsStart = start &+ varintByteCount(UInt64(id.value))
        if changed & ClientField.newsletter.bit != 0 {
            appendNewsletterProof(
                record,
                Self.groups(of: events.payloads.bytes, from: fieldsStart),
                in: context,
                to: &events.payloads
            )
        }
        try completeChange(
            id,
            changed: changed,
            fieldsStart: fieldsStart,
            in: &events.payloads
        )
        if !context.reason.isEmpty {
            ClientRecordWriter.append(
                tag: EventTag.reason,
                unsafe context.reason.span.bytes,
                to: &events.payloads
            )
        }
        let byteCount = old.byteCount &+ events.payloads.byteCount &- start
        guard byteCount <= RecordStore.recordByteCountMax else {
            throw .recordTooLong(byteCount: byteCount)
        }
        events.close(.clientChanged)
        return record.version &+ 1
    }

    /// Which fields a record has.
    static func fieldSet(_ record: borrowing ClientRecord) -> UInt64 {
        var present: UInt64 = 0
        var cursor = record.fields
        while let (tag, _) = cursor.next(in: record.bytes) {
            if tag < 64 { present |= 1 << UInt64(tag) }
        }
        return present
    }

    /// Appends the groups of `wanted` (one tag each) that differ from the record's, and answers
    /// which fields the client has afterwards.
    private func appendDifferences(
        _ old: RawSpan,
        _ fieldsOffset: Int,
        _ wanted: RawSpan,
        _ changed: inout UInt64,
        to payload: inout ByteWriter
    ) -> UInt64 {
        var present = Self.fieldSet(ClientRecord(old))
        var cursor = FieldCursor(offset: 0)
        var start = 0
        var next = cursor.next(in: wanted)
        while let (tag, first) = next {
            let bit: UInt64 = 1 << UInt64(tag & 63)
            var end = first.upperBound
            next = cursor.next(in: wanted)
            while let (sameTag, range) = next, sameTag == tag {
                end = range.upperBound
                next = cursor.next(in: wanted)
            }
            if first.isEmpty {
                if present & bit != 0 {
                    payload.append(wanted.bytes(start..<end))
                    changed |= bit
                    present &= ~bit
                }
            } else if !Self.group(
                tag,
                of: old,
                from: fieldsOffset,
                equals: wanted.bytes(start..<end)
            ) {
                payload.append(wanted.bytes(start..<end))
                changed |= bit
                present |= bit
            }
            start = end
        }
        return present
    }

    /// Whether the fields of that tag, as they stand in the record, are those of `group`.
    private static func group(
        _ tag: UInt8,
        of old: RawSpan,
        from offset: Int,
        equals group: RawSpan
    ) -> Bool {
        var oldCursor = FieldCursor(offset: offset)
        var newCursor = FieldCursor(offset: 0)
        while let (oldTag, range) = oldCursor.next(in: old) {
            guard oldTag == tag else { continue }
            guard let (_, wanted) = newCursor.next(in: group),
                old.bytes(range).isEqual(to: group.bytes(wanted))
            else { return false }
        }
        return newCursor.next(in: group) == nil
    }

    func checkVersion(
        _ record: borrowing ClientRecord,
        _ asked: UInt32?
    ) throws(Refusal) {
        if let asked, asked != record.version {
            throw .stale(asked: asked, found: record.version)
        }
    }

    /// R-SAL-03, R-SAL-07: takes clients off the list or back onto it; all or none. Those that
    /// stand where they are wanted already are no change. Answers how many change.
    public func decideStatus(
        _ ids: [ClientID],
        active: Bool,
        ifVersion: UInt32?,
        events: inout EventBuffer
    ) throws(Refusal) -> Int {
        guard ids.count <= Self.idCountMax else {
            throw .tooManyGiven(field: "id", max: Self.idCountMax)
        }
        for id in ids {
            guard let bytes = clients.record(id.value) else { throw .noClient(id) }
            let record = ClientRecord(bytes)
            try checkWritable(id)
            try checkVersion(record, ifVersion)
        }
        var changed: Set<ClientID> = []
        for id in ids {
            guard let bytes = clients.record(id.value) else { continue }
            let isActive = ClientRecord(bytes).status == .active
            guard isActive != active, changed.insert(id).inserted else { continue }
            events.payloads.append(varint: UInt64(id.value))
            events.close(active ? .clientReactivated : .clientDeactivated)
        }
        return changed.count
    }

    /// The most clients that one command may name.
    public static let idCountMax = 1_000
}
