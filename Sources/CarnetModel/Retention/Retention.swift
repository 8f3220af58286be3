import CarnetBytes

/// Who has been away for longer than the tenant keeps people: its setting `retention_months`.
///
/// Due is whoever was last active before the day that many months before today, by UTC: on 31 May
/// and with three months that is 28 or 29 February. What is due is anonymized: the person goes, the figures stay
/// (R-CAL-40). Left alone are clients whose block holds, since the block would end with them (R-SAL-20),
/// and those of whom nothing is left but figures.
public struct Retention: Hashable, Sendable {
    public let months: Int
    /// Whoever was last active before that, milliseconds since 1970, is due.
    public let before: UInt64
    private let now: UInt64

    /// Nil where the tenant keeps people for ever, which is the default.
    public init?(_ settings: TenantSettings, nowMilliseconds now: UInt64) {
        guard let value = settings.value(of: .retentionMonths), let months = Int(value),
            months > 0
        else { return nil }
        self.init(months: months, nowMilliseconds: now)
    }

    init(months: Int, nowMilliseconds now: UInt64) {
        self.months = months
        self.now = now
        let today = CivilCalendar.date(dayNumber: Int(now / Self.dayMilliseconds))
        let month = today.year * 12 + today.month - 1 - months
        guard month >= 1970 * 12 else {
            before = 0
            return
        }
        let (year, monthOfYear) = (month / 12, month % 12 + 1)
        let day = min(today.day, CivilCalendar.dayCount(year: year, month: monthOfYear))
        let number = CivilCalendar.dayNumber(year: year, month: monthOfYear, day: day)
        before = UInt64(number) * Self.dayMilliseconds
    }

    private static let dayMilliseconds: UInt64 = 86_400_000

    /// Whether the client is due. O(fields); `bookings` is asked for where nothing else keeps it.
    func isDue(_ record: borrowing ClientRecord, bookings: (UInt64) -> BookingFigures) -> Bool {
        guard record.status == .active || record.status == .inactive,
            record.updatedMilliseconds < before, record.holdsPerson,
            !record.isBlocked(atMilliseconds: now)
        else { return false }
        return Self.lastActivity(record, bookings(now)) < before
    }

    /// The one place that says when a client was last active, milliseconds since 1970: the last
    /// change of its record, which what is merged into it changes as well, or its last visit; never
    /// over for who is expected.
    private static func lastActivity(
        _ record: borrowing ClientRecord,
        _ bookings: BookingFigures
    ) -> UInt64 {
        guard bookings.next == nil else { return .max }
        return max(record.updatedMilliseconds, bookings.last?.milliseconds ?? 0)
    }
}

extension ClientRecord {
    /// Whether anything stands in it but what an anonymized client keeps.
    var holdsPerson: Bool {
        var cursor = fields
        while let (tag, _) = cursor.next(in: bytes) {
            if tag != ClientField.language.rawValue, tag != Self.anonymizedTag { return true }
        }
        return false
    }
}

extension Tenant {
    /// The clients that are due among `count` numbers from `number` on, appended to `ids`; `number` is
    /// where to go on, 0 at the end.
    public func findDue(
        _ retention: Retention,
        from number: inout UInt32,
        count: UInt32,
        into ids: inout [ClientID]
    ) {
        let end = min(clients.numberMax, number &+ count &- 1)
        while number >= 1, number <= end {
            if let bytes = clients.record(number) {
                let record = ClientRecord(bytes)
                let id = record.id
                if retention.isDue(record, bookings: { bookingFigures(of: id, at: $0) }) {
                    ids.append(id)
                }
            }
            number &+= 1
        }
        if number > clients.numberMax { number = 0 }
    }
}

extension TenantView {
    /// How many clients are due, and the first of them. O(clients).
    public func due(_ retention: Retention, first: Int) -> (count: Int, ids: [ClientID]) {
        var count = 0
        var ids: [ClientID] = []
        guard clients.numberMax > 0 else { return (0, []) }
        let ledger = bookingLedger()
        for number in 1...clients.numberMax {
            guard let bytes = clients.record(number) else { continue }
            let record = ClientRecord(bytes)
            let id = record.id
            let isDue = retention.isDue(record) { ledger?.figures(of: id, at: $0) ?? .none }
            guard isDue else { continue }
            count += 1
            if ids.count < first { ids.append(id) }
        }
        return (count, ids)
    }
}

extension TenantSettings {
    /// The settings with these, given as TENANT.SET would be given them; refused where that would
    /// be refused.
    public func with(
        _ given: [GivenSetting],
        zoneIsKnown: (String) -> Bool
    ) throws(Refusal) -> (settings: TenantSettings, changes: Int) {
        var payload = ByteWriter(capacity: 256)
        let count = try check(
            given,
            isCreation: false,
            zoneIsKnown: zoneIsKnown,
            to: &payload
        )
        var settings = self
        settings.apply(payload.bytes, from: 0)
        return (settings, count)
    }
}
