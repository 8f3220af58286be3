/// Holds a restarted server to what the connections were told before.
struct LoadCheck {
    let tenant: String
    let diaries: [LoadDiary]
    private(set) var faults: [String] = []

    init(_ tenant: String, _ diaries: [LoadDiary]) {
        self.tenant = tenant
        self.diaries = diaries
        for (index, diary) in diaries.enumerated() {
            faults += diary.faults.map { "connection \(index): \($0)" }
        }
    }

    /// Nothing acknowledged is lost, nothing stands twice, nothing that was read is untrue.
    mutating func compare(_ table: ClientTable, lastLSN: Int) {
        if !table.rows.map(\.id).elementsEqual((0..<table.rows.count).map { $0 + 1 }) {
            faults.append("the numbers are not dense: \(table.rows.map(\.id))")
        }
        for (reference, rows) in table.byReference where rows.count > 1 {
            faults.append("twice: \(reference) is \(rows)")
        }
        for diary in diaries {
            for person in diary.people { compare(person, table.byReference[person.reference]?[0]) }
            for (id, seen) in diary.sightings { compare(seen, id, table.byID[id]) }
            if diary.countSeen > table.rows.count {
                faults.append("\(diary.countSeen) were counted, now \(table.rows.count)")
            }
            if diary.lsnAcknowledged > lastLSN {
                faults.append("LSN \(diary.lsnAcknowledged) was told, the log ends at \(lastLSN)")
            }
        }
    }

    private mutating func compare(_ person: LoadDiary.Person, _ row: ClientTable.Row?) {
        guard let row else {
            if person.id != nil { faults.append("lost: \(person)") }
            return
        }
        if let id = person.id, id != row.id { faults.append("\(person) came back as \(row)") }
        if row.version < person.version || row.note < person.changesAcknowledged {
            faults.append("a change is lost: \(person), now \(row)")
        }
        if row.note > person.changesSent || row.version != 1 + row.note {
            faults.append("more changes than were sent, or one twice: \(person), now \(row)")
        }
    }

    private mutating func compare(_ seen: LoadDiary.Sighting, _ id: Int, _ row: ClientTable.Row?) {
        guard let row, row.reference == seen.reference, row.version >= seen.version else {
            faults.append("client \(id) was read as \(seen), now \(row as Any)")
            return
        }
        if row.version == seen.version, row.note != seen.note {
            faults.append("client \(id) was read as \(seen), now \(row)")
        }
    }

    /// Sends again, with their keys, all additions without a reply and some with one: each client
    /// must stand there once afterwards.
    mutating func repeatKeyed(_ before: ClientTable, _ connection: Connection) throws {
        var resent: [LoadDiary.Person] = []
        for diary in diaries {
            for (number, person) in diary.people.enumerated() where person.key != nil {
                if person.id == nil || number.isMultiple(of: 16) { resent.append(person) }
            }
        }
        try connection.send(resent.flatMap { Connection.encode($0.words) })
        for person in resent {
            let reply = try connection.reply()
            let known = before.byReference[person.reference]?[0].id
            if reply["status"]?.text != "created" || known != nil && reply["id"]?.integer != known {
                faults.append("sent again, \(person) with number \(known as Any): \(reply)")
            }
        }
        let after = try ClientTable(tenant, connection)
        for (reference, rows) in after.byReference where rows.count > 1 {
            faults.append("twice after sending again: \(reference) is \(rows)")
        }
        if after.rows.count > before.rows.count + resent.count {
            faults.append(
                "\(before.rows.count) became \(after.rows.count) by \(resent.count) repeats"
            )
        }
    }
}
