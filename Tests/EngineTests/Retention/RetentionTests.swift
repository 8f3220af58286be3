import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Synchronization
import Testing

/// Whoever has been away for too long is anonymized by the engine itself, by a clock that the test
/// steps.
struct RetentionTests {
    /// A clock that stands until somebody moves it.
    private final class SteppedClock: Sendable {
        private let microseconds = Atomic<UInt64>(1_700_000_000_000_000)

        var now: UInt64 { microseconds.load(ordering: .relaxed) }

        func advance(days: UInt64) {
            microseconds.wrappingAdd(days * 86_400_000_000, ordering: .relaxed)
        }
    }

    private static func keepsOneYear(_ script: CommandScript, _ engine: Engine) throws {
        try script.onShard(engine, "bistro") { shard, name in
            _ = try shard.changeSettings(
                shard.requireCell(name),
                [GivenSetting(word: "retention_months", value: "12")],
                WriteOptions()
            )
        }
    }

    private static func lasts(_ script: CommandScript, _ engine: Engine) throws -> [String?] {
        try script.onShard(engine, "bistro") { shard, name in
            let tenant = try shard.requireCell(name).tenant
            return (1...tenant.clients.numberMax).map { number in
                guard let bytes = tenant.clients.record(number) else { return nil }
                let record = ClientRecord(bytes)
                return record.field(.last).map { bytes.bytes($0).text() }
            }
        }
    }

    @Test func R_CAL_03_whoIsAwayTooLongIsAnonymizedByEventsAlone() throws {
        let clock = SteppedClock()
        let test = try TestEngine(clock: { clock.now })
        let script = CommandScript(tenants: ["bistro"])
        try script.create(test.engine)
        for number in 1...70 {
            try script.add(
                test.engine,
                "bistro",
                ["last": "Old\(number)", "email": "old\(number)@example.org"],
                anyway: true
            )
        }
        try Self.keepsOneYear(script, test.engine)
        test.engine.retain()
        clock.advance(days: 300)
        _ = try script.set(test.engine, "bistro", 7, ["city": "Gent"])
        test.engine.retain()
        #expect(try Self.lasts(script, test.engine).allSatisfy { $0 != nil })
        clock.advance(days: 80)
        test.engine.retain()
        let kept = (1...70).map { $0 == 7 ? "Old7" : nil }
        #expect(try Self.lasts(script, test.engine) == kept)
        let receipts = try script.onShard(test.engine, "bistro") { shard, name in
            try shard.requireCell(name).tenant.erasures
        }
        #expect(receipts.allSatisfy { $0.isByRetention && $0.kind == .anonymized })
        #expect(receipts.flatMap(\.clients).count == 69)
        // A replay has no clock to ask: it comes to the same by the events.
        let digests = script.digests(test.engine)
        try test.reopen()
        #expect(try Self.lasts(script, test.engine) == kept)
        #expect(script.indexDifferences(test.engine).isEmpty)
        if receipts.allSatisfy({ $0.stage == .complete }) {
            #expect(script.digests(test.engine) == digests)
        }
        clock.advance(days: 400)
        test.engine.retain()
        #expect(try Self.lasts(script, test.engine).allSatisfy { $0 == nil })
        try test.close()
    }
}
