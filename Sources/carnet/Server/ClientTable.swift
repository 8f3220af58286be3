/// Clients as a table: a column for each field that at least one of them has.
enum ClientTable {
    /// The order of columns that people know; fields not named here follow as they come.
    private static let order = [
        "id", "match", "via", "score", "first", "last", "company", "email", "phone", "city",
        "language", "birthday", "tags", "status", "note",
    ]
    private static let wholeFields: Set<String> = [
        "match", "via", "phone", "language", "birthday", "status", "created", "updated",
    ]

    static func text(_ clients: [JSONValue], on terminal: Terminal) -> String {
        var names: [String] = []
        for client in clients {
            for member in client.members ?? [] where !names.contains(member.name) {
                names.append(member.name)
            }
        }
        let known = order.filter(names.contains)
        names = known + names.filter { !order.contains($0) }
        var table = Table(
            names.map { name in
                if clients.allSatisfy({ $0[name]?.isNumber ?? true }) { return .number(name) }
                return wholeFields.contains(name) ? .whole(name) : .words(name)
            }
        )
        for client in clients { table.add(names.map { client[$0]?.cell ?? "" }) }
        return table.text(on: terminal)
    }

    /// One record, a field a line.
    static func facts(_ record: JSONValue, on terminal: Terminal) -> String {
        Table.facts((record.members ?? []).map { ($0.name, $0.value.cell) }, on: terminal)
    }
}
