import ArgumentParser
import CarnetClient

/// How much of a list is wanted.
struct PageOptions: ParsableArguments {
    /// The most that one reply may carry.
    static let pageCountMax = 1_000

    @Option(help: "At most so many.")
    var limit: Int?

    @Flag(help: "All, however many there are.")
    var all = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Go on behind the page that told this cursor.", valueName: "cursor")
    )
    var after: String?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit: must be 1 or more") }
        if all, limit != nil { throw ValidationError("--all: leave --limit out beside it") }
    }

    /// How many are wanted, where `count` is what holds without an option.
    func wantedCount(default count: Int) -> Int { all ? .max : limit ?? count }
}

/// A list that came in pages, put together again.
struct PagedList: Sendable {
    /// The rows under their name, `clients` or `tenants`.
    let name: String
    private(set) var rows: [JSONValue] = []
    /// What else the last reply told, its cursor among it.
    private(set) var rest: [JSONValue.Member] = []

    init(name: String) { self.name = name }

    /// Takes a page over and answers the cursor to go on with, if there is more.
    mutating func take(_ reply: JSONValue) -> String? {
        rows += reply[name]?.elements ?? []
        rest = (reply.members ?? []).filter { $0.name != name }
        return reply["cursor"]?.string
    }

    var json: JSONValue {
        .object(rest + [JSONValue.Member(name: name, value: .array(rows))])
    }

    /// How many there are in all, as the server tells it.
    var total: String {
        guard let total = json["total"]?.integer else { return "" }
        return json["more"] == .boolean(true) || json["more"] == .integer(1)
            ? "more than " + Quantity.count(total) : Quantity.count(total)
    }

    /// "20 of 2,841 clients; --all shows the others", where not all are shown.
    func remainder(_ noun: String) -> String? {
        guard json["cursor"]?.string != nil else { return nil }
        return "\(Quantity.count(rows.count)) of \(total) \(noun); --limit or --all shows more"
    }
}

extension CarnetConnection {
    /// Reads pages until `count` rows are there or nothing is left.
    func readPages(
        of command: CommandWords,
        rows name: String,
        count: Int,
        after cursor: String?
    ) async throws(CarnetClientError) -> PagedList {
        var list = PagedList(name: name)
        var next = cursor
        repeat {
            var words = command
            words.add("LIMIT", min(PageOptions.pageCountMax, count - list.rows.count))
            words.add("AFTER", next)
            let before = list.rows.count
            next = list.take(try await ask(words.words))
            // A page without rows would go on for ever.
            if list.rows.count == before { break }
        } while next != nil && list.rows.count < count
        return list
    }
}
