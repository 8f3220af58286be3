import CarnetBytes
import CarnetModel
import Testing

/// The settings table of REQUIREMENTS: values, defaults, presets, and what is refused.
@Suite struct SettingTests {
    /// A value, and how it is kept; nil where it is refused.
    struct Case: Sendable, CustomStringConvertible {
        let word: String
        let value: String
        let kept: String?

        init(_ word: String, _ value: String, _ kept: String?) {
            self.word = word
            self.value = value
            self.kept = kept
        }

        var description: String { "\(word) '\(value)'" }
    }

    @Test(arguments: [
        Case("blocking", "warn", "warn"), Case("blocking", "never", nil),
        Case("delete_means", "erase", "erase"), Case("delete_means", "delete", nil),
        Case("erase_needs_inactive", "0", "no"), Case("erase_needs_inactive", "maybe", nil),
        Case("email_edit", "owner_only", "owner_only"), Case("email_edit", "staff", nil),
        Case("free_login", "admin", "admin"), Case("free_login", "yes", nil),
        Case("guest_override", "TRUE", "yes"), Case("guest_override", "", ""),
        Case("partner_booking", "yes", "yes"), Case("partner_points", "007", "7"),
        Case("partner_points", "-1", nil), Case("partner_points", "1000001", nil),
        Case("bounce_limit", "100", "100"), Case("bounce_limit", "0", nil),
        Case("bounce_limit", "101", nil), Case("bounce_limit", "99999999999999999999", nil),
        Case("bounce_weight_soft", "0.250", "0.25"), Case("bounce_weight_soft", "1.001", nil),
        Case("bounce_weight_soft", "0.1234", nil), Case("bounce_weight_soft", ".5", nil),
        Case("double_bits", "-2.5", "-2.5"), Case("double_bits", "--2", nil),
        Case("double_bits", "-", nil), Case("double_bits", "1e3", nil),
        Case("reply_to", "desk@example.org", "desk@example.org"), Case("reply_to", "desk", nil),
        Case("from", "desk@example.org", "desk@example.org"), Case("from_name", "Lenz", "Lenz"),
        Case("slow_domains", "Hotmail.*,t-online.de", "hotmail.*,t-online.de"),
        Case("slow_domains", "*", nil), Case("slow_domains", "a..b", nil),
        Case("slow_domains", "*.com", nil), Case("birthday_hour", "off", "off"),
        Case("birthday_hour", "23", "23"), Case("birthday_hour", "24", nil),
        Case("prestay", "3", "3"), Case("invite_after", "off", "off"),
        Case("remind_after", "0", nil), Case("interface", "review", "review"),
        Case("stay_edit_after_send", "yes", "yes"), Case("retention_months", "36", "36"),
        Case("booking_months", "24", "24"), Case("booking_months", "0", nil),
        Case("retention_months", "0", nil), Case("self_cancel", "until 24h", "until 24h"),
        Case("self_cancel", "until 24", nil), Case("self_cancel", "until -1h", nil),
        Case("self_cancel", "until 0h", nil), Case("self_move", "no", "no"),
        Case("portals", "own:60,tripadvisor:40", "own:60,tripadvisor:40"),
        Case("portals", "own:60,tripadvisor:41", nil), Case("portals", "own:50,own:50", nil),
        Case("portals", "own", nil), Case("portals", "own:+100", nil),
        Case("consent_default.newsletter", "yes", "yes"),
        Case("consent_default.dinner", "yes", nil), Case("consent_default", "yes", nil),
        Case("channel.code", "sms", "sms"), Case("channel.code", "post", nil),
        Case("field.allergy", "text", "text"), Case("field.allergy", "colour", nil),
        Case("field.Allergy", "text", nil), Case("field.9lives", "text", nil),
        Case("blocking.x", "off", nil), Case("colour", "red", nil),
    ])
    func aSettingIsKeptInOneFormOrRefused(_ example: Case) throws {
        let venue = try TestVenue()
        var payload = ByteWriter()
        let given = [GivenSetting(word: example.word, value: example.value)]
        guard let kept = example.kept else {
            #expect(throws: Refusal.self) {
                _ = try venue.tenant.settings.check(
                    given,
                    isCreation: false,
                    zoneIsKnown: { _ in true },
                    to: &payload
                )
            }
            return
        }
        let changed = try TestVenue([(example.word, example.value)])
        let name = try #require(SettingName(word: example.word))
        #expect((changed.tenant.settings.stated(name) ?? "") == kept)
    }

    @Test(arguments: [
        (
            word: "required", restaurant: "name,email|phone", salon: "name,email|phone",
            appointments: "first,last,email", stay: "name,email|phone"
        ),
        (word: "blocking", restaurant: "off", salon: "online", appointments: "off", stay: "off"),
        (
            word: "delete_means", restaurant: "deactivate", salon: "deactivate",
            appointments: "erase", stay: "deactivate"
        ),
        (
            word: "erase_needs_inactive", restaurant: "yes", salon: "yes", appointments: "yes",
            stay: "no"
        ),
        (word: "invite_after", restaurant: "off", salon: "off", appointments: "off", stay: "1"),
        (word: "remind_after", restaurant: "off", salon: "off", appointments: "off", stay: "7"),
        (
            word: "self_cancel", restaurant: "always", salon: "always", appointments: "always",
            stay: "always"
        ),
    ])
    func R_POL_01_R_POL_02_R_POL_03_presetsFillTheSettings(
        _ row: (word: String, restaurant: String, salon: String, appointments: String, stay: String)
    ) throws {
        let name = try #require(SettingName(word: row.word))
        let wanted = [
            ("restaurant", row.restaurant), ("salon", row.salon),
            ("appointments", row.appointments), ("stay", row.stay),
        ]
        for (preset, value) in wanted {
            let venue = try TestVenue([("preset", preset)])
            #expect(venue.tenant.settings.value(of: name) == value, "\(preset)")
        }
    }

    @Test func everyValueSaysWhereItIsFrom() throws {
        let settings = try TestVenue(
            country: "BE",
            [("preset", "salon"), ("sms", "yes"), ("channel.code", "sms")]
        ).tenant.settings
        let origins: [(String, String, TenantSettings.Origin)] = [
            ("sms", "yes", .set), ("blocking", "online", .preset),
            ("zone", "Europe/Brussels", .country), ("bounce_limit", "12", .standard),
            ("channel.code", "sms", .set), ("channel.reminder", "email", .standard),
        ]
        for (word, value, origin) in origins {
            let name = try #require(SettingName(word: word))
            let found = try #require(settings.valueAndOrigin(of: name))
            #expect(found.value == value && found.origin == origin, "\(word)")
        }
        let unset = try #require(SettingName(word: "reply_to"))
        #expect(settings.valueAndOrigin(of: unset) == nil)
    }

    /// A preset's pinned values: what it says may be said again, nothing else.
    @Test(arguments: [
        (preset: "appointments", value: "no", isRefused: true),
        (preset: "appointments", value: "always", isRefused: false),
        (preset: "salon", value: "until 48h", isRefused: false),
    ])
    func R_POL_09_thePresetPinsSelfCancel(
        _ row: (preset: String, value: String, isRefused: Bool)
    ) throws {
        let venue = try TestVenue([("preset", row.preset)])
        var payload = ByteWriter()
        let given = [GivenSetting(word: "self_cancel", value: row.value)]
        func check() throws(Refusal) {
            _ = try venue.tenant.settings.check(
                given,
                isCreation: false,
                zoneIsKnown: { _ in true },
                to: &payload
            )
        }
        if row.isRefused {
            #expect(throws: Refusal.pinned(setting: "self_cancel", preset: row.preset)) {
                try check()
            }
        } else {
            try check()
        }
    }

    @Test(arguments: [
        ([("verify_by", "sms"), ("verify_booking", "yes")], false),
        ([("verify_by", "sms"), ("verify_booking", "yes"), ("sms", "yes")], true),
        ([("verify_by", "sms")], true), ([("verify_booking", "yes")], true),
    ])
    func R_SAL_17_verificationNeedsItsChannel(_ given: [(String, String)], isTaken: Bool) {
        if isTaken {
            #expect(throws: Never.self) { _ = try TestVenue(given) }
        } else {
            #expect(throws: Refusal.self) { _ = try TestVenue(given) }
        }
    }

    /// Whose mailboxes hold such mail for hours; told with an address once messages are sent.
    @Test(arguments: [
        (said: nil as String?, kept: "hotmail.*,msn.*,outlook.*,live.*" as String?),
        (said: "Hotmail.*,t-online.de", kept: "hotmail.*,t-online.de"), (said: "outlook", nil),
        (said: "hotmail.*,", nil), (said: "a.*.b", nil), (said: "-a.ch", nil),
        (said: Array(repeating: "a.ch", count: 65).joined(separator: ","), nil),
    ])
    func R_RES_18_slowDomainsAreAListWithADefault(said: String?, kept: String?) throws {
        guard let kept else {
            #expect(throws: Refusal.self) { _ = try TestVenue([("slow_domains", said ?? "")]) }
            return
        }
        let venue = try TestVenue(said.map { [("slow_domains", $0)] } ?? [])
        #expect(venue.tenant.settings.value(of: .slowDomains) == kept)
    }

    @Test func R_SAL_10_onlyOfferedWeeksCanBeChosen() {
        for weeks in 0...60 {
            let isOffered = SettingRule.rebookWeeks.contains(weeks)
            let isTaken = (try? TestVenue([("rebook_weeks", "\(weeks)")])) != nil
            #expect(isTaken == isOffered, "\(weeks) weeks")
        }
    }

    @Test func aFamilyHasItsMembersAndNoMoreThanMayBe() throws {
        let most = (0..<SettingRule.fieldCountMax).map { ("field.f\($0)", "text") }
        let settings = try TestVenue(most).tenant.settings
        #expect(settings.members(of: .field).count == SettingRule.fieldCountMax)
        #expect(throws: Refusal.tooManyGiven(field: "field", max: SettingRule.fieldCountMax)) {
            _ = try TestVenue(most + [("field.more", "text")])
        }
    }

    /// What is written into events and snapshots is read back the same, whatever was said.
    @Test func settingsComeBackFromTheirBytes() throws {
        let settings = try TestVenue([
            ("preset", "stay"), ("field.room", "number"), ("field.pillow", "text"),
            ("channel.code", "sms"), ("portals", "own:60,tripadvisor:40"), ("name", "Ü"),
        ]).tenant.settings
        var bytes = ByteWriter()
        settings.append(to: &bytes)
        let again = TestVenue(fields: bytes.array()).tenant.settings
        #expect(again == settings)
        #expect(again.members(of: .field) == ["pillow", "room"])
    }

    /// Setting words and tags are part of what is kept: none twice.
    @Test func everySettingHasItsRule() {
        let words = TenantSetting.allCases.map(\.word)
        #expect(Set(words).count == words.count && !words.contains(""))
        for word in words { #expect(!word.contains(".") && word == word.lowercased()) }
        // Zones are the caller's to know.
        for setting in TenantSetting.allCases where setting != .zone {
            guard let standard = setting.rule.standard else { continue }
            #expect((try? TestVenue([("\(Self.example(setting))", standard)])) != nil, "\(setting)")
        }
    }

    private static func example(_ setting: TenantSetting) -> String {
        switch setting.rule.members {
        case nil: setting.word
        case .some(.listed(let members)): "\(setting.word).\(members[0])"
        case .some(.free): "\(setting.word).example"
        }
    }
}
