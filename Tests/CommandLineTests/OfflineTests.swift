import ArgumentParser
import CarnetBytes
import CarnetModel
import CarnetStorage
import CarnetTestKit
import Foundation
import Testing

@testable import carnet

@Suite struct OfflineTests {
    private static func lines(_ dump: LogText, _ folder: SampleFolder) throws -> [String] {
        var dump = dump
        var lines: [String] = []
        try dump.run(on: PosixDisk(existing: folder.path)) { lines.append($0) }
        return lines
    }

    private static func answer(_ line: String, _ folder: SampleFolder) async throws -> Answer {
        let arguments = line.split(separator: " ").map(String.init)
        let command = try Carnet.parseAsRoot(arguments + ["--data", folder.path])
        return try await #require(command as? any AdminCommand).answer()
    }

    @Test func theLogIsShownAnEventALine() throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        let lines = try Self.lines(LogText(), folder)
        #expect(
            lines == [
                "       1  2026-05-01T12:00:00.001Z  bistro        tenantCreated      country CH",
                "       2  2026-05-01T12:00:00.002Z  bistro        clientAdded        id 17  first Zoé  "
                    + "last Müller  phone +41446681800  birthday --01-07  newsletter yes  tags vip, window",
                "       3  2026-05-01T12:00:00.003Z  bistro        clientAdded        id 18  last \u{FFFD}[2J⏎x",
                "       4  2026-05-01T12:00:00.004Z  bistro        clientChanged      id 17  email ",
                "       5  2026-05-01T12:00:00.005Z  bistro        clientDeactivated  id 18",
                "       6  2026-05-01T12:00:00.006Z  bistro        kind 99            bytes 3  (an event of a later version)",
            ]
        )
    }

    @Test func machinesGetAnObjectALine() throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        let lines = try Self.lines(LogText(from: LSN(2), limit: 1, asJSON: true), folder)
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let object = try #require(parsed as? [String: Any])
        #expect(object["lsn"] as? Int == 2)
        #expect(object["event"] as? String == "clientAdded")
        let payload = try #require(object["payload"] as? [String: Any])
        #expect(payload["tags"] as? [String] == ["vip", "window"])
        #expect(payload["newsletter"] as? Bool == true)
    }

    @Test(
        arguments: [
            (1, nil, nil, 6), (4, nil, nil, 3), (7, nil, nil, 0), (1, 2, nil, 2),
            (3, 2, "bistro", 2),
            (1, nil, "hotel", 0),
        ] as [(UInt64, Int?, String?, Int)]
    )
    func aPartCanBeChosen(from: UInt64, limit: Int?, tenant: String?, count: Int) throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        let dump = LogText(from: LSN(from), limit: limit, tenant: tenant)
        #expect(try Self.lines(dump, folder).count == count)
    }

    @Test func framesAreShownIfAskedFor() throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        let lines = try Self.lines(LogText(showsFrames: true), folder)
        #expect(lines.first == "# wal/0000000000000001.wal, 16.0 KiB, from LSN 1")
        #expect(lines.contains { $0.contains("at 4096: frame 1, LSN 1 to 3") })
        #expect(lines.contains { $0.contains("seal, 6 records to LSN 6") })
    }

    @Test func aSoundFolderIsSound() async throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        let answer = try await Self.answer("verify", folder)
        #expect(answer.exitCode == 0)
        #expect(answer.json["status"] == .string("sound"))
        #expect(answer.json["records"]?.integer == 6)
        #expect(answer.text(.none).hasPrefix("status     sound\n"))
        let proposal = try await Self.answer("repair", folder)
        #expect(proposal.exitCode == 0)
        #expect(proposal.text(.none).hasSuffix("nothing to repair."))
    }

    /// Offsets: in the header, in the first frame's header and body, in the second frame.
    @Test(arguments: [17, 4_096, 4_100, 4_200, 8_200, 8_300])
    func damageIsFoundAndRepairedAtAPrice(offset: Int) async throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        try folder.flip(at: offset)
        let verified = try await Self.answer("verify", folder)
        #expect(verified.exitCode == 65)
        #expect(verified.json["status"] == .string("damaged"))
        #expect(verified.json["findings"]?.elements?.isEmpty == false)
        let before = try Data(contentsOf: folder.segment)
        #expect(try await Self.answer("repair", folder).exitCode == 65)
        #expect(try Data(contentsOf: folder.segment) == before, "nothing without consent")
        let repaired = try await Self.answer("repair --accept-loss", folder)
        #expect(repaired.exitCode == 0)
        #expect(repaired.json["repaired"] == .boolean(true))
        #expect(repaired.text(.none).contains("quarantine/"))
        #expect(try await Self.answer("verify", folder).exitCode == 0)
    }

    @Test(arguments: ["verify", "repair", "repair --accept-loss"])
    func aMissingFolderEndsWith66(line: String) async throws {
        let folder = try SampleFolder()
        folder.remove()
        let error = await #expect(throws: (any Error).self) { try await Self.answer(line, folder) }
        #expect(error.flatMap { AdminFailure($0) }?.kind.rawValue == 66)
    }

    @Test func aFolderInUseEndsWith75() async throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        let disk = try PosixDisk(existing: folder.path)
        let lock = try disk.lock("LOCK")
        defer { disk.unlock(lock) }
        let error = await #expect(throws: (any Error).self) {
            try await Self.answer("repair --accept-loss", folder)
        }
        #expect(error.flatMap { AdminFailure($0) }?.kind.rawValue == 75)
        #expect(try await Self.answer("verify", folder).exitCode == 0, "looking needs no lock")
    }

    /// Goal: no folder, however damaged, ends the dump otherwise than by its end or an error.
    /// Method: every byte of the written part of the segment damaged in turn, one bit at a time,
    /// and the segment cut off at random places.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func theDumpNeverStopsShort(seed: UInt64) throws {
        let folder = try SampleFolder()
        defer { folder.remove() }
        let whole = try Data(contentsOf: folder.segment)
        var random = SeededRandom(seed: seed)
        for _ in 0..<150 {
            var bytes = whole
            let offset = Int.random(in: 0..<16_384, using: &random)
            bytes[offset] ^= UInt8.random(in: 1...255, using: &random)
            if Int.random(in: 0..<4, using: &random) == 0 {
                bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
            }
            try bytes.write(to: folder.segment)
            let lines = try Self.lines(LogText(showsFrames: true, asJSON: true), folder)
            for line in lines {
                let parsed = try? JSONSerialization.jsonObject(with: Data(line.utf8))
                #expect(parsed != nil, "seed \(seed), offset \(offset): \(line)")
            }
        }
    }

    /// Goal: payloads that pass their checksum and make no sense are shown as far as they go.
    @Test(arguments: EventKind.allCases.map(\.rawValue) + [0, 200, 255])
    func anyPayloadCanBeShown(type: UInt8) {
        var random = SeededRandom(seed: UInt64(type))
        for length in 0..<200 {
            let payload = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let facts = EventFacts(type: type, payload: unsafe payload.span.bytes)
            #expect(!facts.name.isEmpty)
            #expect(facts.text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
            #expect(facts.json.members != nil)
        }
    }
}
