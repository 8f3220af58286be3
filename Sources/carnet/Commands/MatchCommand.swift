import ArgumentParser
import CarnetIndex
import CarnetModel
import Foundation

/// `carnet match`: finds doubles in any file, without a server.
struct MatchCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Find who stands twice in a file of people, without a server.",
        discussion: """
            EXAMPLES
              carnet match clients.csv --out pairs.csv
              carnet match guests.csv --country FR --clusters groups.csv
              carnet match people.csv --map Kd=id --map "Name 1=surname" --map Rufname=given

            The file is UTF-8, UTF-16 or of any code page that Europe has used (which one, its letters
            tell), with commas, semicolons, tabs or bars between its fields and a row of headers first,
            which are known in the languages of Europe. Dates stand in any order. Nothing is sent
            anywhere.

            A score is in bits: 0 is an even chance that two rows are one person, +4 is 16 to 1.
            Fields to map to: id given surname name email phone birth place address language trait
            identity text ignore.
            """
    )

    @Argument(help: "The file, or - for what comes on the standard input.")
    var file: String

    @Option(help: ArgumentHelp("Write pairs there: id_a,id_b,score.", valueName: "file"))
    var out: String?

    @Option(
        help: ArgumentHelp(
            "Write groups there: cluster,id,keep,weakest_link,look.",
            valueName: "file"
        )
    )
    var clusters: String?

    @Option(
        help: ArgumentHelp("Write all pairs within groups there, as --out does.", valueName: "file")
    )
    var clusterPairs: String?

    @Option(help: ArgumentHelp("What a column holds; may be repeated.", valueName: "header=field"))
    var map: [String] = []

    @Option(help: ArgumentHelp("Whose people write national phone numbers so.", valueName: "CC"))
    var country: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Write pairs from this score on.", valueName: "bits")
    )
    var threshold: Double = 0

    @Flag(inversion: .prefixedNo, help: "Estimate the file's own weights first, without labels.")
    var learn = true

    @OptionGroup var output: OutputOptions

    func validate() throws {
        _ = try columnUses()
        _ = try countryCode()
        guard (-1_000...1_000).contains(threshold) else {
            throw ValidationError("--threshold: must lie between -1000 and 1000 bits")
        }
    }

    func answer() async throws -> Answer {
        let source = try open()
        var progress = ProgressLine()
        if !output.json { Diagnostics.line(Self.told(source)) }
        var run = MatchRun(
            source,
            country: try countryCode(),
            threshold: Int32(threshold * 1000),
            isLearning: learn
        )
        let header = ["id_a", "id_b", "score"]
        var pairs = try out.map { try CSVWriter(path: $0, header: header) }
        var groupPairs = try clusterPairs.map { try CSVWriter(path: $0, header: header) }
        var groups = try clusters.map {
            try CSVWriter(path: $0, header: ["cluster", "id", "keep", "weakest_link", "look"])
        }
        try run.run(
            pairs: &pairs,
            clusters: &groups,
            clusterPairs: &groupPairs,
            progress: &progress
        )
        progress.end()
        try pairs?.flush()
        try groups?.flush()
        try groupPairs?.flush()
        let report = run.report
        return Answer(json: Self.json(report)) { _ in Self.text(report) }
    }

    private func open() throws -> MatchFile {
        do {
            let uses = try columnUses()
            guard file != "-" else {
                return try MatchFile(
                    data: FileHandle.standardInput.readToEnd() ?? Data(),
                    map: uses
                )
            }
            return try MatchFile(path: file, map: uses)
        } catch let error as MatchFileError {
            throw AdminFailure(.usage, error.message(file))
        } catch let error as CocoaError {
            throw AdminFailure(.missing, "can't read \(file): \(error.localizedDescription)")
        }
    }

    // MARK: - Options

    private static let fieldWords: [String: ColumnUse] = [
        "id": .id, "ignore": .ignored, "given": .field(.givenName), "first": .field(.givenName),
        "surname": .field(.surname), "last": .field(.surname), "name": .field(.fullName),
        "email": .field(.email), "phone": .field(.phone), "birth": .field(.birthDate),
        "place": .field(.place), "city": .field(.place), "address": .field(.address),
        "language": .field(.language), "trait": .field(.trait), "identity": .field(.identity),
        "text": .field(.text),
    ]

    func columnUses() throws -> [String: ColumnUse] {
        var uses: [String: ColumnUse] = [:]
        for assignment in map {
            guard let equals = assignment.lastIndex(of: "="),
                let use = Self.fieldWords[
                    assignment[assignment.index(after: equals)...].lowercased()
                ]
            else {
                let words = Self.fieldWords.keys.sorted().joined(separator: " ")
                throw ValidationError("--map \(assignment): must be header=field, of \(words)")
            }
            uses[String(assignment[..<equals])] = use
        }
        return uses
    }

    func countryCode() throws -> CountryCode? {
        guard let country else { return nil }
        let bytes = Array(country.utf8)
        guard let code = unsafe CountryCode(bytes.span.bytes) else {
            throw ValidationError("--country \(country): no country has that code; BE is one")
        }
        return code
    }

    // MARK: - Telling

    private static func told(_ file: MatchFile) -> String {
        let columns = file.columns.compared.map { column in
            guard case .field(let kind) = column.use else { return column.header }
            return "\(column.header) (\(kind.word))"
        }
        return "comparing " + columns.joined(separator: ", ")
    }

    static func json(_ report: MatchRun.Report) -> JSONValue {
        .object(of: [
            ("records", .integer(Int64(report.rowCount))),
            ("candidates", .integer(Int64(report.candidateCount))),
            ("pairs", .integer(Int64(report.pairCount))),
            ("clusters", .integer(Int64(report.clusterCount))),
            ("clustered", .integer(Int64(report.clusteredCount))),
            ("large_clusters", .integer(Int64(report.largeClusterCount))),
            ("learned", .boolean(report.isLearned)),
            ("seconds", .number((report.seconds * 1000).rounded() / 1000)),
            ("notes", .array(report.notes.map { .string($0) })),
        ])
    }

    static func text(_ report: MatchRun.Report) -> String {
        var lines = [
            "\(Quantity.count(report.rowCount, "record")), "
                + "\(Quantity.count(report.candidateCount, "comparison")), "
                + "\(Quantity.count(report.pairCount, "pair")) above the threshold",
            "\(Quantity.count(report.clusterCount, "group")) of "
                + "\(Quantity.count(report.clusteredCount, "record")), so "
                + "\(Quantity.count(report.clusteredCount - report.clusterCount)) too many on the "
                + "list; \(Quantity.duration(seconds: report.seconds))",
        ]
        if report.largeClusterCount > 0 {
            let most = MatchCluster.memberCountMax
            lines.append(
                "\(Quantity.count(report.largeClusterCount, "group")) of more than \(most): look "
                    + "at them before anything is merged"
            )
        }
        return (lines + report.notes).joined(separator: "\n")
    }
}

extension MatchFileError {
    func message(_ file: String) -> String {
        switch self {
        case .empty: "\(file) is empty; a row of headers is needed"
        case .noColumns(let headers):
            "no column of \(file) is known (\(headers.joined(separator: ", "))); "
                + "say what they hold with --map"
        }
    }
}

extension FieldKind {
    /// The word for `--map`.
    var word: String {
        switch self {
        case .givenName: "given"
        case .surname: "surname"
        case .fullName: "name"
        case .email: "email"
        case .phone: "phone"
        case .birthDate: "birth"
        case .place: "place"
        case .address: "address"
        case .language: "language"
        case .trait: "trait"
        case .identity: "identity"
        case .text: "text"
        }
    }
}
