import CarnetBytes
import CarnetModel
import Testing

/// What a merge comes to, rule by rule.
struct MergeRuleTests {
    /// Ada with an e-mail, Augusta with a phone, each with a reference and a tag.
    static func pair() throws -> TestVenue {
        var venue = try TestVenue()
        _ = try venue.add([
            "first=Ada", "last=King", "email=ada@example.org", "external=crm-1", "tags=vip,lunch",
            "note=window",
        ])
        _ = try venue.add([
            "first=Augusta", "last=Lovelace", "email=al@example.org", "phone=02 555 01 02",
            "city=Gent", "external=pms-2", "tags=lunch,wine", "note=no nuts", "newsletter=no",
        ])
        return venue
    }

    @Test func R_RES_24_survivorsValueStaysAndGapsAreFilled() throws {
        var venue = try Self.pair()
        let plan = try venue.merge(1, [2])
        #expect(plan.version == 2)
        #expect(plan.firstMerge == 1)
        #expect(venue.text(1, .first) == "Ada")
        #expect(venue.text(1, .last) == "King")
        #expect(venue.text(1, .email) == "ada@example.org")
        #expect(venue.phone(1) == 3_225_550_102)
        #expect(venue.text(1, .city) == "Gent")
        #expect(plan.sources(of: ClientField.city.rawValue) == [ClientID(2)])
        #expect(plan.sources(of: ClientField.first.rawValue) == [ClientID(1)])
        #expect(plan.sources(of: ClientField.tags.rawValue) == [ClientID(1), ClientID(2)])
        #expect(venue.status(2) == .merged)
        #expect(venue.tenant.mergedCount == 1)
        #expect(venue.tenant.activeCount == 1)
    }

    @Test func R_RES_24_setsAreJoinedAndNotesToldApart() throws {
        var venue = try Self.pair()
        try venue.merge(1, [2])
        #expect(venue.texts(1, .external) == ["crm-1", "pms-2"])
        #expect(venue.texts(1, .tags) == ["lunch", "vip", "wine"])
        #expect(venue.text(1, .note) == "window\n\n[#2, 2023-11-14]\nno nuts")
    }

