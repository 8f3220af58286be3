import CarnetBytes
import CarnetModel
import Testing

/// The setting `retention_months`: who is due, and what becomes of them.
struct RetentionRuleTests {
    private static let day: UInt64 = 86_400_000

    private static func settings(_ months: String) throws -> TenantSettings {
        try TenantSettings().with(
            [GivenSetting(word: "retention_months", value: months)],
            zoneIsKnown: { _ in true }
        ).settings
    }

    /// Days since 1970: today, and the first day whose clients are kept.
    @Test(
        arguments: [
            // 2026-11-28 → 2024-11-28
            ("24", 20_785, 20_055),
            // 2026-05-31 → 2026-02-28
            ("3", 20_604, 20_512),
            // 2024-03-31 → 2024-02-29
            ("1", 19_813, 19_782),
            // 2026-01-01 → 2025-12-01
            ("1", 20_454, 20_423),
            // Before 1970 nobody was active.
            ("1200", 20_785, 0),
        ] as [(String, UInt64, UInt64)]
    )
    func R_CAL_03_retentionCountsCalendarMonths(
        months: String,
        today: UInt64,
        before: UInt64
    ) throws {
        let settings = try Self.settings(months)
        for ofDay: UInt64 in [0, 1, Self.day - 1] {
            let now = today * Self.day + ofDay
            #expect(Retention(settings, nowMilliseconds: now)?.before == before * Self.day)
        }
    }

    @Test func R_CAL_03_retentionIsOffUnlessSomebodySaysOtherwise() throws {
        #expect(Retention(TenantSettings(), nowMilliseconds: .max) == nil)
        #expect(Retention(try Self.settings("off"), nowMilliseconds: .max) == nil)
    }

    /// Who is due after a year and a bit; each has a record of the same age.
    @Test func R_CAL_40_whoIsDueAndWhoIsLeftAlone() throws {
        var venue = try TestVenue(country: "CH", [("blocking", "online")])
        for name in ["Due", "Inactive", "Blocked", "Ended", "Erased", "Survivor", "Double"] {
            _ = try venue.add(["last=\(name)", "email=\(name.lowercased())@example.org"])
        }
        let end = venue.now + 40 * Self.day
        _ = try venue.setStatus([2], active: false)
        try venue.block([3])
        try venue.block([4], until: end)
        try venue.erase([5], .erased, isRequested: true)
        try venue.merge(6, [7])
        let later = venue.now + 400 * Self.day
        let retention = try #require(
            Retention(try Self.settings("12"), nowMilliseconds: later)
        )
        #expect(due(venue.tenant, retention) == [1, 2, 4, 6])
        #expect(venue.tenant.view().due(retention, first: 2).count == 4)
        #expect(venue.tenant.view().due(retention, first: 2).ids == [ClientID(1), ClientID(2)])
        let soon = try #require(Retention(try Self.settings("24"), nowMilliseconds: later))
        #expect(due(venue.tenant, soon).isEmpty)

        // Anonymized once, they are not due again, and an edit makes them so anew.
        try venue.decide { tenant, _, events throws(Refusal) in
            _ = try tenant.decideErasure(
                [1, 2, 4, 6].map { ClientID($0) },
                .anonymized,
                isRequested: false,
                isByRetention: true,
                by: [],
                ifVersion: nil,
                events: &events
            )
        }
        #expect(due(venue.tenant, retention).isEmpty)
        #expect(venue.tenant.erasure(2)?.isByRetention == true)
        #expect(venue.tenant.erasure(1)?.isByRetention == false)
        #expect(venue.status(7) == .erased)
        #expect(venue.text(3, .last) == "Blocked")
        _ = try venue.set(1, ["last=Again", "email=again@example.org"])
        #expect(due(venue.tenant, retention) == [1])
        try venue.expectSameElsewhere()
    }

    /// By a few numbers at a time, as the background looks.
    private func due(_ tenant: Tenant, _ retention: Retention) -> [UInt32] {
        var ids: [ClientID] = []
        var number: UInt32 = 1
        var steps = 0
        while number > 0, steps < 100 {
            tenant.findDue(retention, from: &number, count: 2, into: &ids)
            steps += 1
        }
        #expect(number == 0)
        return ids.map(\.value)
    }
}
