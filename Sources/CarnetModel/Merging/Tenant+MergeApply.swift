import CarnetBytes

extension Tenant {
    /// Applies `clientsMerged`: keeps the merge, and what the survivor has by itself if this is the
    /// first one into it; writes the records of both to `staging`.
    mutating func stageMerged(
        _ event: borrowing Event,
        into staging: inout ByteWriter
    ) throws(EventError) {
        guard let merge = MergeEvent(event.payload) else { throw .malformed(event.kind) }
        let double = status(of: merge.double)
        try stageEffects(event, from: merge.fieldsOffset, into: &staging)
        keepOwn(of: merge.survivor)
        put(
            merge: MergeRow(
                number: merge.merge,
                survivor: merge.survivor,
                double: merge.double,
                milliseconds: merge.milliseconds,
                statusBefore: double ?? .active,
                fields: Array(Self.bytes(of: EventTag.mergeFields, in: event).prefix(4_096))
            )
        )
    }

    /// Applies `clientsUnmerged`: writes the records of the double, of its survivor and of those
    /// that it was merged into to `staging`.
    mutating func stageUnmerged(
        _ event: borrowing Event,
        into staging: inout ByteWriter
    ) throws(EventError) {
        guard let merge = MergeEvent(event.payload), var row = mergeRow(merge.merge) else {
            throw .malformed(event.kind)
        }
        try stageEffects(event, from: merge.fieldsOffset, into: &staging)
        try applyOwnChange(of: merge.double, event)
        row.undoneMilliseconds = merge.milliseconds
        put(merge: row)
        let isSurvivorStill = merges.first.map { !$0.standing(into: merge.survivor).isEmpty }
        if isSurvivorStill != true { dropOwn(of: merge.survivor) }
    }

    /// Applies `pairDeclaredDistinct`. Payload: varint a, varint b, u8 1, or 0 where it is taken back.
    mutating func applyDistinct(_ event: borrowing Event) {
        guard let (a, b, isDistinct) = event.pair else { return }
        put(pair: a, b, at: event.milliseconds, isDistinct ? .distinct : .takenBack)
    }

    /// Keeps the candidates that `clientAdded` says were shown and waved aside.
    mutating func applyWavedAside(_ event: borrowing Event) {
        let bytes = Self.bytes(of: EventTag.wavedAside, in: event)
        var reader = unsafe ByteReader(bytes.span.bytes)
        while reader.remaining > 0 {
            guard let candidate = MergeEvent.client(&reader), let version = reader.varint() else {
                return
            }
            let verdict = PairRow.Verdict.wavedAside(
                lowerVersion: UInt32(truncatingIfNeeded: version),
                higherVersion: 1
            )
            put(pair: candidate, event.id, at: event.milliseconds, verdict)
        }
    }

    /// Changes what a survivor has by itself, as the event says.
    mutating func applyOwnChange(
        of id: ClientID,
        _ event: borrowing Event
    ) throws(EventError) {
        let change = Self.bytes(of: EventTag.ownChange, in: event)
        guard !change.isEmpty else { return }
        var own = ByteWriter(capacity: 512)
        guard let merges = merges.first,
            merges.appendOwn(of: id, changedBy: unsafe change.span.bytes, to: &own)
        else { return }
        guard ClientRecordWriter.finish(from: 0, in: &own) else { throw .tooLong(id) }
        restore(own: own.bytes)
    }

    // MARK: Rows

    /// Keeps the client's record as what it has by itself, unless that is kept already.
    private mutating func keepOwn(of id: ClientID) {
        guard merges.first?.owns.contains(id.value) != true else { return }
        var own = ByteWriter(capacity: 512)
        guard appendPlain(id, to: &own) else { return }
        // Not longer than the record: its version and age take one byte each here.
        _ = ClientRecordWriter.finish(from: 0, in: &own)
        restore(own: own.bytes)
    }

    private func appendPlain(_ id: ClientID, to own: inout ByteWriter) -> Bool {
        guard let bytes = clients.record(id.value) else { return false }
        let record = ClientRecord(bytes)
        OwnContent.begin(record, in: &own)
        own.append(bytes.bytes(record.fieldsOffset..<bytes.byteCount))
        return true
    }

