import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetTestKit
import Foundation
import Synchronization
import Testing

/// What the disk holds before each of its calls, and whether the erasure was acknowledged then.
private final class MomentRecorder: Sendable {
    let isErased = Atomic<Bool>(false)
    private let moments = Mutex<[(files: SimulatedFiles, erased: Bool)]>([])

    var all: [(files: SimulatedFiles, erased: Bool)] { moments.withLock { $0 } }

    func note(_ files: SimulatedFiles) {
        let erased = isErased.load(ordering: .acquiring)
        moments.withLock { $0.append((files, erased)) }
    }
}

/// What was erased leaves every file of the data folder, whatever happens on the way.
@Suite struct ErasureCrashTests {
    static let secrets = [
        "Wunderlich", "Zauberin", "z@secret.example", "alt@secret.example", "Altname", "Zweitname",
        "Geheimnotiz", "Tischwunsch", "Gastname", "REF-SECRET",
    ]
    static let stride = testsEveryPlace ? 1 : 3
    static let tenant = "bistro"

    /// Goal: once a receipt is complete no byte of the folder, raw or decompressed, is of the person;
    /// and whatever call of the disk a power cut or a kill comes before, the next start finishes the
    /// erasure if it was acknowledged, no other client is lost, and history tells of them as before. Method: one run on a simulated disk
    /// from creation to the complete receipt; every few moments are cut, opened and waited for.
    @Test(arguments: 1...UInt64(2 * testScale))
    func R_SAL_05_completeMeansGoneFromEveryFile(seed: UInt64) throws {
        let clock = SimulatedClock(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        let recorder = MomentRecorder()
        let engine = try Engine.open(disk, .small(.always), clock)
        let script = CommandScript(tenants: [Self.tenant])
        try script.create(engine)
        try Self.addPeople(script, engine)
        // An older snapshot and an older segment hold the person.
        #expect(engine.snapshotAndWait().state == .done)
        #expect(!Self.found(disk).isEmpty)
        let before = engine.log.lastLSN
        disk.observeCalls { _, files in recorder.note(files) }
        let receipt = try Self.erase(script, engine, 1)
        #expect(receipt.stage == .pending)
        Self.awaitDurable(engine)
        recorder.isErased.store(true, ordering: .releasing)
        try script.add(
            engine,
            Self.tenant,
            ["last": "After", "email": "after@example.org"],
            anyway: true
        )
        #expect(Self.awaitComplete(script, engine), "seed \(seed)")
        disk.observeCalls(nil)
        #expect(Self.found(disk) == [], "seed \(seed)")
        try engine.close()
        #expect(Self.found(disk) == [], "seed \(seed), closed")
        try Self.expectPast(disk, before, "seed \(seed)")

        let all = recorder.all
        #expect(all.count > 20)
        var cuts = 0
        for (index, moment) in all.enumerated() where (index + Int(seed)) % Self.stride == 0 {
            var random = SeededRandom(seed: seed << 32 | UInt64(index))
            let isKill = index % 3 == 0
            let files =
                isKill
                ? moment.files : moment.files.afterPowerCut(&random, tearsPages: random.oneIn(2))
            let place: Comment = "seed \(seed), call \(index), \(isKill ? "kill" : "power cut")"
            try check(SimulatedDisk(files, seed: seed), clock, moment.erased, before, place)
            cuts += 1
        }
        print("erasure crash test: seed \(seed), \(cuts) of \(all.count) moments")
    }

    private func check(
        _ disk: SimulatedDisk,
        _ clock: SimulatedClock,
        _ erased: Bool,
        _ before: LSN,
        _ place: Comment
    ) throws {
        let engine = try Engine.open(disk, .small(.always), clock)
        let script = CommandScript(tenants: [Self.tenant])
        let (status, others, isKnown) = try script.onShard(engine, Self.tenant) { shard, name in
            let tenant = try shard.requireCell(name).tenant
            return (
                tenant.status(of: ClientID(1)), tenant.activeCount, tenant.erasure(1) != nil
            )
        }
        #expect(others >= 6, place)
        if erased { #expect(status == .erased, place) }
        #expect(isKnown == (status == .erased), place)
        if isKnown {
            #expect(Self.awaitComplete(script, engine), place)
            #expect(Self.found(disk) == [], place)
            try Self.expectPast(disk, before, place)
        }
        try engine.close()
        #expect(try Verify(disk).run(deep: DeepCheck()).exitCode == 0, place)
    }

    /// The others' past is told as before.
    private static func expectPast(
        _ disk: SimulatedDisk,
        _ before: LSN,
        _ place: Comment
    ) throws {
        var past = TenantPast(disk, tenant: Array(tenant.utf8))
        let tenant = try past.state(atMilliseconds: .max, upTo: before)
        for number in 3...8 as ClosedRange<UInt32> {
            let email = Self.field(.email, of: number, in: tenant)
            #expect(email == "o\(number - 3)@example.org", place)
        }
        #expect(Self.field(.last, of: 1, in: tenant) == nil, place)
    }

    private static func field(
        _ field: ClientField,
        of number: UInt32,
        in tenant: Tenant
    ) -> String? {
        guard let bytes = tenant.clients.record(number),
            let range = ClientRecord(bytes).field(field)
        else { return nil }
        return String(decoding: bytes.extracting(range).array(), as: UTF8.self)
    }

    // MARK: The people

    private static func addPeople(_ script: CommandScript, _ engine: Engine) throws {
        try script.add(
            engine,
            tenant,
            ["first": "Zauberin", "last": "Wunderlich", "email": "z@secret.example"],
            anyway: true,
            key: "k1"
        )
        try script.add(
            engine,
            tenant,
            ["first": "Zauberin", "last": "Altname", "email": "alt@secret.example"],
            anyway: true
        )
        for number in 0..<6 {
            try script.add(
                engine,
                tenant,
                ["last": "Other", "email": "o\(number)@example.org"],
                anyway: true
            )
        }
        _ = try script.set(engine, tenant, 1, ["last": "Zweitname", "note": "Geheimnotiz"])
        _ = try script.set(engine, tenant, 1, ["last": "Wunderlich"])
        // One that is over before the merge, and one that stays.
        for day in 1...2 { try book(script, engine, day) }
        try script.merge(engine, tenant, 1, [2], key: "k2")
        invite(engine)
    }

    /// A booking of both persons, and a link.
    private static func book(_ script: CommandScript, _ engine: Engine, _ day: Int) throws {
        try script.onShard(engine, tenant) { shard, name in
            let cell = try shard.requireCell(name)
            var fields = GivenBookingFields()
            // The person leaves the first one, and what was said stays with who is left.
            try fields.add(.request, Array("\(day == 1 ? "any" : "Tischwunsch")".utf8))
            try fields.add(.note, Array("\(day == 1 ? "any" : "Gastname")".utf8))
            let start = Array("2020-03-0\(day)T19:30".utf8)
            var request = BookingRequest(
                client: ClientID(3),
                span: try BookingSpan(
                    start: unsafe start.span.bytes,
                    end: nil,
                    zone: shard.zone(of: cell)
                ),
                fields: fields,
                caller: .staff
            )
            request.with = [ClientID(1)]
            let id = try shard.addBooking(cell, request, WriteOptions()).id
            if day == 1 {
                _ = try shard.cancelBooking(
                    cell,
                    id,
                    leaving: ClientID(1),
                    by: .staff,
                    WriteOptions()
                )
            }
            let reference = Array("REF-SECRET-\(day)".utf8)
            let kind: LinkKind = day == 1 ? .order : .voucher
            _ = try shard.addLink(
                cell,
                ClientID(1),
                kind,
                unsafe reference.span.bytes,
                WriteOptions()
            )
        }
    }

    /// The person gets an account that nobody ever uses: it goes with the client.
    private static func invite(_ engine: Engine) {
        let client = InvitedClient(
            place: ClientPlace(tenant: Array(tenant.utf8), client: ClientID(1)),
            email: Array("z@secret.example".utf8),
            account: nil
        )
        let digest = OneTimeCode.Digest(
            salt: [UInt8](repeating: 7, count: OneTimeCode.saltByteCount),
            bytes: [UInt8](repeating: 8, count: Token.digestByteCount)
        )
        let done = DispatchSemaphore(value: 0)
        engine.directory.leave { directory in
            let invitation = try? directory.change { directory, now, events throws(Refusal) in
                try directory.decideInvite(client, digest, now: now, events: &events)
            }
            #expect(invitation != nil)
            done.signal()
        }
        done.wait()
        let carried = DispatchSemaphore(value: 0)
        engine.courier.deliver(AccountID(1)) { _ in carried.signal() }
        carried.wait()
    }

    private static func erase(
        _ script: CommandScript,
        _ engine: Engine,
        _ number: UInt32
    ) throws -> Erasure {
        let result = try script.onShard(engine, tenant) { shard, name in
            try shard.eraseClients(
                shard.requireCell(name),
                [ClientID(number)],
                .erased,
                isRequested: true,
                by: [],
                WriteOptions()
            )
        }
        return try #require(result.receipt)
    }

    private static func awaitDurable(_ engine: Engine) {
        let target = engine.log.lastLSN
        let advanced = DispatchSemaphore(value: 0)
        engine.whenLogAdvances { advanced.signal() }
        while engine.log.durableLSN < target { _ = advanced.wait(timeout: .now() + 1) }
    }

    /// Waits until receipt 1 is complete and that is durable; false after a minute.
    private static func awaitComplete(_ script: CommandScript, _ engine: Engine) -> Bool {
        let advanced = DispatchSemaphore(value: 0)
        engine.whenLogAdvances { advanced.signal() }
        let end = DispatchTime.now() + 60
        while DispatchTime.now() < end {
            let lsn = try? script.onShard(engine, tenant) { shard, name in
                let receipt = try shard.requireCell(name).tenant.erasure(1)
                return receipt?.stage == .complete ? receipt?.completeLSN : nil
            }
            if let lsn, engine.log.durableLSN >= lsn { return true }
            _ = advanced.wait(timeout: .now() + 0.2)
        }
        return false
    }

    /// Which of the person's words stand where.
    private static func found(_ disk: SimulatedDisk) -> [String] {
        var found: [String] = []
        do {
            try StoredBytes(disk.afterKill()).run { path, bytes in
                let data = Data(bytes.array())
                for secret in secrets where data.range(of: Data(secret.utf8)) != nil {
                    found.append("\(secret) in \(path)")
                }
            }
        } catch {
            found.append("\(error)")
        }
        return found
    }
}
