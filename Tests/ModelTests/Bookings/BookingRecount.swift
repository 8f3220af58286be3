import CarnetBytes
import CarnetModel

/// Bookings counted and listed anew from their records, slowly, to hold the quick answers against.
enum BookingRecount {
    /// Where quick answers differ; empty where none does.
    static func differences(_ tenant: Tenant, at now: UInt64) -> [String] {
        guard tenant.hasBookings else { return [] }
        var all: [(start: UInt64, number: UInt32)] = []
        var byClient: [UInt32: [(start: UInt64, number: UInt32)]] = [:]
        var figures: [UInt32: BookingFigures] = [:]
        for number in 1..<tenant.nextBooking.value {
            tenant.withBooking(BookingID(number)) { bytes in
                let record = BookingRecord(bytes)
                let entry = (start: record.startMilliseconds, number: number)
                all.append(entry)
                // Once for each who answers for somebody on it (R-RES-25).
                for person in Set(tenant.people(of: record)) {
                    byClient[person.value, default: []].append(entry)
                    count(record, now, &figures[person.value, default: BookingFigures()])
                }
            }
        }
        var differences: [String] = []
        let order = { (a: (start: UInt64, number: UInt32), b: (start: UInt64, number: UInt32)) in
            (a.start, a.number) < (b.start, b.number)
        }
        if list(tenant, nil, now) != all.sorted(by: order).map(\.number) {
            differences.append("the list of the venue")
        }
        for number in 1..<tenant.nextClient.value {
            let id = ClientID(number)
            guard tenant.bookingOwner(of: id) == id else { continue }
            let wanted = (byClient[number] ?? []).sorted(by: order).map(\.number)
            if list(tenant, id, now) != wanted { differences.append("the list of \(number)") }
            let found = tenant.bookingFigures(of: id, at: now)
            if found != figures[number] ?? .none { differences.append("the figures of \(number)") }
            if tenant.noShows(of: id) != found.noShows { differences.append("no-shows") }
            if tenant.view().bookingLedger()?.figures(of: id, at: now) != found {
                differences.append("the figures of \(number) in a view")
            }
        }
        return differences
    }

    private static func count(
        _ record: borrowing BookingRecord,
        _ now: UInt64,
        _ figures: inout BookingFigures
    ) {
        let status = record.keptStatus
        if [.confirmed, .noShow, .done].contains(status) { figures.bookings += 1 }
        if status == .noShow { figures.noShows += 1 }
        let isVisit = status == .confirmed || status == .done
        if isVisit, record.endMilliseconds <= now {
            figures.last = figures.last.map { max($0, record.moment) } ?? record.moment
        }
        if status == .confirmed, record.startMilliseconds >= now {
            figures.next = figures.next.map { min($0, record.moment) } ?? record.moment
        }
    }

    private static func list(_ tenant: Tenant, _ client: ClientID?, _ now: UInt64) -> [UInt32] {
        let filter = client.map { BookingFilter(of: $0) } ?? BookingFilter()
        var numbers: [UInt32] = []
        var cursor: BookingCursor?
        repeat {
            let page = tenant.bookings(filter, after: cursor, limit: 13, at: now)
            numbers += page.numbers.map(\.value)
            cursor = page.cursor
        } while cursor != nil
        return numbers
    }
}
