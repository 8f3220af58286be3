import CarnetBytes
import CarnetModel
import Testing

/// R-RES-28: a merge undone, whatever happened since.
struct UnmergeRuleTests {
    @Test func R_RES_28_doubleComesBackAsItWas() throws {
        var venue = try MergeRuleTests.pair()
        let before = [venue.content(1), venue.content(2)]
        try venue.merge(1, [2], take: [(.email, 2), (.first, 2)])
        try venue.unmerge(1)
        #expect([venue.content(1), venue.content(2)] == before)
        #expect(venue.status(2) == .active)
        #expect(venue.tenant.mergedCount == 0)
        #expect(throws: Refusal.undone(merge: 1)) { try venue.unmerge(1) }
        #expect(throws: Refusal.self) { try venue.unmerge(2) }
    }

    @Test func R_RES_28_inactiveDoubleComesBackInactive() throws {
        var venue = try MergeRuleTests.pair()
        _ = try venue.setStatus([2], active: false)
        try venue.merge(1, [2])
        #expect(venue.status(1) == .active)
        try venue.unmerge(1)
        #expect(venue.status(2) == .inactive)
    }

    @Test func R_RES_28_editsSinceStayWithTheSurvivor() throws {
        var venue = try MergeRuleTests.pair()
        let double = venue.content(2)
        try venue.merge(1, [2])
        _ = try venue.set(
            1,
            ["phone=02 555 09 09", "city=", "tags=vip,wine,new", "note=all new", "newsletter=yes"]
        )
        let plan = try venue.unmerge(1)
        #expect(venue.content(2) == double)
        #expect(venue.phone(1) == 3_225_550_909)
        #expect(venue.text(1, .city) == nil)
        // "lunch" was its own and taken out; "wine" was the double's and untouched.
        #expect(venue.texts(1, .tags) == ["new", "vip"])
        #expect(venue.text(1, .note) == "all new")
        #expect(venue.content(1)?.value(.newsletter) == [1])
        let choices = Dictionary(
            uniqueKeysWithValues: plan.choices.map { ($0.tag, $0.choice) }
        )
        #expect(choices[ClientField.phone.rawValue] == .stays)
        #expect(choices[ClientField.tags.rawValue] == .returns)
        #expect(choices[ClientField.first.rawValue] == .both)
        #expect(choices[ClientField.external.rawValue] == .returns)
    }

    /// A ← B, then C ← A, then B leaves A: what B brought to C through A goes with it.
    @Test func R_RES_28_nestedMergeUndoneFromBelow() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "email=a@example.org", "tags=a"])
        _ = try venue.add(["first=Bea", "email=b@example.org", "phone=02 555 01 02", "tags=b"])
        _ = try venue.add(["first=Cleo", "email=c@example.org", "tags=c"])
        let before = (1...3).map { venue.content($0) }
        try venue.merge(1, [2])
        try venue.merge(3, [1])
        #expect(venue.phone(3) == 3_225_550_102)
        #expect(venue.texts(3, .tags) == ["a", "b", "c"])
        let version = venue.tenant.version(of: ClientID(3))
        try venue.unmerge(1)
        #expect(venue.content(2) == before[1])
        #expect(venue.phone(3) == nil)
        #expect(venue.texts(3, .tags) == ["a", "c"])
        #expect(venue.aliases(3) == ["Ada", "a@example.org"])
        #expect(venue.status(1) == .merged)
        #expect(venue.tenant.version(of: ClientID(3)) == version.map { $0 + 1 })
        try venue.unmerge(2)
        #expect((1...3).map { venue.content($0) } == before)
    }

    @Test func R_RES_28_doublesOfTheDoubleStayWithIt() throws {
        var venue = try TestVenue()
        for name in ["Ada", "Bea", "Cleo"] {
            _ = try venue.add(["first=\(name)", "email=\(name)@example.org"])
        }
        try venue.merge(2, [3])
        try venue.merge(1, [2])
        try venue.unmerge(2)
        #expect(venue.tenant.survivor(of: ClientID(3)) == ClientID(2))
        #expect(venue.aliases(2) == ["Cleo", "Cleo@example.org"])
        #expect(venue.aliases(1).isEmpty)
    }

    @Test func R_RES_28_laterMergeFillsTheGapOfAnUndoneOne() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "email=a@example.org"])
        _ = try venue.add(["first=Ada", "email=b@example.org", "city=Gent"])
        _ = try venue.add(["first=Ada", "email=c@example.org", "city=Brugge"])
        try venue.merge(1, [2, 3])
        #expect(venue.text(1, .city) == "Gent")
        try venue.unmerge(1)
        #expect(venue.text(1, .city) == "Brugge")
    }

    @Test func R_RES_28_anOldNameStaysThoughItWasReplacedMeanwhile() throws {
        var venue = try MergeRuleTests.pair()
        try venue.merge(1, [2], take: [(.last, 2)])
        _ = try venue.set(1, ["last=Byron"])
        try venue.unmerge(1)
        #expect(venue.text(1, .last) == "Byron")
        #expect(venue.aliases(1) == ["Ada King", "Ada Lovelace"])
    }

    /// A reference stands for one client alone, so one that was given to somebody else since, or to
    /// the survivor itself, is not brought back.
    @Test(arguments: [true, false])
    func R_RES_28_referencesGivenAwaySinceStayWhereTheyAre(nested: Bool) throws {
        var venue = try MergeRuleTests.pair()
        _ = try venue.add(["first=Cleo", "email=c@example.org", "external=pms-3"])
        if nested { try venue.merge(2, [3]) }
        let merges = try venue.merge(1, nested ? [2] : [2, 3]).firstMerge
        _ = try venue.set(1, ["external=crm-1"])
        _ = try venue.set(1, ["external=crm-1", "external=pms-2"])
        _ = try venue.add(["first=Dora", "email=d@example.org", "external=pms-3"])
        try venue.unmerge(merges)
        if !nested { try venue.unmerge(merges + 1) }
        #expect(venue.texts(1, .external) == ["crm-1", "pms-2"])
        #expect(venue.texts(2, .external).isEmpty)
        if nested { try venue.unmerge(1) }
        #expect(venue.texts(3, .external).isEmpty)
        #expect(venue.texts(4, .external) == ["pms-3"])
        let replayed = venue.replayed(Tenant(name: Array("bistro".utf8)))
        #expect(replayed.digest == venue.tenant.digest)
    }
}
