import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetTestKit
import Dispatch
import Testing

/// What history tells after an erasure: of everybody else what it told before, of the erased nothing.
struct RedactionTests {
    /// What stood at one moment.
    private struct Moment {
        let lsn: LSN
        let tenants: [Tenant]
    }

    private static let tenants = ["bistro", "salon-7"]

    /// Goal: with history kept, every moment from before some erasures comes back as it was but for who was
    /// erased, byte by byte: records, merges, pairs, bookings, links, replies (the digest is of all of them);
    /// from the log alone and from bases. Method: random commands with snapshots in between, a copy of each
    /// tenant at moments, three clients erased or anonymized, the copies made to forget them and compared
    /// with what is folded; the same after a restart, and a second time after a second erasure.
    @Test(arguments: 1...4 as ClosedRange<UInt64>, [false, true])
    func R_SAL_05_everybodyElsesPastStays(seed: UInt64, hasBases: Bool) async throws {
        var random = SeededRandom(seed: seed)
        let test = try TestEngine { $0.store.segmentByteCount = 1 << 16 }
        var script = CommandScript(tenants: Self.tenants)
        try script.create(test.engine)
        var moments: [Moment] = []
        for round in 0..<8 {
            for _ in 0..<60 { script.step(test.engine, &random) }
            moments.append(try Self.moment(script, test.engine))
            if hasBases, round % 2 == 1 { _ = await test.snapshot() }
        }
        for number in 1...2 as ClosedRange<UInt32> {
            for tenant in Self.tenants {
                try Self.erase(script, test.engine, tenant, number, &random)
            }
            try #require(Self.awaitComplete(script, test.engine, number), "seed \(seed)")
            let toldCount = try Self.compare(
                script,
                test.engine,
                moments,
                "seed \(seed), erasure \(number)"
            )
            #expect(toldCount == moments.count * Self.tenants.count, "seed \(seed)")
            let traces = try Self.traces(script, test.engine)
            #expect(traces == [], "seed \(seed), erasure \(number): \(traces)")
            #expect(try Verify(test.engine.storage).run().exitCode == 0, "seed \(seed)")
            moments.append(try Self.moment(script, test.engine))
            for _ in 0..<20 { script.step(test.engine, &random) }
        }
        let digests = script.digests(test.engine)
        try test.reopen()
        #expect(script.digests(test.engine) == digests, "seed \(seed)")
        _ = try Self.compare(
            script,
            test.engine,
            moments,
            "seed \(seed), reopened"
        )
        try test.close()
        let report = try Verify(test.engine.storage).run(deep: DeepCheck())
        #expect(report.exitCode == 0, "seed \(seed): \(report.findings)")
    }

    /// Goal: a folder restored to a moment from before an erasure is sound, deeply too, holds everybody else
    /// and nobody who was erased.
    @Test func R_SAL_05_aRestoredFolderHoldsNobodyErased() async throws {
        var random = SeededRandom(seed: 5)
        let test = try TestEngine { $0.store.segmentByteCount = 1 << 16 }
        var script = CommandScript(tenants: Self.tenants)
        try script.create(test.engine)
        for round in 0..<6 {
            for _ in 0..<60 { script.step(test.engine, &random) }
            if round % 2 == 1 { _ = await test.snapshot() }
        }
        let moment = try Self.moment(script, test.engine)
        for _ in 0..<60 { script.step(test.engine, &random) }
        for tenant in Self.tenants { try Self.erase(script, test.engine, tenant, 1, &random) }
        try #require(Self.awaitComplete(script, test.engine, 1))
        let disk = SimulatedDisk(seed: 5)
        let report = try PastFolder.build(
            from: test.engine.storage,
            to: disk,
            at: .lsn(moment.lsn),
            uuid: StoreUUID(high: 7, low: 5),
            now: { 1_800_000_000_000_000 }
        )
        #expect(report.tenantCount == Self.tenants.count)
        #expect(try Verify(disk).run(deep: DeepCheck()).exitCode == 0)
        let engine = try Engine.open(disk, .small(.always), SimulatedClock(seed: 5))
        for (index, name) in Self.tenants.enumerated() {
            let erasures = try Self.erasures(script, test.engine, name)
            let restored = try script.onShard(engine, name) { shard, name in
                try shard.requireCell(name).tenant
            }
            Self.expectSame(restored, moment.tenants[index], erasures, exactly: false, "\(name)")
        }
        try engine.close()
        try test.close()
    }

