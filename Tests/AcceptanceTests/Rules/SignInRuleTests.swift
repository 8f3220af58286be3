import Testing

/// Rules of persons' own sign-ins that no room holds alone, over the socket of a server.
@Suite struct SignInRuleTests {
    /// A server with two venues and a token for everybody who talks to it.
    private struct Desk {
        let server: ServerProcess
        private var secrets: [String: String] = [:]

        init() throws {
            server = try ServerProcess()
            let owner = try server.connect()
            for tenant in ["bistro", "salon"] {
                try owner.call(["TENANT.CREATE", tenant, "COUNTRY", "CH"])
            }
            for (name, role, more) in [
                ("desk", "staff", ["TENANT", "bistro"]), ("courier", "platform", []),
                ("help", "admin", []),
            ] {
                let made = try owner.call(["TOKEN.CREATE", name, "ROLE", role] + more)
                secrets[name] = try #require(made["secret"]?.text)
            }
        }

        func by(_ name: String) throws -> Connection {
            let connection = try server.connect()
            let secret = try #require(secrets[name])
            #expect(try connection.call("AUTH", name, secret) == .simple("OK"))
            return connection
        }

        func add(_ tenant: String, _ fields: String...) throws -> String {
            let words = ["CLIENT.ADD", tenant] + fields + ["ANYWAY"]
            return try #require(try by("help").call(words)["id"]?.text)
        }

        /// Has a client signed in at a venue; answers their connection.
        @discardableResult
        func signIn(_ tenant: String, _ client: String, _ login: String) throws -> Connection {
            try by("help").call("ACCOUNT.INVITE", tenant, client)
            let codes = try by("courier").call("ACCOUNT.CODES")["codes"]
            let code = try #require(codes?.members.last?["code"]?.text)
            let person = try server.connect()
            let reply = try person.call("ACCOUNT.SIGNIN", login, code, "TENANT", tenant)
            #expect(reply["secret"] != nil, "\(reply)")
            return person
        }
    }

    private static let login = "ada@example.org"

    /// At which venues client 1 of bistro signs in, as a client of each.
    @Test(arguments: [
        (signsInAt: [String](), locked: [String]()), (["bistro"], []),
        (["salon"], []), (["bistro", "salon"], ["email", "first", "last"]),
    ])
    func R_RES_05_R_RES_06_theClientsPageSaysWhatIsThePersonsOwn(
        signsInAt venues: [String],
        locked: [String]
    ) throws {
        let desk = try Desk()
        for tenant in ["bistro", "salon"] {
            _ = try desk.add(tenant, "first", "Ada", "last", "Lenz", "email", Self.login)
        }
        for venue in venues { try desk.signIn(venue, "1", Self.login) }
        let staff = try desk.by("desk")
        let page = try staff.call("CLIENT.GET", "bistro", "1")
        #expect(page["locked"]?.members.compactMap(\.text) ?? [] == locked)
        for (field, value) in [("email", "x@example.org"), ("first", "X"), ("last", "X")] {
            let reply = try staff.call("CLIENT.SET", "bistro", "1", field, value)
            #expect((reply.errorCode == "LOCKED") == locked.contains(field), "\(field) \(reply)")
        }
        #expect(try staff.call("CLIENT.SET", "bistro", "1", "phone", "+41446681800")["id"] != nil)
    }

