/// What a tenant may set. The raw value is its tag in events and snapshots, never given again.
public enum TenantSetting: UInt8, Hashable, Sendable, CaseIterable {
    case name = 1
    case zone = 2
    case country = 3
    case language = 4
    case preset = 5
    case required = 6
    case doubleBits = 7
    case blocking = 8
    case deleteMeans = 9
    case eraseNeedsInactive = 10
    case emailEdit = 11
    case freeLogin = 12
    case guestOverride = 13
    case partnerBooking = 14
    case partnerPoints = 15
    case bounceLimit = 16
    case bounceWeightSoft = 17
    case sms = 18
    case replyTo = 19
    case from = 20
    case fromName = 21
    case slowDomains = 22
    case rebookWeeks = 23
    case rebookOwn = 24
    case birthdayHour = 25
    case verifyBooking = 26
    case verifyBy = 27
    case selfCancel = 28
    case selfMove = 29
    case prestay = 30
    case inviteAfter = 31
    case remindAfter = 32
    case portals = 33
    case interface = 34
    case stayEditAfterSend = 35
    case retentionMonths = 36
    case bookingMonths = 44
    /// One for each purpose of a message: `consent_default.newsletter`.
    case consentDefault = 48
    /// One for each kind of message: `channel.code`.
    case channel = 49
    /// One for each field of the tenant's own: `field.allergy` declares `x.allergy`.
    case field = 50

    /// The word callers use; of a family what stands before the point.
    public var word: String { rule.word }

    /// What it may be, and what holds unless somebody says otherwise.
    public var rule: SettingRule { SettingRule.all[self] ?? SettingRule("", .text) }
}

/// One setting, or one member of a family of settings such as `channel.code`.
public struct SettingName: Hashable, Sendable, Comparable {
    public let setting: TenantSetting
    /// What stands behind the point; empty where the setting is no family.
    public let member: String

    public init(_ setting: TenantSetting, member: String = "") {
        self.setting = setting
        self.member = member
    }

    /// The setting of that word, or nil.
    public init?(word: String) {
        let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let setting = Self.byWord[String(first)] else { return nil }
        let isFamily = setting.rule.members != nil
        guard isFamily == (parts.count == 2) else { return nil }
        self.init(setting, member: parts.count == 2 ? String(parts[1]) : "")
    }

    public var word: String { member.isEmpty ? setting.word : "\(setting.word).\(member)" }

    /// By tag, then by member.
    public static func < (a: SettingName, b: SettingName) -> Bool {
        (a.setting.rawValue, a.member) < (b.setting.rawValue, b.member)
    }

    private static let byWord: [String: TenantSetting] = Dictionary(
        uniqueKeysWithValues: TenantSetting.allCases.map { ($0.rule.word, $0) }
    )

    /// Every word that a caller may write, families with an example.
    public static var words: String {
        TenantSetting.allCases.map { setting in
            switch setting.rule.members {
            case nil: setting.word
            case .some(.listed(let names)): "\(setting.word).\(names[0])"
            case .some(.free): "\(setting.word).…"
            }
        }.joined(separator: " ")
    }
}
