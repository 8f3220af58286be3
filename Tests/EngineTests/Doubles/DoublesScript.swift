import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Testing

/// A venue whose list has many doubles, and what tests ask about them.
struct DoublesScript {
    let script = CommandScript(tenants: ["salon"])
    let test: TestEngine

    init(
        _ change: (inout EngineOptions) -> Void = { _ in },
        monotonic: @escaping @Sendable () -> UInt64 = Engine.uptime
    ) throws {
        test = try TestEngine(change, monotonic: monotonic)
        try script.create(test.engine)
    }

    static let firsts = [
        "Zoë", "Jean-Pierre", "Alexandre", "Alex", "Łukasz", "Mia", "Søren", "Émile", "Bjorn",
        "Αθηνά", "Odile", "Luc",
    ]
    static let lasts = [
        "de la Cruz", "O'Neill", "Müller", "Mueller", "Nowak", "van den Berg", "Rossi", "Terrasson",
        "Vauquelin", "Castracane",
    ]

    /// Somebody of few names, phones and e-mails, so that many share them.
    static func person(_ random: inout SeededRandom) -> [String: String] {
        var fields: [String: String] = [:]
        let first = firsts[Int.random(in: 0..<firsts.count, using: &random)]
        let last = lasts[Int.random(in: 0..<lasts.count, using: &random)]
        if Int.random(in: 0..<8, using: &random) > 0 { fields["first"] = first }
        if fields.isEmpty || Int.random(in: 0..<8, using: &random) > 0 { fields["last"] = last }
        let contact = Int.random(in: 0..<60, using: &random)
        if contact.isMultiple(of: 3) {
            fields["email"] = "guest.\(contact)x@free.fr"
        } else {
            fields["phone"] = "+3247865\(1_000 + contact * 37)"
        }
        if contact.isMultiple(of: 4) { fields["birthday"] = "1980-02-\(10 + contact % 9)" }
        return fields
    }

    @discardableResult
    func add(_ fields: [String: String]) throws -> AddResult {
        try script.add(test.engine, "salon", fields, anyway: true)
    }

    /// Adds so many, and changes, merges, deactivates and tells some apart.
    func fill(_ count: Int, _ random: inout SeededRandom) throws {
        for _ in 0..<count { try add(Self.person(&random)) }
        for _ in 0..<count / 4 { try disturb(count, &random) }
    }

    func disturb(_ count: Int, _ random: inout SeededRandom) throws {
        let number = UInt32.random(in: 1...UInt32(count), using: &random)
        let other = UInt32.random(in: 1...UInt32(count), using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: _ = try? script.merge(test.engine, "salon", number, [other])
        case 1: _ = try? script.status(test.engine, "salon", number, active: false)
        case 2: _ = try? script.distinct(test.engine, "salon", number, other)
        default: _ = try? script.set(test.engine, "salon", number, Self.person(&random))
        }
    }

    /// Waits until everybody has been entered into a table.
    func whenFilled() async throws {
        await withCheckedContinuation { continuation in
            test.engine.whenDoublesAreFilled { continuation.resume() }
        }
        try #require(test.engine.doublesAreFilled)
    }

    // MARK: - Asking

    func page(
        _ request: DuplicatesRequest,
        after cursor: PairCursor? = nil
    ) async throws -> DuplicatesPage {
        let result: DuplicatesResult = await withCheckedContinuation { continuation in
            test.engine.duplicates(ofTenant: Array("salon".utf8), request, after: cursor) {
                continuation.resume(returning: $0)
            }
        }
        return try result.get()
    }

    /// All pairs, page by page.
    func pairs(scoreMin: Int32, limit: Int = 7) async throws -> [ClientPair] {
        var request = DuplicatesRequest()
        request.scoreMin = scoreMin
        request.limit = limit
        var pairs: [ClientPair] = []
        var cursor: PairCursor?
        repeat {
            let page = try await page(request, after: cursor)
            pairs += page.pairs
            cursor = page.cursor
        } while cursor != nil
        return pairs
    }

    /// Pairs as they arise behind a cursor.
    func awaitPairs(
        after cursor: FeedCursor?,
        milliseconds: UInt64,
        limit: Int = 20
    ) async throws -> DuplicatesPage {
        try await Self.awaitPairs(
            test.engine,
            after: cursor,
            milliseconds: milliseconds,
            limit: limit
        )
    }

    static func awaitPairs(
        _ engine: Engine,
        after cursor: FeedCursor?,
        milliseconds: UInt64,
        limit: Int = 20
    ) async throws -> DuplicatesPage {
        var request = DuplicatesRequest()
        request.limit = limit
        let result: DuplicatesResult = await withCheckedContinuation { continuation in
            _ = engine.awaitDuplicates(
                ofTenant: Array("salon".utf8),
                request,
                after: cursor,
                milliseconds: milliseconds
            ) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// Every two active clients compared, who are not known to be two persons.
    func allPairs(scoreMin: Int32) throws -> [ClientPair] {
        try script.onShard(test.engine, "salon") { shard, name in
            let cell = try shard.requireCell(name)
            var pairs: [ClientPair] = []
            let last = cell.tenant.clients.numberMax
            for a in 1..<max(last, 1) where cell.tenant.isActive(ClientID(a)) {
                for b in (a + 1)...last where cell.tenant.isActive(ClientID(b)) {
                    if cell.tenant.isSettled(ClientID(a), ClientID(b)) { continue }
                    let pair = try shard.compare(cell, ClientID(a), ClientID(b))
                    if pair.score >= scoreMin { pairs.append(pair) }
                }
            }
            return pairs
        }
    }
}