    @Test(arguments: [
        (by: "desk", reason: nil as String?, answer: "LOCKED" as String?),
        ("courier", nil, "LOCKED"), ("desk", "asked", "NOPERM"), ("courier", "asked", "NOPERM"),
        ("help", nil, "LOCKED"),
        ("help", "passport seen", nil),
    ])
    func R_RES_08_lockedFieldsAreThePersonsAndTheHelpdesks(
        by name: String,
        reason: String?,
        answer: String?
    ) throws {
        let desk = try Desk()
        for tenant in ["bistro", "salon"] {
            _ = try desk.add(tenant, "first", "Ada", "last", "Lenz", "email", Self.login)
            try desk.signIn(tenant, "1", Self.login)
        }
        let caller = try desk.by(name)
        let why = reason.map { ["REASON", $0] } ?? []
        let reply = try caller.call(["CLIENT.SET", "bistro", "1", "last", "Eve"] + why)
        #expect(reply.errorCode == answer, "\(reply)")
        let page = try caller.call("CLIENT.GET", "bistro", "1")
        #expect(page["last"]?.text == (answer == nil ? "Eve" : "Lenz"))
        guard let reason else { return }
        let history = try caller.call("CLIENT.HISTORY", "bistro", "1")["changes"]
        let last = history?.members.first
        #expect((last?["reason"]?.text == reason) == (answer == nil))
        #expect((last?["by"]?.text == name) == (answer == nil))
    }

    @Test(arguments: [
        (fields: ["email", "ada@example.org"], by: "email"),
        (["phone", "+41446681800"], "print"),
        (["email", "ada@example.org", "phone", "+41446681800"], "email"),
    ])
    func R_RES_11_eachRowSaysHowALoginIsHandedOver(fields: [String], by: String) throws {
        let desk = try Desk()
        let staff = try desk.by("desk")
        try staff.call(["CLIENT.ADD", "bistro", "last", "Lenz"] + fields)
        #expect(try staff.call("CLIENT.GET", "bistro", "1")["login_by"]?.text == by)
        let list = try staff.call("CLIENT.LIST", "bistro", "FIELDS", "id,login_by")
        #expect(list["clients"]?.members.first?["login_by"]?.text == by)
        let found = try staff.call("CLIENT.SEARCH", "bistro", "lenz", "FIELDS", "login_by")
        #expect(found["clients"]?.members.first?["login_by"]?.text == by)
        let csv = try staff.call("CLIENT.CSV", "bistro", "FIELDS", "id,login_by")
        #expect(csv["csv"]?.text == "id,login_by\r\n1,\(by)\r\n")
        // What it says is what an invitation does.
        #expect(try staff.call("ACCOUNT.INVITE", "bistro", "1")["by"]?.text == by)
        // Never stored: with the address it changes, and whoever is no person any more has none.
        try staff.call("CLIENT.SET", "bistro", "1", "phone", "+41446681800")
        try staff.call("CLIENT.SET", "bistro", "1", "email", by == "print" ? "x@example.org" : "")
        let other = by == "print" ? "email" : "print"
        #expect(try staff.call("CLIENT.GET", "bistro", "1")["login_by"]?.text == other)
        try staff.call("CLIENT.ANONYMIZE", "bistro", "1")
        #expect(try staff.call("CLIENT.GET", "bistro", "1")["login_by"]?.text == "print")
        try staff.call("CLIENT.ERASE", "bistro", "1", "REQUESTED", "CONFIRM")
        #expect(try staff.call("CLIENT.GET", "bistro", "1")["login_by"] == nil)
    }

    /// The holder's mark, and what SAME comes to: all of it or nothing.
    @Test(arguments: [(isAdminProfile: false, answer: nil as String?), (true, "REFUSED")])
    func R_RES_14_mergeAndLoginTogetherOrNeither(isAdminProfile: Bool, answer: String?) throws {
        let desk = try Desk()
        _ = try desk.add("bistro", "first", "Ada", "last", "Lenz", "email", Self.login)
        _ = try desk.add("bistro", "first", "A.", "last", "Lenz", "phone", "+41446681800")
        try desk.signIn("bistro", "1", Self.login)
        if isAdminProfile {
            try desk.by("help").call("ACCOUNT.ADMIN", "bistro", Self.login, "yes")
        }
        let staff = try desk.by("desk")
        let before = try staff.call("TENANT.DIGEST", "bistro")["digest"]
        let asked = ["ACCOUNT.LOGIN", "bistro", "2", Self.login]
        #expect(try staff.call(asked)["status"]?.text == "taken")
        #expect(try staff.call("TENANT.DIGEST", "bistro")["digest"] == before)
        let reply = try staff.call(asked + ["SAME"])
        #expect(reply.errorCode == answer, "\(reply)")
        guard answer == nil else {
            #expect(try staff.call("TENANT.DIGEST", "bistro")["digest"] == before)
            return
        }
        #expect(reply["status"]?.text == "merged" && reply["survivor"]?.integer == 2)
        // The one that was edited survives, with the address as its login, and says so once more.
        let page = try staff.call("CLIENT.GET", "bistro", "1")
        #expect(page["id"]?.integer == 2 && page["merged_into"]?.integer == 2)
        #expect(page["email"]?.text == Self.login && page["account"]?.integer == 1)
        #expect(try staff.call(asked + ["SAME"])["status"]?.text == "unchanged")
    }

