import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// Writes bookings into replies: maps of the columns that are wanted and present.
enum BookingReply {
    /// What stands with the client of a booking, for staff (R-RES-01, R-RES-46).
    private struct ClientFacts {
        var first: [UInt8]?
        var last: [UInt8]?
        var note: [UInt8]?
        var noShows: UInt32 = 0
        var isBlocked = false
    }

    /// Writes one booking as a map. `now` in milliseconds since 1970.
    static func write(
        _ bytes: RawSpan,
        _ cell: TenantCell,
        _ columns: BookingColumns,
        now: UInt64,
        _ shard: isolated Shard,
        to reply: inout ReplyWriter
    ) {
        let record = BookingRecord(bytes)
        let survivor = cell.tenant.bookingOwner(of: record.client)
        let facts =
            columns.showsClient ? facts(cell, survivor, columns, now, shard) : ClientFacts()
        let isAddressed = survivor != record.client
        reply.map(count(record, columns, facts, isAddressed: isAddressed))
        if columns.contains(.id) { reply.field("id", UInt64(record.id.value)) }
        if columns.contains(.client) { reply.field("client", UInt64(survivor.value)) }
        if columns.contains(.addressed), isAddressed {
            reply.field("addressed", UInt64(record.client.value))
        }
        if columns.contains(.status) {
            reply.field("status", record.status(atMilliseconds: now).name)
        }
        if columns.contains(.start) {
            write("start", record.startMilliseconds, record.date(.startDate), shard, &reply)
        }
        if columns.contains(.end), record.hasEnd {
            write("end", record.endMilliseconds, record.date(.endDate), shard, &reply)
        }
        writeFields(record, columns, &reply)
        write(facts, columns, &reply)
        if columns.contains(.created) {
            write("created", record.createdMilliseconds, nil, shard, &reply)
        }
        if columns.contains(.updated) {
            write("updated", record.updatedMilliseconds, nil, shard, &reply)
        }
        if columns.contains(.version) { reply.field("version", UInt64(record.version)) }
        writeAddressee(record, cell, columns, &reply)
    }

    /// Whom the booking's messages would greet now, formally, and where they would go (R-RES-37 to
    /// R-RES-42).
    private static func writeAddressee(
        _ record: borrowing BookingRecord,
        _ cell: TenantCell,
        _ columns: BookingColumns,
        _ reply: inout ReplyWriter
    ) {
        guard columns.contains(.greeting) || columns.contains(.recipients) else { return }
        let addressee = cell.tenant.addressee(of: record)
        if columns.contains(.greeting) {
            let language = cell.tenant.greetingLanguage(of: cell.tenant.survivor(of: record.client))
            reply.field("greeting", text: addressee.greeting(language: language, .formal))
        }
        guard columns.contains(.recipients) else { return }
        let recipients = addressee.recipients
        reply.bulk("recipients")
        reply.array(recipients.count)
        for address in recipients { reply.bulk(address) }
    }

    private static func facts(
        _ cell: TenantCell,
        _ client: ClientID,
        _ columns: BookingColumns,
        _ now: UInt64,
        _ shard: isolated Shard
    ) -> ClientFacts {
        var facts = ClientFacts()
        _ = cell.withClient(client.value) { bytes in
            let record = ClientRecord(bytes)
            func text(_ field: ClientField, _ column: BookingColumns.Column) -> [UInt8]? {
                guard columns.contains(column) else { return nil }
                return record.field(field).map { bytes.bytes($0).array() }
            }
            facts.first = text(.first, .first)
            facts.last = text(.last, .last)
            facts.note = text(.note, .clientNote)
        }
        if columns.contains(.noShows) { facts.noShows = cell.tenant.noShows(of: client) }
        if columns.contains(.blocked) { facts.isBlocked = shard.isKnownAsBlocked(cell, client) }
        return facts
    }

    /// How many pairs the map has.
    private static func count(
        _ record: borrowing BookingRecord,
        _ columns: BookingColumns,
        _ facts: ClientFacts,
        isAddressed: Bool
    ) -> Int {
        var count = 0
        for column in [
            BookingColumns.Column.id, .client, .status, .start, .created, .updated, .version,
            .greeting, .recipients,
        ] where columns.contains(column) {
            count += 1
        }
        if columns.contains(.addressed), isAddressed { count += 1 }
        if columns.contains(.end), record.hasEnd { count += 1 }
        if columns.contains(.first), facts.first != nil { count += 1 }
        if columns.contains(.last), facts.last != nil { count += 1 }
        if columns.contains(.clientNote), facts.note != nil { count += 1 }
        if columns.contains(.noShows) { count += 1 }
        if columns.contains(.blocked), facts.isBlocked { count += 1 }
        var lastTag: UInt8 = 0
        var cursor = record.fields
        while let (tag, _) = cursor.next(in: record.bytes) {
            if tag != lastTag, let column = column(tag), columns.contains(column) { count += 1 }
            lastTag = tag
        }
        return count
    }

