import CarnetBytes

/// Making bookings and changing what they say.
extension Tenant {
    /// The most bookings one tenant may ever have had.
    public static let bookingCountMax: UInt32 = 1 << 30

    /// BOOKING.ADD: writes `bookingAdded`, and what else goes with it.
    ///
    /// Below staff nobody books into the past, nobody who is blocked books (R-SAL-06, where the
    /// setting `blocking` is `online`) or kept out since an erasure (R-SAL-20), and online a code
    /// may be asked for first (R-SAL-16).
    public func decideBooking(
        _ request: BookingRequest,
        in context: Context,
        checker: inout ClientChecker,
        events: inout EventBuffer
    ) throws(Refusal) -> BookingOutcome {
        let id = bookings?.state.next ?? BookingID(1)
        guard id.value <= Self.bookingCountMax, bookings?.state.records.hasRoom(for: 1) ?? true
        else { throw .quota("the tenant has had as many bookings as one may have") }
        try checkBookable(request.client)
        try checkMayBook(request, in: context)
        try checkReference(request.fields, of: nil, request.caller)
        let others = try checkedOthers(request)
        let asksForCode = request.caller == .online && settings.isOn(.verifyBooking)
        let status = asksForCode ? BookingStatus.unverified : .confirmed
        let start = events.payloads.byteCount
        events.payloads.append(varint: UInt64(id.value))
        events.payloads.append(varint: UInt64(request.client.value))
        events.payloads.append(status.rawValue)
        BookingEvent.append(request.span, to: &events.payloads)
        request.span.appendDates(clears: false, to: &events.payloads)
        try fieldsWithPartner(request).append(to: &events.payloads)
        for other in others {
            Self.append(.with, integer: UInt64(other.value), to: &events.payloads)
        }
        if request.caller == .online {
            Self.append(.online, integer: 1, to: &events.payloads)
        }
        if asksForCode {
            appendCode(request.codeDigest, in: context, to: &events.payloads)
        }
        try Self.checkBookingSize(events.payloads.byteCount &- start)
        events.close(.bookingAdded)
        if let note = request.clientNote {
            try decideClientNote(request.client, note, context, &checker, &events)
        }
        appendAgedOut(in: context, &events)
        var outcome = BookingOutcome(id: id, status: status, version: 1)
        outcome.awaitsCode = asksForCode
        return outcome
    }

    /// BOOKING.SET: writes `bookingChanged` with the fields whose values differ from what stands
    /// there; no event when none does.
    public func decideBookingChange(
        _ id: BookingID,
        _ given: GivenBookingFields,
        ifVersion: UInt32?,
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) -> BookingOutcome {
        let records = bookingRecords
        guard let old = records.record(id.value) else { throw .noBooking(id) }
        let record = BookingRecord(old)
        try checkVersion(of: record, ifVersion)
        let client = survivor(of: record.client)
        // What was emptied stays empty.
        if status(of: client) == .erased { throw .erased(client) }
        try checkGuest(given)
        if given.isGiven(.partner) { try checkPartnerBooking() }
        try checkReference(given, of: id, .staff)
        var wanted = ByteWriter(capacity: 256)
        try given.append(to: &wanted)
        let start = events.payloads.byteCount
        events.payloads.append(varint: UInt64(id.value))
        var isChange = false
        let now = Self.groups(of: old, from: record.fieldsOffset)
        for group in Self.groups(of: wanted.bytes, from: 0) {
            let values = group.values.filter { !$0.isEmpty }
            guard values != now.first(where: { $0.tag == group.tag })?.values ?? [] else {
                continue
            }
            ClientContent.append(group.tag, values.isEmpty ? [[]] : values, to: &events.payloads)
            isChange = true
        }
        let status = record.status(atMilliseconds: context.now.millisecondsSinceEpoch)
        guard isChange else {
            events.discardOpen()
            return BookingOutcome(id: id, status: status, version: record.version)
        }
        try Self.checkBookingSize(old.byteCount &+ events.payloads.byteCount &- start)
        events.close(.bookingChanged)
        return BookingOutcome(id: id, status: status, version: record.version &+ 1)
    }

    /// The records of bookings, for whoever decides. Not to be held while one is changed, which
    /// would copy what is held.
    var bookingRecords: RecordStore { bookings?.state.records ?? RecordStore() }

    // MARK: Who may

    /// A booking is for somebody who stands on the list.
    private func checkBookable(_ id: ClientID) throws(Refusal) {
        let survivor = survivor(of: id)
        guard let status = status(of: survivor) else { throw .noClient(id) }
        switch status {
        case .active, .merged: break
        case .inactive: throw .inactive(survivor)
        case .erased: throw .erased(survivor)
        }
    }

