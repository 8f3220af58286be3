import CarnetBytes
import CarnetModel
import CarnetTestKit
import Testing

/// Merges made and undone at random, beside a slow model.
struct MergeScriptTests {
    /// Goal: after any order of additions, edits, merges and undone merges every client shows what
    /// the rules say; undoing all merges in any order gives each client what is its own and what
    /// was addressed to it since; a replay and a snapshot with the rest of the log come to the same
    /// state. Method: random commands with a seed, ``SlowMerges`` beside them, looked at after each.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func R_RES_28_anyMergeIsUndoneInAnyOrder(seed: UInt64) throws {
        var run = try MergeRun(seed: seed)
        for step in 0..<120 {
            try run.step()
            run.check()
            if step == 60 { try run.remember() }
        }
        try run.checkReplays()
        while try run.unmergeOne() { run.check() }
        try run.checkReplays()
        run.checkNothingIsLeft()
    }
}

/// One such run.
private struct MergeRun: ~Copyable {
    let seed: UInt64
    var random: SeededRandom
    var venue: TestVenue
    var slow = SlowMerges()
    /// Who was edited while it was blocked: such a client stays known by what it gave up.
    var editedWhileBlocked: Set<UInt32> = []
    /// A snapshot taken on the way, and how many events it holds.
    var snapshot: (tenant: Tenant, eventCount: Int)?

    static let tags = ["a", "b", "c", "d"]

    init(seed: UInt64) throws {
        self.seed = seed
        random = SeededRandom(seed: seed)
        venue = try TestVenue([
            ("required", "source"), ("field.a", "text"), ("field.n", "number"),
            ("blocking", "warn"),
        ])
    }

