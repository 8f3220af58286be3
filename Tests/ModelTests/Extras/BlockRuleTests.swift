import CarnetBytes
import CarnetModel
import Testing

/// The block list as a client's record tells it.
struct BlockRuleTests {
    static func venue(_ blocking: String = "warn") throws -> TestVenue {
        try MarkRuleTests.venue([("blocking", blocking)])
    }

    @Test(arguments: [
        (preset: "", blocking: "", refused: true), ("restaurant", "", true), ("salon", "", false),
        ("appointments", "", true), ("stay", "", true), ("salon", "off", true),
        ("restaurant", "warn", false), ("", "online", false),
    ])
    func R_RES_45_R_POL_01_theSettingDecides(
        preset: String,
        blocking: String,
        refused: Bool
    ) throws {
        let settings = [("preset", preset), ("blocking", blocking), ("required", "name")]
            .filter { !$0.1.isEmpty }
        var venue = try MarkRuleTests.venue(settings)
        if refused {
            #expect(throws: Refusal.blockingOff) { try venue.block([1]) }
            #expect(Refusal.blockingOff.code.description == "REFUSED")
            #expect(Refusal.blockingOff.message.hasPrefix("blocking-off"))
        } else {
            #expect(try venue.block([1]) == 1)
        }
        #expect(venue.isBlocked(1) == !refused)
        #expect(try venue.unblock([1]) == (refused ? 0 : 1))
    }

    @Test func R_SAL_06_aBlockHasReasonAndBeginning() throws {
        var venue = try Self.venue()
        #expect(try venue.block([1], reason: "missed five times") == 1)
        let since = venue.now
        #expect(
            venue.withRecord(1) { $0.block }
                == ClientBlock(
                    since: since,
                    until: nil,
                    reason: Array("missed five times".utf8)
                )
        )
        #expect(try venue.block([1]) == 0, "saying it again is no change")
        #expect(try venue.block([1], reason: "rude") == 1)
        #expect(venue.withRecord(1) { $0.block?.since } == since, "since when stays")
        #expect(try venue.unblock([1]) == 1)
        #expect(try venue.unblock([1]) == 0)
        #expect(venue.withRecord(1) { $0.block } == .some(nil))
        try venue.expectSameElsewhere()
    }

    /// Nothing happens when an end comes: it is looked at when the record is read.
    @Test func R_SAL_06_aBlockEndsWithoutAnEvent() throws {
        var venue = try Self.venue()
        let end = venue.now + 60_000
        #expect(try venue.block([1], reason: "x", until: end) == 1)
        let events = venue.eventCount
        for (time, isBlocked) in [(end - 1, true), (end, false), (end + 1, false)] {
            #expect(venue.withRecord(1) { $0.isBlocked(atMilliseconds: time) } == isBlocked)
        }
        while venue.now < end { _ = try venue.newsletter([2], venue.now % 2_000 == 0) }
        #expect(venue.eventCount > events)
        #expect(try venue.unblock([1]) == 0, "it has ended by itself")
        #expect(try venue.block([1]) == 1)
        #expect(venue.withRecord(1) { $0.block?.reason } == .some([]), "a new one")
        for until in [venue.now, venue.now + 1_000] {
            #expect(throws: Refusal.self) { try venue.block([1], until: until) }
        }
        try venue.expectSameElsewhere()
    }

    @Test func R_SAL_07_severalAllOrNone() throws {
        var venue = try Self.venue()
        #expect(throws: Refusal.noClient(ClientID(9))) { try venue.block([1, 9]) }
        #expect(venue.isBlocked(1) == false)
        #expect(try venue.block([1, 2, 1, 3]) == 3)
        #expect(throws: Refusal.noClient(ClientID(9))) { try venue.unblock([1, 9]) }
        #expect(try venue.unblock([3, 2]) == 2)
        let tooMany = [UInt32](repeating: 1, count: 1_001)
        #expect(throws: Refusal.tooManyGiven(field: "id", max: 1_000)) { try venue.block(tooMany) }
        #expect(throws: Refusal.stale(asked: 9, found: 2)) { try venue.block([1], ifVersion: 9) }
    }

    /// Whom a merge leaves blocked, and until when; 0 is not blocked, 1 without end.
    @Test(arguments: [
        (survivor: UInt64(0), double: UInt64(0), result: UInt64(0)), (0, 1, 1), (1, 0, 1),
        (1, 1, 1),
        (500_000, 0, 500_000), (0, 500_000, 500_000), (500_000, 900_000, 900_000),
        (900_000, 500_000, 900_000), (1, 900_000, 1), (900_000, 1, 1),
    ])
    func R_RES_25_blockedOnEitherIsBlocked(
        survivor: UInt64,
        double: UInt64,
        result: UInt64
    ) throws {
        var venue = try Self.venue()
        let start = venue.now
        func end(_ value: UInt64) -> UInt64? { value <= 1 ? nil : start + value }
        if survivor > 0 { try venue.block([1], reason: "s", until: end(survivor)) }
        if double > 0 { try venue.block([2], reason: "d", until: end(double)) }
        let before = [venue.content(1), venue.content(2)]
        try venue.merge(1, [2])
        #expect(venue.withRecord(1) { $0.block != nil } == (result > 0))
        if result > 0 { #expect(venue.withRecord(1) { $0.block?.until } == end(result)) }
        try venue.unmerge(1)
        #expect([venue.content(1), venue.content(2)] == before)
        try venue.expectSameElsewhere()
    }

    @Test func R_RES_28_whatIsDecidedSinceStaysWithTheSurvivor() throws {
        var venue = try Self.venue()
        try venue.block([2], reason: "d")
        try venue.merge(1, [2])
        #expect(try venue.unblock([1]) == 1)
        #expect(venue.isBlocked(1) == false)
        try venue.merge(3, [1])
        #expect(venue.isBlocked(3) == false, "who was let off is let off")
        try venue.unmerge(2)
        try venue.unmerge(1)
        #expect(venue.isBlocked(1) == false)
        #expect(venue.isBlocked(2) == true, "the double's own block comes back with it")
        try venue.expectSameElsewhere()
    }

    /// A blocked client's former addresses stay known.
    @Test(arguments: [false, true])
    func R_SAL_08_addressesOfABlockedClientStay(isSurvivor: Bool) throws {
        var venue = try Self.venue()
        _ = try venue.set(1, ["phone=02 555 01 02"])
        if isSurvivor { try venue.merge(1, [3]) }
        _ = try venue.set(1, ["email=before@example.org"])
        let known = venue.aliases(1)
        #expect(!known.contains("a@example.org"), "nobody was blocked then")
        try venue.block([1])
        _ = try venue.set(1, ["email=after@example.org", "phone=02 555 09 09"])
        _ = try venue.set(1, ["phone="])
        let added = Set(venue.aliases(1)).subtracting(known)
        #expect(added == ["before@example.org", "+3225550102", "+3225550909"])
        try venue.expectSameElsewhere()
    }

    @Test func R_SAL_06_blockedUnlessMergedOrGone() throws {
        var venue = try Self.venue()
        try venue.merge(1, [2])
        #expect(throws: Refusal.merged(ClientID(1))) { try venue.block([2]) }
        _ = try venue.setStatus([3], active: false)
        #expect(try venue.block([3]) == 1, "who is inactive may be blocked")
        _ = try venue.setStatus([3], active: true)
        #expect(venue.isBlocked(3) == true)
    }
}
