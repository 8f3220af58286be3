import CarnetBytes
import CarnetModel
import Testing

/// Rules of sign-ins as tables: which code opens what, and which address may be whose.
@Suite struct SignInTableTests {
    private static let here = AccountDesk.place("bistro", 1)
    private static let there = AccountDesk.place("salon", 7)

    /// Invited with one code, and then with another.
    @Test(arguments: [
        (login: "ada@example.org", code: "one", isIn: false),
        ("ada@example.org", "two", true), ("ADA@example.org", "two", true),
        ("eve@example.org", "two", false), ("bistro/1", "two", false),
    ])
    func R_RES_09_theLastCodeAloneCounts(login: String, code: String, isIn: Bool) throws {
        var desk = AccountDesk()
        let id = try desk.invite(Self.here, email: "ada@example.org", code: "one").account
        try desk.invite(Self.here, email: "ada@example.org", account: id, code: "two")
        let outcome = try desk.signIn(login, code: code)
        #expect(outcome == (isIn ? .signedIn(id, mustProve: false) : .wrong))
        #expect(desk.account(id)?.hasSignedIn == isIn)
    }

    @Test(arguments: [
        (email: "", login: "bistro/1", mustProve: true),
        ("ada@example.org", "ada@example.org", false),
    ])
    func R_RES_12_onPaperWhereThereIsNoAddress(
        email: String,
        login: String,
        mustProve: Bool
    ) throws {
        var desk = AccountDesk()
        let invitation = try desk.invite(Self.here, email: email)
        #expect(invitation.address.text == email && invitation.login.text == login)
        let signed = try desk.signIn(login, venue: "bistro")
        #expect(signed == .signedIn(invitation.account, mustProve: mustProve))
        #expect(try desk.signIn(login, venue: "bistro") == .wrong, "a code counts once")
    }

    /// What the helpdesk gives an account whose person has signed in.
    @Test(arguments: [
        (email: "new@example.org", refusal: nil as Refusal?, isChange: true),
        ("ada@example.org", nil, false), ("OTHER@example.org", .loginTaken, false),
    ])
    func R_RES_10_theHelpdeskGivesAnotherAddress(
        email: String,
        refusal: Refusal?,
        isChange: Bool
    ) throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        _ = try desk.person(Self.there, "other@example.org")
        try desk.tellAll()
        func help() throws {
            try desk.run { directory, _, events in
                try directory.decideHelp(
                    id,
                    Array(email.utf8),
                    reason: Array("passport seen".utf8),
                    events: &events
                )
            }
        }
        if let refusal {
            #expect(throws: refusal) { try help() }
        } else {
            try help()
        }
        let account = try #require(desk.account(id))
        #expect(account.email.text == (isChange ? email : "ada@example.org"))
        #expect(account.sessions.isEmpty == isChange)
        #expect(desk.directory.news(of: id).count == (isChange ? 1 : 0))
    }

    @Test(arguments: [
        (takesFree: true, isSame: false, isSent: true), (true, true, true),
        (false, false, false), (false, true, false),
    ])
    func R_RES_16_aFreeAddressIsTakenWhereTheSettingLets(
        takesFree: Bool,
        isSame: Bool,
        isSent: Bool
    ) throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        let outcome = try desk.login(
            Self.here,
            "new@example.org",
            account: id,
            isSame: isSame,
            takesFree: takesFree
        )
        guard case .free(let sent) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect((sent != nil) == isSent)
        // Before the code comes back nothing has changed.
        #expect(desk.account(id)?.login.text == "ada@example.org")
        guard isSent else { return }
        try desk.signIn("new@example.org")
        #expect(desk.account(id)?.login.text == "new@example.org")
    }

    @Test(arguments: [
        (isSame: false, comesBack: false, isJoined: false), (true, false, false),
        (true, true, true),
    ])
    func R_RES_17_whoeverHasTheMailboxJoinsTheAccounts(
        isSame: Bool,
        comesBack: Bool,
        isJoined: Bool
    ) throws {
        var desk = AccountDesk()
        let holder = try desk.person(Self.there, "ada@example.org")
        let own = try desk.person(Self.here, "a.lenz@example.org")
        let said = try desk.login(Self.here, "ada@example.org", account: own, isSame: isSame)
        guard case .takenElsewhere(let sent) = said else {
            Issue.record("\(said)")
            return
        }
        #expect((sent != nil) == isSame)
        if comesBack { try desk.signIn("ada@example.org") }
        #expect((desk.account(own) == nil) == isJoined)
        #expect(desk.account(holder)?.links.count == (isJoined ? 2 : 1))
    }

    /// A code that was made for one thing, and what it is brought for.
    @Test(arguments: [
        (code: "in", opensSignIn: true, opensAddress: false), ("address", false, true),
        ("neither", false, false),
    ])
    func R_POL_12_aCodeOpensWhatItWasMadeFor(
        code: String,
        opensSignIn: Bool,
        opensAddress: Bool
    ) throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        try desk.invite(Self.here, email: "ada@example.org", account: id, code: "in")
        try desk.ask(id, "new@example.org", code: "address")
        var other = desk
        #expect((try desk.signIn("ada@example.org", code: code) != .wrong) == opensSignIn)
        #expect((try other.prove(id, code: code) != .wrong) == opensAddress)
    }
}
