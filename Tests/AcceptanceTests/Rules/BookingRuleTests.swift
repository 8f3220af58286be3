import Testing

/// Rules of bookings that no room holds alone, over the socket of a server.
@Suite struct BookingRuleTests {
    /// A venue with a client, a booking of theirs that is over and one ahead, and a connection of
    /// everybody who may look at them.
    private struct Venue {
        let server: ServerProcess
        private var secrets: [String: String] = [:]

        init() throws {
            server = try ServerProcess()
            let owner = try server.connect()
            try owner.call("TENANT.CREATE", "inn", "COUNTRY", "CH")
            try owner.call("TENANT.SET", "inn", "partner_booking", "yes")
            try owner.call([
                "CLIENT.ADD", "inn", "first", "Ada", "last", "Lenz", "email", "ada@example.org",
                "note", "SitsAlone",
            ])
            let words = ["NOTE", "ComesLate", "REQUEST", "ByTheWindow", "BY", "sun"]
            try owner.call(["BOOKING.ADD", "inn", "1", "START", "2026-05-01T19:30"] + words)
            try owner.call(["BOOKING.ADD", "inn", "1", "START", "9000-05-01T19:30"] + words)
            try owner.call("BOOKING.NOSHOW", "inn", "1")
            for role in ["staff", "platform", "admin"] {
                let made = try owner.call("TOKEN.CREATE", role, "ROLE", role)
                secrets[role] = try #require(made["secret"]?.text)
            }
            let partner = ["TOKEN.CREATE", "partner", "ROLE", "partner", "PARTNER", "sun"]
            secrets["partner"] = try #require(
                try owner.call(partner + ["TENANT", "inn"])["secret"]?.text
            )
            try owner.call("ACCOUNT.INVITE", "inn", "1")
            let code = try owner.call("ACCOUNT.CODES")["codes"]?.members.first?["code"]?.text
            let signed = try server.connect()
                .call("ACCOUNT.SIGNIN", "ada@example.org", try #require(code))
            secrets["client"] = try #require(signed["secret"]?.text)
        }

        func by(_ role: String) throws -> Connection {
            let connection = try server.connect()
            let name = role == "client" ? "ada@example.org" : role
            let secret = try #require(secrets[role])
            #expect(try connection.call("AUTH", name, secret) == .simple("OK"))
            return connection
        }
    }

    /// Every reply that shows a booking.
    private static let asked: [[String]] = [
        ["BOOKING.GET", "inn", "1"], ["BOOKING.GET", "inn", "2"], ["BOOKING.LIST", "inn"],
        ["BOOKING.LIST", "inn", "FIELDS", "id,note,client_note,no_shows,request"],
        ["BOOKING.GET", "inn", "2", "FIELDS", "note,client_note,no_shows,request"],
    ]

