import CarnetBytes
import CarnetIndex
import CarnetModel
import Foundation

/// The labelled list and searches of `Tests/Quality/search`, in an index of their own.
struct LabelledList: ~Copyable {
    struct Query {
        let kind: String
        let text: String
        let wanted: UInt32
    }

    private(set) var queries: [Query] = []
    private(set) var names: [UInt32: String] = [:]
    private var store = RecordStore()
    private var index = ClientIndex(seed: 1)
    private var scratch = IndexScratch()
    /// Numbers of clients are dense; those of the list are not.
    private var numbers: [String: UInt32] = [:]

    init(folder: String) throws {
        for part in ["hand", "made"] {
            for cells in try Self.rows("\(folder)/people-\(part).tsv", columnCount: 8) {
                addPerson(cells)
            }
        }
        index.rebuild(from: store, scratch: &scratch)
        for part in ["hand", "made"] {
            for cells in try Self.rows("\(folder)/queries-\(part).tsv", columnCount: 3) {
                guard let wanted = numbers[cells[2]] else {
                    throw LabelledListError(sentence: "nobody has the number \(cells[2])")
                }
                queries.append(Query(kind: cells[0], text: cells[1], wanted: wanted))
            }
        }
    }

    private static func rows(_ path: String, columnCount: Int) throws -> [[String]] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == columnCount else {
                throw LabelledListError(sentence: "\(path): not \(columnCount) columns: \(line)")
            }
            return cells.map(String.init)
        }
    }

    private mutating func addPerson(_ cells: [String]) {
        let number = UInt32(numbers.count + 1)
        numbers[cells[0]] = number
        names[number] = "\(cells[1]) \(cells[2])"
        var record = ByteWriter(capacity: 512)
        ClientRecordWriter.begin(
            ClientID(number),
            status: .active,
            createdMilliseconds: 1_600_000_000_000,
            updatedMilliseconds: 1_700_000_000_000 + (UInt64(cells[6]) ?? 0) * 86_400_000,
            version: 1,
            in: &record
        )
        let fields: [ClientField] = [.first, .last, .company, .email]
        for (field, text) in zip(fields, cells[1...4]) where !text.isEmpty {
            Self.append(field.rawValue, text, to: &record)
        }
        if let phone = UInt64(cells[5].dropFirst()) {
            let tag = ClientField.phone.rawValue
            ClientRecordWriter.append(tag: tag, integer: phone, to: &record)
        }
        for former in cells[7].split(separator: ";") { Self.append(former: former, to: &record) }
        _ = ClientRecordWriter.finish(from: 0, in: &record)
        store.put(record.bytes)
    }

    private static func append(former: Substring, to record: inout ByteWriter) {
        if former.contains("|") {
            let separator = String(UnicodeScalar(ClientAlias.nameSeparator))
            let name = former.replacingOccurrences(of: "|", with: separator)
            append(ClientAlias.name.rawValue, name, to: &record)
        } else if former.contains("@") {
            append(ClientAlias.email.rawValue, String(former), to: &record)
        } else if let phone = UInt64(former.dropFirst()) {
            let tag = ClientAlias.phone.rawValue
            ClientRecordWriter.append(tag: tag, integer: phone, to: &record)
        }
    }

    private static func append(_ tag: UInt8, _ text: String, to record: inout ByteWriter) {
        let bytes = Array(text.utf8)
        unsafe ClientRecordWriter.append(tag: tag, bytes.span.bytes, to: &record)
    }

    /// At which place of the first twenty the person stands who is meant; 0 for none.
    mutating func place(of query: Query) -> Int {
        let bytes = Array(query.text.utf8)
        let result = unsafe index.search(
            bytes.span.bytes,
            SearchOptions(),
            in: store,
            scratch: &scratch
        )
        return (result.hits.firstIndex { $0.number == query.wanted } ?? -1) + 1
    }
}

/// A file of the list is not as its README says.
struct LabelledListError: Error, CustomStringConvertible {
    let sentence: String

    var description: String { sentence }
}
