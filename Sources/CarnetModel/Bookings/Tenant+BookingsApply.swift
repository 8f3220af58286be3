import CarnetBytes

/// Applying what happened to bookings. Every number and status is in the event or in the record.
extension Tenant {
    mutating func applyBooking(
        _ event: borrowing Event,
        _ staging: inout ByteWriter
    ) throws(EventError) {
        guard let booking = BookingEvent(event.kind, event.payload) else {
            throw .malformed(event.kind)
        }
        let isStaged =
            event.kind == .bookingAdded
            ? stageAdded(booking, event, &staging) : stageChanged(booking, event, &staging)
        guard isStaged else { return }
        guard ClientRecordWriter.finish(from: 0, in: &staging) else {
            throw .malformed(event.kind)
        }
        put(booking: staging.bytes)
    }

    private func stageAdded(
        _ booking: BookingEvent,
        _ event: borrowing Event,
        _ staging: inout ByteWriter
    ) -> Bool {
        BookingRecordWriter(booking, at: event.milliseconds).begin(in: &staging)
        ClientRecordWriter.appendFields(
            of: event.payload,
            from: booking.fieldsOffset,
            to: &staging
        )
        return true
    }

    private func stageChanged(
        _ booking: BookingEvent,
        _ event: borrowing Event,
        _ staging: inout ByteWriter
    ) -> Bool {
        let records = bookingRecords
        guard let old = records.record(booking.id.value) else { return false }
        let record = BookingRecord(old)
        var next = BookingRecordWriter(record, at: event.milliseconds)
        switch event.kind {
        case .bookingMoved:
            next.shape = booking.shape
            next.startMilliseconds = booking.start
            next.length = booking.length
        case .bookingLeft: next.client = booking.client
        case .bookingVerified: next.status = .confirmed
        case .bookingExpired: next.status = .expired
        case .bookingCancelled: next.status = .cancelled
        case .bookingNoShow: next.status = .noShow
        case .bookingDone: next.status = .done
        default: break
        }
        next.begin(in: &staging)
        ClientRecordWriter.appendFields(
            of: old,
            from: record.fieldsOffset,
            changedBy: event.payload,
            from: booking.fieldsOffset,
            to: &staging
        )
        return true
    }

    // MARK: State

    /// Puts a booking in place, new or changed, and keeps digest, orders and tallies.
    mutating func put(booking bytes: RawSpan) {
        keepPoints(of: bytes)
        let box = ownBookings()
        noteBooking(bytes, box)
        for (client, before, after) in box.state.put(bytes) {
            var tally = box.state.tally(of: client)
            let old = tally
            if let before { tally.count(before, false) }
            if let after { tally.count(after, true) }
            if tally != old { put(tally, of: client, box) }
        }
    }

    /// Takes the digest from a booking's old record to its new one.
    private mutating func noteBooking(_ bytes: RawSpan, _ box: BookingsBox) {
        if let hash = Self.hash(bytes.littleEndianUInt32(at: 3), in: box.state.records) {
            digest.remove(hash)
        }
        digest.add(bytes)
    }

    private mutating func put(_ tally: BookingTally, of client: ClientID, _ box: BookingsBox) {
        if let hash = Self.hash(client.value, in: box.state.tallies) { digest.remove(hash) }
        guard !tally.isEmpty else {
            box.state.removeTally(of: client)
            return
        }
        var bytes = ByteWriter(capacity: 32)
        tally.append(of: client, to: &bytes)
        digest.add(bytes.bytes)
        box.state.put(tally: bytes.bytes)
    }

    private static func hash(_ number: UInt32, in store: RecordStore) -> Hash128? {
        guard let bytes = store.record(number) else { return nil }
        return bytes.xxh3_128
    }

    /// The bookings, ours alone from here on.
    mutating func ownBookings() -> BookingsBox {
        if !isKnownUniquelyReferenced(&bookings) {
            bookings = BookingsBox(bookings?.state ?? Bookings())
        }
        guard let bookings else { preconditionFailure("it was made just now") }
        return bookings
    }

    /// Applies `bookingsAgedOut`: they go, what is counted of them stays.
    mutating func applyAgedOut(_ event: borrowing Event) throws(EventError) {
        guard let numbers = BookingEvent.numbers(event.payload) else {
            throw .malformed(event.kind)
        }
        let box = ownBookings()
        for number in numbers {
            let facts = box.state.records.read(number) { bytes in
                let record = BookingRecord(bytes)
                return (
                    visit: record.keptStatus.isVisit ? record.moment : nil,
                    people: [record.client] + record.others
                )
            }
            guard let facts else { continue }
            for client in facts.people {
                var tally = box.state.tally(of: client)
                guard let visit = facts.visit, tally.agedVisit.map({ $0 < visit }) ?? true else {
                    continue
                }
                tally.agedVisit = visit
                put(tally, of: client, box)
            }
            if let hash = Self.hash(number, in: box.state.records) { digest.remove(hash) }
            box.state.remove(number)
        }
    }

    // MARK: Erasing

    /// The bookings that clients are on by these numbers.
    func bookingNumbers(of ids: [ClientID]) -> Set<UInt32> {
        guard let state = bookings?.state else { return [] }
        return Set(ids.flatMap { state.numbers(of: $0) })
    }

    /// R-SAL-05, R-CAL-40: takes the person out of every booking that these clients are on. Times,
    /// service, staff and status stay.
    mutating func emptyBookings(of ids: [ClientID], at milliseconds: UInt64) {
        let numbers = bookingNumbers(of: ids)
        var staging = ByteWriter(capacity: 256)
        for number in numbers.sorted() {
            staging.removeAll()
            guard stageEmptied(number, at: milliseconds, &staging),
                ClientRecordWriter.finish(from: 0, in: &staging)
            else { continue }
            put(booking: staging.bytes)
        }
    }

    /// A booking without what was said of the person; false where nothing was.
    private func stageEmptied(
        _ number: UInt32,
        at milliseconds: UInt64,
        _ staging: inout ByteWriter
    ) -> Bool {
        let records = bookingRecords
        guard let old = records.record(number) else { return false }
        let record = BookingRecord(old)
        var cursor = record.fields
        BookingRecordWriter(record, at: milliseconds).begin(in: &staging)
        var isChange = false
        while let (tag, range) = cursor.next(in: old) {
            if BookingField.survivesErasure(tag) {
                ClientRecordWriter.append(tag: tag, old.bytes(range), to: &staging)
            } else {
                isChange = true
            }
        }
        return isChange
    }

    // MARK: Loading

    /// Puts a booking of a snapshot in place; its orders follow.
    mutating func restore(booking bytes: RawSpan) {
        digest.add(bytes)
        ownBookings().state.restore(bytes)
    }

    /// Puts a tally of a snapshot in place.
    mutating func restore(tally bytes: RawSpan) {
        digest.add(bytes)
        ownBookings().state.put(tally: bytes)
    }

    /// All rows of a snapshot have been restored: makes the orders of bookings.
    public mutating func finishRestoring() {
        guard bookings != nil else { return }
        ownBookings().state.rebuild()
    }
}
