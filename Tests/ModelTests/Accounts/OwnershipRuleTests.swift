import CarnetBytes
import CarnetModel
import Testing

/// Whose a client's name and address are: told from where its person has signed in.
@Suite struct OwnershipRuleTests {
    private static let here = AccountDesk.place("bistro", 1)
    private static let there = AccountDesk.place("salon", 7)

    @Test(arguments: [
        (signedInAt: [String](), ownsHere: false), (["bistro"], false),
        (["bistro", "bistro"], false), (["salon"], true), (["bistro", "salon"], true),
        (["salon", "bistro", "bistro"], true), ([""], false), (["", "salon"], true),
    ])
    func R_RES_05_R_RES_07_aSignInElsewhereOwnsAndNothingEndsThatByItself(
        signedInAt venues: [String],
        ownsHere: Bool
    ) throws {
        var desk = AccountDesk()
        let id = try desk.invite(Self.here, email: "ada@example.org").account
        for venue in venues {
            try desk.invite(Self.here, email: "ada@example.org", account: id)
            #expect(
                try desk.signIn("ada@example.org", venue: venue)
                    == .signedIn(id, mustProve: false)
            )
        }
        let bistro = Array("bistro".utf8)
        #expect(desk.account(id)?.owns(at: bistro) == ownsHere)
        // Ten years on, all sessions long over, and as a snapshot brings it back.
        desk.now += 3_650 * 86_400_000
        try desk.invite(Self.here, email: "ada@example.org", account: id)
        #expect(desk.account(id)?.owns(at: bistro) == ownsHere)
        let restored = try desk.throughSnapshot()
        #expect(restored.accounts.account(id)?.owns(at: bistro) == ownsHere)
        #expect(restored.digest == desk.directory.digest)
        // Whoever is not linked any more owns nothing there: the account stays, the client is free.
        try desk.run { directory, _, events in
            directory.decideForget([Self.here], id, events: &events)
        }
        #expect(desk.directory.linked(id, to: Self.here) == nil)
    }

    @Test(arguments: [
        (changed: [ClientField.email], locked: FieldLocks.owned, refused: "email" as String?),
        ([.first], FieldLocks.owned, "first"), ([.last, .city], FieldLocks.owned, "last"),
        ([.city, .note, .phone, .tags], FieldLocks.owned, nil),
        ([.email], ClientField.email.bit, "email"), ([.first, .last], ClientField.email.bit, nil),
        ([.email, .first], 0, nil),
    ])
    func R_RES_06_theLockedFieldsAreNamedInOneOrder(
        changed: [ClientField],
        locked: UInt64,
        refused: String?
    ) {
        let bits = changed.reduce(UInt64(0)) { $0 | $1.bit }
        #expect(FieldLocks.fields(bits & locked).first.map { "\($0.name)" } == refused)
        #expect(FieldLocks.fields(FieldLocks.owned) == [.email, .first, .last])
    }

    /// What becomes of an address that is somebody's login already.
    @Test(arguments: [
        (ownHasSignedIn: false, holderHasSignedIn: false, isMerge: true),
        (false, true, true), (true, false, true), (true, true, false),
    ])
    func R_RES_14_theSamePersonIsMergedUnlessBothHaveSignedIn(
        ownHasSignedIn: Bool,
        holderHasSignedIn: Bool,
        isMerge: Bool
    ) throws {
        var desk = AccountDesk()
        let second = AccountDesk.place("bistro", 2)
        let own = try desk.invite(second, email: "a.lenz@example.org").account
        if ownHasSignedIn { try desk.signIn("a.lenz@example.org", venue: "bistro") }
        let holder = try desk.invite(Self.here, email: "ada@example.org").account
        if holderHasSignedIn { try desk.signIn("ada@example.org", venue: "bistro") }
        #expect(
            try desk.login(second, "Ada@example.org", account: own)
                == .takenHere(ClientID(1), nil)
        )
        let said = try desk.login(second, "Ada@example.org", account: own, isSame: true)
        if isMerge {
            #expect(said == .merge(ClientID(1)))
        } else {
            // Two persons who both came themselves: whoever has the mailbox says that it is one.
            guard case .takenHere(ClientID(1), let sent?) = said else {
                Issue.record("\(said)")
                return
            }
            #expect(sent.address.text == "ada@example.org")
            #expect(desk.account(own) != nil && desk.account(holder) != nil)
            try desk.signIn("ada@example.org")
            #expect(desk.account(own) == nil)
            #expect(desk.account(holder)?.clients(at: Self.here.tenant).count == 2)
        }
    }

    @Test(arguments: ["ada@example.org", "ADA@Example.ORG", "other@example.org"])
    func R_RES_13_R_RES_15_anothersAddressStaysTheirs(asked: String) throws {
        var desk = AccountDesk()
        let holder = try desk.person(Self.here, "ada@example.org")
        let elsewhere = try desk.person(Self.there, "other@example.org")
        let second = AccountDesk.place("bistro", 2)
        let own = try desk.person(second, "own@example.org")
        let before = desk.directory.digest
        for _ in 0..<3 {
            let outcome = try desk.login(second, asked, account: own)
            #expect(
                outcome == .takenHere(ClientID(1), nil) || outcome == .takenElsewhere(nil),
                "\(outcome)"
            )
        }
        #expect(desk.directory.digest == before)
        #expect(desk.account(own)?.login.text == "own@example.org")
        #expect(desk.account(holder)?.login.text == "ada@example.org")
        #expect(desk.account(elsewhere)?.login.text == "other@example.org")
    }
}
