import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import Foundation
import Testing

/// Every released format stays loadable: `Snapshots/Golden/v<n>` holds one snapshot and one log of
/// it, and `expected.txt` what they must come to.
///
/// `CARNET_GOLDEN=v<n>` makes a folder that is not there yet. One that has been released is never
/// made again.
struct GoldenTests {
    static let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Snapshots/Golden")

    @Test(arguments: ["v1"])
    func everyReleasedFormatLoads(version: String) async throws {
        let folder = Self.golden.appending(path: version)
        if Self.isToBeMade(version) { try await Self.make(folder) }
        let test = try TestEngine(copyOf: folder.appending(path: "data"))
        let script = CommandScript(tenants: Self.tenants)
        let found = Self.facts(script, test.engine)
        let expected = try String(
            contentsOf: folder.appending(path: "expected.txt"),
            encoding: .utf8
        )
        #expect(found == expected)
        #expect(script.indexDifferences(test.engine).isEmpty)
        #expect(test.engine.recovery.records > 0, "the log's tail was not replayed")
        try test.close()
    }

    /// Whether somebody asks for the folder, and it is not there yet.
    static func isToBeMade(_ version: String) -> Bool {
        ProcessInfo.processInfo.environment["CARNET_GOLDEN"] == version
            && !FileManager.default.fileExists(atPath: golden.appending(path: version).path)
    }

    private static let tenants = ["bistro", "salon-7"]

    /// What the folder must come to, a line a tenant.
    private static func facts(_ script: CommandScript, _ engine: Engine) -> String {
        let digests = zip(tenants, script.digests(engine))
        return digests.map { "\($0.0) \($0.1)\n" }.joined()
            + "last LSN \(engine.log.lastLSN.value)\n"
    }

    /// Thirty clients in a snapshot, then some changes in the log alone.
    private static func make(_ folder: URL) async throws {
        let test = try TestEngine()
        let script = CommandScript(tenants: tenants)
        try script.create(test.engine)
        for number in 1...30 {
            try script.add(
                test.engine,
                tenants[number % 2],
                [
                    "first": CommandScript.firsts[number % CommandScript.firsts.count],
                    "last": CommandScript.lasts[number % CommandScript.lasts.count],
                    "email": "guest\(number)@example.org",
                    "phone": "0470 12 34 \(number + 10)",
                    "tags": "vip,n\(number)",
                    "birthday": "1980-02-\(number % 19 + 10)",
                    "note": "Sits by the window.\nNo nuts.",
                    "newsletter": "yes",
                    "external": "crm-\(number)",
                ],
                key: number == 7 ? "k7" : nil
            )
        }
        _ = await test.snapshot()
        _ = try script.set(test.engine, "bistro", 3, ["city": "Gent", "note": ""])
        _ = try script.status(test.engine, "salon-7", 2, active: false)
        try script.add(test.engine, "bistro", ["first": "Zoë", "phone": "+32470999999"])
        let expected = facts(script, test.engine)
        try keep(test, folder, expected)
    }

    /// Closes the engine and keeps its folder with what it must come to.
    static func keep(_ test: TestEngine, _ folder: URL, _ expected: String) throws {
        try test.close()
        let data = folder.appending(path: "data")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: test.folder, to: data)
        // The spare segments and the reserve are zeros; a start makes them anew.
        for name in ["reserve", "LOCK"] {
            try? FileManager.default.removeItem(at: data.appending(path: name))
        }
        let log = data.appending(path: "wal")
        for name in try FileManager.default.contentsOfDirectory(atPath: log.path)
        where name.hasSuffix(".spare") || name.hasSuffix(".tmp") {
            try FileManager.default.removeItem(at: log.appending(path: name))
        }
        try expected.write(
            to: folder.appending(path: "expected.txt"),
            atomically: true,
            encoding: .utf8
        )
    }
}