    /// Whichever side of the merge the person is on who administers a venue, any venue.
    @Test(arguments: [
        (survivor: "1", double: "2", administers: "bistro"), ("2", "1", "bistro"),
        ("2", "1", "salon"),
    ])
    func R_RES_23_whoAdministersAVenueIsMergedByTheHelpdeskAlone(
        survivor: String,
        double: String,
        administers tenant: String
    ) throws {
        let desk = try Desk()
        _ = try desk.add("bistro", "first", "Ada", "last", "Lenz", "email", Self.login)
        _ = try desk.add("bistro", "first", "A.", "last", "Lenz", "phone", "+41446681800")
        try desk.signIn("bistro", "1", Self.login)
        let support = try desk.by("help")
        #expect(try support.call("ACCOUNT.ADMIN", tenant, Self.login, "yes")["changed"] != nil)
        let merge = ["CLIENT.MERGE", "bistro", survivor, double]
        for name in ["desk", "courier", "help"] {
            let reply = try desk.by(name).call(merge)
            #expect(reply.errorText?.hasPrefix("REFUSED admin-profile") == true, "\(name) \(reply)")
        }
        let forced = merge + ["FORCE", "REASON", "asked by phone"]
        #expect(try desk.by("desk").call(forced).errorCode == "NOPERM")
        #expect(try support.call(forced)["survivor"]?.text == survivor)
        for (command, list) in [("CLIENT.MERGES", "merges"), ("CLIENT.HISTORY", "changes")] {
            let told = try support.call(command, "bistro", survivor)[list]
            #expect(told?.members.first?["reason"]?.text == "asked by phone", "\(command)")
        }
        let page = try support.call("CLIENT.GET", "bistro", double)
        #expect(page["account"]?.integer == 1 && page["email"]?.text == Self.login)
    }

    /// Which of the two has signed in, and whose account and address are the survivor's then.
    @Test(arguments: [
        (signsIn: [String](), email: "b@example.org" as String?), (["1"], "b@example.org"),
        (["2"], "b@example.org"), (["1", "2"], nil),
    ])
    func R_RES_26_twoPersonsWhoCameThemselvesAreNotMadeOne(
        signsIn: [String],
        email: String?
    ) throws {
        let desk = try Desk()
        let logins = ["1": "a@example.org", "2": "b@example.org"]
        for number in ["1", "2"] {
            let login = try #require(logins[number])
            _ = try desk.add("bistro", "last", "Lenz", "email", login)
            if signsIn.contains(number) { try desk.signIn("bistro", number, login) }
        }
        let staff = try desk.by("desk")
        let reply = try staff.call("CLIENT.MERGE", "bistro", "2", "1")
        guard let email else {
            #expect(reply.errorText?.hasPrefix("REFUSED two-accounts") == true, "\(reply)")
            return
        }
        let page = try staff.call("CLIENT.GET", "bistro", "2")
        #expect(page["email"]?.text == email)
        #expect((page["account"] != nil) == !signsIn.isEmpty)
    }

