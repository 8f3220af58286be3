import CarnetBytes
import CarnetModel
import Testing

/// Forgetting a person: what is left in the state, and what is refused.
struct ErasureRuleTests {
    /// Words that stand for the person of client 1 and of what was merged into it.
    static let secrets = [
        "Zauberin", "Wunderlich", "z@secret.example", "41446681800", "allergic", "ext-77",
        "Altname", "alt@secret.example", "ext-78", "because Zauberin said so", "Geheim AG",
    ]

    /// Client 1 survived client 2, client 3 stands beside them as a declared other person, client 4
    /// waved 1 aside; 5 was merged into 3 and came out again.
    static func venue(_ settings: [(String, String)] = []) throws -> TestVenue {
        var venue = try TestVenue(country: "CH", settings)
        _ = try venue.add([
            "first=Zauberin", "last=Wunderlich", "email=z@secret.example",
            "phone=044 668 18 00", "note=allergic", "external=ext-77", "language=fr",
            "company=Geheim AG",
        ])
        _ = try venue.add([
            "first=Zauberin", "last=Altname", "email=alt@secret.example", "external=ext-78",
        ])
        _ = try venue.add(["last=Stays", "email=stays@example.org"])
        _ = try venue.add(["last=Later", "email=later@example.org"], wavedAside: [1])
        _ = try venue.add(["last=Half", "email=half@example.org"])
        try venue.merge(1, [2], reason: "because Zauberin said so")
        try venue.distinct(1, 3)
        try venue.merge(3, [5])
        try venue.unmerge(2)
        return venue
    }

    /// Which of the words stand anywhere in what a snapshot of the tenant would hold.
    static func found(in venue: borrowing TestVenue) -> [String] {
        var rows = ByteWriter()
        var writer = TenantSnapshotWriter(venue.tenant.view())
        while writer.appendRow(to: &rows) {}
        let bytes = rows.array()
        return secrets.filter { contains(bytes, Array($0.utf8)) }
            + (contains(bytes, phoneBytes) ? ["phone"] : [])
    }

    /// The phone as a record holds it.
    static var phoneBytes: [UInt8] {
        (0..<5).map { UInt8(truncatingIfNeeded: 41_446_681_800 >> ($0 * 8)) }
    }

    static func contains(_ all: [UInt8], _ part: [UInt8]) -> Bool {
        guard all.count >= part.count else { return false }
        return (0...(all.count - part.count)).contains { start in
            all[start] == part[0] && all[start..<start + part.count].elementsEqual(part)
        }
    }

