/// The figures of `carnet-bench doubles`, as `--json` prints them. Latencies are in microseconds.
struct DoublesFigures: Codable, Sendable {
    /// What INFO tells of slices of one kind.
    struct Slices: Codable, Sendable {
        let kind: String
        let count: Int
        let longestMicroseconds: Int
        let overMillisecond: Int
        /// In processor time of the thread.
        let longestBusyMicroseconds: Int
        let busyOverMillisecond: Int

        /// Reads `count=…,longest_usec=…`; nil where something is missing.
        init?(_ kind: String, _ text: String) {
            var numbers: [Substring: Int] = [:]
            for pair in text.split(separator: ",") {
                let parts = pair.split(separator: "=")
                guard parts.count == 2 else { return nil }
                numbers[parts[0]] = Int(parts[1])
            }
            guard let count = numbers["count"], let longest = numbers["longest_usec"],
                let over = numbers["over_1ms"], let busy = numbers["longest_busy_usec"],
                let busyOver = numbers["busy_over_1ms"]
            else { return nil }
            self.kind = kind
            self.count = count
            longestMicroseconds = longest
            overMillisecond = over
            longestBusyMicroseconds = busy
            busyOverMillisecond = busyOver
        }

        var text: String {
            "\(Text.count(count)); longest \(Text.count(longestMicroseconds)) µs, above 1 ms "
                + "\(Text.count(overMillisecond)); in processor time "
                + "\(Text.count(longestBusyMicroseconds)) µs, \(Text.count(busyOverMillisecond))"
        }
    }

    let machine: String
    let server: String
    let command: String
    let clients: Int
    let venues: Int
    let largest: Int
    let ingestPerSecond: Double
    let bytesBefore: Int
    let bytesAfter: Int
    let fillSeconds: Double
    /// The first answer to CLIENT.DUPLICATES of the largest venue, and all pages.
    let scanSeconds: Double
    let pagesSeconds: Double
    let pairs: Int
    /// All pages once more, of the list that the server has kept.
    let againSeconds: Double
    let getAlone: Latency?
    let getMeanwhile: Latency?
    let ofOne: Latency?
    let slices: [Slices]
    let troubles: [String]

    static let bytesGoal = 420

    var bytesOfAClient: Double { Double(bytesAfter - bytesBefore) / Double(clients) }

    var markdown: String {
        let bytes = Text.decimal(bytesOfAClient, 0)
        let venue = "the venue of \(Text.count(largest))"
        var rows = [
            (
                "memory once everybody is in the tables (goal \(Self.bytesGoal) B)",
                "\(bytes) B a client (\(bytesBefore >> 20) → \(bytesAfter >> 20) MiB)"
            ),
            ("until they are, after the load", Text.decimal(fillSeconds, 1) + " s"),
            (
                "CLIENT.DUPLICATES of \(venue), \(Text.count(pairs)) pairs",
                "\(Text.decimal(scanSeconds, 2)) s until the first page, "
                    + "\(Text.decimal(pagesSeconds, 2)) s for all; "
                    + "\(Text.decimal(againSeconds, 2)) s again (kept)"
            ),
            ("CLIENT.GET meanwhile in the same venue", Self.line(getMeanwhile)),
            ("CLIENT.GET there without the scan", Self.line(getAlone)),
            ("CLIENT.DUPLICATES of one client there", Self.line(ofOne)),
        ]
        rows += slices.map { ("slices of \($0.kind)", $0.text) }
        var lines = [
            "Machine: \(machine).  ",
            "Server: \(server), \(Text.count(clients)) clients over \(Text.count(venues)) venues, "
                + "loaded with ANYWAY at \(Text.decimal(ingestPerSecond, 0))/s.  ",
            "Command: `\(command)`", "", "| what | figure |", "| --- | --- |",
        ]
        lines += rows.map { "| \($0.0) | \($0.1) |" }
        if !troubles.isEmpty {
            lines += ["", "What went wrong on the way:"] + troubles.map { "- \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ latency: Latency?) -> String {
        guard let latency else { return "no reply was measured" }
        return [
            ("p50", latency.p50), ("p99", latency.p99), ("p99.9", latency.p999),
            ("longest", latency.max),
        ]
        .map { "\($0.0) \(Text.microseconds($0.1))" }.joined(separator: ", ")
    }
}