    /// At which venue the person has signed in before bistro's staff add them.
    @Test(arguments: [
        (signsInAt: [String](), email: "ada@example.org", more: [String](), isElsewhere: false),
        (["salon"], "ADA@example.org", [], true), (["salon"], "other@example.org", [], false),
        (["salon"], "ada@example.org", ["ANYWAY"], false),
        (["salon", "bistro"], "ada@example.org", [], false),
    ])
    func R_RES_32_whoIsKnownElsewhereIsSaidToBeAndNothingMore(
        signsInAt venues: [String],
        email: String,
        more: [String],
        isElsewhere: Bool
    ) throws {
        let desk = try Desk()
        for tenant in ["salon", "bistro"] {
            _ = try desk.add(tenant, "first", "Ada", "last", "Geheim", "email", "ada@example.org")
            if venues.contains(tenant) { try desk.signIn(tenant, "1", Self.login) }
        }
        let staff = try desk.by("desk")
        if !venues.contains("bistro") {
            try staff.call("CLIENT.ERASE", "bistro", "1", "REQUESTED", "CONFIRM")
        }
        let fields = ["phone", "+41446681800", "email", email]
        let reply = try staff.call(["CLIENT.ADD", "bistro", "last", "Neu"] + fields + more)
        #expect((reply["elsewhere"]?.integer == 1) == isElsewhere, "\(reply)")
        #expect(reply["status"]?.text == "created")
        guard isElsewhere else { return }
        #expect(!"\(reply)".contains("Geheim") && reply["candidates"] == nil)
        let id = try #require(reply["id"]?.text)
        #expect(try staff.call("CLIENT.GET", "bistro", id)["account"] == nil)
    }

    /// R-SAL-08: whoever is blocked is known by their account as well, whatever they call themselves.
    @Test(arguments: [(linked: true, isBlocked: true), (false, false)])
    func R_SAL_08_aBlockIsKnownByTheAccount(linked: Bool, isBlocked: Bool) throws {
        let desk = try Desk()
        try desk.by("help").call("TENANT.SET", "bistro", "blocking", "online")
        _ = try desk.add("bistro", "first", "Ada", "last", "Lenz", "email", Self.login)
        _ = try desk.add("bistro", "first", "Eve", "last", "Neu", "phone", "+41446681800")
        try desk.signIn("bistro", "1", Self.login)
        let staff = try desk.by("desk")
        if linked {
            // One person, two entries on the list: the code is the first one's.
            let words = ["CLIENT.ADD", "bistro", "last", "Dritt", "phone", "+41446681801"]
            let added = try staff.call(words + ["ANYWAY", "ACCOUNT", Self.login])
            #expect(added["id"]?.integer == 3, "\(added)")
            let codes = try desk.by("courier").call("ACCOUNT.CODES")["codes"]
            let code = try #require(codes?.members.last?["code"]?.text)
            try desk.server.connect().call("ACCOUNT.SIGNIN", Self.login, code)
            #expect(try staff.call("CLIENT.GET", "bistro", "3")["account"]?.integer == 1)
        }
        try staff.call("CLIENT.BLOCK", "bistro", "1")
        let widget = try desk.by("courier")
        let start = ["START", "9000-05-01T19:30"]
        let number = linked ? "3" : "2"
        let reply = try widget.call(["BOOKING.ADD", "bistro", number] + start + ["ONLINE"])
        #expect((reply.errorCode == "BLOCKED") == isBlocked, "\(reply)")
        let made = try staff.call(["BOOKING.ADD", "bistro", number] + start)
        #expect((made["blocked"]?.integer == 1) == isBlocked, "\(made)")
    }

