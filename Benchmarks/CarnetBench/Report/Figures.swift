import Foundation

/// The figures of one run, as `--json` prints them. Latencies are in microseconds.
struct Figures: Codable, Sendable {
    let target: String
    let mix: String
    let loop: String
    let connections: Int
    let pipeline: Int
    let threads: Int
    let intendedRate: Double?
    let seconds: Double
    let replies: Int
    let repliesPerSecond: Double
    let latency: Latency?
    let operations: [String: Latency]
    let errors: [String: Int]
    let withheld: Int
    let empty: Int
    let unanswered: Int
    let bytesIn: Int
    let bytesOut: Int
    /// Resident memory of the server before and after, where it runs on this machine.
    var serverBytesBefore: Int?
    var serverBytesAfter: Int?

    init(_ outcome: Outcome, target: String, mix: Mix, settings: LoadSettings) {
        self.target = target
        self.mix = mix.rawValue
        loop = settings.rate == nil ? "closed" : "open"
        connections = settings.connections
        pipeline = settings.pipeline
        threads = settings.threads
        intendedRate = settings.rate
        seconds = outcome.seconds
        replies = outcome.count
        repliesPerSecond = outcome.rate
        latency = outcome.latency
        var operations: [String: Latency] = [:]
        for operation in Operation.allCases {
            if let latency = outcome.latency(operation) { operations[operation.name] = latency }
        }
        self.operations = operations
        errors = outcome.errors
        withheld = outcome.withheldCount
        empty = outcome.emptyCount
        unanswered = outcome.unansweredCount
        bytesIn = outcome.bytesIn
        bytesOut = outcome.bytesOut
    }

    /// For people: a head line, a line an operation, and what went wrong.
    var text: String {
        var lines = [
            "\(target) · \(mix) · \(loop) loop, \(connections) connections"
                + (loop == "closed"
                    ? " × \(pipeline)" : " at \(Text.decimal(intendedRate ?? 0, 0))/s")
                + ", \(threads) thread" + (threads == 1 ? "" : "s"),
            "\(Text.count(replies)) replies in \(Text.decimal(seconds, 2)) s: "
                + "\(Text.decimal(repliesPerSecond, 0))/s",
        ]
        let heads = ["p50", "p90", "p99", "p99.9", "max"].map { Text.right($0, 12) }
        let nameWidth = max(8, (operations.keys.map(\.count).max() ?? 0) + 1)
        lines.append(Text.left("", nameWidth) + heads.joined() + Text.right("replies", 12))
        for (name, latency) in operations.sorted(by: { $0.key < $1.key }) {
            let values = [latency.p50, latency.p90, latency.p99, latency.p999, latency.max]
            let cells = values.map { Text.right(Text.microseconds($0), 12) }
            let count = Text.right(Text.count(Int(latency.count)), 12)
            lines.append(Text.left(name, nameWidth) + cells.joined() + count)
        }
        if let ratio = listToGet {
            lines.append(
                "BOOKING.LIST of one client at the median: \(Text.decimal(ratio, 2)) × CLIENT.GET"
            )
        }
        if let before = serverBytesBefore, let after = serverBytesAfter {
            lines.append(
                "server memory \(Text.count(before >> 20)) → \(Text.count(after >> 20)) MiB"
            )
        }
        lines += troubles
        return lines.joined(separator: "\n")
    }

    /// The median of BOOKING.LIST of one client by that of CLIENT.GET in the same run.
    var listToGet: Double? {
        guard let list = operations[Operation.bookingList.name],
            let get = operations[Operation.get.name], get.p50 > 0
        else { return nil }
        return list.p50 / get.p50
    }

    /// Whether something happened that no run of a healthy server shows.
    var hasFailed: Bool { !errors.isEmpty || unanswered > 0 }

    /// What a reader of the figures must know about; empty when all went well.
    var troubles: [String] {
        var lines: [String] = []
        for (text, count) in errors.sorted(by: { $0.value > $1.value }) {
            lines.append("ERRORS \(Text.count(count)) × \(text)")
        }
        if withheld > 0 { lines.append("WITHHELD \(Text.count(withheld)) adds as likely doubles") }
        if empty > 0 { lines.append("EMPTY \(Text.count(empty)) reads found nothing") }
        if unanswered > 0 { lines.append("UNANSWERED \(Text.count(unanswered)) requests") }
        return lines
    }
}

/// Values as JSON with sorted keys.
enum JSONText {
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
