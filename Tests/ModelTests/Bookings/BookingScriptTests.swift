import CarnetBytes
import CarnetModel
import CarnetTestKit
import Testing

/// Bookings, merges and what follows from them at random, counted anew after each step.
struct BookingScriptTests {
    /// Goal: counters, lists and last and next bookings never drift from what the records say; a
    /// replay and a snapshot with the rest of the log come to the same; undoing all merges gives each
    /// number what was addressed to it. Method: random commands with a seed, ``BookingRecount``
    /// beside them.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func issue5_figuresNeverDrift(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var venue = try BookingRuleTests.venue([
            ("verify_booking", "yes"), ("erase_needs_inactive", "no"),
        ])
        for number in 4...12 { _ = try venue.add(["first=Guest \(number)"]) }
        var snapshot: (tenant: Tenant, eventCount: Int)?
        for step in 0..<250 {
            try? Self.step(&venue, &random)
            #expect(BookingRecount.differences(venue.tenant, at: venue.now) == [], "seed \(seed)")
            if step == 120 { snapshot = (try venue.throughSnapshot(), venue.eventCount) }
        }
        try venue.expectSameElsewhere("seed \(seed)")
        if let snapshot {
            let continued = venue.replayed(snapshot.tenant, from: snapshot.eventCount)
            #expect(continued.digest == venue.tenant.digest, "seed \(seed)")
            #expect(BookingRecount.differences(continued, at: venue.now) == [], "seed \(seed)")
        }
        for merge in stride(from: venue.tenant.latestMerge, to: 0, by: -1) {
            _ = try? venue.unmerge(merge)
        }
        try venue.expectSameElsewhere("seed \(seed), merges undone")
    }

    private static func step(_ venue: inout TestVenue, _ random: inout SeededRandom) throws {
        let client = UInt32.random(in: 1...12, using: &random)
        let other = UInt32.random(in: 1...12, using: &random)
        let booking = UInt32.random(in: 1...60, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let date =
            "202\(Int.random(in: 2...4, using: &random))-\(month < 10 ? "0" : "")\(month)-"
            + "1\(Int.random(in: 0...9, using: &random))"
        let time = date + "T1\(Int.random(in: 0...9, using: &random)):30"
        switch Int.random(in: 0..<20, using: &random) {
        case 0...2: try venue.book(client, time, nil, ["service=cut", "note=late"])
        case 3: try venue.book(client, date, date, with: [other])
        case 4: try venue.book(client, time, by: .online)
        case 5...6: try venue.move(booking, Bool.random(using: &random) ? time : date)
        case 7...8: try venue.cancel(booking)
        case 9: try venue.cancel(booking, leaving: client)
        case 10...11: try venue.step(booking, .miss)
        case 12...13: try venue.step(booking, .finish)
        case 14: _ = try venue.verify(booking, Array("123456".utf8))
        case 15: try venue.setBooking(booking, ["request=\(time)", "note="])
        case 16...17: try venue.merge(client, [other])
        case 18: try venue.unmerge(UInt32.random(in: 1...10, using: &random))
        default:
            guard Int.random(in: 0..<6, using: &random) == 0 else { return }
            try venue.decide { tenant, _, events throws(Refusal) in
                _ = try tenant.decideErasure(
                    [ClientID(client)],
                    .anonymized,
                    isRequested: false,
                    by: [],
                    ifVersion: nil,
                    events: &events
                )
            }
        }
    }
}
