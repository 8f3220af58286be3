import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// CLIENT.LIST and CLIENT.COUNT: read from an immutable view of the tenant at one LSN.
enum ListCommands {
    static let list = ViewCommands.withView(page)
    static let count = ViewCommands.withView(number)

    private static let page: ViewCommand = {
        view,
        lsn,
        bytes,
        parsed,
        zones,
        reply throws(ErrorReply) in
        let columns = try parsed.columns(in: bytes, default: .list)
        let scan = try scan(view, bytes, parsed, zones)
        let page = scan.page(view)
        reply.map(3 + (page.cursor == nil ? 0 : 1))
        reply.field("total", UInt64(page.total))
        if let cursor = page.cursor { reply.field("cursor", text: cursor.text) }
        reply.bulk("clients")
        reply.array(page.ids.count)
        var scratch = ByteWriter(capacity: 64)
        let ledger = columns.showsBookings ? view.bookingLedger() : nil
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
                figures: ledger?.figures(of: ClientID(id), at: view.takenMilliseconds) ?? .none,
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

    /// The filters, order and page that a command asks for.
    static func scan(
        _ view: TenantView,
        _ bytes: RawSpan,
        _ parsed: borrowing ParsedCommand,
        _ zones: ZoneCatalog
    ) throws(ErrorReply) -> ListScan {
        var scan = ListScan()
        scan.filter = try FilterWords.read(parsed, bytes, view, zones)
        scan.limit = try parsed.pageSize(in: bytes)
        if let word = parsed.value(.sort, in: bytes) {
            guard let order = ClientOrder(word) else {
                throw ErrorReply(
                    .invalid,
                    "SORT: must be name, id, created, updated, version, status, last_booking, next_booking, bookings, no_shows, a single-valued field or x.name; a minus before it turns the order round"
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
        return scan
    }

    private static let number: ViewCommand = {
        view,
        _,
        bytes,
        parsed,
        zones,
        reply throws(ErrorReply) in
        var scan = ListScan()
        scan.filter = try FilterWords.read(parsed, bytes, view, zones)
        reply.integer(UInt64(scan.count(view)))
    }
}
