import CarnetBytes
import CarnetModel
import Testing

/// Consents with proof.
struct ConsentRuleTests {
    static func venue(_ settings: [(String, String)] = []) throws -> TestVenue {
        try MarkRuleTests.venue(settings)
    }

    @Test(arguments: ConsentPurpose.allCases)
    func R_POL_14_eachPurposeHasItsOwnYesAndNo(purpose: ConsentPurpose) throws {
        var venue = try Self.venue()
        #expect(venue.said(1, purpose) == nil)
        try venue.consent(1, purpose, true, source: "paper form", wording: "Yes, please")
        #expect(venue.said(1, purpose) == true)
        for other in ConsentPurpose.allCases where other != purpose {
            #expect(venue.said(1, other) == nil)
        }
        let proof = ConsentProof(
            purpose,
            isGiven: true,
            milliseconds: venue.now,
            source: Array("paper form".utf8),
            wording: Array("Yes, please".utf8)
        )
        #expect(venue.proofs(1) == [proof])
        try venue.consent(1, purpose, false)
        #expect(venue.said(1, purpose) == false)
        #expect(venue.proofs(1).map(\.isGiven) == [true, false], "history is kept")
        #expect(venue.version(1) == 3)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (said: Bool?.none, setting: "", holds: false), (nil, "no", false), (nil, "yes", true),
        (true, "no", true), (false, "yes", false),
    ])
    func R_POL_14_theSettingSaysWhatIsOnWithoutAsking(
        said: Bool?,
        setting: String,
        holds: Bool
    ) throws {
        for purpose in ConsentPurpose.allCases {
            var venue = try Self.venue([("consent_default.\(purpose.name)", setting)])
            if let said { try venue.consent(1, purpose, said) }
            let told = venue.said(1, purpose)
            #expect(told == said)
            #expect(venue.tenant.settings.consent(to: purpose, said: told) == holds)
        }
    }

    /// The stated rule: they are one value, and a change of either is a change of the other.
    @Test func R_POL_14_newsletterAndItsConsentAreOne() throws {
        var venue = try Self.venue()
        try venue.consent(1, .newsletter, true, source: "web")
        #expect(venue.content(1)?.value(.newsletter) == [1])
        try venue.newsletter([1], false)
        #expect(venue.said(1, .newsletter) == false)
        #expect(venue.proofs(1).map(\.isGiven) == [true, false])
        _ = try venue.set(1, ["newsletter=yes"])
        #expect(venue.said(1, .newsletter) == true)
        #expect(venue.proofs(1).map(\.isGiven) == [true, false, true])
        #expect(venue.proofs(1).last?.source == [], "the old source does not speak for it")
        _ = try venue.set(2, ["newsletter=yes"])
        #expect(venue.proofs(2).isEmpty, "the field alone is no proof")
        try venue.expectSameElsewhere()
    }

    @Test func R_POL_14_aFormTypedInLateChangesNothingSaidSince() throws {
        var venue = try Self.venue()
        let earlier = venue.now - 5_000
        try venue.consent(1, .birthday, false)
        try venue.consent(1, .birthday, true, source: "card", at: earlier)
        #expect(venue.said(1, .birthday) == false)
        #expect(
            venue.proofs(1).map(\.isGiven) == [true, false],
            "in the order in which it was said"
        )
        #expect(throws: Refusal.self) {
            try venue.consent(1, .birthday, true, at: venue.now + 2_000)
        }
        #expect(
            try venue.consent(1, .birthday, true, source: "card", at: earlier) == 3,
            "no change"
        )
    }

    @Test func R_POL_14_oldestProofsGoAndWithdrawingIsAlwaysPossible() throws {
        var venue = try Self.venue()
        for turn in 0..<40 { try venue.consent(1, .review, turn % 2 == 0) }
        try venue.consent(1, .newsletter, true)
        #expect(venue.proofs(1).count { $0.purpose == .review } == ClientExtra.proofCountMax)
        #expect(venue.said(1, .review) == false)
        #expect(venue.proofs(1).first?.purpose == .newsletter)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (survivor: Bool?.some(true), double: Bool?.some(false), result: Bool?.some(false)),
        (false, true, false), (true, true, true), (nil, true, true), (true, nil, true),
        (nil, false, false), (nil, nil, nil),
    ])
    func R_RES_25_theMoreCarefulConsentWins(
        survivor: Bool?,
        double: Bool?,
        result: Bool?
    ) throws {
        for purpose in ConsentPurpose.allCases {
            var venue = try TestVenue()
            _ = try venue.add(["last=A", "email=a@example.org"])
            _ = try venue.add(["last=B", "email=b@example.org"])
            if let survivor { try venue.consent(1, purpose, survivor, source: "s") }
            if let double { try venue.consent(2, purpose, double, source: "d") }
            let before = [venue.content(1), venue.content(2)]
            try venue.merge(1, [2])
            #expect(venue.said(1, purpose) == result)
            let count = (survivor == nil ? 0 : 1) + (double == nil ? 0 : 1)
            #expect(venue.proofs(1).count == count, "R-RES-22: proofs of both are kept")
            try venue.unmerge(1)
            #expect([venue.content(1), venue.content(2)] == before)
            try venue.expectSameElsewhere()
        }
    }

    @Test func R_RES_28_whatIsSaidSinceStaysWithTheSurvivor() throws {
        var venue = try Self.venue()
        try venue.consent(2, .review, false, source: "d")
        try venue.merge(1, [2])
        try venue.consent(1, .review, true, source: "asked again")
        #expect(venue.said(1, .review) == true)
        #expect(venue.proofs(1).count == 2)
        try venue.unmerge(1)
        #expect(venue.said(1, .review) == true)
        #expect(venue.said(2, .review) == false)
        #expect(venue.proofs(1).map(\.source) == [Array("asked again".utf8)])
        #expect(throws: Refusal.stale(asked: 1, found: 4)) {
            try venue.consent(1, .review, false, ifVersion: 1)
        }
        try venue.expectSameElsewhere()
    }
}
