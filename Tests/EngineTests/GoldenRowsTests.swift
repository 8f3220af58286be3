import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Foundation
import Testing

/// What came to format 1 behind its first folder: rows and events of their own, which later builds must
/// read as well. Each folder holds all that there was when it was made.
struct GoldenRowsTests {
    /// `v1-lists`: merges, pairs, blocks, consents, receipts of erasures, saved views, addresses that are
    /// kept out; each in a snapshot and in the log behind it.
    @Test(arguments: ["v1-lists"])
    func everyRowOfAReleasedFormatLoads(version: String) async throws {
        let folder = GoldenTests.golden.appending(path: version)
        if GoldenTests.isToBeMade(version) { try await Self.make(folder) }
        let test = try TestEngine(copyOf: folder.appending(path: "data"))
        let script = CommandScript(tenants: [Self.tenant])
        let expected = try String(
            contentsOf: folder.appending(path: "expected.txt"),
            encoding: .utf8
        )
        #expect(try Self.facts(script, test.engine) == expected)
        #expect(script.indexDifferences(test.engine).isEmpty)
        #expect(test.engine.recovery.records > 0, "the log's tail was not replayed")
        try test.close()
    }

    private static let tenant = "salon-7"

    private static func facts(_ script: CommandScript, _ engine: Engine) throws -> String {
        let told = try script.onShard(engine, tenant) { shard, name in
            let tenant = try shard.requireCell(name).tenant
            let views = tenant.views.map {
                "\(String(decoding: $0.name, as: UTF8.self)) \($0.version)"
            }
            return [
                "digest \(tenant.digest.text)", "active \(tenant.activeCount)",
                "merged \(tenant.mergedCount)", "receipts \(tenant.erasures.count)",
                "kept out \(tenant.keepOut.entries.count)",
                "views \(views.joined(separator: ", "))",
            ]
        }
        return told.map { $0 + "\n" }.joined()
    }

    /// The same again behind the snapshot, so that the log has each kind of event.
    private static func make(_ folder: URL) async throws {
        let test = try TestEngine()
        let script = CommandScript(tenants: [tenant])
        try script.create(test.engine)
        for number in 1...24 {
            try script.add(
                test.engine,
                tenant,
                [
                    "first": CommandScript.firsts[number % CommandScript.firsts.count],
                    "last": CommandScript.lasts[number % CommandScript.lasts.count],
                    "email": "guest\(number)@example.org", "phone": "0470 12 34 \(number + 10)",
                    "x.a": "value \(number)", "x.n": "\(number).5",
                ],
                anyway: true
            )
        }
        try change(script, test.engine, from: 1)
        while try !isComplete(script, test.engine) { _ = await test.snapshot() }
        _ = await test.snapshot()
        try change(script, test.engine, from: 13)
        let expected = try facts(script, test.engine)
        try GoldenTests.keep(test, folder, expected)
    }

    private static func isComplete(_ script: CommandScript, _ engine: Engine) throws -> Bool {
        try script.onShard(engine, tenant) { shard, name in
            try shard.requireCell(name).tenant.pendingErasureCount == 0
        }
    }

    /// Merges, marks, views and erasures of the twelve clients from `first` on.
    private static func change(_ script: CommandScript, _ engine: Engine, from first: UInt32) throws
    {
        let merge = try script.merge(engine, tenant, first, [first + 1, first + 2])
        try script.unmerge(engine, tenant, merge.upperBound)
        try script.distinct(engine, tenant, first + 3, first + 4)
        try script.onShard(engine, tenant) { shard, name in
            let cell = try shard.requireCell(name)
            let options = WriteOptions()
            let word = SavedView.Option(word: Array("TAG".utf8), values: [Array("vip".utf8)])
            for view in ["regulars", "from \(first)"] {
                let view = Array(view.utf8)
                let words = first == 1 ? [word] : [word, word]
                _ = try shard.setView(cell, unsafe view.span.bytes, words, options)
            }
            let ids = (first + 5...first + 6).map { ClientID($0) }
            _ = try shard.blockClients(cell, ids, reason: nil, until: nil, options)
            _ = try shard.setNewsletter(cell, ids, to: true, options)
            for (id, key) in [
                (first, nil), (first + 7, KeyedHash(low: 3, high: 5)), (first + 8, nil),
            ] {
                _ = try shard.eraseClients(
                    cell,
                    [ClientID(id)],
                    id == first + 8 ? .anonymized : .erased,
                    isRequested: true,
                    by: Array("desk".utf8),
                    keepOutKey: key,
                    options
                )
            }
        }
    }
}
