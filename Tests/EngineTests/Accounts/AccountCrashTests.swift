import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetStorage
import CarnetTestKit
import Dispatch
import Synchronization
import Testing

/// What the disk holds before each of its calls, and whether the change was acknowledged then.
private final class Moments: Sendable {
    let isAcknowledged = Atomic<Bool>(false)
    private let noted = Mutex<[(files: SimulatedFiles, acknowledged: Bool)]>([])

    var all: [(files: SimulatedFiles, acknowledged: Bool)] { noted.withLock { $0 } }

    func note(_ files: SimulatedFiles) {
        let acknowledged = isAcknowledged.load(ordering: .acquiring)
        noted.withLock { $0.append((files, acknowledged)) }
    }
}

/// A person changes their e-mail, and the server dies before both venues have it.
@Suite struct AccountCrashTests {
    private static let tenants = ["bistro", "salon"]
    private static let old = "ada@example.org"
    private static let new = "new@example.org"

    /// Goal: an e-mail that was proven reaches every linked client at every venue exactly once, wherever
    /// the server dies (CLARIFICATIONS 9). Method: one run on a simulated disk, either as fast as
    /// it goes or with every step on the disk before the next; each moment before a call of the disk
    /// is cut, opened and carried on. A record's version says how often it was changed.
    @Test(arguments: [false, true], 1...UInt64(2 * testScale))
    func R_RES_04_theChangeReachesEveryVenueOnce(stepwise: Bool, seed: UInt64) throws {
        let clock = SimulatedClock(seed: seed)
        let disk = SimulatedDisk(seed: seed)
        let moments = Moments()
        let engine = try Engine.open(disk, .small(.always), clock)
        let id = try Self.person(engine)
        Self.awaitDurable(engine)
        #expect(try Self.emails(engine).map(\.email) == [Self.old, Self.old])
        let before = try Self.emails(engine).map(\.version)
        disk.observeCalls { _, files in moments.note(files) }
        try Self.change(engine) { directory, now, events throws(Refusal) in
            _ = try directory.decideAddress(
                id,
                Array(Self.new.utf8),
                Self.digest,
                now: now,
                events: &events
            )
        }
        Self.awaitDurable(engine)
        try Self.change(engine) { directory, now, events throws(Refusal) in
            _ = try directory.decideProof(
                id,
                session: [],
                now: now,
                matches: { $0 == Self.digest },
                events: &events
            )
        }
        if stepwise {
            Self.awaitDurable(engine)
            moments.isAcknowledged.store(true, ordering: .releasing)
            try Self.carryStepwise(engine, id)
        } else {
            Self.carry(engine, id)
            Self.awaitDurable(engine)
            moments.isAcknowledged.store(true, ordering: .releasing)
        }
        Self.awaitDurable(engine)
        #expect(try Self.emails(engine).map(\.email) == [Self.new, Self.new])
        try engine.close()
        disk.observeCalls(nil)

        let all = moments.all
        #expect(all.count > 4)
        var changedCount = 0
        for (index, moment) in all.enumerated() {
            var random = SeededRandom(seed: seed << 32 | UInt64(index))
            let isKill = index % 3 == 0
            let files =
                isKill
                ? moment.files : moment.files.afterPowerCut(&random, tearsPages: random.oneIn(2))
            let place: Comment = "seed \(seed), call \(index), \(isKill ? "kill" : "power cut")"
            let cut = SimulatedDisk(files, seed: seed)
            let isChanged = try check(cut, clock, id, before, place)
            if moment.acknowledged { #expect(isChanged, place) }
            changedCount += isChanged ? 1 : 0
            // Once more: what was carried stays as it is.
            #expect(try check(cut, clock, id, before, place) == isChanged, place)
        }
        #expect(changedCount > 0 && changedCount < all.count)
        print("account crash test: seed \(seed), \(all.count) moments, \(changedCount) changed")
    }

    /// Opens, carries on, and looks: both venues or none.
    private func check(
        _ disk: SimulatedDisk,
        _ clock: SimulatedClock,
        _ id: AccountID,
        _ before: [UInt32],
        _ place: Comment
    ) throws -> Bool {
        let engine = try Engine.open(disk, .small(.always), clock)
        Self.awaitCarried(engine)
        Self.awaitDurable(engine)
        let account = try #require(engine.directory.shared.account(id), place)
        let isChanged = account.email == Array(Self.new.utf8)
        let found = try Self.emails(engine)
        let wanted = isChanged ? Self.new : Self.old
        #expect(found.map(\.email) == [wanted, wanted], place)
        #expect(found.map(\.version) == before.map { $0 + (isChanged ? 1 : 0) }, place)
        #expect(account.links.allSatisfy { $0.owed == .zero }, place)
        try engine.close()
        return isChanged
    }

    // MARK: The person

    private static let digest = OneTimeCode.Digest(
        salt: [UInt8](repeating: 7, count: OneTimeCode.saltByteCount),
        bytes: [UInt8](repeating: 8, count: Token.digestByteCount)
    )

    /// A client at each venue, linked to one account whose person has signed in at both.
    private static func person(_ engine: Engine) throws -> AccountID {
        let script = CommandScript(tenants: tenants)
        try script.create(engine)
        var id = AccountID(0)
        for tenant in tenants {
            try script.add(engine, tenant, ["last": "Lovelace", "email": old], anyway: true)
            let client = InvitedClient(
                place: ClientPlace(tenant: Array(tenant.utf8), client: ClientID(1)),
                email: Array(old.utf8),
                account: nil
            )
            id = try change(engine) { directory, now, events throws(Refusal) in
                try directory.decideInvite(client, digest, now: now, events: &events).account
            }
            let outcome = try change(engine) { directory, now, events in
                let login = Array(old.utf8)
                return directory.decideSignIn(
                    login: unsafe login.span.bytes,
                    venue: Array(tenant.utf8),
                    session: [UInt8](repeating: 1, count: Token.digestByteCount),
                    now: now,
                    matches: { $0 == digest },
                    events: &events
                )
            }
            #expect(outcome == .signedIn(id, mustProve: false))
            carry(engine, id)
        }
        return id
    }

    /// Runs `body` in the directory, and waits for it.
    private static func change<R: Sendable>(
        _ engine: Engine,
        _ body:
            @escaping @Sendable (borrowing Directory, Timestamp, inout EventBuffer) throws(Refusal)
            -> R
    ) throws -> R {
        let answer = Mutex<Result<R, CommandFailure>?>(nil)
        let done = DispatchSemaphore(value: 0)
        engine.directory.leave { directory in
            let result: Result<R, CommandFailure>
            do throws(CommandFailure) {
                result = .success(try directory.change(body).0)
            } catch {
                result = .failure(error)
            }
            answer.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        return try #require(answer.withLock { $0 }).get()
    }

    /// As fast as it goes.
    private static func carry(_ engine: Engine, _ id: AccountID) {
        let done = DispatchSemaphore(value: 0)
        engine.courier.deliver(id) { _ in done.signal() }
        done.wait()
    }

    /// Each step on the disk before the next one begins.
    private static func carryStepwise(_ engine: Engine, _ id: AccountID) throws {
        let owed = engine.directory.shared.read { directory, _ in directory.news(of: id) }
        #expect(owed.count == 2)
        for (place, news) in owed {
            let tenant = String(decoding: place.tenant, as: UTF8.self)
            let told = try CommandScript(tenants: tenants).onShard(engine, tenant) { shard, _ in
                shard.tell(news, tenant: place.tenant)
            }
            awaitDurable(engine)
            let outcome = try #require(told).outcome
            let done = DispatchSemaphore(value: 0)
            engine.directory.leave { directory in
                directory.note(news, place, outcome)
                done.signal()
            }
            done.wait()
            awaitDurable(engine)
        }
    }

    private static func emails(_ engine: Engine) throws -> [(email: String, version: UInt32)] {
        try tenants.map { tenant in
            try CommandScript(tenants: tenants).onShard(engine, tenant) { shard, name in
                let clients = try shard.requireCell(name).tenant.clients
                guard let bytes = clients.record(1) else { return ("", 0) }
                let record = ClientRecord(bytes)
                let email = record.field(.email).map { bytes.bytes($0).text() } ?? ""
                return (email, record.version)
            }
        }
    }

    /// Carries what is owed, as the engine does by itself a little later, until nothing is; gives up
    /// after a minute.
    private static func awaitCarried(_ engine: Engine) {
        let advanced = DispatchSemaphore(value: 0)
        engine.whenLogAdvances { advanced.signal() }
        let end = DispatchTime.now() + 60
        while DispatchTime.now() < end {
            engine.courier.look()
            let isOwing = engine.directory.shared.read { directory, _ in
                !directory.accounts.owing.isEmpty
            }
            guard isOwing else { return }
            _ = advanced.wait(timeout: .now() + 0.05)
        }
    }

    private static func awaitDurable(_ engine: Engine) {
        let target = engine.log.lastLSN
        let advanced = DispatchSemaphore(value: 0)
        engine.whenLogAdvances { advanced.signal() }
        while engine.log.durableLSN < target { _ = advanced.wait(timeout: .now() + 1) }
    }
}
