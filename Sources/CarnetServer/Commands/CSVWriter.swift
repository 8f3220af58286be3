import CarnetBytes
import CarnetModel
import CarnetWire

/// Writes clients as rows of RFC 4180: cells that hold the delimiter, a quotation mark, a line end or
/// blanks at an end stand between quotation marks, rows end with CR LF, the text is UTF-8.
///
/// R-RSV-11: a spreadsheet takes a cell for a formula that begins with `=`, `+`, `-`, `@`, a tab or
/// a carriage return, in full width too; an apostrophe before it makes it text. Only what
/// people typed is treated so: numbers, dates and phones are written by us and run nothing.
struct CSVWriter: ~Copyable {
    private(set) var text = ByteWriter(capacity: 16_384)
    private let columns: CSVColumns
    private let delimiter: UInt8
    private let isRaw: Bool
    private let now: UInt64
    private var cell = ByteWriter(capacity: 256)

    init(_ columns: CSVColumns, delimiter: UInt8, isRaw: Bool, now: UInt64) {
        self.columns = columns
        self.delimiter = delimiter
        self.isRaw = isRaw
        self.now = now
    }

    mutating func appendHeader() {
        for (place, column) in columns.columns.enumerated() {
            if place > 0 { text.append(delimiter) }
            switch column {
            case .told(let column): text.append(column.name)
            case .custom(let name):
                text.append("x.")
                appendCell(unsafe name.span.bytes, isTyped: false)
            }
        }
        endRow()
    }

    /// One client as a row; `figures` are those of its bookings.
    mutating func append(_ record: borrowing ClientRecord, _ figures: BookingFigures = .none) {
        for (place, column) in columns.columns.enumerated() {
            if place > 0 { text.append(delimiter) }
            cell.removeAll()
            let isTyped: Bool
            switch column {
            case .told(let column): isTyped = fill(column, record, figures)
            case .custom(let name):
                guard let value = record.custom(unsafe name.span.bytes) else { continue }
                value.appendText(to: &cell)
                isTyped = value.kind == .text
            }
            let bytes = cell.array()
            appendCell(unsafe bytes.span.bytes, isTyped: isTyped)
        }
        endRow()
    }

    private mutating func endRow() { text.append("\r\n") }

    /// Fills the cell; whether people typed what it holds.
    private mutating func fill(
        _ column: ClientColumns.Column,
        _ record: borrowing ClientRecord,
        _ figures: BookingFigures
    ) -> Bool {
        switch column {
        case .id: cell.append("\(record.id.value)")
        case .version: cell.append("\(record.version)")
        case .status: cell.append(record.status.name)
        case .created: appendTime(record.createdMilliseconds)
        case .updated: appendTime(record.updatedMilliseconds)
        case .blocked: cell.append(record.isBlocked(atMilliseconds: now) ? "yes" : "no")
        case .aliases:
            fillAliases(record)
            return true
        case .lastBooking: fill(figures.last)
        case .nextBooking: fill(figures.next)
        case .bookings: cell.append("\(figures.bookings)")
        case .noShows: cell.append("\(figures.noShows)")
        case .loginBy: if let word = ClientReply.loginBy(record) { cell.append(word) }
        default:
            guard let field = column.field else { return false }
            return fill(field, record)
        }
        return false
    }

    private mutating func fill(_ field: ClientField, _ record: borrowing ClientRecord) -> Bool {
        var cursor = record.fields
        var isFirst = true
        while let (tag, range) = cursor.next(in: record.bytes), tag <= field.rawValue {
            guard tag == field.rawValue else { continue }
            switch field {
            case .phone:
                PhoneNumber(e164Digits: record.integer(range))?.write(to: &cell)
                return false
            case .birthday:
                Birthday(packed: UInt32(truncatingIfNeeded: record.integer(range)))?
                    .append(to: &cell)
                return false
            case .newsletter:
                cell.append(record.integer(range) == 1 ? "yes" : "no")
                return false
            default:
                if !isFirst { cell.append(UInt8(ascii: ",")) }
                cell.append(record.bytes.bytes(range))
                isFirst = false
            }
        }
        return true
    }

    private mutating func fillAliases(_ record: borrowing ClientRecord) {
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            guard let alias = ClientAlias(rawValue: tag) else { continue }
            if cell.byteCount > 0 { cell.append(UInt8(ascii: ",")) }
            alias.appendText(record.bytes.bytes(range), to: &cell)
        }
    }

    private mutating func fill(_ moment: BookingMoment?) {
        if let date = moment?.date {
            date.append(to: &cell)
        } else if let moment {
            appendTime(moment.milliseconds)
        }
    }

    private mutating func appendTime(_ milliseconds: UInt64) {
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &cell)
    }

    private mutating func appendCell(_ bytes: RawSpan, isTyped: Bool) {
        let isFormula = isTyped && !isRaw && Self.runsAsFormula(bytes)
        guard isFormula || needsQuotes(bytes) else { return text.append(bytes) }
        text.append(UInt8(ascii: "\""))
        if isFormula { text.append(UInt8(ascii: "'")) }
        for index in 0..<bytes.byteCount {
            let byte = bytes.byte(at: index)
            if byte == UInt8(ascii: "\"") { text.append(byte) }
            text.append(byte)
        }
        text.append(UInt8(ascii: "\""))
    }

    private func needsQuotes(_ bytes: RawSpan) -> Bool {
        guard bytes.byteCount > 0 else { return false }
        if bytes.byte(at: 0) == 0x20 || bytes.byte(at: bytes.byteCount - 1) == 0x20 { return true }
        for index in 0..<bytes.byteCount {
            let byte = bytes.byte(at: index)
            if byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
                return true
            }
        }
        return false
    }

    /// Behind blanks and line ends, which spreadsheets skip.
    static func runsAsFormula(_ bytes: RawSpan) -> Bool {
        var index = 0
        while index < bytes.byteCount {
            switch bytes.byte(at: index) {
            case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09,
                0x0D:
                return true
            case 0x20, 0x0A: index += 1
            case 0xEF:
                // ＝ ＋ － ＠ are U+FF1D, FF0B, FF0D and FF20.
                guard index + 2 < bytes.byteCount, bytes.byte(at: index + 1) == 0xBC else {
                    return false
                }
                return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes.byte(at: index + 2))
            default: return false
            }
        }
        return false
    }
}