    @Test(arguments: [
        (role: "admin", isStaff: true), ("platform", true), ("staff", true), ("partner", false),
        ("client", false),
    ])
    func R_RES_01_R_RES_46_R_SAL_15_notesAndAbsencesAreTheStaffs(role: String, isStaff: Bool) throws
    {
        let venue = try Venue()
        let caller = try venue.by(role)
        for words in Self.asked {
            let reply = try caller.call(words)
            #expect(reply.errorCode == nil, "\(words): \(reply)")
            for booking in reply["bookings"]?.members ?? [reply] {
                #expect((booking["no_shows"]?.integer == 1) == isStaff, "\(words)")
                #expect((booking["client_note"]?.text == "SitsAlone") == isStaff, "\(words)")
                #expect((booking["note"]?.text == "ComesLate") == isStaff, "\(words)")
                // What the client said themselves is shown to both.
                #expect(booking["request"]?.text == "ByTheWindow", "\(words)")
            }
            guard !isStaff else { continue }
            for word in ["SitsAlone", "ComesLate", "no_shows", "client_note"] {
                #expect(!"\(reply)".contains(word), "\(words) tells \(word)")
            }
        }
        guard role == "client" else { return }
        let held = try caller.call("CLIENT.EXPORT", "inn", "1").text ?? ""
        #expect(held.contains("ByTheWindow"))
        for word in ["SitsAlone", "ComesLate", "no_shows"] { #expect(!held.contains(word)) }
    }

    /// `CANCEL yes` cancels in the same append, with or without a word to anybody.
    @Test(arguments: [
        (command: "CLIENT.DEACTIVATE", more: [String](), status: "inactive"),
        ("CLIENT.ERASE", ["CONFIRM"], "erased"), ("CLIENT.DELETE", ["CONFIRM"], "inactive"),
        ("CLIENT.DEACTIVATE", ["NOTIFY", "no"], "inactive"),
    ])
    func R_SAL_22_whoIsExpectedLeavesWithTheirBookings(
        command: String,
        more: [String],
        status: String
    ) throws {
        let venue = try Venue()
        let staff = try venue.by("staff")
        try venue.by("admin").call("TENANT.SET", "inn", "erase_needs_inactive", "no")
        let refused = try staff.call([command, "inn", "1"] + more)
        #expect(refused.errorText?.hasPrefix("REFUSED bookings-ahead") == true, "\(refused)")
        #expect(refused.errorText?.contains("2") == true, "it names the booking: \(refused)")
        #expect(try staff.call("BOOKING.GET", "inn", "2")["status"]?.text == "confirmed")
        let done = try staff.call([command, "inn", "1"] + more + ["CANCEL", "yes"])
        #expect(done.errorCode == nil, "\(done)")
        #expect(try staff.call("BOOKING.GET", "inn", "2")["status"]?.text == "cancelled")
        #expect(try staff.call("BOOKING.GET", "inn", "1")["status"]?.text == "noshow")
        #expect(try staff.call("CLIENT.GET", "inn", "1")["status"]?.text == status)
    }

    @Test(arguments: [
        (columns: "id,last_booking", row: "1,2026-05-01T17:30:00Z"),
        ("id,next_booking,bookings,no_shows", "1,9000-05-01T18:30:00Z,2,0"),
    ])
    func R_RSV_11_R_RSV_07_bookingsAreColumnsOfTheTable(columns: String, row: String) throws {
        let venue = try Venue()
        let staff = try venue.by("staff")
        try staff.call("BOOKING.DONE", "inn", "1")
        let page = try staff.call("CLIENT.CSV", "inn", "FIELDS", columns)
        #expect(page["csv"]?.text == "\(columns)\r\n\(row)\r\n")
    }

    @Test(arguments: [
        (name: "lenz", ids: [1, 2]), ("len", [1, 2]), ("ada lenz", [1]), ("lenz a", [1]),
        ("bob", [2]), ("lnez", [1, 2]), ("garcia", [3]), ("nobody", []), ("ada@example", [1]),
        ("garcia 64@", [3]),
    ])
    func R_RES_33_R_RSV_09_clientsAreFoundByName(name: String, ids: [Int]) throws {
        let venue = try Venue()
        let staff = try venue.by("staff")
        for (first, last) in [("Bob", "Lenz"), ("José", "García")] {
            let email = "\(last.count)\(first.count)@example.org"
            let fields = ["first", first, "last", last, "email", email]
            try staff.call(["CLIENT.ADD", "inn"] + fields + ["ANYWAY"])
        }
        let found = try staff.call("CLIENT.SEARCH", "inn", name, "FIELDS", "id")
        #expect(found["total"]?.integer == ids.count)
        let numbers = found["clients"]?.members.compactMap { $0["id"]?.integer } ?? []
        #expect(Set(numbers) == Set(ids))
    }

    /// A property system delivers its guests and stays again and again.
    @Test(arguments: [
        (fields: ["last", "Gast"], status: "unchanged", version: 1),
        (["last", "Gast", "language", "fr"], "updated", 2), (["salutation", "Mme"], "updated", 2),
    ])
    func R_CAL_14_anInterfaceLoadsGuestsByItself(
        fields: [String],
        status: String,
        version: Int
    ) throws {
        let venue = try Venue()
        let support = try venue.by("admin")
        try support.call("TENANT.CREATE", "hotel", "COUNTRY", "CH", "PRESET", "stay")
        #expect(try support.call("TENANT.GET", "hotel")["interface"]?.text == "auto")
        let interface = try venue.by("platform")
        let guest = ["CLIENT.UPSERT", "hotel", "EXTERNAL", "pms-7"]
        let email = ["email", "gast@example.org"]
        let created = try interface.call(guest + ["last", "Gast"] + email)
        #expect(created["status"]?.text == "created")
        let again = try interface.call(guest + fields)
        #expect(again["status"]?.text == status && again["version"]?.integer == version)
        #expect(again["id"] == created["id"])
        let id = try #require(created["id"]?.text)
        let stay = ["START", "9000-05-01", "END", "9000-05-04", "EXTERNAL", "stay-1"]
        let made = try interface.call(["BOOKING.ADD", "hotel", id] + stay)
        #expect(made["status"]?.text == "confirmed")
        let shown = try interface.call("BOOKING.GET", "hotel", try #require(made["id"]?.text))
        #expect(shown["external"]?.text == "stay-1" && shown["start"]?.text == "9000-05-01")
    }
}