    /// An address that is kept out since an erasure, which staff brought again knowingly.
    @Test(arguments: [(lifted: false, answer: "REFUSED" as String?), (true, nil)])
    func R_SAL_20_whoIsKeptOutDoesNotBookOnline(lifted: Bool, answer: String?) throws {
        let desk = try Desk()
        _ = try desk.add("bistro", "first", "Ada", "last", "Lenz", "email", Self.login)
        let staff = try desk.by("desk")
        try staff.call("CLIENT.ERASE", "bistro", "1", "REQUESTED", "KEEPOUT", "yes", "CONFIRM")
        let again = try staff.call("CLIENT.ADD", "bistro", "last", "Lenz", "email", Self.login)
        #expect(again["kept_out"]?.members.first?.text == "email", "\(again)")
        if lifted { try staff.call("KEEPOUT.LIFT", "bistro", "EMAIL", Self.login) }
        let start = ["START", "9000-05-01T19:30"]
        let reply = try desk.by("courier").call(
            ["BOOKING.ADD", "bistro", "2"] + start + ["ONLINE"]
        )
        #expect(reply.errorCode == answer, "\(reply)")
        #expect(try staff.call(["BOOKING.ADD", "bistro", "2"] + start)["id"] != nil)
    }

    @Test(arguments: [
        (login: "ada@lovelace.example", shown: true), ("ADA@example.org", false),
    ])
    func R_RES_49_aLoginThatIsNotTheEMailIsTold(login: String, shown: Bool) throws {
        let desk = try Desk()
        _ = try desk.add("bistro", "first", "Ada", "last", "Lenz", "email", Self.login)
        try desk.signIn("bistro", "1", Self.login)
        let staff = try desk.by("desk")
        #expect(try staff.call("CLIENT.GET", "bistro", "1")["login"] == nil)
        let free = try staff.call("ACCOUNT.LOGIN", "bistro", "1", login)
        #expect(free["status"]?.text == (shown ? "free" : "unchanged"))
        guard shown else { return }
        let code = try desk.by("courier").call("ACCOUNT.CODES")["codes"]?.members.last?["code"]
        let person = try desk.server.connect()
        let signed = try person.call("ACCOUNT.SIGNIN", login, try #require(code?.text))
        #expect(signed["account"]?.integer == 1, "\(signed)")
        let page = try staff.call("CLIENT.GET", "bistro", "1")
        #expect(page["login"]?.text == login && page["email"]?.text == Self.login)
        let asked = try staff.call("CLIENT.GET", "bistro", "1", "FIELDS", "login")
        #expect(asked["login"]?.text == login)
    }

    @Test(arguments: [
        (setting: "staff_unless_owned", preset: "restaurant", isOwned: false, mayEdit: true),
        ("staff_unless_owned", "restaurant", true, false),
        ("owner_only", "restaurant", false, false), ("owner_only", "stay", true, false),
        ("staff_unless_owned", "salon", true, false), ("staff_unless_owned", "stay", true, false),
        ("staff_unless_owned", "appointments", true, false),
    ])
    func R_POL_04_whoChangesAnEMail(
        setting: String,
        preset: String,
        isOwned: Bool,
        mayEdit: Bool
    ) throws {
        let desk = try Desk()
        let support = try desk.by("help")
        try support.call("TENANT.CREATE", "venue", "COUNTRY", "CH", "PRESET", preset)
        try support.call("TENANT.SET", "venue", "email_edit", setting)
        for tenant in ["venue", "salon"] {
            _ = try desk.add(tenant, "first", "Ada", "last", "Lenz", "email", Self.login)
            if isOwned { try desk.signIn(tenant, "1", Self.login) }
        }
        let staff = try desk.by("courier")
        let reply = try staff.call("CLIENT.SET", "venue", "1", "email", "new@example.org")
        #expect((reply.errorCode == nil) == mayEdit, "\(reply)")
        #expect(reply.errorCode == (mayEdit ? nil : "LOCKED"))
        let locked = try staff.call("CLIENT.GET", "venue", "1")["locked"]?.members ?? []
        #expect(locked.contains { $0.text == "email" } != mayEdit)
        // A client who has none is given one by whoever knows it; that preset asks for one at once.
        guard preset != "appointments" else { return }
        _ = try desk.add("venue", "first", "Bob", "last", "Berg", "phone", "+41446681801")
        let second = try staff.call("CLIENT.SET", "venue", "2", "email", "bob@example.org")
        #expect(second.errorCode == nil, "\(second)")
    }
}
