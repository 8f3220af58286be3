import CarnetBytes
import CarnetModel
import Testing

/// What the directory decides of persons' own sign-ins.
@Suite struct AccountRuleTests {
    private static let here = AccountDesk.place("bistro", 1)
    private static let there = AccountDesk.place("salon", 7)

    @Test func R_RES_09_anInvitationEndsTheOneBefore() throws {
        var desk = AccountDesk()
        let first = try desk.invite(Self.here, email: "Ada@example.org", code: "one")
        let again = try desk.invite(
            Self.here,
            email: "ada@example.org",
            account: first.account,
            code: "two"
        )
        #expect(again.account == first.account)
        #expect(try desk.signIn("ada@example.org", code: "one") == .wrong)
        #expect(
            try desk.signIn("ADA@EXAMPLE.ORG", code: "two")
                == .signedIn(first.account, mustProve: false)
        )
        // A code counts once.
        #expect(try desk.signIn("ada@example.org", code: "two") == .wrong)
        let account = try #require(desk.account(first.account))
        #expect(account.isProven)
        #expect(account.email.text == "Ada@example.org")
    }

    @Test func fiveWrongCodesEndTheRightOne() throws {
        var desk = AccountDesk()
        let id = try desk.invite(Self.here, email: "ada@example.org").account
        for count in 1...5 {
            #expect(try desk.signIn("ada@example.org", code: AccountDesk.wrong) == .wrong)
            #expect(desk.account(id)?.code(.signIn)?.attemptsLeft == UInt8(5 - count))
        }
        let digest = desk.directory.digest
        #expect(try desk.signIn("ada@example.org") == .wrong)
        // What comes after that costs nothing.
        #expect(desk.directory.digest == digest)
    }

    struct Moment: Sendable, CustomTestStringConvertible {
        let milliseconds: UInt64
        let counts: Bool
        var testDescription: String { "\(milliseconds) ms" }
    }

    @Test(arguments: [
        Moment(milliseconds: OneTimeCode.longLifetimeMilliseconds - 1, counts: true),
        Moment(milliseconds: OneTimeCode.longLifetimeMilliseconds, counts: false),
    ])
    func anInvitationEndsAtItsTime(_ moment: Moment) throws {
        var desk = AccountDesk()
        try desk.invite(Self.here, email: "ada@example.org")
        desk.now += moment.milliseconds
        #expect((try desk.signIn("ada@example.org") != .wrong) == moment.counts)
    }

    @Test(arguments: [
        Moment(milliseconds: OneTimeCode.shortLifetimeMilliseconds - 1, counts: true),
        Moment(milliseconds: OneTimeCode.shortLifetimeMilliseconds, counts: false),
    ])
    func aCodeForAnAddressEndsAtItsTime(_ moment: Moment) throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        try desk.ask(id, "new@example.org")
        desk.now += moment.milliseconds
        #expect((try desk.prove(id) != .wrong) == moment.counts)
    }

    @Test func R_POL_12_aCodeForOnePurposeOpensNoOther() throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        try desk.invite(Self.here, email: "ada@example.org", account: id, code: "in")
        try desk.ask(id, "new@example.org", code: "address")
        #expect(try desk.prove(id, code: "in") == .wrong)
        #expect(try desk.signIn("ada@example.org", code: "address") == .wrong)
        #expect(try desk.prove(id, code: "address") == .proven(Array("new@example.org".utf8)))
    }

    @Test func R_RES_05_R_RES_07_aSignInElsewhereOwnsAndOneHereDoesNot() throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        let bistro = Array("bistro".utf8)
        #expect(desk.account(id)?.owns(at: bistro) == false)
        #expect(desk.account(id)?.owns(at: Array("salon".utf8)) == true)
        try desk.invite(Self.there, email: "ada@example.org")
        try desk.signIn("ada@example.org", venue: "salon")
        let account = try #require(desk.account(id))
        #expect(account.owns(at: bistro))
        #expect(account.links.map(\.place) == [Self.here, Self.there])
    }

    @Test func R_RES_04_theEMailCountsOnceProvenAndEveryVenueIsOwedIt() throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        try desk.invite(Self.there, email: "ada@example.org")
        try desk.signIn("ada@example.org", venue: "salon")
        try desk.tellAll()
        #expect(desk.directory.accounts.owing.isEmpty)
        try desk.ask(id, "new@example.org")
        #expect(desk.account(id)?.email.text == "ada@example.org")
        #expect(desk.directory.news(of: id).isEmpty)
        #expect(try desk.prove(id, code: AccountDesk.wrong) == .wrong)
        #expect(try desk.prove(id) == .proven(Array("new@example.org".utf8)))
        let account = try #require(desk.account(id))
        #expect(account.email.text == "new@example.org")
        #expect(account.login.text == "new@example.org")
        let news = desk.directory.news(of: id)
        #expect(news.map(\.place) == [Self.here, Self.there])
        #expect(news.allSatisfy { $0.news.email?.text == "new@example.org" })
        try desk.tellAll()
        #expect(desk.directory.news(of: id).isEmpty)
        #expect(try desk.throughSnapshot().digest == desk.directory.digest)
    }

    @Test func R_RES_12_aPrintedCodeOpensNothingBeforeAnAddressIsProven() throws {
        var desk = AccountDesk()
        let invitation = try desk.invite(Self.here)
        #expect(invitation.address.isEmpty)
        #expect(invitation.login.text == "bistro/1")
        #expect(
            try desk.signIn("bistro/1", venue: "bistro")
                == .signedIn(invitation.account, mustProve: true)
        )
        // Whoever has the print may be anybody: it is no sign-in of the person's yet.
        #expect(desk.account(invitation.account)?.venues == [])
        try desk.ask(invitation.account, "ada@example.org")
        try desk.prove(invitation.account)
        let account = try #require(desk.account(invitation.account))
        #expect(account.sessions.allSatisfy { !$0.mustProve })
        #expect(account.venues == [Array("bistro".utf8)])
        #expect(account.login.text == "ada@example.org")
    }

    @Test func nothingIsPrintedForAnAccountThatIsUsedElsewhere() throws {
        var desk = AccountDesk()
        let id = try desk.invite(Self.here).account
        try desk.signIn("bistro/1", venue: "salon")
        #expect(try desk.invite(Self.here, account: id).address.isEmpty)
        // Proven at the salon: the bistro's staff print no way into it.
        try desk.run { directory, _, events in
            try directory.decideHelp(
                id,
                Array("a@example.org".utf8),
                reason: Array("asked".utf8),
                events: &events
            )
        }
        try desk.invite(Self.here, email: "a@example.org", account: id)
        try desk.signIn("a@example.org", venue: "salon")
        #expect(try desk.invite(Self.here, account: id).address.text == "a@example.org")
    }

    @Test func R_RES_10_theHelpdeskEndsSessionsAndCodes() throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        try desk.ask(id, "thief@example.org")
        try desk.run { directory, _, events in
            try directory.decideHelp(
                id,
                Array("new@example.org".utf8),
                reason: Array("passport seen".utf8),
                events: &events
            )
        }
        let account = try #require(desk.account(id))
        #expect(account.sessions.isEmpty && account.codes.isEmpty && !account.isProven)
        #expect(account.login.text == "new@example.org")
        #expect(desk.directory.news(of: id).count == 1)
        _ = try desk.person(Self.there, "other@example.org")
        #expect(throws: Refusal.loginTaken) {
            try desk.run { directory, _, events in
                try directory.decideHelp(
                    id,
                    Array("Other@Example.org".utf8),
                    reason: [],
                    events: &events
                )
            }
        }
    }

    @Test func R_RES_13_R_RES_15_aLoginBelongsToOneAccount() throws {
        var desk = AccountDesk()
        let ada = try desk.person(Self.here, "ada@example.org")
        let second = AccountDesk.place("bistro", 2)
        for _ in 0..<2 {
            let outcome = try desk.login(second, "ADA@example.org")
            #expect(outcome == .takenHere(ClientID(1), nil))
        }
        #expect(throws: Refusal.loginOf(ClientID(1))) {
            try desk.invite(second, email: "ada@example.org")
        }
        #expect(try desk.login(Self.here, "ada@example.org", account: ada) == .own)
        #expect(try desk.login(second, "ada@example.org", isSame: true) == .merge(ClientID(1)))
    }

    @Test func R_RES_16_aFreeAddressIsTakenOnceItIsProven() throws {
        var desk = AccountDesk()
        let id = try desk.person(Self.here, "ada@example.org")
        let free = try desk.login(Self.here, "new@example.org", account: id, takesFree: false)
        #expect(free == .free(nil))
        guard case .free(let sent?) = try desk.login(Self.here, "new@example.org", account: id)
        else { throw TenantSnapshotError.malformed }
        #expect(sent.address.text == "new@example.org")
        #expect(desk.account(id)?.login.text == "ada@example.org")
        #expect(try desk.signIn("new@example.org") == .signedIn(id, mustProve: false))
        #expect(desk.account(id)?.login.text == "new@example.org")
    }

    @Test func R_RES_17_aLoginThatIsKnownElsewhereIsNotShownAndJoinsOnceProven() throws {
        var desk = AccountDesk()
        let holder = try desk.person(Self.there, "ada@example.org")
        let own = try desk.person(Self.here, "a.lovelace@example.org")
        let taken = try desk.login(Self.here, "ada@example.org", account: own)
        #expect(taken == .takenElsewhere(nil))
        guard
            case .takenElsewhere(let sent?) =
                try desk.login(Self.here, "ada@example.org", account: own, isSame: true)
        else { throw TenantSnapshotError.malformed }
        #expect(sent.address.text == "ada@example.org")
        #expect(desk.account(own) != nil)
        try desk.signIn("ada@example.org")
        #expect(desk.account(own) == nil)
        let joined = try #require(desk.account(holder))
        #expect(Set(joined.links.map(\.place)) == [Self.here, Self.there])
        #expect(joined.owns(at: Array("salon".utf8)))
        #expect(try desk.throughSnapshot().digest == desk.directory.digest)
    }

    @Test func whatNobodyUsedGoesWithItsLastClient() throws {
        var desk = AccountDesk()
        let id = try desk.invite(Self.here, email: "ada@example.org").account
        try desk.run { directory, _, events in
            directory.decideForget([Self.here], id, events: &events)
        }
        #expect(desk.account(id) == nil)
        #expect(desk.directory.digest == Directory().digest)
        // Numbers are not used again, through a snapshot either.
        #expect(try desk.throughSnapshot().accounts.next.value == id.value + 1)
        let other = try desk.person(Self.there, "o@example.org")
        #expect(other.value == id.value + 1)
        try desk.run { directory, _, events in
            directory.decideForget([Self.there], other, events: &events)
        }
        #expect(desk.account(other)?.links.isEmpty == true)
    }

    @Test func aSessionMoreThanTwentyEndsTheOldest() throws {
        var desk = AccountDesk()
        let id = try desk.invite(Self.here, email: "ada@example.org").account
        for number in 1...25 {
            try desk.invite(Self.here, email: "ada@example.org", account: id)
            try desk.signIn("ada@example.org", session: UInt8(number))
        }
        let sessions = try #require(desk.account(id)?.sessions)
        #expect(sessions.map(\.digest.first) == (6...25).map { UInt8($0) })
    }

    @Test func aRowThatIsCutOffIsNotRead() throws {
        var desk = AccountDesk()
        _ = try desk.person(Self.here, "ada@example.org")
        var rows = ByteWriter()
        _ = TenantSnapshotWriter.append(accountsOf: desk.directory.view(), page: 0, to: &rows)
        let row = rows.bytes.bytes(5..<rows.byteCount)
        for count in 0..<row.byteCount where count != 1 {
            var directory = Directory()
            let isRead = directory.restore(accounts: row.bytes(0..<count))
            #expect(!isRead, "\(count) bytes")
        }
    }
}
