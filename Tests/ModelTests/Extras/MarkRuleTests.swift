import CarnetModel
import Testing

/// Tags and newsletter, set on several clients at once.
struct MarkRuleTests {
    /// Three clients, the first with two tags.
    static func venue(_ settings: [(String, String)] = []) throws -> TestVenue {
        var venue = try TestVenue(settings)
        _ = try venue.add(["last=Ammann", "email=a@example.org", "tags=lunch,vip"])
        _ = try venue.add(["last=Bucher", "email=b@example.org", "newsletter=no"])
        _ = try venue.add(["last=Caduff", "email=c@example.org", "newsletter=yes"])
        return venue
    }

    @Test(arguments: [
        (changes: ["+wine"], tags: ["lunch", "vip", "wine"], changed: 1),
        (changes: ["+vip"], tags: ["lunch", "vip"], changed: 0),
        (changes: ["-vip"], tags: ["lunch"], changed: 1),
        (changes: ["-wine"], tags: ["lunch", "vip"], changed: 0),
        (changes: ["-vip", "-lunch"], tags: [], changed: 1),
        (changes: ["-vip", "+VIP"], tags: ["VIP", "lunch"], changed: 1),
        (changes: ["+ wine "], tags: ["lunch", "vip", "wine"], changed: 1),
    ])
    func R_SAL_07_tagsArePutOnAndTakenOff(changes: [String], tags: [String], changed: Int) throws {
        var venue = try Self.venue()
        #expect(try venue.tag([1], changes) == changed)
        #expect(venue.texts(1, .tags) == tags)
        #expect(venue.version(1) == 1 + UInt32(changed))
        for tag in tags {
            let bytes = Array(tag.utf8)
            #expect(venue.withRecord(1) { unsafe $0.hasTag(bytes.span.bytes) } == true)
        }
        #expect(venue.withRecord(1) { $0.hasTag(RawSpan()) } == false)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (ids: [1, 9], changes: ["+a"], refusal: Refusal.noClient(ClientID(9))),
        (
            ids: [1], changes: ["+a", "-a"],
            refusal: .invalid(
                field: "tags",
                problem: "one is to be put on and taken off at once; say one of the two"
            )
        ),
        (
            ids: [1], changes: ["+"],
            refusal: .invalid(field: "tags", problem: "it is empty; give at least one character")
        ),
        (
            ids: [1], changes: ["+a,b"],
            refusal: .invalid(
                field: "tags",
                problem: "a comma stands at byte 1; commas separate tags"
            )
        ),
        (
            ids: [2, 1], changes: (0..<63).map { "+t\($0)" },
            refusal: .tooMany(field: "tags", max: 64)
        ),
        (
            ids: Array(repeating: 1, count: 1_001), changes: ["+a"],
            refusal: .tooManyGiven(field: "id", max: 1_000)
        ),
    ])
    func R_SAL_07_tagsOfAllOrNone(ids: [UInt32], changes: [String], refusal: Refusal) throws {
        var venue = try Self.venue()
        let before = venue.tenant.digest
        #expect(throws: refusal) { try venue.tag(ids, changes) }
        #expect(venue.tenant.digest == before)
    }

    @Test func R_SAL_07_oneCommandNamesManyOnce() throws {
        var venue = try Self.venue()
        #expect(try venue.tag([1, 2, 3, 2], ["+vip"]) == 2)
        #expect(venue.version(2) == 2)
        #expect(throws: Refusal.stale(asked: 1, found: 2)) {
            try venue.tag([2], ["-vip"], ifVersion: 1)
        }
        #expect(try venue.tag([2], ["-vip"], ifVersion: 2) == 1)
    }

    @Test func R_POL_03_theLastTagStaysWhereTagsAreRequired() throws {
        var venue = try Self.venue([("required", "name,tags|email")])
        _ = try venue.set(1, ["email="])
        #expect(throws: Refusal.missing(["tags|email"])) { try venue.tag([1], ["-vip", "-lunch"]) }
        #expect(try venue.tag([1], ["-vip"]) == 1)
    }

    @Test(arguments: [
        (id: UInt32(1), wanted: true, changed: 1), (1, false, 1), (2, true, 1), (2, false, 0),
        (3, true, 0), (3, false, 1),
    ])
    func R_RES_03_newsletterIsSetNotToggled(id: UInt32, wanted: Bool, changed: Int) throws {
        var venue = try Self.venue()
        #expect(try venue.newsletter([id], wanted) == changed)
        #expect(try venue.newsletter([id], wanted) == 0)
        #expect(venue.withRecord(id) { $0.consent(to: .newsletter) } == wanted)
        try venue.expectSameElsewhere()
    }

    @Test func R_RES_03_ofAllOrNone() throws {
        var venue = try Self.venue()
        #expect(throws: Refusal.noClient(ClientID(4))) { try venue.newsletter([1, 4], true) }
        #expect(venue.withRecord(1) { $0.consent(to: .newsletter) } == .some(nil))
        #expect(try venue.newsletter([1, 2, 3], true) == 2)
        try venue.merge(1, [2])
        #expect(throws: Refusal.merged(ClientID(1))) { try venue.newsletter([2], false) }
        #expect(throws: Refusal.stale(asked: 7, found: 3)) {
            try venue.newsletter([1], false, ifVersion: 7)
        }
    }

    /// Tags taken off a survivor stay off; the double gets its own back.
    @Test func R_RES_28_tagsOfASurvivorAreItsOwnMatter() throws {
        var venue = try Self.venue()
        try venue.tag([2], ["+wine"])
        try venue.merge(1, [2])
        try venue.tag([1], ["-wine", "+new"])
        #expect(venue.texts(1, .tags) == ["lunch", "new", "vip"])
        try venue.unmerge(1)
        #expect(venue.texts(1, .tags) == ["lunch", "new", "vip"])
        #expect(venue.texts(2, .tags) == ["wine"])
        try venue.expectSameElsewhere()
    }

    /// However many tags stand before a field, it is read where it stands.
    @Test func R_SAL_07_fieldsBehindManyTagsAreReadRight() throws {
        var venue = try Self.venue()
        let tags = (0..<180).map { "tags=t\($0 % 64)" }
        _ = try venue.set(1, tags + ["city=Gent"])
        #expect(venue.text(1, .city) == "Gent")
        #expect(venue.texts(1, .tags).count == 64)
    }
}
