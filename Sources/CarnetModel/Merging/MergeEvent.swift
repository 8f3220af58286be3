import CarnetBytes

// CLIENTS MERGED AND UNMERGED, AS EVENTS. varint merge, varint survivor, varint double, varint
// milliseconds since 1970 (the day of a joined note); then tagged fields:
//   65  what the merge's row keeps (see MergeRow)
//   66  one for each client that becomes another: varint number, u8 its new status plus one (0: as
//       it was), varint its new milliseconds of creation (0: as it was), then the fields that change
// What it comes to is written down, so a replay needs no rule of merging.

/// The head of such an event.
struct MergeEvent {
    let merge: UInt32
    let survivor: ClientID
    let double: ClientID
    let milliseconds: UInt64
    /// Where the tagged fields begin.
    let fieldsOffset: Int

    /// Reads it; nil where the payload makes no sense.
    init?(_ payload: RawSpan) {
        var reader = ByteReader(payload)
        guard let merge = reader.varint(), merge >= 1, merge < UInt64(UInt32.max),
            let survivor = Self.client(&reader), let double = Self.client(&reader),
            let milliseconds = reader.varint()
        else { return nil }
        self.merge = UInt32(truncatingIfNeeded: merge)
        self.survivor = survivor
        self.double = double
        self.milliseconds = milliseconds
        fieldsOffset = reader.offset
    }

    static func client(_ reader: inout ByteReader) -> ClientID? {
        guard let number = reader.varint(), number >= 1,
            number <= UInt64(Tenant.clientCountMax)
        else { return nil }
        return ClientID(UInt32(truncatingIfNeeded: number))
    }

    static func append(
        merge: UInt32,
        survivor: ClientID,
        double: ClientID,
        milliseconds: UInt64,
        to payload: inout ByteWriter
    ) {
        payload.append(varint: UInt64(merge))
        payload.append(varint: UInt64(survivor.value))
        payload.append(varint: UInt64(double.value))
        payload.append(varint: milliseconds)
    }
}

/// What one event makes of one client.
struct ClientEffect {
    let id: ClientID
    let status: ClientStatus?
    let createdMilliseconds: UInt64?
    /// Where the fields that change begin.
    let fieldsOffset: Int

    init?(_ bytes: RawSpan) {
        var reader = ByteReader(bytes)
        guard let id = MergeEvent.client(&reader), let status = reader.byte(),
            let created = reader.varint()
        else { return nil }
        self.id = id
        self.status = status == 0 ? nil : ClientStatus(rawValue: status &- 1)
        createdMilliseconds = created == 0 ? nil : created
        fieldsOffset = reader.offset
    }

    /// Appends what makes `new` of `old`. A client that is `touched` gets a new version though
    /// nothing of it differs.
    static func append(
        _ id: ClientID,
        from old: ClientContent,
        to new: ClientContent,
        status: ClientStatus?,
        touched: Bool,
        to payload: inout ByteWriter
    ) {
        guard touched else { return }
        var bytes = ByteWriter(capacity: 256)
        bytes.append(varint: UInt64(id.value))
        bytes.append(status.map { $0.rawValue + 1 } ?? 0)
        let isAsOld = old.createdMilliseconds == new.createdMilliseconds
        bytes.append(varint: isAsOld ? 0 : new.createdMilliseconds)
        new.appendChange(from: old, to: &bytes)
        ClientRecordWriter.append(tag: EventTag.effect, bytes.bytes, to: &payload)
    }
}
