import CarnetBytes
import CarnetIndex
import CarnetModel
import Foundation

/// A file of people: its text, how it is written, and what its columns hold.
struct MatchFile {
    private let data: Data
    let delimiter: UInt8
    let columns: MatchColumns
    /// The order of dates in each compared column of dates.
    private(set) var dateOrders: [Int: DateColumn] = [:]
    private let firstRow: Int

    /// What was odd about the rows.
    struct Oddities {
        /// Rows with a quote that was never closed, and rows that were no UTF-8.
        let unclosedCount: Int
        let latinCount: Int
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
        var text = DelimitedText(delimiter: delimiter, from: start)
        guard text.next(in: bytes) else { throw MatchFileError.empty }
        let headers = text.fields.map { range in
            text.row.bytes.bytes(range).text().trimmingCharacters(in: .whitespaces)
        }
        columns = MatchColumns(headers: headers, given: map)
        firstRow = text.offset
        guard !columns.compared.isEmpty else { throw MatchFileError.noColumns(headers) }
        dateOrders = dateColumns()
    }

    private func dateColumns() -> [Int: DateColumn] {
        let dates = columns.compared.filter { $0.use == .field(.birthDate) }
        var found: [Int: DateColumn] = [:]
        guard !dates.isEmpty else { return found }
        for column in dates { found[column.index] = DateColumn() }
        var text = DelimitedText(delimiter: delimiter, from: firstRow)
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
        var text = DelimitedText(delimiter: delimiter, from: firstRow)
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
            latinCount: text.latinCount,
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
    /// The text as UTF-8 where a mark says that it is UTF-16; else as it is.
    static func utf8(_ data: Data) -> Data {
        let bytes = data.bytes
        guard bytes.byteCount >= 2 else { return data }
        let mark = bytes.littleEndianUInt16(at: 0)
        guard mark == 0xFEFF || mark == 0xFFFE else { return data }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.byteCount / 2)
        var index = 2
        while index + 1 < bytes.byteCount {
            let unit = bytes.littleEndianUInt16(at: index)
            units.append(mark == 0xFEFF ? unit : unit.byteSwapped)
            index += 2
        }
        return Data(String(decoding: units, as: UTF16.self).utf8)
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
