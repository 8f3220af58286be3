import CarnetBytes
import CarnetStorage

/// What `Verify` found, in words and as JSON.
enum VerifyText {
    static func json(_ report: VerifyReport) -> JSONValue {
        .object(of: [
            ("status", .string(status(report))),
            ("segments", .integer(Int64(report.segmentCount))),
            ("frames", .unsigned(report.frameCount)),
            ("records", .unsigned(report.recordCount)),
            ("last_lsn", .unsigned(report.lastLSN.value)),
            ("snapshots", .integer(Int64(report.snapshotCount))),
            ("rows", .unsigned(report.rowCount)),
            ("bytes", .unsigned(report.readByteCount)),
            ("findings", .array(report.findings.map(json))),
        ])
    }

    static func text(_ report: VerifyReport, on terminal: Terminal) -> String {
        text(json(report), on: terminal)
    }

    /// The same from JSON, which is how a server answers VERIFY. Its findings are sentences.
    static func text(_ json: JSONValue, on terminal: Terminal) -> String {
        func count(_ name: String, _ noun: String) -> String? {
            json[name]?.integer.map { Quantity.count($0, noun) }
        }
        func line(_ parts: String?...) -> String? {
            let known = parts.compactMap { $0 }
            return known.isEmpty ? nil : known.joined(separator: ", ")
        }
        let end = json["last_lsn"]?.integer.map { "to LSN " + Quantity.count($0) }
        let facts: [(String, String?)] = [
            ("status", json["status"]?.cell),
            ("log", line(count("segments", "segment"), count("records", "record"), end)),
            ("snapshots", line(count("snapshots", "file"), count("rows", "row"))),
            ("read", json["bytes"]?.integer.map { Quantity.bytes($0) }),
        ]
        let known = Table.facts(
            facts.compactMap { name, value in value.map { (name, $0) } },
            on: terminal
        )
        let findings = json["findings"]?.elements ?? []
        guard !findings.isEmpty else { return known }
        var table = Table([.whole("weight"), .whole("finding")])
        for finding in findings {
            table.add([
                finding["weight"]?.cell ?? "", finding["message"]?.cell ?? finding.cell,
            ])
        }
        return known + "\n\n" + table.text(on: terminal)
    }

    static func json(_ finding: Finding) -> JSONValue {
        let damage = finding.damage
        return .object(of: [
            ("weight", .string("\(finding.weight)")),
            ("file", .string(damage.file)),
            ("offset", damage.offset.map { .unsigned($0) }),
            ("bytes", damage.byteCount.map { .unsigned($0) }),
            ("first_lsn", damage.firstLSN.map { .unsigned($0.value) }),
            ("last_lsn", damage.lastLSN.map { .unsigned($0.value) }),
            ("message", .string("\(damage)")),
        ])
    }

    private static func status(_ report: VerifyReport) -> String {
        switch report.exitCode {
        case 0: "sound"
        case AdminFailure.Kind.missing.rawValue: "incomplete"
        default: "damaged"
        }
    }
}