    private func checkMayBook(
        _ request: BookingRequest,
        in context: Context
    ) throws(Refusal) {
        try checkGuest(request.fields)
        switch request.caller {
        case .staff:
            if request.fields.hasValue(.partner) { try checkPartnerBooking() }
            return
        case .online: break
        case .client(let own):
            guard survivors(of: own).contains(survivor(of: request.client)) else {
                throw .noClient(request.client)
            }
            try checkOwnWords(request, mayBring: false)
        case .partner:
            try checkPartnerBooking()
            try checkOwnWords(request, mayBring: false)
        }
        guard
            request.span.startMilliseconds >= context.now.millisecondsSinceEpoch
                || request.span.isAllDay
                    && request.span.endMilliseconds > context.now.millisecondsSinceEpoch
        else { throw .bookingPast }
        if request.isKnownAsBlocked, settings.value(of: .blocking) == "online" { throw .blocked }
        if request.isKeptOut { throw .keptOut }
    }

    /// Notes are the staff's; whoever is on a booking is theirs to say.
    private func checkOwnWords(
        _ request: BookingRequest,
        mayBring: Bool
    ) throws(Refusal) {
        if request.clientNote != nil || request.fields.hasValue(.note) {
            throw .invalid(field: "note", problem: "for staff alone; say it by REQUEST")
        }
        if !request.with.isEmpty, !mayBring {
            throw .invalid(field: "WITH", problem: "for staff alone; leave it out")
        }
    }

    /// R-RES-36.
    private func checkGuest(_ given: GivenBookingFields) throws(Refusal) {
        let isOverride = [BookingField.guest, .guestEmail, .contact].contains {
            given.hasValue($0)
        }
        guard !isOverride || settings.isOn(.guestOverride) else { throw .guestOverrideOff }
    }

    /// R-RES-43.
    private func checkPartnerBooking() throws(Refusal) {
        guard settings.isOn(.partnerBooking) else { throw .partnerBookingOff }
    }

    /// A reference of the caller's own stands for one booking alone. Who brings only their own is not
    /// told which.
    private func checkReference(
        _ given: GivenBookingFields,
        of id: BookingID?,
        _ caller: BookingCaller
    ) throws(Refusal) {
        guard let value = given.values.first(where: { $0.field == .external })?.value,
            let other = try booking(external: unsafe value.span.bytes), other != id
        else { return }
        switch caller {
        case .staff, .online: throw .bookingReferenceTaken(by: other)
        case .client, .partner: throw .bookingReferenceTaken(by: nil)
        }
    }

    /// The booking that has this reference of the caller's own, composed as it would be kept. O(log n).
    public func booking(external reference: RawSpan) throws(Refusal) -> BookingID? {
        guard let state = bookings?.state, reference.byteCount > 0 else { return nil }
        var scratch = ByteWriter(capacity: 256)
        do throws(ValueError) {
            let checked = try TextValue.check(reference, .external, scratch: &scratch)
            let bytes = checked.bytes(given: reference, scratch: scratch)
            return state.number(ofReference: bytes).map { BookingID($0) }
        } catch {
            throw .invalid(field: "external", problem: error.message)
        }
    }

    /// The other clients, each once and ascending.
    private func checkedOthers(_ request: BookingRequest) throws(Refusal) -> [ClientID] {
        guard request.with.count <= BookingField.withCountMax else {
            throw .tooManyGiven(field: "WITH", max: BookingField.withCountMax)
        }
        var people: Set<ClientID> = [survivor(of: request.client)]
        var others: [ClientID] = []
        for id in request.with {
            try checkBookable(id)
            if people.insert(survivor(of: id)).inserted { others.append(id) }
        }
        return others.sorted()
    }

    // MARK: What is written

    private func fieldsWithPartner(
        _ request: BookingRequest
    ) throws(Refusal) -> GivenBookingFields {
        guard case .partner(let name) = request.caller else { return request.fields }
        var fields = GivenBookingFields()
        for (field, value) in request.fields.values {
            guard field != .partner || value == name else {
                throw .invalid(field: "BY", problem: "another partner's name; leave it out")
            }
            if field != .partner { try fields.add(field, value) }
        }
        try fields.add(.partner, name)
        return fields
    }

    private func decideClientNote(
        _ id: ClientID,
        _ note: [UInt8],
        _ context: Context,
        _ checker: inout ClientChecker,
        _ events: inout EventBuffer
    ) throws(Refusal) {
        var given = GivenFields()
        let name = Array("note".utf8)
        try given.add(name: unsafe name.span.bytes, value: 0..<note.count)
        _ = try decideChange(
            survivor(of: id),
            given,
            in: unsafe note.span.bytes,
            ifVersion: nil,
            in: context,
            checker: &checker,
            events: &events
        )
    }

    static func append(
        _ field: BookingField,
        integer value: UInt64,
        to payload: inout ByteWriter
    ) {
        ClientRecordWriter.append(tag: field.rawValue, integer: value, to: &payload)
    }

    static func checkBookingSize(_ byteCount: Int) throws(Refusal) {
        // The head and its varints are shorter than what a client's may be.
        let byteCount = byteCount &+ recordHeadByteCountMax &+ 16
        guard byteCount <= RecordStore.recordByteCountMax else {
            throw .bookingTooLong(byteCount: byteCount)
        }
    }

    func checkVersion(
        of record: borrowing BookingRecord,
        _ ifVersion: UInt32?
    ) throws(Refusal) {
        if let ifVersion, ifVersion != record.version {
            throw .stale(asked: ifVersion, found: record.version)
        }
    }
}