    mutating func dropOwn(of id: ClientID) {
        guard let old = merges.first?.ownHash(id) else { return }
        digest.remove(old)
        merges[0].removeOwn(id)
    }

    mutating func put(merge row: MergeRow) {
        var bytes = ByteWriter(capacity: 64)
        row.append(to: &bytes)
        restore(merge: bytes.bytes)
    }

    mutating func put(
        pair a: ClientID,
        _ b: ClientID,
        at milliseconds: UInt64,
        _ verdict: PairRow.Verdict
    ) {
        let known = merges.first?.pair(a, b)?.number
        let number = known ?? (merges.first?.pairs.numberMax ?? 0) + 1
        var bytes = ByteWriter(capacity: 48)
        PairRow(number: number, a, b, milliseconds: milliseconds, verdict).append(to: &bytes)
        restore(pair: bytes.bytes)
    }

    /// Puts an own record in place, of an event or of a snapshot.
    mutating func restore(own bytes: RawSpan) {
        beginMerges()
        if let old = merges[0].ownHash(ClientID(bytes.littleEndianUInt32(at: 3))) {
            digest.remove(old)
        }
        digest.add(bytes)
        merges[0].put(own: bytes)
    }

    /// Puts a merge in place, of an event or of a snapshot.
    mutating func restore(merge bytes: RawSpan) {
        beginMerges()
        if let old = merges[0].rowHash(bytes.littleEndianUInt32(at: 3)) {
            digest.remove(old)
        }
        digest.add(bytes)
        merges[0].put(merge: bytes)
    }

    /// Puts a pair in place, of an event or of a snapshot.
    mutating func restore(pair bytes: RawSpan) {
        beginMerges()
        if let old = merges[0].pairHash(bytes.littleEndianUInt32(at: 3)) {
            digest.remove(old)
        }
        digest.add(bytes)
        merges[0].put(pair: bytes)
    }

    private mutating func beginMerges() {
        if merges.isEmpty { merges = [Merges()] }
    }

    // MARK: Effects

    /// Writes the next version of every client that the event changes.
    private func stageEffects(
        _ event: borrowing Event,
        from offset: Int,
        into staging: inout ByteWriter
    ) throws(EventError) {
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: event.payload) {
            guard tag == EventTag.effect else { continue }
            let bytes = event.payload.bytes(range)
            guard let effect = ClientEffect(bytes), let old = clients.record(effect.id.value) else {
                continue
            }
            let record = ClientRecord(old)
            let start = staging.byteCount
            ClientRecordWriter.begin(
                effect.id,
                status: effect.status ?? record.status,
                createdMilliseconds: effect.createdMilliseconds ?? record.createdMilliseconds,
                updatedMilliseconds: event.milliseconds,
                version: record.version &+ 1,
                in: &staging
            )
            ClientRecordWriter.appendFields(
                of: old,
                from: record.fieldsOffset,
                changedBy: bytes,
                from: effect.fieldsOffset,
                to: &staging
            )
            guard ClientRecordWriter.finish(from: start, in: &staging) else {
                throw .tooLong(effect.id)
            }
        }
    }

    /// The bytes of a field that belongs to the event alone; none where it has none.
    private static func bytes(of wanted: UInt8, in event: borrowing Event) -> [UInt8] {
        var cursor = FieldCursor(offset: event.fieldsOffset)
        while let (tag, range) = cursor.next(in: event.payload) {
            if tag == wanted { return event.payload.bytes(range).array() }
        }
        return []
    }
}

extension Event {
    /// Of `pairDeclaredDistinct` the two clients, and whether they are two persons or that is taken
    /// back; nil of other events.
    public var pair: (a: ClientID, b: ClientID, isDistinct: Bool)? {
        guard kind == .pairDeclaredDistinct else { return nil }
        var reader = ByteReader(payload)
        guard let a = MergeEvent.client(&reader), let b = MergeEvent.client(&reader),
            let isDistinct = reader.byte(), a != b
        else { return nil }
        return (a, b, isDistinct != 0)
    }
}
