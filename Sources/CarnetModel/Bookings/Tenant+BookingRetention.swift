import CarnetBytes

/// Bookings that are older than the setting `booking_months` asks for.
extension Tenant {
    /// How many go with each new booking: more than come, so that the rest is caught up with.
    static let agedOutMax = 100

    /// Writes `bookingsAgedOut` where bookings have ended longer ago than the venue keeps them: with
    /// each new one some of the oldest, so that no timer has to run and no command takes long. What
    /// is counted of them stays. The new booking has the latest number, so none is given again.
    func appendAgedOut(in context: Context, _ events: inout EventBuffer) {
        guard let state = bookings?.state,
            let months = settings.value(of: .bookingMonths).flatMap({ Int($0) })
        else { return }
        let end = Self.milliseconds(months, before: context.now)
        var aged: [UInt32] = []
        var looked = 0
        var place = state.byStart.place(BookingOrder.Key(0, 0, 0), state.records)
        while let entry = state.byStart.entry(at: place), aged.count < Self.agedOutMax,
            looked < 2 * Self.agedOutMax
        {
            looked += 1
            place = state.byStart.next(place)
            let isOld = state.records.read(entry.number) { bytes -> Bool? in
                let record = BookingRecord(bytes)
                guard record.startMilliseconds < end else { return nil }
                return record.endMilliseconds < end
            }
            guard let isOld = isOld ?? nil else { break }
            if isOld { aged.append(entry.number) }
        }
        guard !aged.isEmpty else { return }
        events.payloads.append(varint: UInt64(aged.count))
        for number in aged { events.payloads.append(varint: UInt64(number)) }
        events.close(.bookingsAgedOut)
    }

    /// So many months before a moment, by the calendar; 0 before 1970.
    private static func milliseconds(_ months: Int, before now: Timestamp) -> UInt64 {
        let day: UInt64 = 86_400_000
        let (dayNumber, rest) = now.millisecondsSinceEpoch.quotientAndRemainder(dividingBy: day)
        let (year, month, dayOfMonth) = CivilCalendar.date(dayNumber: Int(dayNumber))
        let count = year * 12 + month - 1 - months
        guard count >= 1970 * 12 else { return 0 }
        let last = CivilCalendar.dayCount(year: count / 12, month: count % 12 + 1)
        let before = CivilCalendar.dayNumber(
            year: count / 12,
            month: count % 12 + 1,
            day: min(dayOfMonth, last)
        )
        return UInt64(max(0, before)) * day + rest
    }
}