    @Test func R_RES_24_noteOfOneAloneStaysAsItIs() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "email=a@example.org"])
        _ = try venue.add(["first=Ada", "email=b@example.org", "note=no nuts"])
        _ = try venue.add(["first=Ada", "email=c@example.org", "note=no nuts"])
        try venue.merge(1, [2, 3])
        #expect(venue.text(1, .note) == "no nuts")
    }

    @Test func R_RES_24_whatIsReplacedStaysAsAlias() throws {
        var venue = try Self.pair()
        try venue.merge(1, [2], take: [(.email, 2), (.last, 2)])
        #expect(venue.text(1, .email) == "al@example.org")
        #expect(venue.text(1, .last) == "Lovelace")
        #expect(
            venue.aliases(1) == ["Ada King", "Augusta Lovelace", "ada@example.org"]
        )
    }

    @Test func R_RES_24_anotherSpellingIsNoAlias() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Jean-Pierre", "last=Müller", "email=JP@example.org"])
        _ = try venue.add(["first=jean pierre", "last=MULLER", "email=jp@Example.org"])
        try venue.merge(1, [2])
        #expect(venue.aliases(1).isEmpty)
    }

    @Test(arguments: [
        (survivor: "yes", double: "no", result: "no"),
        (survivor: "no", double: "yes", result: "no"),
        (survivor: "", double: "yes", result: "yes"),
        (survivor: "yes", double: "", result: "yes"),
        (survivor: "", double: "", result: ""),
    ])
    func R_RES_25_newsletterNoWins(survivor: String, double: String, result: String) throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=A", "email=a@example.org", "newsletter=\(survivor)"])
        _ = try venue.add(["first=B", "email=b@example.org", "newsletter=\(double)"])
        try venue.merge(1, [2])
        let expected: [UInt8]? = result.isEmpty ? nil : [result == "yes" ? 1 : 0]
        #expect(venue.content(1)?.value(.newsletter) == expected)
    }

    @Test func R_RES_25_earliestCreationCounts() throws {
        var venue = try Self.pair()
        let created = try #require(venue.content(1)?.createdMilliseconds)
        let own = try #require(venue.content(2)?.createdMilliseconds)
        try venue.merge(2, [1])
        #expect(venue.content(2)?.createdMilliseconds == created)
        try venue.unmerge(1)
        #expect(venue.content(2)?.createdMilliseconds == own)
    }

    @Test func R_RES_20_ifVersionHoldsTheSurvivor() throws {
        var venue = try Self.pair()
        #expect(throws: Refusal.stale(asked: 4, found: 1)) {
            try venue.merge(1, [2], ifVersion: 4)
        }
        #expect(venue.status(2) == .active)
    }

    @Test func R_RES_21_severalAllOrNoneOneNumberEach() throws {
        var venue = try Self.pair()
        _ = try venue.add(["first=Countess", "email=c@example.org"])
        #expect(throws: Refusal.noClient(ClientID(9))) { try venue.merge(1, [2, 9]) }
        #expect(venue.status(2) == .active)
        let plan = try venue.merge(1, [3, 2])
        #expect(plan.version == 3)
        #expect(venue.tenant.mergeRow(1)?.double == ClientID(3))
        #expect(venue.tenant.mergeRow(2)?.double == ClientID(2))
    }

    @Test func R_RES_27_nobodyIsMergedByAStaleNumber() throws {
        var venue = try Self.pair()
        _ = try venue.add(["first=Countess", "email=c@example.org"])
        #expect(
            throws: Refusal.invalid(
                field: "double",
                problem: "client 1 can't be merged into itself; name another client"
            )
        ) { try venue.merge(1, [1]) }
        #expect(throws: Refusal.self) { try venue.merge(1, [2, 2]) }
        try venue.merge(1, [2])
        #expect(throws: Refusal.merged(ClientID(1))) { try venue.merge(3, [2]) }
        #expect(throws: Refusal.merged(ClientID(1))) { try venue.merge(2, [3]) }
        try venue.merge(3, [1])
        #expect(throws: Refusal.merged(ClientID(3))) { try venue.merge(2, [3]) }
    }

    @Test(arguments: [
        (field: ClientField.note, id: UInt32(2)), (.tags, 2), (.external, 2), (.newsletter, 2),
        (.company, 2), (.email, 3),
    ])
    func R_RES_24_takeNamesAFieldThatOneOfThemHas(field: ClientField, id: UInt32) throws {
        var venue = try Self.pair()
        _ = try venue.add(["first=Countess", "email=c@example.org"])
        #expect(throws: Refusal.self) { try venue.merge(1, [2], take: [(field, id)]) }
    }

    @Test func R_RES_48_writesOnADoubleAreRefused() throws {
        var venue = try Self.pair()
        try venue.merge(1, [2])
        #expect(throws: Refusal.merged(ClientID(1))) { try venue.set(2, ["city=Brugge"]) }
        #expect(throws: Refusal.merged(ClientID(1))) { try venue.setStatus([2], active: false) }
        #expect(venue.tenant.survivor(of: ClientID(2)) == ClientID(1))
        let reference = Array("pms-2".utf8)
        let owner = unsafe venue.tenant.owner(
            ofExternal: reference.span.bytes,
            shownBy: ClientID(1)
        )
        #expect(owner == ClientID(2))
    }

    @Test func R_RES_24_renamedClientsKeepTheirOldName() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "last=Byron", "email=a@example.org"])
        _ = try venue.set(1, ["last=King"])
        #expect(venue.aliases(1) == ["Ada Byron"])
        _ = try venue.set(1, ["last=KING"])
        #expect(venue.aliases(1) == ["Ada Byron"])
        _ = try venue.set(1, ["email=b@example.org"])
        #expect(venue.aliases(1) == ["Ada Byron"])
        _ = try venue.set(1, ["last=Byron"])
        #expect(venue.aliases(1) == ["Ada KING"])
        for number in 1...30 { _ = try venue.set(1, ["last=Name\(number)"]) }
        #expect(venue.aliases(1).count == 16)
        #expect(venue.aliases(1).last == "Ada Name29")
    }
}
