import CarnetClient
import CarnetWire

/// What INFO tells of the server that is driven.
struct ServerInfo: Sendable {
    private let lines: [String: String]

    init(_ connection: CarnetConnection) async throws(CarnetClientError) {
        let text = try await connection.send("INFO").text ?? ""
        var lines: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            lines[String(line[..<colon])] = String(line[line.index(after: colon)...])
        }
        self.lines = lines
    }

    subscript(name: String) -> String? { lines[name] }

    /// The server's process, where it runs on this machine: its name in /proc is asked for then.
    func process(host: String) -> Int32? {
        guard host == "127.0.0.1" || host == "localhost" else { return nil }
        guard let process = lines["process_id"].flatMap({ Int32($0) }) else { return nil }
        return ProcessMemory.residentByteCount(process) == nil ? nil : process
    }

    var version: String {
        if let version = lines["carnet_version"] { return "carnet \(version)" }
        return "redis \(lines["redis_version"] ?? "of unknown version")"
    }
}
