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
        lines.append(Text.left("", 8) + heads.joined())
        for (name, latency) in operations.sorted(by: { $0.key < $1.key }) {
            let values = [latency.p50, latency.p90, latency.p99, latency.p999, latency.max]
            let cells = values.map { Text.right(Text.microseconds($0), 12) }
            lines.append(Text.left(name, 8) + cells.joined())
        }
        if let before = serverBytesBefore, let after = serverBytesAfter {
            lines.append(
                "server memory \(Text.count(before >> 20)) → \(Text.count(after >> 20)) MiB"
            )
        }
        lines += troubles
        return lines.joined(separator: "\n")
    }

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
