import Testing

/// Rules of the client list as tables, over the socket of a server: what is asked, and what comes of it.
@Suite struct ListTableTests {
    /// A venue with three clients, the third of them inactive.
    private struct Venue {
        let server: ServerProcess
        let owner: Connection

        init(preset: String = "salon") throws {
            server = try ServerProcess()
            owner = try server.connect()
            try owner.call("TENANT.CREATE", "salon", "COUNTRY", "CH", "PRESET", preset)
            for (index, first) in ["Ada", "Bob", "Cleo"].enumerated() {
                let fields = ["first", first, "last", "Lenz", "email", "g\(index + 1)@example.org"]
                try owner.call(["CLIENT.ADD", "salon"] + fields + ["note", "tea", "ANYWAY"])
            }
            try owner.call("CLIENT.DEACTIVATE", "salon", "3")
        }

        /// Words with blanks between.
        func ask(_ line: String) throws -> RESPValue {
            try owner.call(line.split(separator: " ").map(String.init))
        }

        func status(_ id: Int) throws -> String? {
            try ask("CLIENT.GET salon \(id)")["status"]?.text
        }
    }

    @Test(arguments: [
        (fields: "first Ada last Lenz email g1@example.org", candidate: 1 as Int?),
        ("first Bob last Lenz email G2@example.org", 2),
        ("first Ada last Lenz email g1@example.org ANYWAY", nil),
        ("first Zoe last Ammann email zoe@example.org", nil),
    ])
    func R_RES_29_whoMayBeMeantIsShownAndNobodyIsMade(fields: String, candidate: Int?) throws {
        let venue = try Venue()
        let reply = try venue.ask("CLIENT.ADD salon \(fields)")
        #expect(reply["status"]?.text == (candidate == nil ? "created" : "duplicates"))
        #expect(reply["candidates"]?.members.first?["id"]?.integer == candidate)
        let count = try venue.ask("CLIENT.COUNT salon STATUS any").integer
        #expect(count == (candidate == nil ? 4 : 3))
    }

    @Test(arguments: [
        (asked: "CLIENT.LIST salon", total: 2), ("CLIENT.LIST salon STATUS inactive", 1),
        ("CLIENT.LIST salon LIMIT 1", 2), ("CLIENT.SEARCH salon lenz", 2),
        ("CLIENT.SEARCH salon lenz LIMIT 1", 2), ("CLIENT.SEARCH salon lenz STATUS inactive", 1),
        ("CLIENT.SEARCH salon cleo", 0), ("CLIENT.CSV salon", 2),
        ("CLIENT.LIST salon STATUS any", 3),
    ])
    func R_SAL_03_R_RSV_08_whoIsInactiveIsNotCountedUnlessAskedFor(
        asked: String,
        total: Int
    ) throws {
        let venue = try Venue()
        #expect(try venue.ask(asked)["total"]?.integer == total)
        // It is not permanent, and nothing is lost.
        #expect(try venue.ask("CLIENT.GET salon 3 FIELDS note")["note"]?.text == "tea")
        #expect(try venue.ask("CLIENT.REACTIVATE salon 3")["changed"]?.integer == 1)
        #expect(try venue.ask("CLIENT.COUNT salon").integer == 3)
    }

    @Test(arguments: [
        (field: "phone", given: "0446681800", kept: "+41446681800" as String?),
        ("gender", "f", "f"), ("birthday", "1990-05-17", "1990-05-17"),
        ("birthday", "--02-29", "--02-29"), ("birthday", "1980-02-29", "1980-02-29"),
        ("birthday", "1981-02-29", nil), ("birthday", "--02-30", nil), ("phone", "12", nil),
        ("note", "kind", "kind"),
    ])
    func R_RSV_02_R_RSV_03_R_RSV_05_whatMayBeGivenAndEdited(
        field: String,
        given: String,
        kept: String?
    ) throws {
        let venue = try Venue(preset: "appointments")
        let added = try venue.ask(
            "CLIENT.ADD salon first Zoe last Ammann email zoe@example.org \(field) \(given)"
        )
        #expect(added.errorCode == (kept == nil ? "INVALID" : nil), "\(added)")
        let edited = try venue.ask("CLIENT.SET salon 1 \(field) \(given)")
        #expect(edited.errorCode == (kept == nil ? "INVALID" : nil), "\(edited)")
        let before = field == "note" ? "tea" : nil
        #expect(try venue.ask("CLIENT.GET salon 1")[field]?.text == kept ?? before)
        // The same again is no change.
        let version = edited["version"]
        guard kept != nil else { return }
        #expect(try venue.ask("CLIENT.SET salon 1 \(field) \(given)")["version"] == version)
    }

