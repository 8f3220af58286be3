import CarnetModel
import Testing

/// Clients who are still expected, and leave the list.
struct BookingsAheadTests {
    private static let past = "2023-11-01T12:00"

    @Test(arguments: [
        (start: BookingRuleTests.ahead, step: nil as BookingStep?, isAhead: true),
        (past, nil, false), (BookingRuleTests.ahead, .cancel, false),
        (BookingRuleTests.ahead, .miss, false), (BookingRuleTests.ahead, .finish, false),
        ("2023-12-01", nil, true),
    ])
    func R_SAL_22_whoIsExpectedStays(start: String, step: BookingStep?, isAhead: Bool) throws {
        for cancels in [false, true] {
            var venue = try BookingRuleTests.venue()
            try venue.book(1, start)
            if let step { _ = try venue.step(1, step) }
            let before = venue.booking(1) { $0.keptStatus }
            let count = venue.eventCount
            if isAhead, !cancels {
                #expect(throws: Refusal.bookingsAhead([BookingID(1)], count: 1)) {
                    try venue.leave([1], cancels: false)
                }
                #expect(venue.booking(1) { $0.keptStatus } == before)
            } else {
                try venue.leave([1], cancels: cancels)
                #expect(venue.booking(1) { $0.keptStatus } == (isAhead ? .cancelled : before))
            }
            #expect(venue.eventCount == count + (isAhead && cancels ? 1 : 0))
            try venue.expectSameElsewhere()
        }
    }

    /// Of a booking that others are on, only those who leave go off it.
    @Test(arguments: [
        (leaving: [1] as [UInt32], stay: [2, 3] as [UInt32], status: BookingStatus.confirmed),
        ([2], [1, 3], .confirmed), ([1, 3], [2], .confirmed), ([1, 2, 3], [], .cancelled),
    ])
    func R_SAL_22_othersGoOnWithoutThem(
        leaving: [UInt32],
        stay: [UInt32],
        status: BookingStatus
    ) throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, BookingRuleTests.ahead, with: [2, 3])
        #expect(throws: Refusal.bookingsAhead([BookingID(1)], count: 1)) {
            try venue.leave(leaving, cancels: false)
        }
        try venue.leave(leaving, cancels: true)
        #expect(venue.booking(1) { $0.keptStatus } == status)
        for client in [1, 2, 3] as [UInt32] {
            let ahead = venue.tenant.bookingsAhead(of: ClientID(client), at: venue.now)
            #expect(ahead.isEmpty != stay.contains(client), "client \(client)")
        }
        try venue.expectSameElsewhere()
    }

    /// A double's bookings are its survivor's to answer for; no more than some are named.
    @Test func R_SAL_22_allAreCountedAndSomeAreNamed() throws {
        var venue = try BookingRuleTests.venue()
        for _ in 0..<30 { try venue.book(2, BookingRuleTests.ahead) }
        try venue.merge(1, [2])
        let named = (1...20).map { BookingID(UInt32($0)) }
        #expect(throws: Refusal.bookingsAhead(named, count: 30)) {
            try venue.leave([1], cancels: false)
        }
        try venue.leave([1], cancels: true)
        #expect(venue.tenant.bookingsAhead(of: ClientID(1), at: venue.now).isEmpty)
    }
}

extension TestVenue {
    /// What CLIENT.DEACTIVATE and CLIENT.ERASE do about bookings before anything else.
    fileprivate mutating func leave(_ ids: [UInt32], cancels: Bool) throws(Refusal) {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideNothingAhead(
                of: ids.map { ClientID($0) },
                cancels: cancels,
                isQuiet: false,
                in: context,
                events: &events
            )
        }
    }
}