    @Test
    func theSearchFindsWhatIsThere() throws {
        let venue = try Self.venue()
        #expect(
            Set(Self.found(in: venue)).isSuperset(of: ["Zauberin", "Altname", "phone", "ext-77"])
        )
    }

    @Test(arguments: [Erasure.Kind.erased, .anonymized])
    func R_SAL_05_nothingOfThePersonIsLeft(kind: Erasure.Kind) throws {
        var venue = try Self.venue()
        let plan = try venue.erase([1], kind, isRequested: true)
        #expect(Self.found(in: venue).isEmpty)
        #expect(venue.status(1) == (kind == .erased ? .erased : .active))
        #expect(venue.status(2) == .erased)
        #expect(venue.aliases(1).isEmpty)
        #expect(plan.counts.clients == 1)
        #expect(plan.counts.doubles == 1)
        #expect(plan.counts.merges == 1)
        #expect(plan.counts.pairs == 2)
        #expect(plan.counts.aliases > 0)
        #expect(venue.text(3, .email) == "stays@example.org")
        #expect(venue.tenant.isDistinct(ClientID(1), ClientID(3)) == false)
        try venue.expectSameElsewhere()
    }

    @Test
    func R_CAL_40_anonymizedKeepsLanguageAndPlace() throws {
        var venue = try Self.venue()
        try venue.erase([1], .anonymized)
        #expect(venue.text(1, .language) == "fr")
        #expect(venue.withRecord(1) { $0.anonymizedMilliseconds } == venue.now)
        // It can be written to again, as a survivor that it still is.
        #expect(try venue.set(1, ["city=Basel"]).events == 1)
        #expect(venue.text(1, .city) == "Basel")
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (setting: "yes", active: true, requested: false, refused: true),
        (setting: "yes", active: true, requested: true, refused: false),
        (setting: "yes", active: false, requested: false, refused: false),
        (setting: "no", active: true, requested: false, refused: false),
    ])
    func R_SAL_04_inactiveFirstUnlessAskedFor(
        setting: String,
        active: Bool,
        requested: Bool,
        refused: Bool
    ) throws {
        var venue = try Self.venue([("erase_needs_inactive", setting)])
        if !active { _ = try venue.setStatus([1], active: false) }
        if refused {
            #expect(throws: Refusal.notInactive(ClientID(1))) {
                try venue.erase([1], .erased, isRequested: requested)
            }
            #expect(venue.text(1, .first) == "Zauberin")
        } else {
            try venue.erase([1], .erased, isRequested: requested)
            #expect(venue.status(1) == .erased)
        }
    }

    @Test
    func R_RES_28_noMergeIsUndoneAfterAnErasure() throws {
        var venue = try Self.venue()
        try venue.erase([1], .erased, isRequested: true)
        #expect(throws: Refusal.erased(ClientID(2))) { try venue.unmerge(1) }
    }

    @Test(arguments: [1, 2] as [UInt32])
    func R_RES_27_erasedClientsTakeNoPart(id: UInt32) throws {
        var venue = try Self.venue()
        try venue.erase([1], .erased, isRequested: true)
        #expect(throws: Refusal.erased(ClientID(id))) { try venue.merge(3, [id]) }
        #expect(throws: Refusal.erased(ClientID(id))) { try venue.merge(id, [3]) }
        #expect(throws: Refusal.erased(ClientID(id))) { try venue.distinct(id, 3) }
        #expect(throws: Refusal.erased(ClientID(id))) { try venue.set(id, ["last=Back"]) }
        #expect(throws: Refusal.erased(ClientID(id))) { try venue.erase([id], .erased) }
        #expect(throws: Refusal.erased(ClientID(id))) {
            _ = try venue.setStatus([id], active: true)
        }
    }

    @Test
    func R_SAL_19_theOtherHalfOfAnUndoneMergeStays() throws {
        var venue = try Self.venue()
        let before = venue.content(3)
        try venue.erase([5], .erased, isRequested: true)
        #expect(venue.content(3) == before)
        #expect(venue.status(3) == .active)
        try venue.expectSameElsewhere()
    }

    @Test
    func R_SAL_19_aDoubleIsErasedThroughItsSurvivor() throws {
        var venue = try Self.venue()
        #expect(throws: Refusal.merged(ClientID(1))) { try venue.erase([2], .erased) }
    }

    @Test
    func R_SAL_21_receiptsAreNumberedAndAdvanceOnlyForward() throws {
        var venue = try Self.venue()
        #expect(try venue.erase([1], .erased, isRequested: true).receipt == 1)
        #expect(try venue.erase([3, 3], .anonymized).receipt == 2)
        let receipt = try #require(venue.tenant.erasure(1))
        #expect(receipt.clients == [ClientID(1), ClientID(2)])
        #expect(receipt.stage == .pending)
        #expect(try venue.advance(1, to: .complete))
        #expect(try !venue.advance(1, to: .snapshotTaken))
        #expect(venue.tenant.erasure(1)?.stage == .complete)
        #expect(venue.tenant.erasure(1)?.completeMilliseconds == venue.now - 1_000)
        #expect(venue.tenant.erasure(2)?.clients == [ClientID(3)])
        #expect(venue.tenant.erasure(3) == nil)
        #expect(try venue.throughSnapshot().erasures == venue.tenant.erasures)
        try venue.expectSameElsewhere()
    }
}

extension TestVenue {
    @discardableResult
    mutating func erase(
        _ ids: [UInt32],
        _ kind: Erasure.Kind,
        isRequested: Bool = false
    ) throws(Refusal) -> ErasurePlan {
        try decide { tenant, _, events throws(Refusal) in
            try tenant.decideErasure(
                ids.map { ClientID($0) },
                kind,
                isRequested: isRequested,
                by: Array("desk".utf8),
                ifVersion: nil,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func advance(_ receipt: UInt32, to stage: Erasure.Stage) throws(Refusal) -> Bool {
        try decide { tenant, _, events throws(Refusal) in
            tenant.decideAdvance(receipt, to: stage, events: &events)
        }
    }
}
