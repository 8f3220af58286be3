import CarnetBytes

/// What becomes of a booking: moved, cancelled, missed, done.
extension Tenant {
    /// BOOKING.MOVE: the booking keeps its number, its notes and its length unless another end is
    /// given. A client moves a booking of theirs that is ahead, where the setting `self_move`
    /// lets them and nobody else is on it (R-RSV-16, R-RSV-17).
    public func decideMove(
        _ id: BookingID,
        toStart start: [UInt8],
        end: [UInt8]?,
        zone: ZoneRules,
        by caller: BookingCaller,
        ifVersion: UInt32?,
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) -> BookingOutcome {
        let records = bookingRecords
        guard let bytes = records.record(id.value), isVisible(bytes, to: caller) else {
            throw .noBooking(id)
        }
        let record = BookingRecord(bytes)
        try checkVersion(of: record, ifVersion)
        let status = try step(record, .move, in: context)
        let before = record.span
        if caller != .staff {
            try checkAhead(before, in: context)
            if case .client = caller {
                try checkPolicy(.selfMove, of: before, in: context)
                guard people(of: record).count == 1 else { throw .groupBooking(id) }
            }
        }
        let span: BookingSpan
        if let end {
            span = try BookingSpan(
                start: unsafe start.span.bytes,
                end: unsafe end.span.bytes,
                zone: zone
            )
        } else {
            span = try before.moved(toStart: unsafe start.span.bytes, zone: zone)
        }
        if caller != .staff { try checkAhead(span, in: context) }
        guard !span.isSame(as: before) else {
            return BookingOutcome(id: id, status: status, version: record.version)
        }
        events.payloads.append(varint: UInt64(id.value))
        BookingEvent.append(span, to: &events.payloads)
        span.appendDates(clears: true, to: &events.payloads)
        events.close(.bookingMoved)
        return BookingOutcome(id: id, status: status, version: record.version &+ 1)
    }

    /// BOOKING.CANCEL. A client takes themselves off a booking of theirs that is ahead, where the
    /// setting `self_cancel` lets them (R-RSV-14); `leaving` is whom staff take off. The others
    /// stay, and the last one off cancels it (R-RSV-18).
    public func decideCancel(
        _ id: BookingID,
        leaving: ClientID?,
        by caller: BookingCaller,
        ifVersion: UInt32?,
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) -> BookingOutcome {
        let records = bookingRecords
        guard let bytes = records.record(id.value), isVisible(bytes, to: caller) else {
            throw .noBooking(id)
        }
        let record = BookingRecord(bytes)
        try checkVersion(of: record, ifVersion)
        let next = try step(record, .cancel, in: context)
        var leaver = leaving.map { survivor(of: $0) }
        if caller != .staff {
            try checkAhead(record.span, in: context)
            if case .client(let own) = caller {
                try checkPolicy(.selfCancel, of: record.span, in: context)
                leaver = survivors(of: own).intersection(people(of: record)).min()
            }
        }
        if let leaver {
            guard people(of: record).contains(leaver) else {
                throw .invalid(field: "CLIENT", problem: "not on this booking")
            }
            if people(of: record).count > 1 {
                return appendLeft(record, leaver, in: context, &events)
            }
        }
        events.payloads.append(varint: UInt64(id.value))
        events.close(.bookingCancelled)
        return BookingOutcome(id: id, status: next, version: record.version &+ 1)
    }

    /// BOOKING.NOSHOW and BOOKING.DONE.
    public func decideStep(
        _ id: BookingID,
        _ wanted: BookingStep,
        ifVersion: UInt32?,
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) -> BookingOutcome {
        let records = bookingRecords
        guard let bytes = records.record(id.value) else { throw .noBooking(id) }
        let record = BookingRecord(bytes)
        try checkVersion(of: record, ifVersion)
        let next = try step(record, wanted, in: context)
        events.payloads.append(varint: UInt64(id.value))
        appendPoints(wanted, record, to: &events.payloads)
        events.close(wanted == .miss ? .bookingNoShow : .bookingDone)
        return BookingOutcome(id: id, status: next, version: record.version &+ 1)
    }

