/// What SNAPSHOT and SNAPSHOT.STATUS answer, in words.
struct SnapshotReport: Sendable {
    let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    var isRunning: Bool { json["state"]?.string == "running" }
    var hasFailed: Bool { json["state"]?.string == "failed" }

    /// "2026-05-01T12:00:00Z: 1,024 files, 48.0 MiB, ratio 2.7, 0.82 s, covering LSN 1,841".
    var line: String? {
        guard json.members != nil else { return nil }
        switch json["state"]?.string {
        case "none": return "none yet; 'carnet snapshot' writes one"
        case "running": return "running: " + progress
        case "failed": return "the last one failed, the older ones stand"
        default: break
        }
        var line = json["started"]?.string.map { $0 + ": " } ?? ""
        line += [
            json["files"]?.integer.map { Quantity.count($0, "file") },
            json["bytes"]?.integer.map { Quantity.bytes($0) },
            json["ratio"]?.double.map { "ratio " + Quantity.fraction($0, digits: 2) },
            json["seconds"]?.double.map { Quantity.duration(seconds: $0) },
            json["covered_to"]?.integer.map { "covering LSN " + Quantity.count($0) },
        ].compactMap { $0 }.joined(separator: ", ")
        return line
    }

    /// How far it is: "312 of 1,024 partitions, 18.4 MiB".
    var progress: String {
        let written = json["partitions_written"]?.integer ?? 0
        let bytes = Quantity.bytes(json["bytes"]?.integer ?? 0)
        guard let all = json["partitions"]?.integer, all > 0 else { return bytes }
        let share = min(100, written * 100 / all)
        return
            "\(Quantity.count(written)) of \(Quantity.count(all)) partitions (\(share) %), \(bytes)"
    }

    func text(on terminal: Terminal) -> String {
        let facts: [(String, String?)] = [
            ("files", json["files"]?.integer.map { Quantity.count($0) }),
            ("size", json["bytes"]?.integer.map { Quantity.bytes($0) }),
            ("before compression", json["raw_bytes"]?.integer.map { Quantity.bytes($0) }),
            ("ratio", json["ratio"]?.double.map { Quantity.fraction($0, digits: 2) }),
            ("clients", json["clients"]?.integer.map { Quantity.count($0) }),
            ("seconds", json["seconds"]?.double.map { Quantity.fraction($0, digits: 3) }),
            ("covers to LSN", json["covered_to"]?.integer.map { Quantity.count($0) }),
        ]
        return Table.facts(
            facts.compactMap { name, value in value.map { (name, $0) } },
            on: terminal
        )
    }
}
