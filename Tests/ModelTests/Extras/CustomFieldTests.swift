import CarnetBytes
import CarnetModel
import Testing

/// Fields of the tenant's own (CLARIFICATIONS 22): `field.<name>` declares `x.<name>`.
struct CustomFieldTests {
    static func venue() throws -> TestVenue {
        var venue = try TestVenue([
            ("field.allergy", "text"), ("field.visits", "number"), ("field.since", "date"),
            ("field.vegan", "yesno"),
        ])
        _ = try venue.add(["last=Ammann", "email=a@example.org"])
        return venue
    }

    @Test(arguments: [
        (given: "x.allergy=nuts, fish", shown: "nuts, fish"),
        (given: "x.allergy= nuts ", shown: "nuts"),
        (given: "x.allergy=Noe\u{308}l", shown: "Noël"),
        (given: "x.visits=0", shown: "0"),
        (given: "x.visits=-0", shown: "0"),
        (given: "x.visits=007", shown: "7"),
        (given: "x.visits=12.50", shown: "12.5"),
        (given: "x.visits=-0.000001", shown: "-0.000001"),
        (given: "x.visits=999999999999.999999", shown: "999999999999.999999"),
        (given: "x.visits=-999999999999.999999", shown: "-999999999999.999999"),
        (given: "x.since=2024-02-29", shown: "2024-02-29"),
        (given: "x.since=9999-12-31", shown: "9999-12-31"),
        (given: "x.vegan=1", shown: "yes"),
        (given: "x.vegan=FALSE", shown: "no"),
    ])
    func R_POL_customValuesAreKeptAsTheirType(given: String, shown: String) throws {
        var venue = try Self.venue()
        let word = String(given.prefix { $0 != "=" })
        #expect(try venue.set(1, [given]).events == 1)
        #expect(venue.custom(1, word) == shown)
        #expect(try venue.set(1, ["\(word)=\(shown)"]).events == 0, "what is so is no change")
        #expect(try venue.set(1, ["\(word)="]).events == 1)
        #expect(venue.custom(1, word) == nil)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        (
            "x.visits=", "many",
            "a number is written with up to 12 digits, up to 6 more behind a point, a minus before"
        ),
        (
            "x.visits=", "1.2345678",
            "a number is written with up to 12 digits, up to 6 more behind a point, a minus before"
        ),
        (
            "x.visits=", "1234567890123",
            "a number is written with up to 12 digits, up to 6 more behind a point, a minus before"
        ),
        (
            "x.visits=", "1.",
            "a number is written with up to 12 digits, up to 6 more behind a point, a minus before"
        ),
        (
            "x.visits=", "-",
            "a number is written with up to 12 digits, up to 6 more behind a point, a minus before"
        ),
        (
            "x.visits=", ".5",
            "a number is written with up to 12 digits, up to 6 more behind a point, a minus before"
        ),
        ("x.since=", "2023-02-29", "the calendar has no such day; check month and day"),
        ("x.since=", "soon", "a date is written YYYY-MM-DD, with a year from 0001 to 9999"),
        ("x.vegan=", "perhaps", "yes or no is written yes, no, true, false, 1 or 0"),
        ("x.allergy=", " ", "it is empty; give at least one character"),
        (
            "x.allergy=", String(repeating: "x", count: 257),
            "it has 257 bytes; at most 256 are kept"
        ),
        ("x.allergy=", "a\nb", "a newline stands at byte 1; only notes may have several lines"),
    ])
    func R_POL_customValuesAreCheckedByType(word: String, value: String, problem: String) throws {
        var venue = try Self.venue()
        let field = String(word.dropLast())
        let refusal = Refusal.invalid(field: field, problem: problem)
        #expect(throws: refusal) { try venue.set(1, [word + value, "city=Gent"]) }
        #expect(throws: refusal) { try venue.add(["last=B", "email=b@example.org", word + value]) }
        #expect(venue.text(1, .city) == nil)
    }

    @Test(arguments: ["x.alergy", "x.Allergy", "x.a b", "x.\u{1F}", "x.allergy\u{1F}"])
    func R_POL_whatIsNotDeclaredIsRefusedAndSaysHow(word: String) throws {
        var venue = try Self.venue()
        for value in ["nuts", ""] {
            do throws(Refusal) {
                _ = try venue.set(1, ["\(word)=\(value)"])
                Issue.record("\(word) was taken")
            } catch {
                #expect(error.code.description == "INVALID")
                #expect(error.message.contains("TENANT.SET with field."))
            }
        }
    }

    @Test func R_POL_eachNameIsAFieldByItself() throws {
        var venue = try Self.venue()
        #expect(throws: Refusal.givenTwice(field: "x.allergy")) {
            try venue.set(1, ["x.allergy=a", "x.allergy=b"])
        }
        _ = try venue.set(1, ["x.visits=3", "x.allergy=nuts"])
        _ = try venue.set(1, ["x.vegan=yes", "x.visits="])
        #expect(venue.custom(1, "x.allergy") == "nuts")
        #expect(venue.custom(1, "x.vegan") == "yes")
        #expect(venue.custom(1, "x.visits") == nil)
        #expect(venue.version(1) == 3)
    }

    /// The stated rule: a declaration changed or taken back touches no client.
    @Test func R_POL_aDeclarationTakenBackKeepsWhatStands() throws {
        var venue = try Self.venue()
        _ = try venue.set(1, ["x.visits=12", "x.allergy=nuts"])
        let before = venue.content(1)
        try venue.settings([("field.visits", "text"), ("field.allergy", "")])
        #expect(venue.content(1) == before)
        #expect(venue.custom(1, "x.visits") == "12")
        #expect(throws: Refusal.self) { try venue.set(1, ["x.allergy=fish"]) }
        #expect(try venue.set(1, ["x.visits=many"]).events == 1)
        #expect(venue.custom(1, "x.visits") == "many")
        #expect(try venue.set(1, ["x.allergy="]).events == 1, "clearing needs no declaration")
        #expect(throws: Refusal.self) { try venue.set(1, ["x.allergy="]) }
        try venue.expectSameElsewhere()
    }

    @Test func R_POL_atMost64OfThem() throws {
        let names = (0..<64).map { "f\($0)" }
        var venue = try TestVenue(names.map { ("field.\($0)", "number") })
        _ = try venue.add(["last=A", "email=a@example.org"] + names.map { "x.\($0)=1" })
        try venue.settings([("field.f0", ""), ("field.more", "number")])
        #expect(throws: Refusal.tooMany(field: "x", max: 64)) { try venue.set(1, ["x.more=1"]) }
        #expect(try venue.set(1, ["x.more=1", "x.f0="]).events == 1)
        // A double's add up.
        try venue.settings([("field.f1", ""), ("field.f0", "number")])
        _ = try venue.add(["last=B", "email=b@example.org", "x.f0=2"])
        #expect(throws: Refusal.tooMany(field: "x", max: 64)) { try venue.merge(1, [2]) }
    }

    @Test func R_RES_24_gapsAreFilledAndTakeChooses() throws {
        var venue = try Self.venue()
        _ = try venue.set(1, ["x.allergy=nuts"])
        _ = try venue.add(["last=B", "email=b@example.org", "x.allergy=fish", "x.visits=2"])
        _ = try venue.add(["last=C", "email=c@example.org", "x.visits=3", "x.vegan=no"])
        var other = try Self.venue()
        _ = try other.set(1, ["x.allergy=nuts"])
        _ = try other.add(["last=B", "email=b@example.org", "x.allergy=fish", "x.visits=2"])
        _ = try other.add(["last=C", "email=c@example.org", "x.visits=3", "x.vegan=no"])
        let plan = try venue.merge(1, [2, 3])
        #expect(venue.custom(1, "x.allergy") == "nuts")
        #expect(venue.custom(1, "x.visits") == "2")
        #expect(venue.custom(1, "x.vegan") == "no")
        #expect(plan.customSources.map(\.from) == [[ClientID(1)], [ClientID(3)], [ClientID(2)]])
        try other.merge(1, [2, 3], customs: ["x.allergy": 2, "x.visits": 3])
        #expect(other.custom(1, "x.allergy") == "fish")
        #expect(other.custom(1, "x.visits") == "3")
        try venue.expectSameElsewhere()
        try other.expectSameElsewhere()
    }

    @Test func R_RES_28_unmergeReturnsThemAndEditsStay() throws {
        var venue = try Self.venue()
        _ = try venue.set(1, ["x.allergy=nuts"])
        _ = try venue.add(["last=B", "email=b@example.org", "x.allergy=fish", "x.visits=2"])
        _ = try venue.set(2, ["x.since=2020-01-01"])
        let before = venue.content(2)
        try venue.merge(1, [2], customs: ["x.allergy": 2])
        _ = try venue.set(1, ["x.visits=5"])
        let plan = try venue.unmerge(1)
        let choices = plan.customChoices.map {
            "\(String(decoding: $0.name, as: UTF8.self)) \($0.choice.name)"
        }
        #expect(choices == ["allergy returns", "since returns", "visits stays"])
        #expect(venue.content(2) == before)
        #expect(venue.custom(1, "x.allergy") == "nuts")
        #expect(venue.custom(1, "x.visits") == "5")
        #expect(venue.custom(1, "x.since") == nil)
        try venue.expectSameElsewhere()
    }

    @Test(arguments: [
        ("visits", ["x.visits=2"], ["x.visits=10"], -1),
        ("visits", ["x.visits=-1"], ["x.visits=1"], -1),
        ("since", ["x.since=2024-12-31"], ["x.since=2025-01-01"], -1),
        ("allergy", ["x.allergy=b"], ["x.allergy=a"], 1),
        ("vegan", ["x.vegan=no"], ["x.vegan=yes"], -1),
        ("vegan", ["x.vegan=yes"], ["x.vegan=yes"], 0),
    ])
    func R_CAL_42_valuesOrderByWhatTheyMean(
        name: String,
        a: [String],
        b: [String],
        order: Int
    ) throws {
        var venue = try Self.venue()
        _ = try venue.set(1, a)
        _ = try venue.add(["last=B", "email=b@example.org"] + b)
        let first = venue.tenant.clients.record(1)?.array() ?? []
        let second = venue.tenant.clients.record(2)?.array() ?? []
        let word = Array(name.utf8)
        guard let one = unsafe ClientRecord(first.span.bytes).custom(word.span.bytes),
            let other = unsafe ClientRecord(second.span.bytes).custom(word.span.bytes)
        else {
            Issue.record("one of the two has no value")
            return
        }
        let forth = one.order(before: other).signum()
        let back = other.order(before: one).signum()
        #expect(forth == order)
        #expect(back == -order)
    }
}