    /// Goal: who was once merged with somebody who stays, and parted again, has history given up: what was said of
    /// the one may stand with the other. Method: such a client erased; nothing is told of before, and no file holds
    /// the word. A second one, who never was, is erased afterwards, and history begins behind the first.
    @Test func R_SAL_05_aMixedPastIsGivenUp() throws {
        let test = try TestEngine { $0.store.segmentByteCount = 1 << 16 }
        let script = CommandScript(tenants: Self.tenants)
        try script.create(test.engine)
        let (a, b) = (Self.tenants[0], Self.tenants[1])
        for number in 1...4 {
            let fields = ["last": "Secretname\(number)", "email": "s\(number)@example.org"]
            try script.add(test.engine, a, fields, anyway: true)
            try script.add(test.engine, b, fields, anyway: true)
        }
        try script.merge(test.engine, a, 1, [2])
        try script.unmerge(test.engine, a, 1)
        let before = test.engine.log.lastLSN
        for tenant in [a, b] { try Self.erase(script, test.engine, tenant, [ClientID(2)]) }
        try #require(Self.awaitComplete(script, test.engine, 1))
        #expect(try Self.past(test.engine, a, before) == nil)
        #expect(try Self.traces(script, test.engine) == [])
        let between = test.engine.log.lastLSN
        for tenant in [a, b] { try Self.erase(script, test.engine, tenant, [ClientID(4)]) }
        try #require(Self.awaitComplete(script, test.engine, 2))
        let told = try #require(try Self.past(test.engine, b, between))
        #expect(told.0.status(of: ClientID(3)) == .active)
        var found: [String] = []
        try StoredBytes(test.engine.storage).run { path, bytes in
            let text = String(decoding: bytes.array(), as: UTF8.self)
            if text.contains("Secretname2") || text.contains("Secretname4") { found.append(path) }
        }
        #expect(found == [])
        try test.close()
    }

    // MARK: Looking

    /// Files that ERASURE.VERIFY would name, of any receipt.
    private static func traces(_ script: CommandScript, _ engine: Engine) throws -> [String] {
        try tenants.flatMap { name in
            let traces = try script.onShard(engine, name) { shard, name in
                let tenant = try shard.requireCell(name).tenant
                return tenant.erasures.map { ErasedTraces(tenant, $0) }
            }
            return try traces.flatMap { try $0.files(engine.storage) }
        }
    }

    private static func moment(_ script: CommandScript, _ engine: Engine) throws -> Moment {
        let all = try tenants.map { name in
            try script.onShard(engine, name) { shard, name in try shard.requireCell(name).tenant }
        }
        return Moment(lsn: engine.log.lastLSN, tenants: all)
    }

    private static func erasures(
        _ script: CommandScript,
        _ engine: Engine,
        _ tenant: String
    ) throws -> [Erasure] {
        try script.onShard(engine, tenant) { shard, name in
            try shard.requireCell(name).tenant.erasures
        }
    }

    /// Answers how many moments could be told.
    private static func compare(
        _ script: CommandScript,
        _ engine: Engine,
        _ moments: [Moment],
        _ place: String
    ) throws -> Int {
        var toldCount = 0
        for (index, name) in tenants.enumerated() {
            let erasures = try erasures(script, engine, name)
            for moment in moments {
                guard let (tenant, isWhole) = try past(engine, name, moment.lsn) else { continue }
                toldCount += 1
                expectSame(
                    tenant,
                    moment.tenants[index],
                    erasures.filter { $0.lsn > moment.lsn },
                    exactly: isWhole,
                    "\(place), \(name) at \(moment.lsn.value)"
                )
            }
        }
        return toldCount
    }

    /// A tenant as it was, and whether the log alone told it; nil where history does not go back so far.
    private static func past(
        _ engine: Engine,
        _ name: String,
        _ lsn: LSN
    ) throws -> (Tenant, isWhole: Bool)? {
        var past = TenantPast(engine.storage, tenant: Array(name.utf8))
        do throws(PastError) {
            return (try past.state(atMilliseconds: .max, upTo: lsn), past.isWhole)
        } catch .trimmed {
            return nil
        }
    }

    /// Both forget the erasures; `exactly`: to the same digest, else in all that is not of the erased.
    private static func expectSame(
        _ found: Tenant,
        _ wanted: Tenant,
        _ erasures: [Erasure],
        exactly: Bool,
        _ place: String
    ) {
        var (found, wanted) = (found, wanted)
        var staging = ByteWriter()
        var gone: Set<UInt32> = []
        for erasure in erasures {
            found.forget(erasure, staging: &staging)
            wanted.forget(erasure, staging: &staging)
        }
        // Of those who were erased before, versions may differ.
        for erasure in erasures + wanted.erasures { gone.formUnion(erasure.clients.map(\.value)) }
        let emptied = expectSameBookings(found, wanted, gone, place)
        // A booking that was emptied has one version more where there was something to be taken out.
        if exactly, emptied == 0 { #expect(found.digest == wanted.digest, "\(place)") }
        #expect(found.activeCount == wanted.activeCount, "\(place)")
        #expect(found.inactiveCount == wanted.inactiveCount, "\(place)")
        #expect(found.mergedCount == wanted.mergedCount, "\(place)")
        #expect(found.nextClient == wanted.nextClient, "\(place)")
        #expect(found.erasures.count == wanted.erasures.count, "\(place)")
        #expect(found.erasures.map(\.counts) == wanted.erasures.map(\.counts), "\(place)")
        for number in 1..<max(2, wanted.nextClient.value) {
            let id = ClientID(number)
            #expect(found.status(of: id) == wanted.status(of: id), "\(place), client \(number)")
            guard !gone.contains(number) else { continue }
            let record = found.clients.record(number)?.array()
            #expect(record == wanted.clients.record(number)?.array(), "\(place), client \(number)")
            #expect(
                found.merges(of: id).sorted() == wanted.merges(of: id).sorted(),
                "\(place), client \(number)"
            )
            #expect(found.links(of: id) == wanted.links(of: id), "\(place), client \(number)")
        }
    }

