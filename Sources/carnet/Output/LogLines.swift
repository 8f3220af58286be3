import CarnetBytes
import CarnetModel
import Foundation
import Logging

/// The server's log on stderr: a line for each message, in words or as JSON.
struct LogLines: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private let asJSON: Bool

    init(level: Logger.Level, asJSON: Bool) {
        logLevel = level
        self.asJSON = asJSON
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let merged = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let now = TimeText.of(milliseconds: UInt64(max(0, Date().timeIntervalSince1970 * 1_000)))
        guard asJSON else {
            let facts = merged.map { " \($0.key)=\($0.value)" }.joined()
            let text = DisplayWidth.printable("\(event.message)\(facts)")
            return Diagnostics.line("\(now) \(event.level.rawValue) \(text)")
        }
        let members: [(String, JSONValue?)] =
            [
                ("at", .string(now)), ("level", .string(event.level.rawValue)),
                ("message", .string("\(event.message)")),
            ] + merged.map { ($0.key, .string("\($0.value)")) }
        Diagnostics.line(JSONValue.object(of: members).text)
    }
}

/// Instants as the protocol writes them.
enum TimeText {
    static func of(milliseconds: UInt64) -> String {
        var writer = ByteWriter(capacity: 32)
        Timestamp(millisecondsSinceEpoch: milliseconds).append(to: &writer)
        return writer.bytes.text()
    }
}
