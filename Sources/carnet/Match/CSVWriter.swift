import Foundation

/// Writes rows as RFC 4180 has them, a block at a time.
struct CSVWriter {
    private static let blockByteCount = 1 << 16

    private let handle: FileHandle
    private var block = Data()

    /// Creates the file, or empties it, and writes the header.
    init(path: String, header: [String]) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw AdminFailure(.inputOutput, "can't write to \(path)") }
        self.handle = handle
        try write(header)
    }

    mutating func write(_ fields: [String]) throws {
        for (index, field) in fields.enumerated() {
            if index > 0 { block.append(UInt8(ascii: ",")) }
            block.append(contentsOf: Self.quoted(field).utf8)
        }
        block.append(UInt8(ascii: "\n"))
        if block.count >= Self.blockByteCount { try flush() }
    }

    /// Writes what is left.
    mutating func flush() throws {
        do {
            try handle.write(contentsOf: block)
        } catch {
            throw AdminFailure(.inputOutput, "the disk failed: \(error.localizedDescription)")
        }
        block.removeAll(keepingCapacity: true)
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
