import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// CLIENT.LIST and CLIENT.COUNT: read from an immutable view of the tenant at one LSN.
enum ListCommands {
    static let list: ViewCommand = { view, lsn, bytes, parsed, zones, reply throws(ErrorReply) in
        let columns = try parsed.columns(in: bytes, default: .list)
        var scan = ListScan()
        scan.filter = try filter(parsed, bytes, view, zones)
        scan.limit = try parsed.pageSize(in: bytes)
        if let word = parsed.value(.sort, in: bytes) {
            guard let order = ClientOrder(word) else {
                throw ErrorReply(
                    .invalid,
                    "SORT: must be name, id, created, updated, version, status or a single-valued field; a minus before it turns the order round"
                )
            }
            scan.order = order
        }
        if let text = parsed.value(.after, in: bytes) {
            guard let cursor = ListCursor(text), cursor.fits(scan.order) else {
                throw ErrorReply(
                    .invalid,
                    "AFTER: must be the cursor of an earlier page with the same SORT"
                )
            }
            scan.after = cursor
        }
        let page = scan.page(view)
        reply.map(3 + (page.cursor == nil ? 0 : 1))
        reply.field("total", UInt64(page.total))
        if let cursor = page.cursor { reply.field("cursor", text: cursor.text) }
        reply.bulk("clients")
        reply.array(page.ids.count)
        var scratch = ByteWriter(capacity: 64)
        for id in page.ids {
            guard let record = view.clients.record(id) else {
                reply.null()
                continue
            }
            let isMerged =
                columns.contains(.mergedInto) && ClientRecord(record).status == .merged
            ClientReply.write(
                ClientRecord(record),
                columns,
                extra: isMerged ? 1 : 0,
                now: view.takenMilliseconds,
                scratch: &scratch,
                to: &reply
            )
            if isMerged {
                reply.field("merged_into", UInt64(view.survivor(of: ClientID(id)).value))
            }
        }
        reply.field("lsn", lsn.value)
    }

    static let count: ViewCommand = { view, _, bytes, parsed, zones, reply throws(ErrorReply) in
        var scan = ListScan()
        scan.filter = try filter(parsed, bytes, view, zones)
        reply.integer(UInt64(scan.count(view)))
    }

    private static func filter(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ view: TenantView,
        _ zones: ZoneCatalog
    ) throws(ErrorReply) -> ClientFilter {
        var filter = ClientFilter()
        if let word = parsed.value(.status, in: bytes) {
            filter.status = ClientStatus.allCases.first { word.isEqual(to: $0.name) }
        }
        for index in 0..<parsed.valueCount(.tag) {
            guard let tag = parsed.value(.tag, index, in: bytes) else { continue }
            filter.tags.append(tag.array())
        }
        filter.language = try language(parsed, bytes)
        do throws(ArgumentError) {
            filter.newsletter = try parsed.yesNo(.newsletter, in: bytes)
        } catch {
            throw ErrorReply(error)
        }
        for index in 0..<parsed.valueCount(.has) {
            guard let word = parsed.value(.has, index, in: bytes) else { continue }
            guard let field = ClientField(name: word) else {
                let names = ClientField.allCases.map { "\($0.name)" }.joined(separator: " ")
                throw ErrorReply(.invalid, "HAS: must be a field; there are \(names)")
            }
            filter.has |= field.bit
        }
        filter.from = try time(.from, parsed, bytes, view, zones)
        filter.to = try time(.to, parsed, bytes, view, zones)
        return filter
    }

    private static func language(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> [UInt8]? {
        guard let given = parsed.value(.language, in: bytes) else { return nil }
        var scratch = ByteWriter(capacity: LanguageTag.byteCountMax)
        do throws(ValueError) {
            let tag = try LanguageTag.check(given, scratch: &scratch)
            guard !tag.isEmpty else { throw ValueError.language }
            return tag.bytes(given: given, scratch: scratch).array()
        } catch {
            throw ErrorReply(.invalid, "LANGUAGE: \(error.message)")
        }
    }

    private static func time(
        _ option: OptionID,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ view: TenantView,
        _ zones: ZoneCatalog
    ) throws(ErrorReply) -> UInt64? {
        guard let text = parsed.value(option, in: bytes) else { return nil }
        let zone = zones.rules(of: view.settings.value(of: .zone) ?? "UTC")
        do throws(ValueError) {
            if text.byteCount == 10 {
                // A date alone is its midnight at the venue.
                let date = try CalendarDate.parse(text)
                if let midnight = LocalTime(date: date, millisecondOfDay: 0) {
                    return try zone.resolve(midnight).timestamp.millisecondsSinceEpoch
                }
            }
            return try Timestamp.parse(text, zone: zone).millisecondsSinceEpoch
        } catch {
            throw ErrorReply(.invalid, "\(option.token): \(error.message)")
        }
    }
}
