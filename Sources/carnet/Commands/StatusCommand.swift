import ArgumentParser
import CarnetClient

/// `carnet status`: how a running server fares.
struct StatusCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How a running server fares: clients, memory, log, last snapshot.",
        discussion: """
            EXAMPLES
              carnet status
              carnet status --port 7421 --json

            The durable lag counts events that are in memory but would not survive a power cut yet;
            replies that depend on them are held back at durability 'always'.
            """
    )

    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    func answer(from carnet: CarnetConnection) async throws -> Answer {
        let info = InfoFigures(try await carnet.ask(["INFO"]).string ?? "")
        // A server that is still loading tells INFO but no snapshots.
        let snapshot = info["loading"] == "1" ? .null : try await carnet.ask(["SNAPSHOT.STATUS"])
        let report = StatusReport(
            address: server.text,
            info: info,
            snapshot: snapshot
        )
        return Answer(json: report.json) { report.text(on: $0) }
    }
}

/// The lines of INFO by their names.
struct InfoFigures: Sendable {
    private let values: [Substring: Substring]

    init(_ text: String) {
        var values: [Substring: Substring] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            values[line[..<colon]] = line[line.index(after: colon)...]
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name[...]].map(String.init) }

    func number(_ name: String) -> UInt64? { self[name].flatMap { UInt64($0) } }
}

/// What `carnet status` shows.
struct StatusReport: Sendable {
    let address: String
    let info: InfoFigures
    /// The reply of SNAPSHOT.STATUS, null where there is none.
    let snapshot: JSONValue

    var json: JSONValue {
        .object(of: [
            ("address", .string(address)),
            ("version", text("carnet_version")),
            ("uptime_seconds", number("uptime_in_seconds")),
            ("loading", info["loading"].map { .boolean($0 == "1") }),
            ("tenants", number("tenants")),
            ("clients", number("clients")),
            ("connections", number("connected_clients")),
            ("connections_max", number("maxclients")),
            (
                "memory",
                .object(of: [
                    ("resident_bytes", number("used_memory_rss")),
                    ("record_bytes", number("used_memory_records")),
                    ("index_bytes", number("used_memory_indexes")),
                ])
            ),
            (
                "log",
                .object(of: [
                    ("durability", text("durability")),
                    ("last_lsn", number("last_lsn")),
                    ("durable_lsn", number("durable_lsn")),
                    ("durable_lag", number("durable_lag")),
                    ("waiting_bytes", number("waiting_bytes")),
                    ("written_bytes", number("log_bytes_written")),
                    ("full", info["log_full"].map { .boolean($0 == "1") }),
                ])
            ),
            ("snapshot", snapshot),
        ])
    }

    func text(on terminal: Terminal) -> String {
        let facts: [(String, String?)] = [
            ("server", serverLine),
            ("clients", clientLine),
            ("connections", connectionLine),
            ("memory", memoryLine),
            ("log", logLine),
            ("durable lag", lagLine),
            ("last snapshot", SnapshotReport(snapshot).line),
        ]
        return Table.facts(
            facts.compactMap { name, line in line.map { (name, $0) } },
            on: terminal
        )
    }

    private var serverLine: String {
        var line = "carnet \(info["carnet_version"] ?? "?") at \(address)"
        if let seconds = info.number("uptime_in_seconds") {
            line += ", up " + Quantity.duration(seconds: Double(seconds))
        }
        return info["loading"] == "1" ? line + ", still loading" : line
    }

    private var clientLine: String? {
        guard let clients = info.number("clients") else { return nil }
        guard let tenants = info.number("tenants") else { return Quantity.count(clients) }
        return "\(Quantity.count(clients)) in \(Quantity.count(tenants, "tenant"))"
    }

    private var connectionLine: String? {
        guard let count = info.number("connected_clients") else { return nil }
        guard let max = info.number("maxclients") else { return Quantity.count(count) }
        return "\(Quantity.count(count)) of at most \(Quantity.count(max))"
    }

    private var memoryLine: String? {
        guard let resident = info.number("used_memory_rss") else { return nil }
        var line = Quantity.bytes(resident) + " resident"
        if let records = info.number("used_memory_records"),
            let indexes = info.number("used_memory_indexes")
        {
            line += "; records \(Quantity.bytes(records)), indexes \(Quantity.bytes(indexes))"
            if let clients = info.number("clients"), clients > 0 {
                line += ", together \(Quantity.count((records + indexes) / clients)) bytes a client"
            }
        }
        return line
    }

    private var logLine: String? {
        guard let last = info.number("last_lsn") else { return nil }
        var line = "at LSN \(Quantity.count(last)), durability \(info["durability"] ?? "?")"
        if let bytes = info.number("log_bytes_written") {
            line += ", \(Quantity.bytes(bytes)) written since the start"
        }
        return info["log_full"] == "1" ? line + "; THE DISK IS FULL, writes are refused" : line
    }

    private var lagLine: String? {
        guard let lag = info.number("durable_lag") else { return nil }
        var line = Quantity.count(lag, "event")
        if let waiting = info.number("waiting_bytes"), waiting > 0 {
            line += ", \(Quantity.bytes(waiting)) waiting"
        }
        return line
    }

    private func text(_ name: String) -> JSONValue? { info[name].map { .string($0) } }

    private func number(_ name: String) -> JSONValue? { info.number(name).map { .unsigned($0) } }
}