    /// Bookings of the erased are compared without version and time of the last change; answers how many
    /// those are.
    private static func expectSameBookings(
        _ found: Tenant,
        _ wanted: Tenant,
        _ gone: Set<UInt32>,
        _ place: String
    ) -> Int {
        var emptied = 0
        #expect(found.nextBooking == wanted.nextBooking, "\(place)")
        for number in 1..<max(2, wanted.nextBooking.value) {
            let isEmptied =
                wanted.withBooking(BookingID(number)) { bytes in
                    gone.contains { BookingRecord(bytes).has(ClientID($0)) }
                } ?? false
            if isEmptied { emptied += 1 }
            let (a, b) = (
                booking(number, of: found, isEmptied), booking(number, of: wanted, isEmptied)
            )
            #expect(a == b, "\(place), booking \(number)")
        }
        return emptied
    }

    private static func booking(_ number: UInt32, of tenant: Tenant, _ isEmptied: Bool) -> String? {
        tenant.withBooking(BookingID(number)) { bytes in
            guard isEmptied else { return "\(bytes.array())" }
            let record = BookingRecord(bytes)
            let fields = bytes.extracting(record.fieldsOffset..<bytes.byteCount).array()
            let span = "\(record.startMilliseconds) \(record.endMilliseconds)"
            return "\(record.client) \(span) \(record.keptStatus) \(fields)"
        }
    }

    // MARK: Erasing

    /// Erases, or anonymizes, some who were never parted again from somebody who stays.
    private static func erase(
        _ script: CommandScript,
        _ engine: Engine,
        _ tenant: String,
        _ number: UInt32,
        _ random: inout SeededRandom
    ) throws {
        let kind: Erasure.Kind = random.oneIn(3) ? .anonymized : .erased
        let start = UInt32.random(in: 1...30, using: &random)
        let ids = try script.onShard(engine, tenant) { shard, name in
            let tenant = try shard.requireCell(name).tenant
            let ids = (start..<tenant.nextClient.value).map { ClientID($0) }.filter { id in
                tenant.status(of: id) == .active
                    && ([id] + tenant.merges(of: id).compactMap { tenant.mergeRow($0)?.double })
                        .allSatisfy { member in
                            tenant.merges(of: member)
                                .allSatisfy { tenant.mergeRow($0)?.stands ?? true }
                        }
            }
            return Array(ids.prefix(3))
        }
        try #require(!ids.isEmpty)
        let receipt = try erase(script, engine, tenant, ids, kind)
        try #require(receipt?.number == number)
    }

    @discardableResult
    private static func erase(
        _ script: CommandScript,
        _ engine: Engine,
        _ tenant: String,
        _ ids: [ClientID],
        _ kind: Erasure.Kind = .erased
    ) throws -> Erasure? {
        try script.onShard(engine, tenant) { shard, name in
            try shard.eraseClients(
                shard.requireCell(name),
                ids,
                kind,
                isRequested: true,
                by: [],
                WriteOptions()
            ).receipt
        }
    }

    /// Waits until both tenants' receipts of that number are complete; false after a minute.
    private static func awaitComplete(
        _ script: CommandScript,
        _ engine: Engine,
        _ number: UInt32
    ) -> Bool {
        let advanced = DispatchSemaphore(value: 0)
        engine.whenLogAdvances { advanced.signal() }
        let end = DispatchTime.now() + 60
        while DispatchTime.now() < end {
            let lsns = tenants.map { tenant in
                try? script.onShard(engine, tenant) { shard, name in
                    let receipt = try shard.requireCell(name).tenant.erasure(number)
                    return receipt?.stage == .complete ? receipt?.completeLSN : nil
                }
            }
            let durable = engine.log.durableLSN
            if lsns.allSatisfy({ ($0 ?? nil).map { durable >= $0 } ?? false }) { return true }
            _ = advanced.wait(timeout: .now() + 0.2)
        }
        return false
    }
}
