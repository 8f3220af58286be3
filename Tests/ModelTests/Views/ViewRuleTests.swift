import CarnetBytes
import CarnetModel
import Testing

/// Saved views: what they keep, their limits, and that nothing loses them.
struct ViewRuleTests {
    private static func options(_ words: String...) -> [SavedView.Option] {
        words.map { text in
            let parts = text.split(separator: " ").map { Array($0.utf8) }
            return SavedView.Option(word: parts[0], values: Array(parts[1...]))
        }
    }

    @Test func R_CAL_42_aViewKeepsWhatItWasSetWith() throws {
        var venue = try TestVenue()
        let words = Self.options("TAG vip", "WHERE x.room 12", "FIELDS id,last")
        #expect(try venue.setView("regulars", words) == 1)
        let view = try venue.view("  regulars ")
        #expect(view.options == words)
        #expect(view.milliseconds == venue.now)
        #expect(throws: Refusal.noView(known: ["regulars"])) { try venue.view("Regulars") }
        try venue.expectSameElsewhere()
    }

    @Test func R_CAL_43_aViewSetAnewHasTheNextVersionAndTheSameAgainIsNoChange() throws {
        var venue = try TestVenue()
        #expect(try venue.setView("all", Self.options("LIMIT 50")) == 1)
        let count = venue.eventCount
        #expect(try venue.setView("all", Self.options("LIMIT 50")) == 1)
        #expect(venue.eventCount == count)
        #expect(try venue.setView("all", Self.options("LIMIT 60"), ifVersion: 1) == 2)
        #expect(throws: Refusal.stale(asked: 1, found: 2)) {
            try venue.setView("all", [], ifVersion: 1)
        }
        #expect(throws: Refusal.stale(asked: 3, found: 0)) {
            try venue.setView("new", [], ifVersion: 3)
        }
        #expect(try venue.dropView("all") == 2)
        #expect(throws: Refusal.noView(known: [])) { try venue.dropView("all") }
        #expect(try venue.setView("all", []) == 1)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: ["", "  ", "a\nb", String(repeating: "x", count: 65)])
    func aNameIsOneShortLine(name: String) throws {
        var venue = try TestVenue()
        #expect(throws: Refusal.self) { try venue.setView(name, []) }
        #expect(venue.tenant.views.isEmpty)
    }

    @Test func aTenantHasAtMostAHundredViewsOfFourKibibytes() throws {
        var venue = try TestVenue()
        for number in 1...SavedView.countMax { try venue.setView("view \(number)", []) }
        #expect(throws: Refusal.self) { try venue.setView("one more", []) }
        try venue.setView("view 7", Self.options("LIMIT 7"))
        try venue.dropView("view 8")
        try venue.setView("one more", [])
        let long = SavedView.Option(
            word: Array("TAG".utf8),
            values: [[UInt8](repeating: 0x61, count: SavedView.byteCountMax)]
        )
        #expect(throws: Refusal.self) { try venue.setView("view 7", [long]) }
        let names = venue.tenant.views.map { String(decoding: $0.name, as: UTF8.self) }
        #expect(names == names.sorted())
        #expect(names.count == SavedView.countMax)
        try venue.expectSameElsewhere()
    }

    @Test func anUnknownViewNamesThoseThereAre() throws {
        var venue = try TestVenue()
        for number in 10..<40 { try venue.setView("v\(number)", []) }
        do throws(Refusal) {
            _ = try venue.view("lost")
            Issue.record("there is no such view")
        } catch {
            #expect(
                error.message.hasSuffix(
                    "there are "
                        + (10..<30).map { "v\($0)" }
                        .joined(separator: ", ") + ", …"
                )
            )
        }
    }
}

extension TestVenue {
    @discardableResult
    mutating func setView(
        _ name: String,
        _ options: [SavedView.Option],
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> UInt32 {
        let name = Array(name.utf8)
        return try decide { tenant, _, events throws(Refusal) in
            try tenant.decideView(
                unsafe name.span.bytes,
                options,
                ifVersion: ifVersion,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func dropView(_ name: String) throws(Refusal) -> UInt32 {
        let name = Array(name.utf8)
        return try decide { tenant, _, events throws(Refusal) in
            try tenant.decideViewDrop(unsafe name.span.bytes, ifVersion: nil, events: &events)
        }
    }

    func view(_ name: String) throws(Refusal) -> SavedView {
        let name = Array(name.utf8)
        return try tenant.view(unsafe name.span.bytes)
    }
}