    private static func writeFields(
        _ record: borrowing BookingRecord,
        _ columns: BookingColumns,
        _ reply: inout ReplyWriter
    ) {
        let bytes = record.bytes
        var lastTag: UInt8 = 0
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: bytes) {
            defer { lastTag = tag }
            guard tag != lastTag, let column = column(tag), columns.contains(column) else {
                continue
            }
            switch column {
            case .guestEmail, .with: writeList(column, tag, record, &reply)
            case .contact, .online: reply.field(column.name, true)
            default: reply.field(column.name, bytes.bytes(range))
            }
        }
    }

    private static func writeList(
        _ column: BookingColumns.Column,
        _ wanted: UInt8,
        _ record: borrowing BookingRecord,
        _ reply: inout ReplyWriter
    ) {
        var count = 0
        var counting = record.fields
        while let (tag, _) = counting.next(in: record.bytes) {
            if tag == wanted { count += 1 }
        }
        reply.bulk(column.name)
        reply.array(count)
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            guard tag == wanted else { continue }
            if column == .with {
                reply.integer(record.bytes.shortInteger(range))
            } else {
                reply.bulk(record.bytes.bytes(range))
            }
        }
    }

    private static func write(
        _ facts: ClientFacts,
        _ columns: BookingColumns,
        _ reply: inout ReplyWriter
    ) {
        if let first = facts.first { reply.field("first", unsafe first.span.bytes) }
        if let last = facts.last { reply.field("last", unsafe last.span.bytes) }
        if let note = facts.note { reply.field("client_note", unsafe note.span.bytes) }
        if columns.contains(.noShows) { reply.field("no_shows", UInt64(facts.noShows)) }
        if columns.contains(.blocked), facts.isBlocked { reply.field("blocked", true) }
    }

    private static func write(
        _ name: StaticString,
        _ milliseconds: UInt64,
        _ date: CalendarDate?,
        _ shard: isolated Shard,
        _ reply: inout ReplyWriter
    ) {
        shard.text.removeAll()
        if let date {
            date.append(to: &shard.text)
        } else {
            Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &shard.text)
        }
        reply.field(name, shard.text.bytes)
    }

    /// The column that shows a kept field of that tag; nil where none does.
    private static func column(_ tag: UInt8) -> BookingColumns.Column? {
        switch BookingField(rawValue: tag) {
        case .service: .service
        case .staff: .staff
        case .note: .note
        case .request: .request
        case .guest: .guest
        case .guestEmail: .guestEmail
        case .contact: .contact
        case .partner: .by
        case .external: .external
        case .with: .with
        case .online: .online
        case .startDate, .endDate, .codeDigest, .codeEnd, .codeFailures, .points, nil:
            nil
        }
    }
}

// What follows from bookings, in replies about clients.
extension BookingReply {
    /// What a client's bookings come to, where a reply shows it.
    static func figures(
        of id: ClientID,
        _ cell: TenantCell,
        _ columns: ClientColumns,
        _ shard: isolated Shard
    ) -> BookingFigures {
        guard cell.tenant.hasBookings, columns.showsBookings else { return .none }
        return cell.tenant.bookingFigures(of: id, at: shard.context.now.millisecondsSinceEpoch)
    }

    /// How many pairs `write` writes: what there is nothing of is left out.
    static func pairCount(_ figures: BookingFigures, _ columns: ClientColumns) -> Int {
        (figures.last != nil && columns.contains(.lastBooking) ? 1 : 0)
            + (figures.next != nil && columns.contains(.nextBooking) ? 1 : 0)
            + (figures.bookings > 0 && columns.contains(.bookings) ? 1 : 0)
            + (figures.noShows > 0 && columns.contains(.noShows) ? 1 : 0)
    }

    static func write(
        _ figures: BookingFigures,
        _ columns: ClientColumns,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        if let last = figures.last, columns.contains(.lastBooking) {
            write("last_booking", last, &scratch, to: &reply)
        }
        if let next = figures.next, columns.contains(.nextBooking) {
            write("next_booking", next, &scratch, to: &reply)
        }
        if figures.bookings > 0, columns.contains(.bookings) {
            reply.field("bookings", UInt64(figures.bookings))
        }
        if figures.noShows > 0, columns.contains(.noShows) {
            reply.field("no_shows", UInt64(figures.noShows))
        }
    }

    private static func write(
        _ name: StaticString,
        _ moment: BookingMoment,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        scratch.removeAll()
        if let date = moment.date {
            date.append(to: &scratch)
        } else {
            Timestamp(millisecondsSinceEpoch: moment.milliseconds).append(to: &scratch)
        }
        reply.field(name, scratch.bytes)
    }
}
