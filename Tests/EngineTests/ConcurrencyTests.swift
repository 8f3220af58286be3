import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Foundation
import Testing

/// Many threads at once: run under the thread sanitizer by `.ci/run`.
struct ConcurrencyTests {
    static let tenants = ["bistro", "salon-7", "hotel.x", "pho"]

    /// Goal: every command has LSNs of its own, every reply leaves, and what the threads have made
    /// together comes back. Method: writers on all tenants from several threads, replies held at a
    /// gate as connections do it, readers and snapshot rounds beside them; then a restart.
    @Test func commandsReadersAndSnapshotsSideBySide() async throws {
        let test = try TestEngine()
        let script = CommandScript(tenants: Self.tenants)
        try script.create(test.engine)
        let before = test.engine.log.lastLSN
        let engine = test.engine
        let lsns = Collected()
        let writers = 4
        let commands = 400
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask { Self.write(engine, writer, commands, lsns) }
            }
            group.addTask {
                for _ in 0..<12 {
                    let progress = engine.snapshotAndWait()
                    #expect(progress.state == .done, "\(progress.failure)")
                }
            }
            group.addTask {
                for _ in 0..<60 {
                    _ = script.digests(engine)
                    #expect(engine.log.durableLSN <= engine.log.lastLSN)
                }
            }
        }
        let all = lsns.all
        #expect(all.count == writers * commands)
        #expect(Set(all).count == all.count, "two commands had one LSN")
        // One event a command and nothing else: the numbers are dense.
        #expect(all.max() == engine.log.lastLSN.value)
        #expect(engine.log.lastLSN.value - before.value == UInt64(all.count))
        let digests = script.digests(engine)
        try test.reopen()
        #expect(script.digests(test.engine) == digests)
        #expect(script.indexDifferences(test.engine).isEmpty)
        try test.close()
    }

    /// Adds clients; every reply is awaited now and then.
    private static func write(
        _ engine: Engine,
        _ writer: Int,
        _ commands: Int,
        _ lsns: Collected
    ) {
        let script = CommandScript(tenants: tenants)
        let gate = TestGate(engine)
        for command in 0..<commands {
            let fields = [
                "first": CommandScript.firsts[command % CommandScript.firsts.count],
                "last": "W\(writer)-\(command)",
                "email": "w\(writer).\(command)@example.org",
            ]
            let tenant = tenants[(writer + command) % tenants.count]
            guard
                case .created(let result)? = try? script.add(engine, tenant, fields, anyway: true),
                let lsn = result.lsn
            else {
                Issue.record("writer \(writer), command \(command)")
                continue
            }
            lsns.add(lsn.value)
            gate.reply(lsn)
            if command % 16 == 15 { #expect(gate.drain(), "a reply never left") }
        }
        #expect(gate.drain(), "a reply never left")
        #expect(gate.told <= engine.log.durableLSN)
    }

    /// Goal: a stop right behind the load, while a round of snapshots runs, keeps everything, over
    /// and over. Method: writers and a round, then some restarts in a row.
    @Test func aStopRightBehindTheLoadKeepsEverything() async throws {
        let test = try TestEngine()
        let script = CommandScript(tenants: Self.tenants)
        try script.create(test.engine)
        let engine = test.engine
        let lsns = Collected()
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<3 { group.addTask { Self.write(engine, writer, 100, lsns) } }
            group.addTask { _ = engine.snapshotAndWait() }
        }
        let digests = script.digests(engine)
        for _ in 0..<3 {
            try test.reopen()
            #expect(script.digests(test.engine) == digests)
        }
        try test.close()
    }
}

/// Numbers that several threads collect.
///
/// `@unchecked Sendable`: `lock` orders every access.
private final class Collected: @unchecked Sendable {
    private let lock = NSLock()
    private var numbers: [UInt64] = []

    var all: [UInt64] { lock.withLock { numbers } }

    func add(_ number: UInt64) { lock.withLock { numbers.append(number) } }
}
