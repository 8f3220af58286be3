import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// CLIENT.CSV: a page of the list as text, read from an immutable view of the tenant at one LSN.
enum CSVCommand {
    static let page = ViewCommands.withView(rows)

    private static let rows: ViewCommand = {
        view,
        lsn,
        bytes,
        parsed,
        zones,
        reply throws(ErrorReply) in
        var columns = CSVColumns.all
        if let text = parsed.value(.fields, in: bytes) { columns = try CSVColumns(text) }
        let delimiter = try delimiter(parsed, bytes)
        var scan = try ListCommands.scan(view, bytes, parsed, zones)
        scan.wantsTotal = scan.after == nil
        let page = scan.page(view)
        var writer = CSVWriter(
            columns,
            delimiter: delimiter,
            isRaw: parsed.has(.raw),
            now: view.takenMilliseconds
        )
        if scan.after == nil { writer.appendHeader() }
        let ledger = columns.showsBookings ? view.bookingLedger() : nil
        for id in page.ids {
            guard let record = view.clients.record(id) else { continue }
            let figures = ledger?.figures(of: ClientID(id), at: view.takenMilliseconds) ?? .none
            writer.append(ClientRecord(record), figures)
        }
        reply.map(3 + (page.cursor == nil ? 0 : 1) + (scan.wantsTotal ? 1 : 0))
        if scan.wantsTotal { reply.field("total", UInt64(page.total)) }
        if let cursor = page.cursor { reply.field("cursor", text: cursor.text) }
        reply.field("rows", UInt64(page.ids.count))
        reply.field("csv", writer.text.bytes)
        reply.field("lsn", lsn.value)
    }

    private static func delimiter(
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> UInt8 {
        guard let word = parsed.value(.delimiter, in: bytes) else { return UInt8(ascii: ",") }
        if word.isEqual(to: "tab") || word.isEqual(to: "\\t") { return 0x09 }
        guard word.byteCount == 1, [0x2C, 0x3B, 0x09, 0x7C].contains(word.byte(at: 0)) else {
            throw ErrorReply(.invalid, "DELIMITER: must be one of , ; | or a tab, as the word tab")
        }
        return word.byte(at: 0)
    }
}
