import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit
import Testing

/// Pages of a list while the list changes.
struct ListPagingTests {
    static let orders = [
        "id", "-id", "name", "-name", "first", "-last", "email", "-email", "phone", "created",
        "updated", "-updated", "version", "birthday", "newsletter", "x.n", "-x.n", "x.a", "-x.a",
    ]
    private static let tenant = "bistro"

    /// Goal: whoever is on the list all the while and keeps what the list is ordered by is told
    /// exactly once; nobody whose key stays is told twice; the order holds within the pages. Method:
    /// random commands between the pages, what each client is ordered by noted after every one.
    @Test(arguments: orders)
    func R_RSV_10_aClientThatStaysIsToldExactlyOnce(word: String) throws {
        let test = try TestEngine()
        for seed in UInt64(1)...3 {
            try Self.page(test, word, seed)
        }
        try test.close()
    }

    private static func page(_ test: TestEngine, _ word: String, _ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var script = CommandScript(tenants: ["\(tenant)-\(seed)"])
        try script.create(test.engine)
        for _ in 0..<150 { script.step(test.engine, &random) }
        let order = unsafe try #require(ClientOrder(Array(word.utf8).span.bytes))
        var scan = ListScan()
        scan.order = order
        scan.limit = Int.random(in: 1...9, using: &random)
        var stays = try keys(test, script, word)
        var told: [UInt32: Int] = [:]
        var pages = 0
        repeat {
            let view = try view(test, script)
            let page = scan.page(view)
            #expect(page.total == view.activeCount, "\(word), seed \(seed)")
            #expect(page.ids.count <= scan.limit)
            for id in page.ids { told[id, default: 0] += 1 }
            scan.after = try page.cursor.map { cursor in
                // As it travels.
                unsafe try #require(ListCursor(Array(cursor.text.utf8).span.bytes))
            }
            #expect(page.cursor?.fits(order) ?? true)
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                script.step(test.engine, &random)
                let now = try keys(test, script, word)
                stays = stays.filter { now[$0.key] == $0.value }
            }
            pages += 1
        } while scan.after != nil && pages < 1_000
        #expect(scan.after == nil, "\(word), seed \(seed): no end")
        #expect(!stays.isEmpty, "\(word), seed \(seed): nobody stayed")
        for (id, _) in stays {
            #expect(told[id] == 1, "\(word), seed \(seed): client \(id)")
        }
    }

    /// Goal: pages put one behind the other are what one long page tells. Method: a list that stands
    /// still, by every order and page size.
    @Test(arguments: orders)
    func R_CAL_43_pagesOfAnySizeAreOneList(word: String) throws {
        let test = try TestEngine()
        var random = SeededRandom(seed: 11)
        var script = CommandScript(tenants: [Self.tenant])
        try script.create(test.engine)
        for _ in 0..<200 { script.step(test.engine, &random) }
        let view = try Self.view(test, script)
        var scan = ListScan()
        scan.order = unsafe try #require(ClientOrder(Array(word.utf8).span.bytes))
        scan.limit = 1_000
        let whole = scan.page(view)
        #expect(whole.cursor == nil && whole.ids.count == whole.total && whole.total > 20)
        #expect(Set(whole.ids).count == whole.ids.count)
        for limit in [1, 2, 7, whole.total - 1, whole.total] {
            scan.limit = limit
            scan.after = nil
            var ids: [UInt32] = []
            repeat {
                let page = scan.page(view)
                ids += page.ids
                scan.after = page.cursor
            } while scan.after != nil
            #expect(ids == whole.ids, "\(word), pages of \(limit)")
        }
        try test.close()
    }

    private static func view(_ test: TestEngine, _ script: CommandScript) throws -> TenantView {
        try script.onShard(test.engine, script.tenants[0]) { shard, name in
            try shard.requireCell(name).tenant.view()
        }
    }

    /// Of each active client the bytes that it is ordered by.
    private static func keys(
        _ test: TestEngine,
        _ script: CommandScript,
        _ word: String
    ) throws -> [UInt32: [UInt8]] {
        let view = try view(test, script)
        let name = word.drop { $0 == "-" }
        var keys: [UInt32: [UInt8]] = [:]
        guard view.clients.numberMax >= 1 else { return keys }
        for number in 1...view.clients.numberMax {
            guard let bytes = view.clients.record(number) else { continue }
            let record = ClientRecord(bytes)
            guard record.status == .active else { continue }
            keys[number] = key(record, String(name))
        }
        return keys
    }

    private static func key(_ record: borrowing ClientRecord, _ name: String) -> [UInt8] {
        switch name {
        case "id": return []
        case "created": return Array("\(record.createdMilliseconds)".utf8)
        case "updated": return Array("\(record.updatedMilliseconds)".utf8)
        case "version": return Array("\(record.version)".utf8)
        default: break
        }
        let wanted: [ClientField] =
            name == "name"
            ? [.last, .first] : ClientField.allCases.filter { "\($0.name)" == name }
        var key: [UInt8] = []
        var cursor = record.fields
        while let (tag, range) = cursor.next(in: record.bytes) {
            let isCustom = name.hasPrefix("x.") && tag == ClientExtra.custom.rawValue
            guard isCustom || wanted.contains(where: { $0.rawValue == tag }) else { continue }
            let value = record.bytes.bytes(range).array()
            if isCustom, !value.starts(with: Array(name.dropFirst(2).utf8) + [0x1F]) { continue }
            key += [tag] + value
        }
        return key
    }
}
