import CarnetBytes
import CarnetModel
import CarnetWire

/// Writes clients into replies: maps of the columns that are wanted and present.
///
/// The record is walked once for the count, which a RESP map has in front, and once for the
/// values; nothing is allocated.
enum ClientReply {
    /// Writes one client as a map. `extra` pairs follow, written by the caller. `now`, in milliseconds
    /// since 1970, is asked for where something of the client may have ended by itself. `figures`
    /// are those of its bookings.
    static func write(
        _ record: borrowing ClientRecord,
        _ columns: ClientColumns,
        extra: Int,
        figures: BookingFigures = .none,
        now: @autoclosure () -> UInt64,
        scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        let (count, isBlocked) = count(record, columns, now)
        let followed = figures == .none ? 0 : BookingReply.pairCount(figures, columns)
        let loginBy = columns.contains(.loginBy) ? loginBy(record) : nil
        reply.map(count + followed + extra + (loginBy == nil ? 0 : 1))
        if columns.contains(.id) { reply.field("id", UInt64(record.id.value)) }
        writeFields(record, columns, isBlocked: isBlocked, &scratch, to: &reply)
        if columns.contains(.status) { reply.field("status", record.status.name) }
        if columns.contains(.created) {
            writeTime("created", record.createdMilliseconds, &scratch, to: &reply)
        }
        if columns.contains(.updated) {
            let updated = record.updatedMilliseconds
            if updated == record.createdMilliseconds, columns.contains(.created) {
                // Its text stands there: most clients were never changed.
                reply.field("updated", scratch.bytes)
            } else {
                writeTime("updated", updated, &scratch, to: &reply)
            }
        }
        if columns.contains(.version) { reply.field("version", UInt64(record.version)) }
        if followed > 0 { BookingReply.write(figures, columns, &scratch, to: &reply) }
        if let loginBy { reply.field("login_by", loginBy) }
    }

    /// R-RES-11: how a client is handed a login: to the e-mail address, or on paper where there is
    /// none. An address that is kept is well formed. Nil of those who are no person any more.
    static func loginBy(_ record: borrowing ClientRecord) -> StaticString? {
        guard record.status == .active || record.status == .inactive else { return nil }
        return record.field(.email) == nil ? "print" : "email"
    }

    /// How many pairs the map has, and whether the client is blocked and that is shown.
    private static func count(
        _ record: borrowing ClientRecord,
        _ columns: ClientColumns,
        _ now: () -> UInt64
    ) -> (Int, isBlocked: Bool) {
        var count = columns.toldCount
        var isBlocked = false
        var lastTag: UInt8 = 0
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            if tag >= ClientExtra.custom.rawValue {
                guard columns.shows(tag: tag) else { continue }
                if tag == ClientExtra.block.rawValue {
                    isBlocked = record.isBlocked(atMilliseconds: now())
                    if isBlocked { count &+= ExtrasReply.blockPairCount(columns) }
                } else {
                    count &+= ExtrasReply.pairCount(tag, record.bytes.bytes(range), columns)
                }
                continue
            }
            let column = columnTag(tag)
            if column != lastTag, columns.shows(tag: tag) { count &+= 1 }
            lastTag = column
        }
        return (count, isBlocked)
    }

    private static func writeFields(
        _ record: borrowing ClientRecord,
        _ columns: ClientColumns,
        isBlocked: Bool,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        let bytes = record.bytes
        var lastTag: UInt8 = 0
        var cursor = record.fields
        var next = cursor.next(in: bytes)
        while let (tag, range) = next {
            let here = cursor
            next = cursor.next(in: bytes)
            if tag >= ClientExtra.custom.rawValue {
                if columns.shows(tag: tag), isBlocked || tag != ClientExtra.block.rawValue {
                    ExtrasReply.write(tag, bytes.bytes(range), columns, &scratch, to: &reply)
                }
                continue
            }
            let column = columnTag(tag)
            guard columns.shows(tag: tag), column != lastTag else { continue }
            lastTag = column
            guard let field = ClientField(rawValue: tag) else {
                writeAliases(record, &scratch, to: &reply)
                continue
            }
            if field.repeats {
                writeSet(field, bytes, range, here, to: &reply)
            } else {
                writeField(field, bytes.bytes(range), &scratch, to: &reply)
            }
        }
    }

    /// What a column is told apart by: the tag, of aliases that of the first kind.
    private static func columnTag(_ tag: UInt8) -> UInt8 {
        ClientAlias(rawValue: tag) == nil ? tag : ClientAlias.name.rawValue
    }

    /// Names, e-mails and phones that the client went by, as texts.
    static func writeAliases(
        _ record: borrowing ClientRecord,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        var count = 0
        var counting = record.fields
        while let (tag, _) = counting.next(in: record.bytes) {
            if ClientAlias(rawValue: tag) != nil { count &+= 1 }
        }
        reply.bulk("aliases")
        reply.array(count)
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            guard let alias = ClientAlias(rawValue: tag) else { continue }
            scratch.removeAll()
            alias.appendText(record.bytes.bytes(range), to: &scratch)
            reply.bulk(scratch.bytes)
        }
    }

    /// A field with several values: an array of those that stand one behind the other.
    private static func writeSet(
        _ field: ClientField,
        _ bytes: RawSpan,
        _ first: Range<Int>,
        _ behindFirst: FieldCursor,
        to reply: inout ReplyWriter
    ) {
        var count = 1
        var counting = behindFirst
        while let (tag, _) = counting.next(in: bytes), tag == field.rawValue { count &+= 1 }
        reply.bulk(field.name)
        reply.array(count)
        reply.bulk(bytes.bytes(first))
        var values = behindFirst
        while let (tag, range) = values.next(in: bytes), tag == field.rawValue {
            reply.bulk(bytes.bytes(range))
        }
    }

    private static func writeField(
        _ field: ClientField,
        _ value: RawSpan,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        switch field {
        case .phone:
            scratch.removeAll()
            PhoneNumber(e164Digits: value.shortInteger(0..<value.byteCount))?.write(to: &scratch)
            reply.field(field.name, scratch.bytes)
        case .birthday:
            scratch.removeAll()
            let packed = UInt32(truncatingIfNeeded: value.shortInteger(0..<value.byteCount))
            if let birthday = Birthday(packed: packed) { birthday.append(to: &scratch) }
            reply.field(field.name, scratch.bytes)
        case .newsletter:
            reply.field(field.name, value.shortInteger(0..<value.byteCount) == 1)
        case .first, .last, .company, .salutation, .email, .language, .gender, .city, .note,
            .source, .external, .tags:
            reply.field(field.name, value)
        }
    }

    private static func writeTime(
        _ name: StaticString,
        _ milliseconds: UInt64,
        _ scratch: inout ByteWriter,
        to reply: inout ReplyWriter
    ) {
        scratch.removeAll()
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &scratch)
        reply.field(name, scratch.bytes)
    }
}
