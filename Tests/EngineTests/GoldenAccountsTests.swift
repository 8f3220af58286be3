import CarnetBytes
import CarnetEngine
import CarnetModel
import Dispatch
import Foundation
import Synchronization
import Testing

/// What came to format 1 with persons' own sign-ins: the rows of accounts and of tokens, and the marks
/// of clients that are linked.
struct GoldenAccountsTests {
    /// `v1-accounts`: events of the kinds 50 to 63 in a snapshot, and again in the log behind it; 57 is
    /// written by no version so far.
    @Test(arguments: ["v1-accounts"])
    func everyRowOfAReleasedFormatLoads(version: String) async throws {
        let folder = GoldenTests.golden.appending(path: version)
        if GoldenTests.isToBeMade(version) { try await Self.make(folder) }
        let test = try TestEngine(copyOf: folder.appending(path: "data"))
        let expected = try String(
            contentsOf: folder.appending(path: "expected.txt"),
            encoding: .utf8
        )
        #expect(try Self.facts(test.engine) == expected)
        #expect(test.engine.recovery.records > 0, "the log's tail was not replayed")
        try test.close()
    }

    private static let tenants = ["bistro", "salon-7"]
    private static let script = CommandScript(tenants: tenants)

    /// Digests, and each account by hand.
    private static func facts(_ engine: Engine) throws -> String {
        var lines = zip(tenants, script.digests(engine)).map { "\($0.0) \($0.1)" }
        lines += engine.directory.shared.read { directory, _ in
            let accounts = directory.accounts
            var lines = ["directory \(directory.digest.text), next \(accounts.next.value)"]
            lines += directory.tokens.map { "token \(String(decoding: $0.name, as: UTF8.self))" }
            for number in 1...max(1, accounts.numberMax) {
                guard let account = accounts.account(AccountID(number)) else { continue }
                lines.append(text(account))
            }
            return lines
        }
        for tenant in tenants {
            lines += try script.onShard(engine, tenant) { shard, name in
                let cell = try shard.requireCell(name)
                return (1...cell.tenant.clients.numberMax).compactMap { number in
                    let account = shard.account(cell, of: ClientID(number))
                    let locked = FieldLocks.fields(shard.lockedFields(cell, of: ClientID(number)))
                    return account.map {
                        "\(tenant)/\(number) account \($0.id.value), \(locked.count) locked"
                    }
                }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func text(_ account: Account) -> String {
        let links = account.links.map {
            "\(String(decoding: $0.place.tenant, as: UTF8.self))/\($0.place.client.value)"
        }
        let venues = account.venues.map { String(decoding: $0, as: UTF8.self) }
        return "account \(account.id.value) \(String(decoding: account.login, as: UTF8.self)) "
            + "\(String(decoding: account.email, as: UTF8.self)) proven \(account.isProven) "
            + "links \(links) venues \(venues) sessions \(account.sessions.count) "
            + "codes \(account.codes.map(\.purpose.rawValue)) administers \(account.administered.count)"
    }

    /// The same again behind the snapshot, so that the log has each kind of event.
    private static func make(_ folder: URL) async throws {
        let test = try TestEngine()
        try script.create(test.engine)
        for tenant in tenants {
            for number in 1...10 {
                let fields = ["last": "Guest \(number)", "email": "guest\(number)@example.org"]
                try script.add(test.engine, tenant, fields, anyway: true)
            }
        }
        try change(test.engine, from: 1)
        _ = await test.snapshot()
        _ = await test.snapshot()
        try change(test.engine, from: 6)
        let isOwing = test.engine.directory.shared.read { directory, _ in
            !directory.accounts.owing.isEmpty
        }
        #expect(!isOwing, "a start would carry on what is owed")
        try GoldenTests.keep(test, folder, try facts(test.engine))
    }

    /// Everything that accounts can come to, of the five clients from `first` on at either venue.
    private static func change(_ engine: Engine, from first: UInt32) throws {
        try tokens(engine, first)
        // At both venues, with a wrong code in between; then another address, an administrator's mark.
        let person = try signIn(engine, "salon-7", first)
        _ = try invite(engine, "bistro", first)
        #expect(try bring(engine, mail(first), wrong, "bistro") == .wrong)
        #expect(try signIn(engine, "bistro", first) == person)
        let new = Array("new\(first)@example.org".utf8)
        _ = try run(engine) { directory, now, events throws(Refusal) in
            try directory.decideAddress(person, new, right, now: now, events: &events)
        }
        _ = try run(engine) { directory, now, events throws(Refusal) in
            try directory.decideProof(
                person,
                session: session,
                now: now,
                matches: { $0 == right },
                events: &events
            )
        }
        carry(engine, person)
        _ = try run(engine) { directory, _, events throws(Refusal) in
            try directory.decideAdmin(person, of: Array("bistro".utf8), true, events: &events)
        }
        // Two of one person, who says so with a code.
        let other = try signIn(engine, "bistro", first + 1)
        let place = ClientPlace(tenant: Array("salon-7".utf8), client: ClientID(first + 2))
        let joined = try signIn(engine, "salon-7", first + 2)
        let client = InvitedClient(place: place, email: [], account: joined)
        _ = try run(engine) { directory, now, events throws(Refusal) in
            try directory.decideLogin(
                client,
                mail(first + 1),
                isSame: true,
                takesFree: true,
                right,
                now: now,
                events: &events
            )
        }
        _ = try bring(engine, mail(first + 1), right, "salon-7")
        carry(engine, other)
        // One whose link goes, one who goes with it, and one who was asked and has not come yet.
        _ = try signIn(engine, "bistro", first + 3)
        for (tenant, client) in [("bistro", first + 3), ("salon-7", first + 4)] {
            let id = try invite(engine, tenant, client)
            let place = ClientPlace(tenant: Array(tenant.utf8), client: ClientID(client))
            _ = try run(engine) { directory, _, events in
                directory.decideForget([place], id, events: &events)
            }
        }
        _ = try invite(engine, "bistro", first + 4)
    }

    private static func tokens(_ engine: Engine, _ first: UInt32) throws {
        let names = ["desk-\(first)", "till-\(first)"].map { Array($0.utf8) }
        for name in names {
            _ = try onDirectory(engine) { directory throws(CommandFailure) in
                try directory.create(wantsSync: false) { created in
                    Token(
                        name: name,
                        role: .partner,
                        tenants: [Array("bistro".utf8)],
                        partner: Array("sun".utf8),
                        digest: right.bytes,
                        createdMilliseconds: created,
                        expiresMilliseconds: 4_000_000_000_000
                    )
                }.lsn
            }
        }
        _ = try onDirectory(engine) { directory throws(CommandFailure) in
            try directory.revoke(names[1], wantsSync: false)
        }
    }

    // MARK: Codes that everybody knows

    private static let right = digest(8)
    private static let wrong = digest(9)
    private static let session = [UInt8](repeating: 1, count: Token.digestByteCount)

    private static func digest(_ byte: UInt8) -> OneTimeCode.Digest {
        OneTimeCode.Digest(
            salt: [UInt8](repeating: 7, count: OneTimeCode.saltByteCount),
            bytes: [UInt8](repeating: byte, count: Token.digestByteCount)
        )
    }

    private static func mail(_ number: UInt32) -> [UInt8] {
        Array("guest\(number)@example.org".utf8)
    }

    private static func invite(
        _ engine: Engine,
        _ tenant: String,
        _ number: UInt32
    ) throws -> AccountID {
        let account = try script.onShard(engine, tenant) { shard, name in
            shard.account(try shard.requireCell(name), of: ClientID(number))?.id
        }
        let client = InvitedClient(
            place: ClientPlace(tenant: Array(tenant.utf8), client: ClientID(number)),
            email: mail(number),
            account: account
        )
        let id = try run(engine) { directory, now, events throws(Refusal) in
            try directory.decideInvite(client, right, now: now, events: &events).account
        }
        carry(engine, id)
        return id
    }

    private static func signIn(
        _ engine: Engine,
        _ tenant: String,
        _ number: UInt32
    ) throws -> AccountID {
        let id = try invite(engine, tenant, number)
        #expect(try bring(engine, mail(number), right, tenant) == .signedIn(id, mustProve: false))
        carry(engine, id)
        return id
    }

    private static func bring(
        _ engine: Engine,
        _ login: [UInt8],
        _ code: OneTimeCode.Digest,
        _ tenant: String
    ) throws -> SignInOutcome {
        try run(engine) { directory, now, events in
            directory.decideSignIn(
                login: unsafe login.span.bytes,
                venue: Array(tenant.utf8),
                session: session,
                now: now,
                matches: { $0 == code },
                events: &events
            )
        }
    }

    private static func carry(_ engine: Engine, _ id: AccountID) {
        let done = DispatchSemaphore(value: 0)
        engine.courier.deliver(id) { _ in done.signal() }
        done.wait()
    }

    private static func run<R: Sendable>(
        _ engine: Engine,
        _ body:
            @escaping @Sendable (borrowing Directory, Timestamp, inout EventBuffer) throws(Refusal)
            -> R
    ) throws -> R {
        try onDirectory(engine) { directory throws(CommandFailure) in
            try directory.change(body).0
        }
    }

    /// Runs `body` in the directory, and waits for it.
    private static func onDirectory<R: Sendable>(
        _ engine: Engine,
        _ body: @escaping @Sendable (isolated DirectoryShard) throws(CommandFailure) -> R
    ) throws -> R {
        let answer = Mutex<Result<R, CommandFailure>?>(nil)
        let done = DispatchSemaphore(value: 0)
        engine.directory.leave { directory in
            let result: Result<R, CommandFailure>
            do throws(CommandFailure) {
                result = .success(try body(directory))
            } catch {
                result = .failure(error)
            }
            answer.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        return try #require(answer.withLock { $0 }).get()
    }
}
