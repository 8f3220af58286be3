import CarnetBytes

/// What becomes of the bookings of somebody who leaves the list.
extension Tenant {
    /// How many bookings ahead a refusal names.
    static let bookingsNamedMax = 20

    /// R-SAL-22: clients who are still expected don't leave the list unless their bookings are
    /// cancelled with it, in the same append. One that others are on goes on without them.
    /// `isQuiet`: nobody is told.
    public func decideNothingAhead(
        of ids: [ClientID],
        cancels: Bool,
        isQuiet: Bool,
        in context: Context,
        events: inout EventBuffer
    ) throws(Refusal) {
        guard bookings != nil else { return }
        let now = context.now.millisecondsSinceEpoch
        var ahead: [BookingID] = []
        for id in ids {
            for booking in bookingsAhead(of: id, at: now) where !ahead.contains(booking) {
                ahead.append(booking)
            }
        }
        guard !ahead.isEmpty else { return }
        guard cancels else {
            throw .bookingsAhead(Array(ahead.prefix(Self.bookingsNamedMax)), count: ahead.count)
        }
        let leaving = Set(ids.map { survivor(of: $0) })
        let records = bookingRecords
        for id in ahead {
            guard let bytes = records.record(id.value) else { continue }
            appendWithout(leaving, BookingRecord(bytes), isQuiet: isQuiet, &events)
        }
    }

    /// Takes clients off a booking: `bookingLeft` while others stay, else `bookingCancelled`.
    private func appendWithout(
        _ leaving: Set<ClientID>,
        _ record: borrowing BookingRecord,
        isQuiet: Bool,
        _ events: inout EventBuffer
    ) {
        let stay = ([record.client] + record.others).filter {
            !leaving.contains(survivor(of: $0))
        }
        if stay.isEmpty {
            events.payloads.append(varint: UInt64(record.id.value))
        } else {
            Self.appendStaying(stay, on: record, to: &events.payloads)
        }
        if isQuiet {
            events.payloads.append(EventTag.quiet)
            events.payloads.append(0)
        }
        events.close(stay.isEmpty ? .bookingCancelled : .bookingLeft)
    }

    /// Who is on a booking from now on; the first of them it belongs to.
    static func appendStaying(
        _ stay: [ClientID],
        on record: borrowing BookingRecord,
        to payload: inout ByteWriter
    ) {
        payload.append(varint: UInt64(record.id.value))
        payload.append(varint: UInt64(stay[0].value))
        if stay.count == 1 {
            payload.append(BookingField.with.rawValue)
            payload.append(0)
        }
        for other in stay.dropFirst() {
            append(.with, integer: UInt64(other.value), to: &payload)
        }
    }
}
