import CarnetBytes
import CarnetModel
import Testing

/// R-SAL-20: addresses that are kept out after an erasure.
struct KeepOutRuleTests {
    private static let key = KeyedHash(low: 7, high: 11)

    /// Every address that the client has or had, its doubles' and those a survivor has by itself.
    @Test func R_SAL_20_allAddressesOfAPersonAreTold() throws {
        var venue = try TestVenue(country: "CH")
        _ = try venue.add(["last=One", "email=one@example.org", "phone=044 668 18 00"])
        _ = try venue.add(["last=Two", "email=two@example.org", "phone=044 668 18 01"])
        _ = try venue.add(["last=Three", "email=three@example.org"])
        try venue.merge(1, [2])
        try venue.merge(3, [1], take: [(.email, 1)])
        let told = venue.tenant.addresses(of: [1, 2, 3].map { ClientID($0) })
        let emails = ["one@example.org", "two@example.org", "three@example.org"]
        #expect(
            told
                == Set(
                    emails.map { ClientAddress.email(Array($0.utf8)) } + [
                        .phone(41_446_681_800), .phone(41_446_681_801),
                    ]
                )
        )
    }

    /// What stands after keeping out and letting in, live, replayed and through a snapshot.
    @Test(arguments: [
        ("by digest", KeepOutLift.digests([3]), 2, [1, 2, 4] as [UInt64]),
        ("by digests", .digests([1, 4, 99]), 2, [2, 3]),
        ("by receipt", .receipt(2), 2, [1, 2, 3]),
        ("none", .digests([99]), 0, [1, 2, 3, 4]),
    ])
    func R_SAL_20_whoIsKeptOutIsState(
        name: String,
        lift: KeepOutLift,
        lifted: Int,
        left: [UInt64]
    ) throws {
        var venue = try TestVenue(country: "CH")
        _ = try venue.add(["last=One", "email=one@example.org"])
        _ = try venue.add(["last=Two", "email=two@example.org"])
        try venue.eraseAndKeepOut(1, [1, 2, 3], Self.key)
        // Another key is not taken: the tenant's own stays.
        try venue.eraseAndKeepOut(2, [3, 4], KeyedHash(low: 1, high: 1))
        #expect(venue.tenant.keepOut.key == Self.key)
        #expect(venue.tenant.keepOut.entries.count == 5)
        #expect(venue.tenant.keepOut.count(ofReceipt: 1) == 3)
        try venue.expectSameElsewhere()
        let count = try venue.decide { tenant, _, events throws(Refusal) in
            try tenant.decideLift(lift, events: &events)
        }
        #expect(count == lifted, "\(name)")
        #expect((1...5).filter { venue.tenant.keepOut.contains($0) } == left, "\(name)")
        try venue.expectSameElsewhere()
        #expect(try venue.throughSnapshot().keepOut == venue.tenant.keepOut)
    }

    @Test func R_SAL_20_aReceiptThatIsNotThereLiftsNothing() throws {
        var venue = try TestVenue()
        #expect(throws: Refusal.noReceipt(1)) {
            try venue.decide { tenant, _, events throws(Refusal) in
                try tenant.decideLift(.receipt(1), events: &events)
            }
        }
    }

    /// More entries than one row of a snapshot takes.
    @Test func R_SAL_20_manyKeptOutGoThroughASnapshot() throws {
        var venue = try TestVenue(country: "CH")
        _ = try venue.add(["last=One", "email=one@example.org"])
        try venue.eraseAndKeepOut(1, (1...120_000).map { UInt64($0) &* 0x9E37_79B9 }, Self.key)
        let restored = try venue.throughSnapshot()
        #expect(restored.keepOut == venue.tenant.keepOut)
        #expect(restored.digest == venue.tenant.digest)
    }
}

extension TestVenue {
    fileprivate mutating func eraseAndKeepOut(
        _ id: UInt32,
        _ digests: [UInt64],
        _ key: KeyedHash
    ) throws(Refusal) {
        try decide { tenant, _, events throws(Refusal) in
            _ = try tenant.decideErasure(
                [ClientID(id)],
                .erased,
                isRequested: true,
                by: [],
                ifVersion: nil,
                events: &events
            )
            try tenant.decideKeepOut(digests, key, events: &events)
        }
    }
}
