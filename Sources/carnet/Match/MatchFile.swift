import CarnetBytes
import CarnetIndex
import CarnetModel
import Foundation

/// A file of people: its text, how it is written, and what its columns hold.
struct MatchFile {
    private let data: Data
    let delimiter: UInt8
    /// What rows that are no UTF-8 are read by.
    let page: CodePage
    private let letters: [[UInt8]]
    let columns: MatchColumns
    /// The order of dates in each compared column of dates.
    private(set) var dateOrders: [Int: DateColumn] = [:]
    /// The order of whole names, if the file has no other and most of them tell it.
    private(set) var nameOrder: WholeNameOrder?
    private let firstRow: Int

    /// What was odd about the rows.
    struct Oddities {
        /// Rows with a quote that was never closed, and rows that were no UTF-8.
        let unclosedCount: Int
        let strangeCount: Int
        let rowCount: Int
    }

    /// Opens a file. It is mapped, not read, where it can be.
    init(path: String, map: [String: ColumnUse]) throws {
        let raw = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        try self.init(data: raw, map: map)
    }

    init(data raw: Data, map: [String: ColumnUse]) throws {
        data = TextEncoding.utf8(raw)
        let bytes = data.bytes
        let start = TextEncoding.markByteCount(bytes)
        delimiter = Delimiter.sniff(bytes, from: start)
        page = CodePageGuess(bytes).page
        letters = page.table()
        var text = DelimitedText(delimiter: delimiter, letters: letters, from: start)
        guard text.next(in: bytes) else { throw MatchFileError.empty }
        let headers = text.fields.map { range in
            text.row.bytes.bytes(range).text().trimmingCharacters(in: .whitespaces)
        }
        columns = MatchColumns(headers: headers, given: map)
        firstRow = text.offset
        guard !columns.compared.isEmpty else { throw MatchFileError.noColumns(headers) }
        dateOrders = dateColumns()
        nameOrder = wholeNameOrder()
    }

    private func wholeNameOrder() -> WholeNameOrder? {
        let names = columns.compared.filter { column in
            switch column.use {
            case .field(.givenName), .field(.surname), .field(.fullName): true
            default: false
            }
        }
        guard names.count == 1, names[0].use == .field(.fullName) else { return nil }
        var guess = NameOrderGuess()
        var text = DelimitedText(delimiter: delimiter, letters: letters, from: firstRow)
        let bytes = data.bytes
        while guess.isLooking, text.next(in: bytes) {
            guard names[0].index < text.fields.count else { continue }
            guess.look(at: text.row.bytes.bytes(text.fields[names[0].index]))
        }
        return guess.order
    }

    private func dateColumns() -> [Int: DateColumn] {
        let dates = columns.compared.filter { $0.use == .field(.birthDate) }
        var found: [Int: DateColumn] = [:]
        guard !dates.isEmpty else { return found }
        for column in dates { found[column.index] = DateColumn() }
        var text = DelimitedText(delimiter: delimiter, letters: letters, from: firstRow)
        let bytes = data.bytes
        while text.next(in: bytes) {
            for column in dates where column.index < text.fields.count {
                found[column.index]?.look(at: text.row.bytes.bytes(text.fields[column.index]))
            }
        }
        return found
    }

    /// Hands every row to `body`: its id, the normalised row and where each compared field stands
    /// in it. A row without an id has its number, from 1.
    func forEachRow(_ body: (RawSpan, RawSpan, [Range<Int>]) throws -> Void) rethrows -> Oddities {
        var text = DelimitedText(delimiter: delimiter, letters: letters, from: firstRow)
        let bytes = data.bytes
        var fields: [Range<Int>] = []
        var row = ByteWriter(capacity: 1024)
        var id = ByteWriter(capacity: 64)
        var number = 0
        while text.next(in: bytes) {
            number += 1
            row.removeAll()
            fields.removeAll(keepingCapacity: true)
            for column in columns.compared {
                let start = row.byteCount
                if column.index < text.fields.count {
                    let field = text.row.bytes.bytes(text.fields[column.index])
                    if let order = dateOrders[column.index]?.order {
                        TypedDate(field)?.append(as: order, to: &row)
                    } else {
                        row.append(field)
                    }
                }
                fields.append(start..<row.byteCount)
            }
            id.removeAll()
            if let index = columns.idIndex, index < text.fields.count {
                id.append(text.row.bytes.bytes(text.fields[index]))
            } else {
                id.append(String(number))
            }
            try body(id.bytes, row.bytes, fields)
        }
        return Oddities(
            unclosedCount: text.unclosedCount,
            strangeCount: text.strangeCount,
            rowCount: number
        )
    }
}

enum MatchFileError: Error {
    case empty
    case noColumns([String])
}

/// Finds out how a text is encoded.
enum TextEncoding {
    /// The text as UTF-8 where it is UTF-16, by its mark or by the zeros between its letters; else
    /// as it is.
    static func utf8(_ data: Data) -> Data {
        let bytes = data.bytes
        guard bytes.byteCount >= 2 else { return data }
        var mark = bytes.littleEndianUInt16(at: 0)
        var index = 2
        if mark != 0xFEFF && mark != 0xFFFE {
            guard let order = unmarkedOrder(bytes) else { return data }
            (mark, index) = (order, 0)
        }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.byteCount / 2)
        while index + 1 < bytes.byteCount {
            let unit = bytes.littleEndianUInt16(at: index)
            units.append(mark == 0xFEFF ? unit : unit.byteSwapped)
            index += 2
        }
        return Data(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The mark that a UTF-16 text should have had: ASCII in two bytes has a zero in every second, on
    /// the same side.
    private static func unmarkedOrder(_ bytes: RawSpan) -> UInt16? {
        var zeros = (even: 0, odd: 0)
        let count = min(bytes.byteCount, 512)
        for index in 0..<count where bytes.byte(at: index) == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd > count / 4, zeros.even == 0 { return 0xFEFF }
        if zeros.even > count / 4, zeros.odd == 0 { return 0xFFFE }
        return nil
    }

    /// The length of the mark that UTF-8 may begin with.
    static func markByteCount(_ bytes: RawSpan) -> Int {
        let isMarked =
            bytes.byteCount >= 3 && bytes.byte(at: 0) == 0xEF && bytes.byte(at: 1) == 0xBB
            && bytes.byte(at: 2) == 0xBF
        return isMarked ? 3 : 0
    }
}

/// Finds out what stands between fields.
enum Delimiter {
    /// The one of comma, semicolon, tab and bar that the header has most of, outside of quotes;
    /// the comma where it has none.
    static func sniff(_ bytes: RawSpan, from start: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var index = start
        while index < bytes.byteCount {
            let byte = bytes.byte(at: index)
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")) {
                if !counts.isEmpty || index > start + 1 { break }
            }
            if !isQuoted && all.contains(byte) { counts[byte, default: 0] += 1 }
            index += 1
        }
        return all.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? all[0]
    }

    private static let all: [UInt8] = [
        UInt8(ascii: "|"), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","),
    ]
}
