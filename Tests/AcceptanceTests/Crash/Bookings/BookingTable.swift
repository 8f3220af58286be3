/// All bookings of a tenant as the server lists them, and what they come to, counted anew.
struct BookingTable {
    struct Row {
        let id: Int
        let client: Int
        let others: [Int]
        let status: String
        let start: String
        let reference: String
        let version: Int
    }

    /// What a client's bookings come to.
    struct Figures: Hashable {
        var bookings = 0
        var noShows = 0
        var last: String?
        var next: String?
    }

    private(set) var rows: [Row] = []
    private(set) var byReference: [String: [Row]] = [:]
    private(set) var byID: [Int: Row] = [:]

    /// Reads the whole list, in pages of a thousand.
    init(_ tenant: String, _ connection: Connection) throws {
        var cursor: String?
        repeat {
            var words = ["BOOKING.LIST", tenant, "LIMIT", "1000", "FIELDS"]
            words += ["id,client,status,start,external,with,version"]
            if let cursor { words += ["AFTER", cursor] }
            let page = try connection.call(words)
            for row in page["bookings"]?.members ?? [] {
                add(
                    Row(
                        id: row["id"]?.integer ?? 0,
                        client: row["client"]?.integer ?? 0,
                        others: (row["with"]?.members ?? []).compactMap(\.integer),
                        status: row["status"]?.text ?? "",
                        start: row["start"]?.text ?? "",
                        reference: row["external"]?.text ?? "",
                        version: row["version"]?.integer ?? 0
                    )
                )
            }
            cursor = page["cursor"]?.text
        } while cursor != nil
    }

    private mutating func add(_ row: Row) {
        rows.append(row)
        byReference[row.reference, default: []].append(row)
        byID[row.id] = row
    }

    /// The bookings and figures of each client, counted from the rows. `owners` says who answers for
    /// a number; `today` parts what was from what comes.
    func recount(_ owners: [Int: Int], today: String) -> [Int: (ids: [Int], figures: Figures)] {
        var found: [Int: (ids: [Int], figures: Figures)] = [:]
        for row in rows {
            let people = Set(([row.client] + row.others).map { owners[$0] ?? $0 })
            for person in people {
                found[person, default: ([], Figures())].ids.append(row.id)
                Self.count(row, today, &found[person, default: ([], Figures())].figures)
            }
        }
        return found
    }

    private static func count(_ row: Row, _ today: String, _ figures: inout Figures) {
        if ["confirmed", "noshow", "done"].contains(row.status) { figures.bookings += 1 }
        if row.status == "noshow" { figures.noShows += 1 }
        // Times end in Z and days are days in UTC, so that their texts are in order.
        if ["confirmed", "done"].contains(row.status), row.start < today {
            figures.last = max(figures.last ?? "", row.start)
        }
        if row.status == "confirmed", row.start >= today {
            figures.next = figures.next.map { min($0, row.start) } ?? row.start
        }
    }
}

/// Holds a restarted server's bookings to what the connections were told before, and its quick answers
/// to a recount.
struct BookingCheck {
    let tenant: String
    private(set) var faults: [String] = []

    init(_ tenant: String) { self.tenant = tenant }

    /// Nothing acknowledged is lost, nothing stands twice, nothing is there that nobody sent.
    mutating func compare(_ diaries: [BookingDiary], _ table: BookingTable) {
        var known: Set<String> = []
        for (index, diary) in diaries.enumerated() {
            faults += diary.faults.map { "connection \(index): \($0)" }
            for booking in diary.bookings {
                known.insert(booking.reference)
                compare(booking, table.byReference[booking.reference] ?? [])
            }
        }
        for row in table.rows where !known.contains(row.reference) {
            faults.append("nobody made \(row)")
        }
    }

    private mutating func compare(_ booking: BookingDiary.Booking, _ rows: [BookingTable.Row]) {
        guard let row = rows.first else {
            if booking.id != nil { faults.append("lost: \(booking)") }
            return
        }
        if rows.count > 1 { faults.append("twice: \(rows)") }
        guard let id = booking.id else { return }
        if id != row.id { faults.append("\(booking) came back as \(row)") }
        let versions = booking.version...booking.version + booking.openCount
        if !versions.contains(row.version) {
            faults.append("changes are lost or made twice: \(booking), now \(row)")
        }
        if row.version == booking.version,
            row.status != booking.status || row.start != booking.start
        {
            faults.append("\(booking) came back as \(row)")
        }
    }

    /// Merges that were acknowledged stand or are undone, as was said last.
    mutating func compareMerges(_ diaries: [BookingDiary], _ owners: [Int: Int]) {
        for diary in diaries {
            for (index, merge) in diary.merges.enumerated() where !merge.isOpen {
                let later = diary.merges[(index + 1)...].contains { $0.double == merge.double }
                if later || diary.openDoubles.contains(merge.double) { continue }
                let isMerged = owners[merge.double] != merge.double
                if isMerged != merge.stands { faults.append("\(merge) is merged: \(isMerged)") }
            }
        }
    }

    /// Lists and figures of every client are those of a recount.
    mutating func recount(
        _ table: BookingTable,
        _ owners: [Int: Int],
        today: String,
        _ connection: Connection
    ) throws {
        let counted = table.recount(owners, today: today)
        for (client, owner) in owners where client == owner {
            let wanted = counted[client] ?? ([], BookingTable.Figures())
            let shown = try connection.call("CLIENT.GET", tenant, "\(client)")
            let figures = BookingTable.Figures(
                bookings: shown["bookings"]?.integer ?? 0,
                noShows: shown["no_shows"]?.integer ?? 0,
                last: shown["last_booking"]?.text,
                next: shown["next_booking"]?.text
            )
            if figures != wanted.figures {
                faults.append("client \(client): \(figures), counted \(wanted.figures)")
            }
            let words = ["BOOKING.LIST", tenant, "CLIENT", "\(client)", "FIELDS", "id"]
            let page = try connection.call(words + ["LIMIT", "1000"])
            let ids = (page["bookings"]?.members ?? []).compactMap { $0["id"]?.integer }
            if ids != wanted.ids {
                faults.append("client \(client) is on \(ids), listed are \(wanted.ids)")
            }
        }
    }

    /// Makes anew, with their keys, all bookings whose making was not answered: each stands once
    /// afterwards.
    mutating func repeatKeyed(_ diaries: [BookingDiary], _ connection: Connection) throws {
        for booking in diaries.flatMap(\.bookings) where booking.id == nil {
            let reply = try connection.call(booking.words)
            if reply["id"] == nil, reply.errorCode != "REFUSED" {
                faults.append("\(booking.words) again: \(reply)")
            }
        }
    }
}
