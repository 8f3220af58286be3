import CarnetBytes
import CarnetIndex
import CarnetModel
import Foundation

/// A client list with the columns of the labelled sets, one record a row.
struct CheckList: ~Copyable {
    static let columns = [
        "first_name", "last_name", "email", "phone", "date_of_birth", "language", "city",
    ]

    private(set) var store = RecordStore()
    /// Rows of which some value could not be kept, as by a server.
    private(set) var leftOutCount = 0

    /// `rows` as ``rows(of:)`` answers them; `country` reads national phone numbers.
    init(rows: [[[UInt8]]], country: CountryCode?) {
        for cells in rows { add(cells, country) }
    }

    /// The values of a CSV file's rows, in the order of `columns`.
    static func rows(of file: String) throws -> [[[UInt8]]] {
        let text = try Data(contentsOf: URL(fileURLWithPath: file))
        var rows = text.split(separator: UInt8(ascii: "\n"))[...]
        guard let head = rows.popFirst() else { throw CheckListError(sentence: "\(file) is empty") }
        let names = cells(of: head)
        let places = try columns.map { column in
            guard let place = names.firstIndex(of: Array(column.utf8)) else {
                throw CheckListError(sentence: "\(file) has no column \(column)")
            }
            return place
        }
        return rows.map { row in
            let cells = cells(of: row)
            return places.map { $0 < cells.count ? cells[$0] : [] }
        }
    }

    /// The cells of a line, quotes taken off; a quoted line end is not looked for.
    private static func cells(of line: Data) -> [[UInt8]] {
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in line where byte != UInt8(ascii: "\r") {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ","), !isQuoted {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
        }
        return cells
    }

    private mutating func add(_ cells: [[UInt8]], _ country: CountryCode?) {
        var record = ByteWriter(capacity: 512)
        ClientRecordWriter.begin(
            ClientID(store.numberMax + 1),
            status: .active,
            createdMilliseconds: 1_600_000_000_000,
            updatedMilliseconds: 1_700_000_000_000,
            version: 1,
            in: &record
        )
        Self.append(.first, cells[0], to: &record)
        Self.append(.last, cells[1], to: &record)
        Self.append(.email, cells[2], to: &record)
        let (phone, birthday) = (cells[3], cells[4])
        if !phone.isEmpty {
            if let phone = unsafe try? PhoneParser.parse(phone.span.bytes, country: country) {
                Self.append(.phone, phone.digits, to: &record)
            } else {
                leftOutCount += 1
            }
        }
        Self.append(.language, cells[5], to: &record)
        if !birthday.isEmpty {
            if let birthday = unsafe try? Birthday.parse(birthday.span.bytes) {
                Self.append(.birthday, UInt64(birthday.packed), to: &record)
            } else {
                leftOutCount += 1
            }
        }
        Self.append(.city, cells[6], to: &record)
        if ClientRecordWriter.finish(from: 0, in: &record) { store.put(record.bytes) }
    }

    private static func append(_ field: ClientField, _ text: [UInt8], to record: inout ByteWriter) {
        guard !text.isEmpty else { return }
        unsafe ClientRecordWriter.append(tag: field.rawValue, text.span.bytes, to: &record)
    }

    private static func append(_ field: ClientField, _ number: UInt64, to record: inout ByteWriter)
    {
        ClientRecordWriter.append(tag: field.rawValue, integer: number, to: &record)
    }
}

/// The file is not such a list.
struct CheckListError: Error, CustomStringConvertible {
    let sentence: String

    var description: String { sentence }
}
