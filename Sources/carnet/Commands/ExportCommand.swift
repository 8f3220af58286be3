import ArgumentParser
import CarnetClient
import CarnetWire
import Foundation
import Glibc

/// `carnet export`: the list of a venue as a CSV file, page by page.
struct ExportCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a venue's list to a CSV file, however long it is.",
        discussion: """
            EXAMPLES
              carnet export bistro --out clients.csv
              carnet export bistro --out news.csv --newsletter yes --fields id,first,last,email
              carnet export hotel --out all.csv --status any --delimiter ';'

            Pages are written as they come, so memory stays as it is. Each client that is there from
            beginning to end is written once; the file takes its name when it is whole.
            """
    )

    @Argument(help: "The venue.")
    var tenant: String

    @Option(help: ArgumentHelp("Where to.", valueName: "file"))
    var out: String

    @Flag(help: "Replace a file of that name.")
    var overwrite = false

    @Option(help: "A comma, a semicolon, tab or |; a comma if left out.")
    var delimiter: String?

    @Flag(help: "Leave cells alone that a spreadsheet would run as a formula.")
    var raw = false

    @Option(help: ArgumentHelp("Only these columns, in this order.", valueName: "field,field"))
    var fields: String?

    @OptionGroup var filters: FilterOptions
    @OptionGroup var server: ServerAddress
    @OptionGroup var output: OutputOptions

    private static let pageCount = 1_000

    func answer() async throws -> Answer {
        guard overwrite || !FileManager.default.fileExists(atPath: out) else {
            throw ValidationError("--out: \(out) is there already; --overwrite replaces it")
        }
        // In the same folder, so that taking the name is one step.
        let unfinished = out + ".part"
        guard FileManager.default.createFile(atPath: unfinished, contents: nil),
            let file = FileHandle(forWritingAtPath: unfinished)
        else { throw AdminFailure(.inputOutput, "\(unfinished) can't be written") }
        let written: (rows: Int64, bytes: Int64)
        do {
            written = try await server.call { try await write(from: $0, to: file) }
            try file.synchronize()
            try file.close()
            try takeName(unfinished)
        } catch {
            try? file.close()
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
        let json = JSONValue.object(of: [
            ("file", .string(out)), ("rows", .integer(written.rows)),
            ("bytes", .integer(written.bytes)),
        ])
        return Answer(json: json) { _ in
            "\(Quantity.count(written.rows)) clients, \(Quantity.bytes(written.bytes)): \(out)"
        }
    }

    private func takeName(_ unfinished: String) throws {
        guard unsafe rename(unfinished, out) == 0 else {
            throw AdminFailure(.inputOutput, "\(out) can't be replaced: system error \(errno)")
        }
    }

    private func write(
        from carnet: CarnetConnection,
        to file: FileHandle
    ) async throws -> (rows: Int64, bytes: Int64) {
        var line = ProgressLine()
        defer { line.end() }
        var rows: Int64 = 0
        var bytes: Int64 = 0
        var total: Int64 = 0
        var cursor: String?
        repeat {
            let reply = try await carnet.send(words(after: cursor))
            guard case .bulk(let text)? = reply["csv"] else {
                throw AdminFailure(.refused, "the server's reply has no csv in it")
            }
            try file.write(contentsOf: text)
            bytes += Int64(text.count)
            rows += reply["rows"]?.integer ?? 0
            if let counted = reply["total"]?.integer { total = counted }
            cursor = reply["cursor"]?.text
            if !output.json {
                line.show("export: \(Quantity.count(rows)) of \(Quantity.count(total)) clients")
            }
        } while cursor != nil
        return (rows, bytes)
    }

    private func words(after cursor: String?) -> [String] {
        var words = CommandWords("CLIENT.CSV", tenant)
        words.add("DELIMITER", delimiter)
        words.add(flag: "RAW", if: raw)
        filters.add(to: &words)
        words.add("FIELDS", fields)
        words.add("LIMIT", Self.pageCount)
        words.add("AFTER", cursor)
        return words.words
    }
}
