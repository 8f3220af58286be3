import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Testing

/// Random commands on a few tenants, and slow answers to hold the quick ones against.
struct CommandScript {
    let tenants: [String]

    static let firsts = ["Zoë", "Jean-Pierre", "Ana", "Łukasz", "Mia", "Søren", "Émile", "Björn"]
    static let lasts = ["de la Cruz", "O'Neill", "Müller", "Nowak", "van den Berg", "Rossi"]

    /// Creates the tenants, in Belgium.
    func create(_ engine: Engine) throws {
        for name in tenants {
            try onShard(engine, name) { shard, bytes in
                _ = try shard.createTenant(
                    bytes,
                    [
                        GivenSetting(word: "country", value: "BE"),
                        GivenSetting(word: "blocking", value: "warn"),
                        GivenSetting(word: "partner_booking", value: "yes"),
                        GivenSetting(word: "partner_points", value: "10"),
                        GivenSetting(word: "field.a", value: "text"),
                        GivenSetting(word: "field.n", value: "number"),
                    ],
                    WriteOptions()
                )
            }
        }
    }

    /// Runs `body` in the tenant's shard; nobody else is there.
    func onShard<R: Sendable>(
        _ engine: Engine,
        _ name: String,
        _ body: @Sendable (isolated Shard, RawSpan) throws -> R
    ) throws -> R {
        let bytes = Array(name.utf8)
        let shard = engine.shard(ofTenant: unsafe bytes.span.bytes)
        while true {
            if let result = try shard.now({ try body($0, unsafe bytes.span.bytes) }) {
                return result
            }
        }
    }

