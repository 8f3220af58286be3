import ArgumentParser
import CarnetBytes
import CarnetStorage
import Foundation

/// `carnet repair`: makes a damaged folder startable by giving up what is damaged.
struct RepairCommand: AdminCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Make a damaged data folder startable, at the price of what is damaged.",
        discussion: """
            EXAMPLES
              carnet repair --data Snapshots/data                 shows what is wrong
              carnet repair --data Snapshots/data --accept-loss   gives it up

            Before anything is given up it is copied to the folder's quarantine/. The log then ends
            where the damage began: later events are lost too. Where a backup exists, put the
            damaged files back instead. The server must not be running.
            Exit codes: 0 sound or repaired, 65 damaged, 66 missing, 74 disk failed, 75 in use.
            """
    )

    @Option(help: ArgumentHelp("The data folder.", valueName: "folder"))
    var data: String

    @Flag(help: "Give up what is damaged; without it nothing is changed.")
    var acceptLoss = false

    @OptionGroup var output: OutputOptions

    func validate() throws { try DataFolder.check(data) }

    func answer() async throws -> Answer {
        let disk = try DataFolder.open(data)
        guard acceptLoss else { return Self.proposal(try Verify(disk).run()) }
        // An unlocked folder that is no store of ours must not become one.
        guard try !disk.list("").isEmpty else {
            throw AdminFailure(.missing, "\(data) is empty: there is nothing to repair")
        }
        let repair = Repair(disk, now: { UInt64(max(0, Date().timeIntervalSince1970 * 1e6)) })
        let repaired = try repair.acceptLoss()
        let after = try Verify(disk).run()
        return Answer(
            json: Self.json(repaired, after),
            text: { Self.text(repaired, after, on: $0) },
            exitCode: after.exitCode
        )
    }

    /// What would be given up.
    private static func proposal(_ report: VerifyReport) -> Answer {
        Answer(
            json: VerifyText.json(report),
            text: { terminal in
                let text = VerifyText.text(report, on: terminal)
                guard report.exitCode != 0 else { return text + "\n\nThere is nothing to repair." }
                return text
                    + "\n\nNothing was changed. Put the files back from a backup, or give up "
                    + "what is damaged with --accept-loss."
            },
            exitCode: report.exitCode
        )
    }

    static func text(
        _ report: RepairReport,
        _ after: VerifyReport,
        on terminal: Terminal
    ) -> String {
        guard !report.isNothing else {
            return VerifyText.text(after, on: terminal) + "\n\nThere was nothing to repair."
        }
        var lines: [String] = []
        if let lost = report.lost {
            lines.append(
                "Given up: LSN \(lost.lowerBound.value) to \(lost.upperBound.value), as far as they were used."
            )
        } else {
            lines.append("No event was given up.")
        }
        if report.manifestRebuilt { lines.append("The manifest was made anew from the files.") }
        if !report.quarantined.isEmpty {
            lines.append("Copied before: " + report.quarantined.joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n\n" + VerifyText.text(after, on: terminal)
    }

    static func json(_ report: RepairReport, _ after: VerifyReport) -> JSONValue {
        .object(of: [
            ("repaired", .boolean(!report.isNothing)),
            ("first_lost_lsn", report.lost.map { .unsigned($0.lowerBound.value) }),
            ("last_lost_lsn", report.lost.map { .unsigned($0.upperBound.value) }),
            ("manifest_rebuilt", .boolean(report.manifestRebuilt)),
            ("quarantined", .array(report.quarantined.map { .string($0) })),
            ("after", VerifyText.json(after)),
        ])
    }
}
