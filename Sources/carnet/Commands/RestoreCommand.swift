import ArgumentParser
import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import Foundation

/// `carnet restore`: a data folder as another one was at a moment.
struct RestoreCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Build a data folder as another one was at a moment.",
        discussion: """
            EXAMPLES
              carnet restore --from data --asof 2026-11-28T09:30:00+01:00 --data then
              carnet restore --from data --lsn 48213 --data then --json
              carnet verify --data then --deep && carnet serve --data then --port 0

            --from is only read and may be a running server's folder. --data must be absent or empty; it
            appears once it is complete. How far back one can go is what --history-days of 'carnet serve'
            keeps. Who was erased since is not brought back. Tokens are those of that moment, so one that
            was revoked since lets in again. The new folder is a store of its own, with its own name.
            Exit codes: 0 done, 1 not kept or --data not empty, 65 damaged, 66 missing, 74 disk failed.
            """
    )

    @Option(help: ArgumentHelp("The data folder to read.", valueName: "folder"))
    var from: String

    @Option(help: ArgumentHelp("The moment, with its offset from UTC or Z.", valueName: "time"))
    var asof: String?

    @Option(help: ArgumentHelp("Up to this event instead.", valueName: "number"))
    var lsn: UInt64?

    @Option(help: ArgumentHelp("The data folder to make.", valueName: "folder"))
    var data: String

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try DataFolder.check(data)
        if from.isEmpty { throw ValidationError("--from: must name a folder") }
        guard (asof == nil) != (lsn == nil) else {
            throw ValidationError("give one of --asof TIME and --lsn NUMBER")
        }
        if lsn == 0 { throw ValidationError("--lsn: must be 1 or more") }
        _ = try moment()
    }

    private func moment() throws -> PastFolder.Moment {
        if let lsn { return .lsn(LSN(lsn)) }
        let text = Array((asof ?? "").utf8)
        let written: WrittenTime
        do throws(ValueError) {
            written = try Timestamp.parse(unsafe text.span.bytes)
        } catch {
            throw ValidationError("--asof: \(error.message)")
        }
        guard case .instant(let time) = written else {
            throw ValidationError(
                "--asof: must say its offset from UTC, as 2026-11-28T09:30:00+01:00 or …Z"
            )
        }
        guard time.millisecondsSinceEpoch <= Self.microsecondsNow() / 1_000 else {
            throw ValidationError("--asof: lies ahead; give a time that has passed")
        }
        return .milliseconds(time.millisecondsSinceEpoch)
    }

    private static func microsecondsNow() -> UInt64 {
        UInt64(max(0, Date().timeIntervalSince1970 * 1e6))
    }

    func answer() async throws -> Answer {
        let source = try DataFolder.open(from)
        try checkIsEmpty()
        try DataFolder.makeParent(of: data)
        let unfinished = data + ".unfinished"
        guard !FileManager.default.fileExists(atPath: unfinished) else {
            throw AdminFailure(
                .refused,
                code: "EXISTS",
                "\(unfinished) is what an earlier restore has left; remove it"
            )
        }
        let report: PastFolder.Report
        do {
            report = try build(source, unfinished)
            try publish(unfinished)
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
        return Answer(json: Self.json(report, data), text: { _ in Self.text(report, data) })
    }

    private func build(
        _ source: any Disk,
        _ unfinished: String
    ) throws -> PastFolder.Report {
        let moment = try moment()
        var random = SystemRandomNumberGenerator()
        do throws(PastError) {
            let target: PosixDisk
            do throws(DiskError) { target = try PosixDisk(root: unfinished) } catch {
                throw .store(.disk(error))
            }
            return try PastFolder.build(
                from: source,
                to: target,
                at: moment,
                uuid: StoreUUID(
                    high: .random(in: .min ... .max, using: &random),
                    low: .random(in: .min ... .max, using: &random)
                ),
                now: Self.microsecondsNow
            )
        } catch {
            throw AdminFailure(past: error)
        }
    }

    /// Nothing that is there is touched.
    private func checkIsEmpty() throws(AdminFailure) {
        let names = try? FileManager.default.contentsOfDirectory(atPath: data)
        let isThere = FileManager.default.fileExists(atPath: data)
        guard isThere, names?.isEmpty != true else { return }
        throw AdminFailure(
            .refused,
            code: "EXISTS",
            "--data \(data) is not empty; name a folder that is absent or empty"
        )
    }

    /// The folder gets its name in one step.
    private func publish(_ unfinished: String) throws(AdminFailure) {
        let code = unsafe Glibc.rename(unfinished, data)
        guard code == 0 else {
            throw AdminFailure(.inputOutput, "\(unfinished) can't be named \(data)")
        }
        let parent = URL(fileURLWithPath: data).deletingLastPathComponent().path
        do throws(DiskError) {
            try PosixDisk(existing: parent).syncFolder("")
        } catch {
            throw AdminFailure(.disk(error))
        }
    }

    static func json(_ report: PastFolder.Report, _ data: String) -> JSONValue {
        .object(of: [
            ("data", .string(data)),
            ("lsn", .unsigned(report.lastLSN.value)),
            ("last_event", .unsigned(report.lastMilliseconds)),
            ("tenants", .integer(Int64(report.tenantCount))),
            ("clients", .integer(Int64(report.clientCount))),
        ])
    }

    static func text(_ report: PastFolder.Report, _ data: String) -> String {
        let venues = report.tenantCount == 1 ? "1 venue" : "\(report.tenantCount) venues"
        let clients = report.clientCount == 1 ? "1 client" : "\(report.clientCount) clients"
        return """
            \(data) holds \(venues) with \(clients), as of LSN \(report.lastLSN.value).
            carnet serve --data \(data)   starts a server on it
            """
    }
}

extension AdminFailure {
    init(past error: PastError) {
        switch error {
        case .trimmed(let first, let lsn):
            var text = ByteWriter(capacity: 32)
            Timestamp(millisecondsSinceEpoch: first).append(to: &text)
            self.init(
                .refused,
                code: "TRIMMED",
                "what is kept begins at \(text.bytes.text()) (LSN \(lsn.value)); ask for that or later"
            )
        case .noTenant:
            self.init(.refused, code: "EMPTY", "there was nothing yet at that moment")
        case .store(let error): self.init(error)
        case .engine(let error): self.init(.damaged, "\(error)")
        }
    }
}