    // MARK: What the rules ask

    /// What a step makes of a booking now; refused where the table of transitions has none.
    func step(
        _ record: borrowing BookingRecord,
        _ step: BookingStep,
        in context: Context
    ) throws(Refusal) -> BookingStatus {
        let status = record.status(atMilliseconds: context.now.millisecondsSinceEpoch)
        guard let next = status.after(step) else {
            throw .bookingState(record.id, status, step)
        }
        return next
    }

    /// R-RSV-13, R-RES-43: clients and partners see what is theirs; anything else is not there.
    public func isVisible(_ bytes: RawSpan, to caller: BookingCaller) -> Bool {
        let record = BookingRecord(bytes)
        switch caller {
        case .staff, .online: return true
        case .client(let own): return !survivors(of: own).isDisjoint(with: people(of: record))
        case .partner(let name):
            guard let range = record.field(.partner) else { return false }
            return unsafe bytes.bytes(range).isEqual(to: name.span.bytes)
        }
    }

    /// The client whose the bookings are that were made for this number: the one that answers for it.
    /// A double that was emptied with its survivor says no more where it went; its merge does.
    public func bookingOwner(of id: ClientID) -> ClientID {
        var id = survivor(of: id)
        while status(of: id) == .erased,
            let merge = merges(of: id).compactMap({ mergeRow($0) }).first(where: {
                $0.stands && $0.double == id
            })
        {
            id = survivor(of: merge.survivor)
        }
        return id
    }

    /// The clients who answer for these.
    func survivors(of ids: [ClientID]) -> Set<ClientID> { Set(ids.map { survivor(of: $0) }) }

    /// Who is on a booking, by the numbers that stand on the list now; the one it belongs to first.
    public func people(of record: borrowing BookingRecord) -> [ClientID] {
        var people = [bookingOwner(of: record.client)]
        for other in record.others {
            let person = bookingOwner(of: other)
            if !people.contains(person) { people.append(person) }
        }
        return people
    }

    private func checkAhead(_ span: BookingSpan, in context: Context) throws(Refusal) {
        let now = context.now.millisecondsSinceEpoch
        guard span.startMilliseconds > now else { throw .bookingPast }
    }

    /// R-POL-09: `always`, `until 24h` before it begins, or `no`.
    private func checkPolicy(
        _ setting: TenantSetting,
        of span: BookingSpan,
        in context: Context
    ) throws(Refusal) {
        let value = settings.value(of: setting) ?? "always"
        guard value != "always" else { return }
        guard let lead = Self.leadMilliseconds(value),
            context.now.millisecondsSinceEpoch &+ lead <= span.startMilliseconds
        else { throw .selfServiceOff(setting, value) }
    }

    /// `until 24h` in milliseconds; nil of anything else.
    private static func leadMilliseconds(_ value: String) -> UInt64? {
        guard let word = value.split(separator: " ").last, let unit = word.last,
            let number = UInt64(word.dropLast())
        else { return nil }
        switch unit {
        case "m": return number &* 60_000
        case "h": return number &* 3_600_000
        case "d": return number &* 86_400_000
        default: return nil
        }
    }

    /// Somebody goes off a booking and others stay on it.
    private func appendLeft(
        _ record: borrowing BookingRecord,
        _ leaver: ClientID,
        in context: Context,
        _ events: inout EventBuffer
    ) -> BookingOutcome {
        let stay = ([record.client] + record.others).filter { survivor(of: $0) != leaver }
        Self.appendStaying(stay, on: record, to: &events.payloads)
        var number = ByteWriter(capacity: 8)
        number.append(varint: UInt64(leaver.value))
        ClientRecordWriter.append(tag: EventTag.leaver, number.bytes, to: &events.payloads)
        events.close(.bookingLeft)
        return BookingOutcome(
            id: record.id,
            status: record.status(atMilliseconds: context.now.millisecondsSinceEpoch),
            version: record.version &+ 1
        )
    }
}