    @Test(arguments: [
        (words: "1 2", changed: 2 as Int?, left: 2), ("1 2 CONFIRM", 2, 0),
        ("1 2 CONFIRM DRYRUN", 2, 2), ("1 1 CONFIRM", 1, 1), ("1 3 CONFIRM", 1, 1),
        ("1 9 CONFIRM", nil, 2), ("9", nil, 2),
    ])
    func R_RSV_12_severalAreDeletedAtOnceOrNone(words: String, changed: Int?, left: Int) throws {
        let venue = try Venue()
        let reply = try venue.ask("CLIENT.DELETE salon \(words)")
        #expect(reply["changed"]?.integer == changed, "\(reply)")
        #expect(reply.errorCode == (changed == nil ? "NOCLIENT" : nil))
        #expect(try venue.ask("CLIENT.COUNT salon").integer == left)
    }

    @Test(arguments: [
        (survivor: 1, doubles: "2 3"), (1, "3 2"), (3, "1 2"), (2, "1 3"), (2, "3 1"),
    ])
    func R_POL_05_R_POL_10_theSurvivorIsTheOneThatIsNamed(survivor: Int, doubles: String) throws {
        let venue = try Venue()
        let merged = try venue.ask("CLIENT.MERGE salon \(survivor) \(doubles)")
        #expect(merged["survivor"]?.integer == survivor)
        for id in 1...3 {
            let page = try venue.ask("CLIENT.GET salon \(id)")
            #expect(page["id"]?.integer == survivor)
            #expect(page["email"]?.text == "g\(survivor)@example.org")
            // An address is nobody's alone: whoever has it now or had it is found by it.
            #expect(try venue.ask("CLIENT.GET salon EMAIL g\(id)@example.org")["id"] == page["id"])
        }
        let shared = try venue.ask("CLIENT.ADD salon last Neu email g1@example.org ANYWAY")
        #expect(shared["status"]?.text == "created")
        #expect(try venue.ask("CLIENT.GET salon EMAIL g1@example.org")["also"]?.members.count == 1)
    }

    /// 2 went into 1; 3 went into it too and came out again.
    @Test(arguments: [
        (erased: 1, gone: [1, 2]), (3, [3]), (2, []),
    ])
    func R_SAL_19_R_SAL_21_erasingReachesWhatWasMerged(erased: Int, gone: [Int]) throws {
        let venue = try Venue()
        try venue.owner.call("CLIENT.MERGE", "salon", "1", "2", "3")
        #expect(try venue.ask("CLIENT.UNMERGE salon 2")["double"]?.integer == 3)
        let receipt = try venue.ask("CLIENT.ERASE salon \(erased) REQUESTED CONFIRM")
        guard !gone.isEmpty else {
            #expect(receipt.errorText?.hasPrefix("REFUSED merged") == true, "\(receipt)")
            return
        }
        #expect(receipt["receipt"]?.integer == 1 && receipt["kind"]?.text == "erase")
        #expect(receipt["ids"]?.members.compactMap(\.integer) == gone)
        #expect(receipt["doubles"]?.integer == gone.count - 1)
        #expect(!"\(receipt)".contains("Lenz") && !"\(receipt)".contains("example.org"))
        let told = try venue.ask("ERASURE.GET salon 1")
        #expect(told["ids"] == receipt["ids"] && told["at"] == receipt["at"])
        for id in 1...3 {
            #expect((try venue.status(id) == "erased") == gone.contains(id), "client \(id)")
        }
    }
}
