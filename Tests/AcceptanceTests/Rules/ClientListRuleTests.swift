import Testing

/// Rules of the client list that no room holds alone: each as a conversation over the socket of a server,
/// line by line what is said and what must be answered.
@Suite struct ClientListRuleTests {
    /// Runs a conversation as Tests/Transcripts has them; rows without a reply answer anything but an
    /// error.
    private static func expect(_ rule: String, _ rows: [(said: String, answered: String)]) throws {
        let text = rows.map { "> \($0.said)\n\($0.answered)\n" }.joined()
        let run = try TranscriptRun(Transcript(text), file: rule)
        try run.run()
        for difference in run.differences { Issue.record("\(difference)") }
    }

    private static func venue(_ more: String = "") -> (said: String, answered: String) {
        ("TENANT.CREATE salon COUNTRY CH \(more)", #"{"tenant":"salon","version":1,"lsn":*}"#)
    }

    private static func created(_ fields: String, _ id: Int) -> (said: String, answered: String) {
        (
            "CLIENT.ADD salon \(fields) ANYWAY",
            #"{"status":"created","id":\#(id),"version":1,"lsn":*}"#
        )
    }

    @Test func R_RES_01_aClientCarriesOneInternalComment() throws {
        try Self.expect(
            "R-RES-01",
            [
                Self.venue(), Self.created("last King email k@example.org note first", 1),
                ("CLIENT.SET salon 1 note second", #"{"id":1,"version":2,"lsn":*}"#),
                ("CLIENT.GET salon 1 FIELDS note", #"{"note":"second"}"#),
                (
                    "CLIENT.SET salon 1 note a note b",
                    "- INVALID note: given twice; give it once"
                ),
            ]
        )
    }

    @Test func R_SAL_12_aNoteStaysWhateverHappensToTheClient() throws {
        try Self.expect(
            "R-SAL-12",
            [
                Self.venue(), Self.created("last King email k@example.org note allergic", 1),
                ("CLIENT.DEACTIVATE salon 1", #"{"changed":1,"lsn":*}"#),
                ("CLIENT.REACTIVATE salon 1", #"{"changed":1,"lsn":*}"#),
                ("CLIENT.SET salon 1 email l@example.org", #"{"id":1,"version":4,"lsn":*}"#),
                Self.created("last Other email o@example.org", 2),
                ("CLIENT.MERGE salon 2 1", #"{"survivor":2,"version":2,"merges":[1],"lsn":*}"#),
                ("CLIENT.GET salon 2 FIELDS note", #"{"note":"*allergic"}"#),
            ]
        )
    }

    /// Below staff nobody reads a client at all yet but role `client`, which comes from signing in.
    @Test(arguments: ["CLIENT.GET", "CLIENT.EXPORT", "CLIENT.HISTORY"])
    func R_SAL_14_internalNotesAreNotForPartners(command: String) throws {
        let server = try ServerProcess()
        let owner = try server.connect()
        try owner.call("TENANT.CREATE", "salon", "COUNTRY", "CH")
        try owner.call("CLIENT.ADD", "salon", "last", "King", "email", "k@example.org", "note", "n")
        let made = try owner.call(
            "TOKEN.CREATE",
            "ritz",
            "ROLE",
            "partner",
            "PARTNER",
            "ritz",
            "TENANT",
            "salon"
        )
        let partner = try server.connect()
        try partner.call("AUTH", "ritz", try #require(made["secret"]?.text))
        #expect(try partner.call(command, "salon", "1").errorCode == "NOPERM")
        for list in ["CLIENT.LIST", "CLIENT.CSV", "CLIENT.COUNT", "VIEW.LIST"] {
            #expect(try partner.call(list, "salon").errorCode == "NOPERM")
        }
    }

    @Test func R_RSV_02_whatMayBeGivenBesideTheName() throws {
        try Self.expect(
            "R-RSV-02",
            [
                Self.venue("PRESET appointments"),
                Self.created(
                    #"first Ada last King email k@example.org phone "044 668 18 00" gender f birthday 1990-05-17 note kind"#,
                    1
                ),
                (
                    "CLIENT.GET salon 1 FIELDS phone,gender,birthday,note",
                    #"{"phone":"+41446681800","gender":"f","birthday":"1990-05-17","note":"kind"}"#
                ),
            ]
        )
    }

    @Test func R_RSV_03_aBirthdayMayLackItsYearAndMayBeTheLeapDay() throws {
        try Self.expect(
            "R-RSV-03",
            [
                Self.venue(), Self.created("last King email k@example.org birthday --02-29", 1),
                ("CLIENT.GET salon 1 FIELDS birthday", #"{"birthday":"--02-29"}"#),
                ("CLIENT.SET salon 1 birthday 1980-02-29", #"{"id":1,"version":2,"lsn":*}"#),
                (
                    "CLIENT.SET salon 1 birthday 1981-02-29",
                    "- INVALID birthday: the calendar has no such day; check month and day"
                ),
                ("CLIENT.GET salon 1 FIELDS birthday", #"{"birthday":"1980-02-29"}"#),
            ]
        )
    }

    @Test func R_RSV_07_whatAListShowsUnlessAskedOtherwise() throws {
        try Self.expect(
            "R-RSV-07",
            [
                Self.venue(),
                Self.created(
                    #"first Ada last King email k@example.org phone "044 668 18 00" note kind city Ulm"#,
                    1
                ),
                (
                    "CLIENT.LIST salon",
                    #"{"total":1,"clients":[{"id":1,"first":"Ada","last":"King","phone":"+41446681800","note":"kind"}],"lsn":*}"#
                ),
            ]
        )
    }

    @Test func R_RSV_08_totalsCountActiveClientsUnlessAskedOtherwise() throws {
        try Self.expect(
            "R-RSV-08",
            [
                Self.venue(), Self.created("last King email k@example.org", 1),
                Self.created("last Kingsley email l@example.org", 2),
                Self.created("last Kingston email m@example.org", 3),
                ("CLIENT.DEACTIVATE salon 2", #"{"changed":1,"lsn":*}"#),
                ("CLIENT.COUNT salon", "2"), ("CLIENT.COUNT salon STATUS inactive", "1"),
                ("CLIENT.COUNT salon STATUS any", "3"),
                ("CLIENT.LIST salon LIMIT 1 FIELDS id", #"{"total":2,"cursor":"*"#),
                ("CLIENT.SEARCH salon king LIMIT 1 FIELDS id", #"{"total":2,"cursor":"*"#),
            ]
        )
    }

    @Test func R_RSV_12_severalAtOnceAndAConfirmation() throws {
        try Self.expect(
            "R-RSV-12",
            [
                Self.venue(), Self.created("last King email k@example.org", 1),
                Self.created("last Ringo email l@example.org", 2),
                ("CLIENT.DELETE salon 1 2", #"{"means":"deactivate","changed":2}"#),
                ("CLIENT.COUNT salon", "2"),
                ("CLIENT.DELETE salon 1 2 CONFIRM DRYRUN", #"{"means":"deactivate","changed":2}"#),
                (
                    "CLIENT.DELETE salon 1 9 CONFIRM",
                    "- NOCLIENT no client 9 here; CLIENT.LIST shows the numbers in use"
                ),
                ("CLIENT.COUNT salon", "2"),
                (
                    "CLIENT.DELETE salon 1 2 CONFIRM",
                    #"{"means":"deactivate","changed":2,"lsn":*}"#
                ),
                ("CLIENT.COUNT salon STATUS inactive", "2"),
            ]
        )
    }

    @Test(arguments: [
        ("restaurant", #"{"means":"deactivate","changed":1}"#),
        ("salon", #"{"means":"deactivate","changed":1}"#),
        ("stay", #"{"means":"deactivate","changed":1}"#),
        ("appointments", "- REFUSED not-inactive: *"),
    ])
    func R_POL_02_whatDeletingMeansIsThePresets(preset: String, answer: String) throws {
        try Self.expect(
            "R-POL-02",
            [
                Self.venue("PRESET \(preset)"),
                Self.created("first Ada last King email k@example.org", 1),
                ("CLIENT.DELETE salon 1", answer),
            ]
        )
    }

    @Test func R_CAL_02_salutationAndLanguageStandBesideTheGuest() throws {
        try Self.expect(
            "R-CAL-02",
            [
                Self.venue("PRESET stay"),
                Self.created("last King email k@example.org salutation Mrs language fr-CH", 1),
                (
                    "CLIENT.GET salon 1 FIELDS salutation,language",
                    #"{"salutation":"Mrs","language":"fr-CH"}"#
                ),
            ]
        )
    }

    @Test(arguments: [
        ("last King", "- INVALID email|phone: missing*"),
        ("email k@example.org", "- INVALID name: missing*"),
        ("last King phone +41446681800", #"{"status":"created","id":1,"version":1,"lsn":*}"#),
        ("last King email k@example.org", #"{"status":"created","id":1,"version":1,"lsn":*}"#),
    ])
    func R_CAL_01_aGuestNeedsANameAndAWayToBeReached(fields: String, answer: String) throws {
        try Self.expect(
            "R-CAL-01",
            [Self.venue("PRESET stay"), ("CLIENT.ADD salon \(fields)", answer)]
        )
    }

    @Test func R_POL_05_theSurvivorIsNamedAndOrderDecidesNothing() throws {
        try Self.expect(
            "R-POL-05",
            [
                Self.venue(), Self.created("last One email one@example.org city Ulm", 1),
                Self.created("last Two email two@example.org", 2),
                Self.created("last Three email three@example.org", 3),
                (
                    "CLIENT.MERGE salon 2 3 1",
                    #"{"survivor":2,"version":3,"merges":[1,2],"lsn":*}"#
                ),
                ("CLIENT.GET salon 2 FIELDS last,city", #"{"last":"Two","city":"Ulm"}"#),
            ]
        )
    }

    /// Found by name, the one with the right address kept: nothing of the other is lost.
    @Test(arguments: [("1 2", 1, "one"), ("2 1", 2, "two")])
    func R_RES_19_R_SAL_01_oneKeptAndNothingLost(
        said: String,
        survivor: Int,
        email: String
    ) throws {
        try Self.expect(
            "R-RES-19, R-SAL-01",
            [
                Self.venue(),
                Self.created("first Ada last King email one@example.org tags vip", 1),
                Self.created("first Ada last King email two@example.org note kind", 2),
                ("CLIENT.SEARCH salon king FIELDS id", #"{"total":2,"clients":[*]*}"#),
                ("CLIENT.DUPLICATES salon", #"{"total":1,"pairs":[{"a":1,"b":2,*}"#),
                (
                    "CLIENT.MERGE salon \(said)",
                    #"{"survivor":\#(survivor),"version":2,"merges":[1],"lsn":*}"#
                ),
                (
                    "CLIENT.GET salon 1 FIELDS id,email,note,tags",
                    #"{"id":\#(survivor),"email":"\#(email)@example.org","note":"*kind","tags":["vip"]}"#
                ),
                ("CLIENT.SEARCH salon one@ FIELDS id", #"{"total":1,"clients":[*]*}"#),
                ("CLIENT.SEARCH salon two@ FIELDS id", #"{"total":1,"clients":[*]*}"#),
            ]
        )
    }

    @Test(arguments: [
        ("CLIENT.DEACTIVATE salon 2", #"{"changed":1,"doubles":[*"#, #"*"doubles":[]}"#),
        ("CLIENT.ERASE salon 2 REQUESTED", #"*"likely_doubles":[*"#, #"*"links":0}"#),
    ])
    func R_SAL_02_whoLeavesTheListHadBetterBeMerged(
        command: String,
        named: String,
        nobody: String
    ) throws {
        try Self.expect(
            "R-SAL-02",
            [
                Self.venue(),
                Self.created("first Ada last King email k@example.org", 1),
                Self.created("first Ada last King email k@example.org", 2),
                ("\(command) DRYRUN", named + #"{"id":2,"candidates":[{"id":1,*"#),
                ("CLIENT.COUNT salon", "2"),
                ("CLIENT.DISTINCT salon 1 2", #"{"a":1,"b":2,"distinct":true,"lsn":*}"#),
                ("\(command) DRYRUN", nobody),
            ]
        )
    }

    @Test(arguments: ["2", "52", "off"])
    func R_POL_06_weeksToRebookAreOfThePlatformsList(weeks: String) throws {
        try Self.expect(
            "R-POL-06",
            [
                Self.venue(),
                (
                    "TENANT.SET salon rebook_weeks \(weeks)",
                    #"{"tenant":"salon","version":2,"lsn":*}"#
                ),
                (
                    "TENANT.SET salon rebook_weeks 7",
                    "- INVALID rebook_weeks: must be one of 2 3 4 5 6 8 10 12 16 20 26 52 off"
                ),
                (
                    "CLIENT.ADD salon last King rebook_weeks 4",
                    "- INVALID rebook_weeks: not a field*"
                ),
            ]
        )
    }

    @Test func R_POL_10_couplesAndAssistantsShareAnAddress() throws {
        try Self.expect(
            "R-POL-10",
            [
                Self.venue(), Self.created("first Ada last King email shared@example.org", 1),
                Self.created("first Bob last King email shared@example.org", 2),
                // Whoever was changed last comes first; here that may be the same millisecond.
                (
                    "CLIENT.GET salon EMAIL shared@example.org FIELDS id",
                    #"{"id":*,"also":[*]}"#
                ),
            ]
        )
    }

    @Test func R_POL_11_salutationAndGenderAreTwoFields() throws {
        try Self.expect(
            "R-POL-11",
            [
                Self.venue(),
                Self.created("first Andrea last King email a@example.org gender m", 1),
                ("CLIENT.GET salon 1 FIELDS salutation,gender", #"{"gender":"m"}"#),
                ("CLIENT.SET salon 1 salutation Dr", #"{"id":1,"version":2,"lsn":*}"#),
                (
                    "CLIENT.GET salon 1 FIELDS salutation,gender",
                    #"{"salutation":"Dr","gender":"m"}"#
                ),
            ]
        )
    }

    @Test(arguments: ["ada", "king", "k@example", "6681800", "lovelace", "acme"])
    func R_POL_13_oneSearchOverNamesAddressesCompanyAndAliases(text: String) throws {
        try Self.expect(
            "R-POL-13, R-RES-33, R-RSV-09",
            [
                Self.venue(),
                Self.created(
                    #"first Ada last Lovelace email k@example.org phone "044 668 18 00" company Acme"#,
                    1
                ),
                ("CLIENT.SET salon 1 last King", #"{"id":1,"version":2,"lsn":*}"#),
                (
                    "CLIENT.SEARCH salon \(text) FIELDS id",
                    #"{"total":1,"clients":[{"id":1,"match":"*}"#
                ),
            ]
        )
    }

    @Test(arguments: ["code", "invitation", "reminder"])
    func R_POL_15_channelsAreChosenByKindOfMessage(kind: String) throws {
        try Self.expect(
            "R-POL-15",
            [
                Self.venue(),
                (
                    "TENANT.GET salon FIELDS channel.\(kind)",
                    #"{"channel.\#(kind)":"email"}"#
                ),
                (
                    "TENANT.SET salon channel.\(kind) sms",
                    #"{"tenant":"salon","version":2,"lsn":*}"#
                ),
                ("TENANT.GET salon FIELDS channel.\(kind)", #"{"channel.\#(kind)":"sms"}"#),
                (
                    "TENANT.SET salon channel.\(kind) pigeon",
                    "- INVALID channel.\(kind): must be one of email sms"
                ),
            ]
        )
    }

    @Test(arguments: [(",", #"id,last\r\n1,King\r\n"#), (";", #"id;last\r\n1;King\r\n"#)])
    func R_RSV_11_delimiterAndColumnsAreChosen(delimiter: String, csv: String) throws {
        try Self.expect(
            "R-RSV-11",
            [
                Self.venue(), Self.created("first Ada last King email k@example.org", 1),
                (
                    "CLIENT.CSV salon DELIMITER \(delimiter) FIELDS id,last",
                    #"{"total":1,"rows":1,"csv":"\#(csv)","lsn":*}"#
                ),
            ]
        )
    }

    /// R-SAL-07: every command about clients by number takes up to a thousand, all or none.
    @Test(arguments: [
        ("CLIENT.DEACTIVATE salon", "", #"{"changed":2,"doubles":[]}"#),
        ("CLIENT.REACTIVATE salon", "", #"{"changed":0}"#),
        ("CLIENT.DELETE salon", "CONFIRM", #"{"means":"deactivate","changed":2}"#),
        ("CLIENT.BLOCK salon", "", #"{"changed":2}"#),
        ("CLIENT.UNBLOCK salon", "", #"{"changed":0}"#),
        ("CLIENT.TAG salon", "+vip", #"{"changed":2}"#),
        ("CLIENT.NEWSLETTER salon", "yes", #"{"changed":2}"#),
        ("CLIENT.ERASE salon", "CONFIRM REQUESTED", #"{"would":"erase","ids":[1,2],"erased":2,*"#),
        ("CLIENT.ANONYMIZE salon", "", #"{"would":"anonymize","ids":[1,2],"erased":2,*"#),
    ])
    func R_SAL_07_severalAtOnceAllOrNone(command: String, more: String, tried: String) throws {
        let server = try ServerProcess(flags: ["--max-arguments", "2000"])
        let owner = try server.connect()
        try owner.call("TENANT.CREATE", "salon", "COUNTRY", "CH", "PRESET", "salon")
        for name in ["King", "Ringo"] {
            try owner.call(
                "CLIENT.ADD",
                "salon",
                "last",
                name,
                "email",
                "\(name.lowercased())@example.org"
            )
        }
        let before = try owner.call("TENANT.DIGEST", "salon")["digest"]?.text
        func ask(_ ids: [String], _ options: String...) throws -> RESPValue {
            try owner.call(
                command.split(separator: " ").map(String.init) + ids
                    + more.split(separator: " ").map(String.init) + options
            )
        }
        // One that is not there, and one too many: nothing happens.
        #expect(try ask(["1", "2", "77"]).errorCode == "NOCLIENT", "\(command)")
        let many = (1...1_001).map { "\($0)" }
        #expect(try ask(many).errorCode == "TOOBIG", "\(command)")
        #expect(try owner.call("TENANT.DIGEST", "salon")["digest"]?.text == before)
        // Tried, named twice: what would happen, and nothing does.
        try owner.send("MODE JSON\r\n")
        _ = try owner.line()
        let words = ([command, "1", "2", "2", more, "DRYRUN"]).joined(separator: " ")
        try owner.send(words + "\r\n")
        let line = String(decoding: try owner.line(), as: UTF8.self)
        #expect(Transcript.matches(line, tried + (tried.hasSuffix("*") ? "" : "*")), "\(line)")
    }
}
