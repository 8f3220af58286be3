/// One row of the report: a goal, what was measured, and whether it was reached.
struct ReportRow: Codable, Sendable {
    let what: String
    let reach: String
    let measured: String
    /// Nil where nothing was measured or no goal stands.
    let reached: Bool?

    var verdict: String {
        switch reached {
        case true?: "yes"
        case false?: "**no**"
        case nil: "–"
        }
    }

    /// Rows as a Markdown table.
    static func table(_ rows: [ReportRow]) -> String {
        var lines = ["| what | reach | measured | reached |", "| --- | --- | --- | --- |"]
        for row in rows {
            lines.append("| \(row.what) | \(row.reach) | \(row.measured) | \(row.verdict) |")
        }
        return lines.joined(separator: "\n")
    }
}

/// Everything that a report found.
struct Report: Codable, Sendable {
    let machine: String
    let server: String
    let clients: Int
    let venues: Int
    let largest: Int
    let command: String
    let rows: [ReportRow]
    /// Errors, withheld adds and the like, wherever they came up: a figure beside one is suspect.
    let troubles: [String]

    var markdown: String {
        var parts = [
            "Machine: \(machine).  ",
            "Server: \(server), \(Text.count(clients)) clients over \(Text.count(venues)) venues, "
                + "the largest with \(Text.count(largest)).  ",
            "Command: `\(command)`",
            "",
            ReportRow.table(rows),
        ]
        if !troubles.isEmpty {
            parts += ["", "What went wrong on the way:"] + troubles.map { "- \($0)" }
        }
        return parts.joined(separator: "\n")
    }
}
