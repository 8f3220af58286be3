import CarnetBytes
import CarnetStorage

/// The lines themselves: words, or an object a line for machines.
extension LogText {
    func line(
        _ lsn: LSN,
        _ record: LogRecord,
        _ tenant: String,
        _ facts: EventFacts
    ) -> String {
        let at = TimeText.of(milliseconds: record.timestamp / 1_000)
        guard asJSON else {
            let cells = [
                Self.padded(String(lsn.value), to: 8, fromLeft: true), Self.padded(at, to: 24),
                Self.padded(DisplayWidth.printable(tenant), to: 12),
                Self.padded(facts.name, to: 17),
            ]
            return cells.joined(separator: "  ") + (facts.text.isEmpty ? "" : "  " + facts.text)
        }
        return JSONValue.object(of: [
            ("lsn", .unsigned(lsn.value)),
            ("at", .string(at)),
            ("tenant", .string(tenant)),
            ("partition", .integer(Int64(record.partition.value))),
            ("sequence", .unsigned(record.sequence.value)),
            ("event", .string(facts.name)),
            ("payload", facts.json),
        ]).text
    }

    func line(_ header: SegmentHeader, _ byteCount: Int) -> String {
        guard asJSON else {
            return "# \(path), \(Quantity.bytes(byteCount)), from LSN \(header.firstLSN.value)"
        }
        return JSONValue.object(of: [
            ("segment", .string(path)),
            ("bytes", .integer(Int64(byteCount))),
            ("first_lsn", .unsigned(header.firstLSN.value)),
        ]).text
    }

    func line(_ frame: FrameHeader, _ offset: Int) -> String {
        guard asJSON else {
            let what =
                frame.recordCount == 0
                ? "watermark"
                : "LSN \(frame.firstLSN.value) to \(frame.lastLSN.value), "
                    + Quantity.bytes(frame.storedByteCount)
                    + (frame.isCompressed ? " of \(Quantity.bytes(frame.rawByteCount))" : "")
            return "# \(path) at \(offset): frame \(frame.number), \(what), "
                + "durable to \(frame.durableLSN.value)"
        }
        return JSONValue.object(of: [
            ("frame", .integer(Int64(frame.number))),
            ("file", .string(path)),
            ("offset", .integer(Int64(offset))),
            ("first_lsn", .unsigned(frame.firstLSN.value)),
            ("records", .integer(Int64(frame.recordCount))),
            ("stored_bytes", .integer(Int64(frame.storedByteCount))),
            ("raw_bytes", .integer(Int64(frame.rawByteCount))),
            ("durable_lsn", .unsigned(frame.durableLSN.value)),
        ]).text
    }

    func line(_ seal: Seal, _ offset: Int) -> String {
        guard asJSON else {
            return "# \(path) at \(offset): seal, \(Quantity.count(seal.recordCount, "record")) "
                + "to LSN \(seal.lastLSN.value)"
        }
        return JSONValue.object(of: [
            ("seal", .string(path)),
            ("offset", .integer(Int64(offset))),
            ("records", .unsigned(seal.recordCount)),
            ("last_lsn", .unsigned(seal.lastLSN.value)),
        ]).text
    }

    func lineOfEnd(_ offset: Int) -> String {
        guard asJSON else { return "# \(path) at \(offset): end of the log" }
        return JSONValue.object(of: [
            ("end", .string(path)), ("offset", .integer(Int64(offset))),
        ]).text
    }

    func line(fault: String, _ offset: Int?) -> String {
        guard asJSON else {
            return "# \(path)" + (offset.map { " at \($0)" } ?? "") + ": " + fault
        }
        return JSONValue.object(of: [
            ("fault", .string(fault)),
            ("file", .string(path)),
            ("offset", offset.map { .integer(Int64($0)) }),
        ]).text
    }

    private static func padded(_ text: String, to width: Int, fromLeft: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        return fromLeft ? blanks + text : text + blanks
    }
}