    /// One random command; refusals are part of the game.
    mutating func step(_ engine: Engine, _ random: inout SeededRandom) {
        let tenant = tenants[Int.random(in: 0..<tenants.count, using: &random)]
        let number = UInt32.random(in: 1...80, using: &random)
        switch Int.random(in: 0..<26, using: &random) {
        case 24, 25: try? link(engine, tenant, &random)
        case 18: try? view(engine, tenant, &random)
        case 19...23: try? book(engine, tenant, &random)
        case 14...17: try? mark(engine, tenant, &random)
        case 10...11:
            let doubles = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                UInt32.random(in: 1...80, using: &random)
            }
            _ = try? merge(engine, tenant, number, doubles)
        case 12: _ = try? unmerge(engine, tenant, number % 40)
        case 13:
            let other = UInt32.random(in: 1...80, using: &random)
            _ = try? distinct(engine, tenant, number, other)
        case 0...4: _ = try? add(engine, tenant, randomFields(&random), anyway: true)
        case 5...7: _ = try? set(engine, tenant, number, randomFields(&random))
        case 8: _ = try? status(engine, tenant, number, active: false)
        default: _ = try? status(engine, tenant, number, active: true)
        }
    }

    private func randomFields(_ random: inout SeededRandom) -> [String: String] {
        var fields = ["first": Self.firsts[Int.random(in: 0..<Self.firsts.count, using: &random)]]
        let number = Int.random(in: 0..<60, using: &random)
        fields["last"] = Self.lasts[number % Self.lasts.count]
        if number % 3 != 0 { fields["email"] = "Guest\(number)@Example.org" }
        fields["phone"] = "0470 12 3\(number % 10) \(10 + number % 7)"
        if number % 5 == 0 { fields["tags"] = "vip,terrace,n\(number)" }
        if number % 4 == 0 { fields["note"] = String(repeating: "x", count: number * 20) }
        if number % 3 == 0 { fields["x.a"] = "value \(number)" }
        if number % 4 == 1 { fields["x.n"] = "\(number).25" }
        if number % 6 == 0 { fields["newsletter"] = number % 12 == 0 ? "yes" : "no" }
        if number % 7 == 0 { fields["birthday"] = "1980-02-\(10 + number % 10)" }
        return fields
    }

    @discardableResult
    func add(
        _ engine: Engine,
        _ tenant: String,
        _ fields: [String: String],
        anyway: Bool = false,
        key: String? = nil
    ) throws -> AddResult {
        let given = Given(fields)
        return try onShard(engine, tenant) { shard, name in
            let bytes = given.bytes
            return try shard.addClient(
                shard.requireCell(name),
                given.fields,
                in: unsafe bytes.span.bytes,
                anyway: anyway,
                wavedAside: [],
                given.options(key)
            )
        }
    }

    func set(
        _ engine: Engine,
        _ tenant: String,
        _ number: UInt32,
        _ fields: [String: String]
    ) throws -> WriteResult {
        let given = Given(fields)
        return try onShard(engine, tenant) { shard, name in
            let bytes = given.bytes
            return try shard.changeClient(
                shard.requireCell(name),
                ClientID(number),
                given.fields,
                in: unsafe bytes.span.bytes,
                WriteOptions()
            )
        }
    }

    func status(
        _ engine: Engine,
        _ tenant: String,
        _ number: UInt32,
        active: Bool
    ) throws -> WriteResult {
        try onShard(engine, tenant) { shard, name in
            try shard.setStatus(
                shard.requireCell(name),
                [ClientID(number)],
                active: active,
                WriteOptions()
            )
        }
    }

    @discardableResult
    func merge(
        _ engine: Engine,
        _ tenant: String,
        _ survivor: UInt32,
        _ doubles: [UInt32],
        key: String? = nil
    ) throws -> ClosedRange<UInt32> {
        try onShard(engine, tenant) { shard, name in
            let request = MergeRequest(
                survivor: ClientID(survivor),
                doubles: doubles.map { ClientID($0) }
            )
            return try shard.mergeClients(
                shard.requireCell(name),
                request,
                Given([:]).options(key)
            ).merges
        }
    }

    func unmerge(_ engine: Engine, _ tenant: String, _ merge: UInt32) throws {
        try onShard(engine, tenant) { shard, name in
            _ = try shard.unmergeClients(shard.requireCell(name), merge, WriteOptions())
        }
    }

    func distinct(_ engine: Engine, _ tenant: String, _ a: UInt32, _ b: UInt32) throws {
        try onShard(engine, tenant) { shard, name in
            _ = try shard.declareDistinct(
                shard.requireCell(name),
                ClientID(a),
                ClientID(b),
                isDistinct: true,
                WriteOptions()
            )
        }
    }

    /// The digest of each tenant.
    func digests(_ engine: Engine) -> [String] {
        tenants.map { tenant in
            let digest = try? onShard(engine, tenant) { shard, name in
                try shard.requireCell(name).tenant.digest.text
            }
            return digest ?? "none"
        }
    }

    /// Lookups whose answer differs from that of a scan over all records.
    func indexDifferences(_ engine: Engine) -> [String] {
        tenants.flatMap { tenant in
            (try? onShard(engine, tenant) { shard, name in
                Self.differences(shard, try shard.requireCell(name))
            }) ?? ["no tenant \(tenant)"]
        }
    }

    private static func differences(_ shard: isolated Shard, _ cell: TenantCell) -> [String] {
        var byEmail: [String: Set<UInt32>] = [:]
        var byPhone: [UInt64: Set<UInt32>] = [:]
        let clients = cell.tenant.clients
        for number in 1...max(1, clients.numberMax) {
            guard let bytes = clients.record(number) else { continue }
            let record = ClientRecord(bytes)
            guard record.status != .merged else { continue }
            // What it has, and what it or a merged double had before.
            var cursor = record.fields
            while let (tag, range) = cursor.next(in: bytes) {
                switch tag {
                case ClientField.email.rawValue, ClientAlias.email.rawValue:
                    byEmail[bytes.bytes(range).text().lowercased(), default: []].insert(number)
                case ClientField.phone.rawValue, ClientAlias.phone.rawValue:
                    byPhone[record.integer(range), default: []].insert(number)
                default: break
                }
            }
        }
        var differences: [String] = []
        for (email, numbers) in byEmail {
            let text = Array(email.utf8)
            let found = shard.clients(cell, email: unsafe text.span.bytes).map(\.value)
            if numbers.count <= 20, Set(found) != numbers {
                differences.append("\(email): \(found.sorted()) for \(numbers.sorted())")
            }
        }
        for (digits, numbers) in byPhone {
            let text = Array("+\(digits)".utf8)
            let found = (try? shard.clients(cell, phone: unsafe text.span.bytes).map(\.value)) ?? []
            if numbers.count <= 20, Set(found) != numbers {
                differences.append("\(digits): \(found.sorted()) for \(numbers.sorted())")
            }
        }
        return differences + blockDifferences(cell)
    }
}

/// Fields as a command would give them: words in one buffer.
private struct Given: Sendable {
    let bytes: [UInt8]
    let fields: GivenFields

    init(_ pairs: [String: String]) {
        var bytes: [UInt8] = []
        var fields = GivenFields()
        for (name, value) in pairs.sorted(by: { $0.key < $1.key }) {
            let start = bytes.count
            bytes += Array(value.utf8)
            let word = Array(name.utf8)
            try? fields.add(name: unsafe word.span.bytes, value: start..<bytes.count)
        }
        self.bytes = bytes
        self.fields = fields
    }

    func options(_ key: String?) -> WriteOptions {
        var options = WriteOptions()
        guard let key else { return options }
        let word = Array(key.utf8)
        options.key = RememberedReplies.hash(
            token: unsafe word.span.bytes,
            key: unsafe word.span.bytes
        )
        options.arguments = unsafe bytes.span.bytes.xxh3()
        return options
    }
}
