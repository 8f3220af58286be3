import CarnetModel
import Testing

/// Stays of which no message went out: the first column of the table of R-CAL-31. The others come
/// with what is sent.
struct StayRuleTests {
    /// When a stay is, as of 14 November 2023, and what was said of it.
    struct Stay: Sendable, CustomTestStringConvertible {
        let start: String
        let end: String
        var step: BookingStep?
        var testDescription: String { "\(start) to \(end) \(step.map { "\($0)" } ?? "")" }
    }

    private static let ahead = Stay(start: "2023-12-01", end: "2023-12-04")
    private static let here = Stay(start: "2023-11-13", end: "2023-11-16")
    private static let over = Stay(start: "2023-11-01", end: "2023-11-04")
    private static let all = [
        ahead, here, over, Stay(start: "2023-11-01", end: "2023-11-04", step: .finish),
        Stay(start: "2023-11-01", end: "2023-11-04", step: .miss),
        Stay(start: "2023-12-01", end: "2023-12-04", step: .cancel),
    ]

    private static func venue(_ stay: Stay) throws -> TestVenue {
        var venue = try TestVenue([("preset", "stay")])
        _ = try venue.add([
            "first=Ada", "last=Gast", "email=ada@example.org", "language=fr", "salutation=Mme",
        ])
        try venue.book(1, stay.start, stay.end, ["external=pms-1", "note=late"])
        if let step = stay.step { _ = try venue.step(1, step) }
        return venue
    }

    @Test(arguments: all)
    func R_CAL_32_aGuestToWhomNothingWasSentIsDeleted(_ stay: Stay) throws {
        var venue = try Self.venue(stay)
        // The preset asks for no inactivity first.
        try venue.erase([1], .erased)
        #expect(venue.status(1) == .erased)
        #expect(venue.booking(1) { $0.client } == ClientID(1))
        #expect(venue.bookingText(1, .note) == nil)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [ahead, here, over])
    func R_CAL_33_aStayIsCancelledWhileNothingWasSent(_ stay: Stay) throws {
        var venue = try Self.venue(stay)
        #expect(try venue.cancel(1).status == .cancelled)
        #expect(throws: Refusal.bookingState(BookingID(1), .cancelled, .cancel)) {
            try venue.cancel(1)
        }
        try venue.expectSameElsewhere()
    }

    @Test(arguments: all)
    func R_CAL_34_R_CAL_37_aGuestIsEditedWhileNothingWasSent(_ stay: Stay) throws {
        var venue = try Self.venue(stay)
        #expect(try venue.set(1, ["last=Geist", "email=new@example.org"]).version == 2)
        #expect(venue.text(1, .email) == "new@example.org")
        // What was copied nowhere has no need to be changed twice (R-RSV-06).
        let recipients = venue.booking(1) { venue.tenant.addressee(of: $0).recipients }
        #expect(recipients == ["new@example.org"])
        try venue.expectSameElsewhere()
    }

    @Test(arguments: all)
    func R_CAL_36_R_CAL_40_aGuestIsAnonymizedAtAnyTime(_ stay: Stay) throws {
        var venue = try Self.venue(stay)
        let before = venue.booking(1) { ($0.keptStatus, $0.startMilliseconds, $0.endMilliseconds) }
        try venue.erase([1], .anonymized)
        for field in [ClientField.first, .last, .email, .salutation, .note] {
            #expect(venue.text(1, field) == nil, "\(field)")
        }
        #expect(venue.text(1, .language) == "fr")
        let after = venue.booking(1) { ($0.keptStatus, $0.startMilliseconds, $0.endMilliseconds) }
        #expect(try #require(before) == #require(after))
        #expect(venue.bookingText(1, .note) == nil && venue.bookingText(1, .external) == nil)
        try venue.expectSameElsewhere()
    }

    /// Whoever cancelled is neither expected nor was there: what a message before or after the stay
    /// goes by.
    @Test(arguments: [
        (ahead, isNext: true, isLast: false), (here, false, false), (over, false, true),
    ])
    func R_CAL_39_whoCancelledHasNoStay(_ stay: Stay, isNext: Bool, isLast: Bool) throws {
        var venue = try Self.venue(stay)
        let figures = venue.tenant.bookingFigures(of: ClientID(1), at: venue.now)
        #expect(figures.bookings == 1)
        #expect((figures.next != nil) == isNext && (figures.last != nil) == isLast)
        try venue.cancel(1)
        #expect(venue.tenant.bookingFigures(of: ClientID(1), at: venue.now) == .none)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: all)
    func R_POL_08_R_RSV_06_anEditReachesEveryBooking(_ stay: Stay) throws {
        var venue = try Self.venue(stay)
        try venue.book(1, "2023-12-24", "2023-12-26")
        _ = try venue.set(1, ["last=Geist", "salutation=Dr"])
        for id in [1, 2] as [UInt32] {
            let greeting = venue.booking(id) {
                venue.tenant.addressee(of: $0).greeting(language: "fr", .formal)
            }
            #expect(greeting == "Cher Docteur Geist", "booking \(id)")
        }
        // What is frozen is an invitation, once it went out: by a setting that says so.
        #expect(venue.tenant.settings.value(of: .stayEditAfterSend) == "no")
    }
}
