import CarnetBytes
import CarnetModel
import Testing

/// Links of clients to orders, subscriptions and vouchers.
struct LinkTests {
    @Test func R_RES_22_R_RES_48_linksFollowToTheSurvivorAndReturn() throws {
        var venue = try BookingRuleTests.venue()
        #expect(try venue.link(1, .order, "shop-1") == 1)
        #expect(try venue.link(2, .voucher, "v-2") == 2)
        try venue.merge(1, [2])
        #expect(venue.links(of: 1) == ["1 order shop-1 of 1", "2 voucher v-2 of 2"])
        // By the double's number: the survivor's, with the number it was addressed to.
        #expect(try venue.link(2, .subscription, "s-3") == 3)
        #expect(try venue.link(1, .order, "shop-4") == 4)
        #expect(venue.links(of: 2) == venue.links(of: 1))
        #expect(venue.links(of: 2).count == 4)
        try venue.expectSameLinksElsewhere()
        try venue.unmerge(1)
        #expect(venue.links(of: 1) == ["1 order shop-1 of 1", "4 order shop-4 of 1"])
        #expect(venue.links(of: 2) == ["2 voucher v-2 of 2", "3 subscription s-3 of 2"])
        try venue.expectSameLinksElsewhere()
    }

    @Test func R_RES_48_theSameLinkAgainIsNoChange() throws {
        var venue = try BookingRuleTests.venue()
        try venue.link(1, .order, "shop-1")
        let events = venue.eventCount
        #expect(try venue.link(1, .order, " shop-1 ") == 1)
        #expect(venue.eventCount == events)
        // Another kind, another client: another link.
        #expect(try venue.link(1, .voucher, "shop-1") == 2)
        #expect(try venue.link(2, .order, "shop-1") == 3)
        try venue.expectSameLinksElsewhere()
    }

    @Test func R_RES_48_aRemovedLinkGoesAndItsNumberStaysUsed() throws {
        var venue = try BookingRuleTests.venue()
        try venue.link(1, .order, "shop-1")
        try venue.link(1, .order, "shop-2")
        try venue.unlink(2)
        #expect(venue.links(of: 1) == ["1 order shop-1 of 1"])
        #expect(throws: Refusal.self) { try venue.unlink(2) }
        #expect(throws: Refusal.self) { try venue.unlink(9) }
        let restored = try venue.throughSnapshot()
        var events = EventBuffer()
        let reference = Array("shop-2".utf8)
        let next = try restored.decideLink(
            ClientID(1),
            .order,
            unsafe reference.span.bytes,
            events: &events
        )
        #expect(next == 3)
        try venue.expectSameLinksElsewhere()
    }

    @Test(arguments: ["", "  ", String(repeating: "x", count: 20_000)])
    func R_RES_48_aReferenceIsChecked(reference: String) throws {
        var venue = try BookingRuleTests.venue()
        #expect(throws: Refusal.self) { try venue.link(1, .order, reference) }
        #expect(throws: Refusal.noClient(ClientID(9))) { try venue.link(9, .order, "a") }
        #expect(venue.links(of: 1).isEmpty)
    }

    @Test func R_SAL_05_theLinksOfAnErasedClientGo() throws {
        var venue = try BookingRuleTests.venue([("erase_needs_inactive", "no")])
        try venue.link(1, .order, "shop-1")
        try venue.link(2, .voucher, "v-2")
        try venue.link(3, .voucher, "v-3")
        try venue.merge(1, [2])
        try venue.decide { tenant, _, events throws(Refusal) in
            _ = try tenant.decideErasure(
                [ClientID(1)],
                .erased,
                isRequested: false,
                by: [],
                ifVersion: nil,
                events: &events
            )
        }
        #expect(venue.links(of: 1).isEmpty)
        #expect(venue.links(of: 2).isEmpty)
        #expect(venue.links(of: 3) == ["3 voucher v-3 of 3"])
        #expect(throws: Refusal.erased(ClientID(1))) { try venue.link(1, .order, "shop-9") }
        try venue.expectSameLinksElsewhere()
    }

    @Test func R_RES_48_oneClientHasAThousandLinksAtMost() throws {
        var venue = try BookingRuleTests.venue()
        for number in 1...ClientLink.countMax { try venue.link(1, .order, "shop-\(number)") }
        #expect(throws: Refusal.tooMany(field: "links", max: ClientLink.countMax)) {
            try venue.link(1, .order, "one more")
        }
        try venue.unlink(7)
        try venue.link(1, .order, "one more")
        try venue.expectSameLinksElsewhere()
    }
}

extension TestVenue {
    @discardableResult
    mutating func link(
        _ client: UInt32,
        _ kind: LinkKind,
        _ reference: String
    ) throws(Refusal) -> UInt32 {
        let reference = Array(reference.utf8)
        return try decide { tenant, _, events throws(Refusal) in
            try tenant.decideLink(
                ClientID(client),
                kind,
                unsafe reference.span.bytes,
                events: &events
            )
        }
    }

    mutating func unlink(_ number: UInt32) throws(Refusal) {
        try decide { tenant, _, events throws(Refusal) in
            try tenant.decideLinkRemoval(number, events: &events)
        }
    }

    func links(of client: UInt32) -> [String] { Self.links(tenant, client) }

    private static func links(_ tenant: borrowing Tenant, _ client: UInt32) -> [String] {
        tenant.links(of: ClientID(client)).map {
            let reference = String(decoding: $0.reference, as: UTF8.self)
            return "\($0.number) \($0.kind.name) \(reference) of \($0.client.value)"
        }
    }

    /// Replayed and through a snapshot links are the same, and so are points.
    func expectSameLinksElsewhere(partners: [String] = []) throws {
        try expectSameElsewhere()
        for other in [replayed(Tenant(name: tenant.name)), try throughSnapshot()] {
            for client in 1...3 as ClosedRange<UInt32> {
                #expect(Self.links(other, client) == links(of: client))
            }
            for partner in partners {
                #expect(Self.account(other, partner) == account(partner))
            }
        }
    }

    func account(_ partner: String) -> PartnerAccount? { Self.account(tenant, partner) }

    private static func account(_ tenant: borrowing Tenant, _ partner: String) -> PartnerAccount? {
        let partner = Array(partner.utf8)
        return (try? tenant.account(of: unsafe partner.span.bytes))?.1
    }
}
