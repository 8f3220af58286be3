/// All clients of a tenant, as the server lists them.
struct ClientTable {
    struct Row {
        let id: Int
        let reference: String
        let version: Int
        let note: Int
    }

    private(set) var rows: [Row] = []
    private(set) var byReference: [String: [Row]] = [:]
    private(set) var byID: [Int: Row] = [:]

    /// Reads the whole list, in pages of a thousand.
    init(_ tenant: String, _ connection: Connection) throws {
        var cursor: String?
        repeat {
            var words = ["CLIENT.LIST", tenant, "SORT", "id", "LIMIT", "1000"]
            words += ["FIELDS", "id,external,version,note"]
            if let cursor { words += ["AFTER", cursor] }
            let page = try connection.call(words)
            for client in page["clients"]?.members ?? [] {
                add(
                    Row(
                        id: client["id"]?.integer ?? 0,
                        reference: client["external"]?.members.first?.text ?? "",
                        version: client["version"]?.integer ?? 0,
                        note: client["note"]?.integer ?? 0
                    )
                )
            }
            cursor = page["cursor"]?.text
        } while cursor != nil
    }

    private mutating func add(_ row: Row) {
        rows.append(row)
        byReference[row.reference, default: []].append(row)
        byID[row.id] = row
    }
}
