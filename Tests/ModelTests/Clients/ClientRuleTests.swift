import CarnetBytes
import CarnetModel
import Testing

/// The rules of the client list that stand so far, each by its id.
struct ClientRuleTests {
    @Test(arguments: [
        (fields: ["first=Ada", "email=ada@example.org"], missing: [String]()),
        (fields: ["company=Lenz", "phone=02 555 01 01"], missing: []),
        (fields: ["first=Ada"], missing: ["email|phone"]),
        (fields: ["email=ada@example.org"], missing: ["name"]),
        (fields: ["city=Gent"], missing: ["name", "email|phone"]),
        (fields: ["first=", "last=", "phone=02 555 01 01"], missing: ["name"]),
    ])
    func R_RSV_01_whatANewClientMustHave(fields: [String], missing: [String]) throws {
        var venue = try TestVenue()
        if missing.isEmpty {
            #expect(try venue.add(fields) == ClientID(1))
        } else {
            #expect(throws: Refusal.missing(missing)) { try venue.add(fields) }
            #expect(venue.tenant.clients.count == 0)
        }
    }

    @Test func R_RSV_01_presetAppointmentsAsksForThree() throws {
        var venue = try TestVenue([("preset", "appointments")])
        #expect(throws: Refusal.missing(["last", "email"])) {
            try venue.add(["first=Ada", "phone=02 555 01 01"])
        }
        #expect(try venue.add(["first=Ada", "last=L", "email=a@b.example"]).value == 1)
    }

    @Test func R_POL_03_settingRequiredIsAListWithAlternatives() throws {
        var venue = try TestVenue([("required", "last,email|phone|external")])
        #expect(try venue.add(["last=Lenz", "external=crm-1"]).value == 1)
        #expect(throws: Refusal.missing(["last"])) { try venue.add(["external=crm-2"]) }
    }

    @Test(arguments: [
        (field: "email=ada@@example.org", name: "email"),
        (field: "phone=12", name: "phone"),
        (field: "birthday=2024-02-30", name: "birthday"),
        (field: "language=deutsch!", name: "language"),
        (field: "newsletter=maybe", name: "newsletter"),
        (field: "first=A\u{7}da", name: "first"),
    ])
    func badValuesAreRefusedByName(field: String, name: String) throws {
        var venue = try TestVenue()
        let refusal = #expect(throws: Refusal.self) {
            try venue.add(
                ["first=Ada", "email=a@b.example", field].filter {
                    !$0.hasPrefix(name) || $0 == field
                }
            )
        }
        guard case .invalid(let named, let problem)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(named == name)
        #expect(!problem.isEmpty)
        #expect(venue.tenant.clients.count == 0)
    }

    @Test(arguments: [
        (country: "BE", phone: "0470 12 34 56", digits: 32_470_123_456 as UInt64),
        (country: "FR", phone: "06 12 34 56 78", digits: 33_612_345_678),
        (country: "IT", phone: "06 6982 1234", digits: 390_669_821_234),
        (country: "DE", phone: "+32 470 12 34 56", digits: 32_470_123_456),
    ])
    func phonesAreKeptAsE164(country: String, phone: String, digits: UInt64) throws {
        var venue = try TestVenue(country: country)
        let id = try venue.add(["first=Ada", "phone=\(phone)"])
        #expect(venue.phone(id.value) == digits)
    }

    @Test func textsAreKeptComposed() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Zoe\u{308}", "phone=0470123456"])
        #expect(
            venue.text(1, .first)?.unicodeScalars.elementsEqual("Zo\u{EB}".unicodeScalars) == true
        )
    }

    @Test func R_RSV_05_onlyWhatDiffersIsAChange() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "phone=0470123456", "tags=b,a,b"])
        #expect(venue.texts(1, .tags) == ["a", "b"])
        let same = try venue.set(1, ["first=Ada", "phone=+32470123456", "tags=a,b"])
        #expect(same.version == 1)
        #expect(same.events == 0)
        let other = try venue.set(1, ["first=Ada", "city=Gent"])
        #expect(other.version == 2)
        #expect(venue.text(1, .city) == "Gent")
        #expect(venue.text(1, .first) == "Ada")
    }

    @Test func anEmptyValueClears() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "phone=0470123456", "city=Gent", "tags=a,b", "note=x\ny"])
        _ = try venue.set(1, ["city=", "tags=", "note="])
        #expect(venue.text(1, .city) == nil)
        #expect(venue.texts(1, .tags).isEmpty)
        #expect(venue.text(1, .note) == nil)
        #expect(venue.phone(1) == 32_470_123_456)
    }

    @Test func whatIsRequiredMayNotBeCleared() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "phone=0470123456"])
        #expect(throws: Refusal.missing(["email|phone"])) { try venue.set(1, ["phone="]) }
        #expect(try venue.set(1, ["phone=", "email=ada@example.org"]).version == 2)
    }

    @Test(arguments: [(asked: 1 as UInt32, isFresh: true), (asked: 2, isFresh: false)])
    func staleVersionsAreRefused(asked: UInt32, isFresh: Bool) throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "phone=0470123456"])
        if isFresh {
            #expect(try venue.set(1, ["city=Gent"], ifVersion: asked).version == 2)
        } else {
            #expect(throws: Refusal.stale(asked: asked, found: 1)) {
                try venue.set(1, ["city=Gent"], ifVersion: asked)
            }
        }
    }

    @Test func R_SAL_03_deactivatingIsNotPermanent() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "phone=0470123456"])
        #expect(try venue.setStatus([1], active: false) == 1)
        #expect(venue.status(1) == .inactive)
        #expect(venue.tenant.activeCount == 0)
        #expect(venue.tenant.inactiveCount == 1)
        #expect(try venue.setStatus([1], active: false) == 0)
        #expect(try venue.setStatus([1], active: true) == 1)
        #expect(venue.status(1) == .active)
        #expect(venue.text(1, .first) == "Ada")
    }

    @Test func R_SAL_07_severalAtATimeAllOrNone() throws {
        var venue = try TestVenue()
        for number in 0..<3 { _ = try venue.add(["first=A", "phone=047012345\(number)"]) }
        #expect(throws: Refusal.noClient(ClientID(9))) {
            try venue.setStatus([1, 9, 2], active: false)
        }
        #expect(venue.tenant.activeCount == 3)
        #expect(try venue.setStatus([1, 2, 1], active: false) == 2)
        let tooMany = [UInt32](repeating: 3, count: Tenant.idCountMax + 1)
        #expect(throws: Refusal.tooManyGiven(field: "id", max: Tenant.idCountMax)) {
            try venue.setStatus(tooMany, active: false)
        }
    }

    @Test func R_RES_30_wavedAsideCandidatesMustBeThere() throws {
        var venue = try TestVenue()
        _ = try venue.add(["first=Ada", "phone=0470123456"])
        #expect(throws: Refusal.noClient(ClientID(7))) {
            try venue.add(["first=Ada", "phone=0470123456"], wavedAside: [1, 7])
        }
        #expect(try venue.add(["first=Ada", "phone=0470123456"], wavedAside: [1]).value == 2)
    }

    @Test func limitsOfOneClient() throws {
        var venue = try TestVenue()
        let tags = (0...64).map { "t\($0)" }.joined(separator: ",")
        #expect(throws: Refusal.tooMany(field: "tags", max: 64)) {
            try venue.add(["first=A", "phone=0470123456", "tags=\(tags)"])
        }
        let long = String(repeating: "x", count: 16 << 10)
        #expect(try venue.add(["first=A", "phone=0470123456", "note=\(long)"]).value == 1)
        #expect(throws: Refusal.self) {
            try venue.add(["first=A", "phone=0470123456", "note=\(long)y"])
        }
        #expect(throws: Refusal.self) {
            try venue.add(["first=\(String(repeating: "x", count: 257))", "phone=0470123456"])
        }
    }

    @Test func idsAreDenseAndNeverUsedAgain() throws {
        var venue = try TestVenue()
        for number in 1...5 {
            #expect(try venue.add(["first=A", "phone=047012345\(number)"]).value == UInt32(number))
        }
        #expect(throws: Refusal.self) { try venue.add(["city=x"]) }
        #expect(try venue.add(["first=A", "phone=0470123459"]).value == 6)
    }

    @Test(arguments: [
        (setting: "country", value: "XX"), (setting: "zone", value: "Nowhere"),
        (setting: "language", value: "!"), (setting: "preset", value: "bar"),
        (setting: "required", value: "first,shoe"), (setting: "colour", value: "red"),
    ])
    func settingsAreChecked(setting: String, value: String) {
        #expect(throws: Refusal.self) { _ = try TestVenue([(setting, value)]) }
    }

    @Test func settingsFollowTheCountryUntilTheyAreSaid() throws {
        let venue = try TestVenue(country: "FR")
        #expect(venue.tenant.settings.value(of: .zone) == "Europe/Paris")
        #expect(venue.tenant.settings.value(of: .language) == "fr")
        #expect(venue.tenant.settings.stated(.zone) == nil)
    }
}