    mutating func step() throws {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: try add()
        case 3...4: try edit()
        case 5...6: try merge()
        case 7: _ = try unmergeOne()
        case 8: try setStatus()
        default: try declare()
        }
    }

    private mutating func values() -> [String: String] {
        var values: [String: String] = [:]
        for field in SlowMerges.fields where Bool.random(using: &random) {
            let number = Int.random(in: 0..<6, using: &random)
            switch field {
            case "newsletter": values[field] = ["yes", "no", ""][number % 3]
            case "rebooking": values[field] = ["yes", "no"][number % 2]
            case "block": values[field] = ["", "0", "2000000000001", "2000000000002"][number % 4]
            case "x.n": values[field] = number == 0 ? "" : "-\(number).5"
            case "email": values[field] = number == 0 ? "" : "p\(number)@example.org"
            default: values[field] = number == 0 ? "" : "\(field)\(number)"
            }
        }
        return values
    }

    private mutating func someTags() -> Set<String> {
        Set(Self.tags.filter { _ in Bool.random(using: &random) })
    }

    private static func words(_ values: [String: String], _ tags: Set<String>?) -> [String] {
        values.filter { !SlowMerges.careful.contains($0.key) }.map { "\($0.key)=\($0.value)" }
            + (tags.map { ["tags=\($0.sorted().joined(separator: ","))"] } ?? [])
    }

    private mutating func add() throws {
        let values = values()
            .filter { !$0.value.isEmpty && !SlowMerges.careful.contains($0.key) }
        let tags = someTags()
        let count = slow.clientCount
        let waved = count > 0 ? [UInt32.random(in: 1...count, using: &random)] : []
        let id = try venue.add(Self.words(values, tags) + ["source=x"], wavedAside: waved)
        slow.add(id.value, values, tags: tags)
    }

    /// A client that is nobody's double, or nil.
    private mutating func someone() -> UInt32? {
        (1...max(1, slow.clientCount)).filter { $0 <= slow.clientCount && !slow.isMerged($0) }
            .randomElement(using: &random)
    }

    private mutating func edit() throws {
        guard let id = someone() else { return }
        let values = values()
        let tags = Bool.random(using: &random) ? someTags() : nil
        let words = Self.words(values, tags)
        if venue.withRecord(id, { $0.block != nil }) == true { editedWhileBlocked.insert(id) }
        if !words.isEmpty { _ = try venue.set(id, words) }
        if let word = values["rebooking"] { try venue.consent(id, .rebooking, word == "yes") }
        switch values["block"] {
        case nil: break
        case ""?: try venue.unblock([id])
        case let end?: try venue.block([id], until: end == "0" ? nil : UInt64(end))
        }
        slow.set(id, values, tags: tags)
    }

    private mutating func merge() throws {
        guard let survivor = someone() else { return }
        var doubles: [UInt32] = []
        for _ in 0...Int.random(in: 0...1, using: &random) {
            guard let double = someone(), double != survivor, !doubles.contains(double) else {
                continue
            }
            doubles.append(double)
        }
        guard !doubles.isEmpty else { return }
        var taken: [String: UInt32] = [:]
        for field in SlowMerges.chosen {
            guard Int.random(in: 0..<3, using: &random) == 0,
                let from = ([survivor] + doubles).randomElement(using: &random),
                slow.shown(from, field) != nil
            else { continue }
            taken[field] = from
        }
        try venue.merge(
            survivor,
            doubles,
            take: taken.compactMap { word, id in Self.field(word).map { ($0, id) } },
            customs: taken.filter { $0.key.hasPrefix("x.") }
        )
        slow.merge(survivor, doubles, taken)
    }

    private static func field(_ word: String) -> ClientField? {
        ClientField.allCases.first { word == "\($0.name)" }
    }

    /// False where no merge stands.
    mutating func unmergeOne() throws -> Bool {
        guard let number = slow.standing.randomElement(using: &random) else { return false }
        try venue.unmerge(UInt32(number))
        slow.unmerge(number)
        return true
    }

    private mutating func setStatus() throws {
        guard let id = someone() else { return }
        _ = try venue.setStatus([id], active: Bool.random(using: &random))
    }

    private mutating func declare() throws {
        guard let a = someone(), let b = someone(), a != b else { return }
        let on = Bool.random(using: &random)
        try venue.distinct(a, b, on)
        #expect(venue.isDistinct(a, b) == on, "seed \(seed)")
    }

    // What must hold.

    func check() {
        guard slow.clientCount > 0 else { return }
        for id in 1...slow.clientCount {
            guard let content = venue.content(id) else {
                Issue.record("seed \(seed): no client \(id)")
                continue
            }
            for field in SlowMerges.fields {
                let shown =
                    Self.field(field).map { kept in
                        content.value(kept).map { Self.text($0, of: kept) }
                    } ?? carefulText(id, field) ?? venue.custom(id, field)
                let wanted = slow.shown(id, field)
                #expect(shown == wanted, "seed \(seed), client \(id), \(field)")
            }
            let tags = Set(venue.texts(id, .tags))
            #expect(tags == slow.shownTags(id), "seed \(seed), client \(id)")
            let survivor = venue.tenant.survivor(of: ClientID(id)).value
            #expect(survivor == slow.survivor(id), "seed \(seed), client \(id)")
            let isMerged = venue.status(id) == .merged
            #expect(isMerged == slow.isMerged(id), "seed \(seed), client \(id)")
            checkReachable(id)
        }
        let merged = (1...slow.clientCount).count { slow.isMerged($0) }
        #expect(venue.tenant.mergedCount == merged, "seed \(seed)")
    }

    private func carefulText(_ id: UInt32, _ field: String) -> String? {
        switch field {
        case "rebooking": venue.said(id, .rebooking).map { $0 ? "yes" : "no" }
        case "block": venue.withRecord(id) { $0.block.map { "\($0.until ?? 0)" } } ?? nil
        default: nil
        }
    }

    private static func text(_ value: [UInt8], of field: ClientField) -> String {
        guard field == .newsletter else { return String(decoding: value, as: UTF8.self) }
        return value == [1] ? "yes" : "no"
    }

    /// A double's e-mail still leads to its survivor.
    private func checkReachable(_ id: UInt32) {
        guard slow.isMerged(id), let email = slow.shown(id, "email") else { return }
        let survivor = slow.survivor(id)
        let aliases = venue.aliases(survivor)
        #expect(
            slow.shown(survivor, "email") == email || aliases.contains(email),
            "seed \(seed), client \(id), \(email)"
        )
    }

    mutating func remember() throws {
        snapshot = (try venue.throughSnapshot(), venue.eventCount)
        #expect(snapshot?.tenant.digest == venue.tenant.digest, "seed \(seed)")
    }

    func checkReplays() throws {
        let digest = venue.tenant.digest
        let replayed = venue.replayed(Tenant(name: Array("bistro".utf8)))
        #expect(replayed.digest == digest, "seed \(seed)")
        #expect(try venue.throughSnapshot().digest == digest, "seed \(seed)")
        if let snapshot {
            let continued = venue.replayed(snapshot.tenant, from: snapshot.eventCount)
            #expect(continued.digest == digest, "seed \(seed)")
        }
    }

    /// Once no merge stands nobody has anything by itself beside what it shows, and no alias but
    /// its own old names.
    func checkNothingIsLeft() {
        #expect(slow.standing.isEmpty)
        #expect(venue.tenant.mergedCount == 0, "seed \(seed)")
        for id in 1...max(1, slow.clientCount) {
            let content = venue.content(id)
            if !editedWhileBlocked.contains(id) {
                let hasAlias = content?.has(ClientAlias.email.rawValue)
                #expect(hasAlias != true, "seed \(seed), client \(id)")
            }
            #expect(content?.has(MergedInto.tag) != true, "seed \(seed), client \(id)")
        }
    }
}
