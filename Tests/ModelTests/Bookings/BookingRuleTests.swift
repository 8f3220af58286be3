import CarnetBytes
import CarnetModel
import Testing

/// What bookings say and who may say it.
struct BookingRuleTests {
    /// A venue with three clients, on 14 November 2023.
    static func venue(_ settings: [(String, String)] = []) throws -> TestVenue {
        var venue = try TestVenue([("required", "name")] + settings)
        for name in ["Ada", "Bob", "Cleo"] { _ = try venue.add(["first=\(name)"]) }
        return venue
    }

    static let ahead = "2023-12-01T19:30"

    @Test func R_RSV_06_aBookingRefersToItsClientAndCopiesNothing() throws {
        var venue = try Self.venue()
        let made = try venue.book(1, Self.ahead, "2023-12-01T21:00", ["service=table for 4"])
        #expect(made == BookingOutcome(id: BookingID(1), status: .confirmed, version: 1))
        #expect(venue.booking(1) { $0.client } == ClientID(1))
        #expect(venue.bookingText(1, .service) == "table for 4")
        #expect(venue.bookings(of: 1) == [1])
        #expect(venue.bookings(of: 2).isEmpty)
        try venue.expectSameElsewhere()
    }

    @Test func R_RES_02_theNoteIsWrittenWithTheBookingOrNotAtAll() throws {
        var venue = try Self.venue()
        try venue.book(1, Self.ahead, nil, ["note=late"], clientNote: "no nuts")
        #expect(venue.text(1, .note) == "no nuts")
        #expect(venue.bookingText(1, .note) == "late")
        #expect(venue.eventCount == 6)
        let tooLong = String(repeating: "x", count: 20_000)
        #expect(throws: Refusal.self) { try venue.book(1, Self.ahead, clientNote: tooLong) }
        #expect(venue.eventCount == 6)
        #expect(venue.bookings() == [1])
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (field: "guest=M. Peeters", on: false), ("guestemail=a@example.org", false),
        ("contact=yes", false), ("guest=M. Peeters", true), ("guestemail=a@b.be,c@d.be", true),
    ])
    func R_RES_36_aGuestNeedsTheSetting(field: String, on: Bool) throws {
        var venue = try Self.venue([("guest_override", on ? "yes" : "no")])
        if on {
            #expect(try venue.book(1, Self.ahead, nil, [field]).version == 1)
            #expect(try venue.setBooking(1, ["guest=Other"]).version == 2)
        } else {
            #expect(throws: Refusal.guestOverrideOff) {
                try venue.book(1, Self.ahead, nil, [field])
            }
            try venue.book(1, Self.ahead)
            #expect(throws: Refusal.guestOverrideOff) { try venue.setBooking(1, [field]) }
            // Taking one off needs no setting.
            #expect(try venue.setBooking(1, ["guest="]).version == 1)
        }
        try venue.expectSameElsewhere()
    }

    @Test func R_RES_38_eachAddressIsChecked() throws {
        var venue = try Self.venue([("guest_override", "yes")])
        for bad in ["a@example.org,b", "a@example.org,", ",a@example.org", "a b@c.de"] {
            #expect(throws: Refusal.self, "\(bad)") {
                try venue.book(1, Self.ahead, nil, ["guestemail=\(bad)"])
            }
        }
        try venue.book(1, Self.ahead, nil, ["guestemail=a@b.be, c@d.be,a@b.be"])
        let addresses = venue.booking(1) { record -> [String] in
            var found: [String] = []
            var cursor = record.fields
            while let (tag, range) = cursor.next(in: record.bytes) {
                guard tag == BookingField.guestEmail.rawValue else { continue }
                found.append(record.bytes.bytes(range).text())
            }
            return found
        }
        #expect(addresses == ["a@b.be", "c@d.be"])
        try venue.expectSameElsewhere()
    }

    @Test func R_RES_43_aPartnerBooksAndSeesItsOwn() throws {
        let hotel = BookingCaller.partner(Array("Hotel Sun".utf8))
        let other = BookingCaller.partner(Array("Other".utf8))
        var venue = try Self.venue()
        #expect(throws: Refusal.partnerBookingOff) {
            try venue.book(1, Self.ahead, by: hotel)
        }
        venue = try Self.venue([("partner_booking", "yes")])
        try venue.book(1, Self.ahead, by: hotel)
        #expect(venue.bookingText(1, .partner) == "Hotel Sun")
        for words in [["note=x"], ["by=Other"]] {
            #expect(throws: Refusal.self, "\(words)") {
                try venue.book(1, Self.ahead, nil, words, by: hotel)
            }
        }
        #expect(throws: Refusal.noBooking(BookingID(1))) { try venue.cancel(1, by: other) }
        #expect(throws: Refusal.noBooking(BookingID(1))) {
            try venue.move(1, "2023-12-02T12:00", by: other)
        }
        var filter = BookingFilter()
        filter.partner = Array("Other".utf8)
        #expect(venue.bookings(filter).isEmpty)
        filter.partner = Array("Hotel Sun".utf8)
        #expect(venue.bookings(filter) == [1])
        #expect(try venue.cancel(1, by: hotel).status == .cancelled)
        try venue.expectSameElsewhere()
    }

    @Test func R_SAL_06_whoIsBlockedBooksByStaffAlone() throws {
        for (blocking, isRefused) in [("online", true), ("warn", false), ("off", false)] {
            var venue = try Self.venue([("blocking", blocking)])
            if isRefused {
                #expect(throws: Refusal.blocked) {
                    try venue.book(1, Self.ahead, by: .online, isKnownAsBlocked: true)
                }
            } else {
                try venue.book(1, Self.ahead, by: .online, isKnownAsBlocked: true)
            }
            #expect(try venue.book(1, Self.ahead, isKnownAsBlocked: true).status == .confirmed)
        }
        #expect(Refusal.blocked.code.description == "BLOCKED")
        #expect(!Refusal.blocked.message.contains("block"))
    }

    @Test(arguments: [
        (caller: BookingCaller.staff, isRefused: false), (.online, true),
        (.client([ClientID(1)]), true), (.partner(Array("sun".utf8)), true),
    ])
    func R_SAL_20_whoIsKeptOutIsBookedForByStaffAlone(
        caller: BookingCaller,
        isRefused: Bool
    ) throws {
        var venue = try Self.venue([("partner_booking", "yes")])
        if isRefused {
            #expect(throws: Refusal.keptOut) {
                try venue.book(1, Self.ahead, by: caller, isKeptOut: true)
            }
        } else {
            #expect(try venue.book(1, Self.ahead, by: caller, isKeptOut: true).version == 1)
        }
        #expect(try venue.book(1, Self.ahead, by: caller).status == .confirmed)
    }

    @Test func R_SAL_03_whoIsNotOnTheListIsNotBookedFor() throws {
        var venue = try Self.venue()
        _ = try venue.setStatus([2], active: false)
        #expect(throws: Refusal.inactive(ClientID(2))) { try venue.book(2, Self.ahead) }
        #expect(throws: Refusal.inactive(ClientID(2))) {
            try venue.book(1, Self.ahead, with: [2])
        }
        #expect(throws: Refusal.noClient(ClientID(9))) { try venue.book(9, Self.ahead) }
        #expect(throws: Refusal.noClient(ClientID(9))) {
            try venue.book(1, Self.ahead, with: [9])
        }
    }

    @Test func R_SAL_13_aChangeSaysOnlyWhatIsGiven() throws {
        var venue = try Self.venue()
        try venue.book(1, Self.ahead, nil, ["note=late", "staff=Eva"])
        #expect(try venue.setBooking(1, ["note=late"]).version == 1)
        #expect(try venue.setBooking(1, ["note=", "request=by the window"]).version == 2)
        #expect(venue.bookingText(1, .note) == nil)
        #expect(venue.bookingText(1, .staff) == "Eva")
        #expect(throws: Refusal.stale(asked: 1, found: 2)) {
            try venue.setBooking(1, ["note=x"], ifVersion: 1)
        }
        #expect(throws: Refusal.noBooking(BookingID(5))) { try venue.setBooking(5, ["note=x"]) }
        // A move leaves it with this booking and copies it nowhere.
        try venue.book(1, "2023-12-02T19:30")
        try venue.move(1, "2023-12-03T19:30")
        #expect(venue.bookingText(1, .request) == "by the window")
        #expect(venue.bookingText(2, .request) == nil)
        try venue.expectSameElsewhere()
    }

    @Test func CLARIFICATIONS_24_theTableOfTransitionsIsAllThereIs() throws {
        for from in BookingStatus.allCases {
            for step in BookingStep.allCases {
                var venue = try Self.venue([("verify_booking", "yes")])
                try venue.book(1, Self.ahead, by: from.isUnproven ? .online : .staff)
                for earlier in from.stepsToIt { _ = try venue.step(1, earlier) }
                #expect(venue.booking(1) { $0.keptStatus } == from)
                if let to = from.after(step) {
                    #expect(try venue.step(1, step).status == to, "\(from) \(step)")
                    #expect(venue.booking(1) { $0.keptStatus } == to)
                } else {
                    #expect(
                        throws: Refusal.bookingState(
                            BookingID(1),
                            from,
                            step == .expire ? .verify : step
                        ),
                        "\(from) \(step)"
                    ) {
                        try venue.step(1, step)
                    }
                }
                try venue.expectSameElsewhere()
            }
        }
    }
}

extension BookingStatus {
    fileprivate var isUnproven: Bool { self == .unverified || self == .expired }

    fileprivate var stepsToIt: [BookingStep] {
        switch self {
        case .unverified, .confirmed: []
        case .cancelled: [.cancel]
        case .noShow: [.miss]
        case .done: [.finish]
        case .expired: [.expire]
        }
    }
}
