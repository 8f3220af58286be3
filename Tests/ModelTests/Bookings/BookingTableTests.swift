import CarnetBytes
import CarnetModel
import Testing

/// Rules of bookings as tables: what is asked, and what comes of it.
struct BookingTableTests {
    private static let ada = BookingCaller.client([ClientID(1)])
    private static let sun = BookingCaller.partner(Array("sun".utf8))
    private static let ahead = BookingRuleTests.ahead

    @Test(arguments: [
        (before: nil as String?, given: "no nuts", kept: "no nuts", version: 2 as UInt32),
        ("no nuts", "no nuts", "no nuts", 1), ("no nuts", "window", "window", 2),
    ])
    func R_RES_02_R_SAL_12_theNoteFromTheBookingFormIsTheClients(
        before: String?,
        given: String,
        kept: String,
        version: UInt32
    ) throws {
        var venue = try TestVenue([("required", "name")])
        _ = try venue.add(["first=Ada"] + (before.map { ["note=\($0)"] } ?? []))
        try venue.book(1, Self.ahead, nil, ["note=late"], clientNote: given)
        #expect(venue.text(1, .note) == kept && venue.bookingText(1, .note) == "late")
        #expect(venue.tenant.version(of: ClientID(1)) == version)
        // It outlasts the booking.
        _ = try venue.cancel(1)
        #expect(venue.text(1, .note) == kept)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (isOn: true, words: ["request=quiet"], isTaken: true), (false, ["request=quiet"], false),
        (true, ["by=sun"], true), (true, ["by=moon"], false), (true, ["note=x"], false),
    ])
    func R_RES_43_whatAPartnerMayBook(isOn: Bool, words: [String], isTaken: Bool) throws {
        var venue = try BookingRuleTests.venue([("partner_booking", isOn ? "yes" : "no")])
        if isTaken {
            try venue.book(1, Self.ahead, nil, words, by: Self.sun)
            #expect(venue.bookingText(1, .partner) == "sun")
            var filter = BookingFilter()
            filter.partner = Array("moon".utf8)
            #expect(venue.bookings(filter).isEmpty)
        } else {
            #expect(throws: Refusal.self) {
                try venue.book(1, Self.ahead, nil, words, by: Self.sun)
            }
            #expect(venue.bookings().isEmpty)
        }
    }

    @Test(arguments: [
        (blocking: "online", caller: BookingCaller.staff, isRefused: false),
        ("online", .online, true), ("online", ada, true), ("online", sun, true),
        ("warn", .online, false), ("warn", ada, false), ("off", .online, false),
    ])
    func R_SAL_06_R_POL_01_whoIsBlockedBooksWhereTheSettingSays(
        blocking: String,
        caller: BookingCaller,
        isRefused: Bool
    ) throws {
        var venue = try BookingRuleTests.venue([
            ("blocking", blocking), ("partner_booking", "yes"),
        ])
        if isRefused {
            #expect(throws: Refusal.blocked) {
                try venue.book(1, Self.ahead, by: caller, isKnownAsBlocked: true)
            }
            #expect(venue.bookings().isEmpty)
        } else {
            try venue.book(1, Self.ahead, by: caller, isKnownAsBlocked: true)
        }
    }

    @Test(arguments: [
        (change: ["note=late"], version: 1 as UInt32, note: "late" as String?),
        (["note=later"], 2, "later"), (["note="], 2, nil), (["staff=Eva"], 2, "late"),
        (["request="], 1, "late"),
    ])
    func R_SAL_13_aNoteIsForOneAppointment(
        change: [String],
        version: UInt32,
        note: String?
    ) throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, Self.ahead, nil, ["note=late"])
        try venue.book(1, "2023-12-02T19:30")
        #expect(try venue.setBooking(1, change).version == version)
        #expect(venue.bookingText(1, .note) == note)
        // Nowhere else: neither with the next one, nor with the client.
        try venue.move(1, "2023-12-03T19:30")
        #expect(venue.bookingText(2, .note) == nil && venue.text(1, .note) == nil)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (wrong: 0, status: BookingStatus.confirmed, tries: nil as Int?), (1, .confirmed, nil),
        (4, .confirmed, nil), (5, .expired, nil),
    ])
    func R_SAL_16_R_SAL_18_codesAndTheirLimit(
        wrong: Int,
        status: BookingStatus,
        tries: Int?
    ) throws {
        var venue = try BookingRuleTests.venue([("verify_booking", "yes")])
        #expect(try venue.book(1, Self.ahead, by: .online).status == .unverified)
        for count in 1..<(wrong + 1) {
            switch try venue.verify(1, Array("000000".utf8)) {
            case .wrong(_, let left): #expect(left == 5 - count)
            case .expired: #expect(count == 5)
            case .verified: Issue.record("a wrong code was taken")
            }
        }
        if status == .confirmed {
            guard case .verified = try venue.verify(1, Array("123456".utf8)) else {
                Issue.record("the right code was not taken")
                return
            }
        } else {
            #expect(throws: Refusal.self) { try venue.verify(1, Array("123456".utf8)) }
        }
        #expect(venue.booking(1) { $0.keptStatus } == status)
        // Those who are proven, and the staff, are asked for none.
        for caller in [BookingCaller.staff, Self.ada] {
            #expect(try venue.book(1, Self.ahead, by: caller).status == .confirmed)
        }
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (start: "2023-11-01T12:00", end: "2023-11-01T13:00", step: nil as BookingStep?, last: true),
        ("2023-11-01T12:00", "2023-11-01T13:00", .finish, true),
        ("2023-11-01T12:00", "2023-11-01T13:00", .miss, false),
        ("2023-11-01T12:00", "2023-11-01T13:00", .cancel, false),
        ("2023-12-01T12:00", "2023-12-01T13:00", nil, false),
        ("2023-11-13", "2023-11-16", nil, false),
    ])
    func R_RSV_04_lastIsWhatHasTakenPlace(
        start: String,
        end: String,
        step: BookingStep?,
        last: Bool
    ) throws {
        var venue = try BookingRuleTests.venue()
        let none = venue.tenant.bookingFigures(of: ClientID(1), at: venue.now)
        #expect(none.last == nil)
        try venue.book(1, start, end)
        if let step { _ = try venue.step(1, step) }
        let figures = venue.tenant.bookingFigures(of: ClientID(1), at: venue.now)
        #expect((figures.last != nil) == last)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (caller: ada, isTheirs: true), (.client([ClientID(2)]), true),
        (.client([ClientID(3)]), false), (.client([ClientID(3), ClientID(2)]), true),
        (sun, false), (.staff, true),
    ])
    func R_RSV_13_ownBookingsAloneAreThere(caller: BookingCaller, isTheirs: Bool) throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, Self.ahead, with: [2])
        let isVisible = venue.tenant.withBooking(BookingID(1)) {
            venue.tenant.isVisible($0, to: caller)
        }
        #expect(isVisible == isTheirs)
        guard !isTheirs else { return }
        #expect(throws: Refusal.noBooking(BookingID(1))) { try venue.cancel(1, by: caller) }
        #expect(throws: Refusal.noBooking(BookingID(1))) {
            try venue.move(1, "2023-12-02T12:00", by: caller)
        }
    }

    /// Who goes off a group one after the other, and whether the one who is left may move it then.
    @Test(arguments: [
        (leave: [UInt32](), status: BookingStatus.confirmed, mayMove: false),
        ([2], .confirmed, false), ([2, 3], .confirmed, true), ([3, 2], .confirmed, true),
        ([2, 3, 1], .cancelled, false),
    ])
    func R_RSV_17_R_RSV_18_aGroupIsCountedNow(
        leave: [UInt32],
        status: BookingStatus,
        mayMove: Bool
    ) throws {
        var venue = try BookingRuleTests.venue()
        try venue.book(1, Self.ahead, with: [2, 3])
        for client in leave {
            _ = try venue.cancel(1, by: .client([ClientID(client)]))
            #expect(!venue.bookings(of: client).contains(1) || client == leave.last)
        }
        #expect(venue.booking(1) { $0.keptStatus } == status)
        if mayMove {
            #expect(try venue.move(1, "2023-12-02T12:00", by: Self.ada).status == .confirmed)
        } else {
            #expect(throws: Refusal.self) {
                try venue.move(1, "2023-12-02T12:00", by: Self.ada)
            }
        }
        try venue.expectSameElsewhere()
    }
}
