/// What one setting may be and what holds while nobody has said (REQUIREMENTS, Settings).
public struct SettingRule: Sendable {
    /// How a value is written.
    public enum Kind: Sendable {
        /// One line.
        case text
        /// A zone of the IANA database.
        case zone
        /// Two letters of ISO 3166.
        case country
        /// BCP 47.
        case language
        /// One of the presets; at creation alone.
        case preset
        /// Fields, as ``Requirement`` reads them.
        case fields
        case choice([String])
        case yesNo
        case whole(ClosedRange<Int>)
        case wholeOrOff(ClosedRange<Int>)
        /// One of these numbers, or `off`.
        case listedOrOff([Int])
        /// A number with up to three decimals, in thousandths.
        case thousandths(ClosedRange<Int>)
        case email
        /// Domains with commas between; `hotmail.*` stands for every ending.
        case domains
        /// `always`, `no`, or `until 24h` before the beginning.
        case untilDuration
        /// `name:percent` with commas between, 100 in all (R-CAL-18).
        case shares
    }

    /// What may stand behind the point of a family's word.
    public enum Members: Sendable {
        case listed([String])
        /// A name of the tenant's own: 1 to 32 of `a-z 0-9 _`, beginning with a letter.
        case free(countMax: Int)
    }

    public let word: String
    public let kind: Kind
    /// What holds unless the tenant, its preset or its country says otherwise; nil: nothing.
    public let standard: String?
    /// Nil where the setting is one and no family.
    public let members: Members?
    /// Whether only `admin` may change it.
    public let isAdmins: Bool

    init(
        _ word: String,
        _ kind: Kind,
        _ standard: String? = nil,
        members: Members? = nil,
        isAdmins: Bool = false
    ) {
        self.word = word
        self.kind = kind
        self.standard = standard
        self.members = members
        self.isAdmins = isAdmins
    }

    /// Weeks that the platform offers for the reminder to book again (R-SAL-10).
    public static let rebookWeeks = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 26, 52]
    /// Purposes that a message may need consent for (R-POL-14).
    public static let purposes = ["newsletter", "rebooking", "birthday", "review"]
    /// Kinds of messages that a channel may be chosen for (R-POL-15).
    public static let messageKinds = [
        "confirmation", "reminder", "cancellation", "moved", "code", "rebooking", "birthday",
        "prestay", "invitation", "invitation-reminder",
    ]
    /// Fields of its own that a tenant may declare.
    public static let fieldCountMax = 64

    static let all: [TenantSetting: SettingRule] = [
        .name: SettingRule("name", .text),
        .zone: SettingRule("zone", .zone, "UTC"),
        .country: SettingRule("country", .country),
        .language: SettingRule("language", .language, "en"),
        .preset: SettingRule("preset", .preset),
        .required: SettingRule("required", .fields, "name,email|phone"),
        .doubleBits: SettingRule("double_bits", .thousandths(-50_000...100_000), "0"),
        .blocking: SettingRule("blocking", .choice(["off", "warn", "online"]), "off"),
        .deleteMeans: SettingRule("delete_means", .choice(["deactivate", "erase"]), "deactivate"),
        .eraseNeedsInactive: SettingRule("erase_needs_inactive", .yesNo, "yes"),
        .emailEdit: SettingRule(
            "email_edit",
            .choice(["staff_unless_owned", "owner_only"]),
            "staff_unless_owned"
        ),
        .freeLogin: SettingRule("free_login", .choice(["set", "admin"]), "set"),
        .guestOverride: SettingRule("guest_override", .yesNo, "no", isAdmins: true),
        .partnerBooking: SettingRule("partner_booking", .yesNo, "no"),
        .partnerPoints: SettingRule("partner_points", .whole(0...1_000_000), "0"),
        .bounceLimit: SettingRule("bounce_limit", .whole(1...100), "12"),
        .bounceWeightSoft: SettingRule("bounce_weight_soft", .thousandths(0...1_000), "1"),
        .sms: SettingRule("sms", .yesNo, "no"),
        .replyTo: SettingRule("reply_to", .email),
        .from: SettingRule("from", .email),
        .fromName: SettingRule("from_name", .text),
        .slowDomains: SettingRule("slow_domains", .domains, "hotmail.*,msn.*,outlook.*,live.*"),
        .rebookWeeks: SettingRule("rebook_weeks", .listedOrOff(rebookWeeks), "off"),
        .rebookOwn: SettingRule("rebook_own", .yesNo, "no"),
        .birthdayHour: SettingRule("birthday_hour", .wholeOrOff(0...23), "off"),
        .verifyBooking: SettingRule("verify_booking", .yesNo, "no"),
        .verifyBy: SettingRule("verify_by", .choice(["email", "sms"]), "email"),
        .selfCancel: SettingRule("self_cancel", .untilDuration, "always"),
        .selfMove: SettingRule("self_move", .untilDuration, "always"),
        .prestay: SettingRule("prestay", .wholeOrOff(0...365), "off"),
        .inviteAfter: SettingRule("invite_after", .wholeOrOff(0...365), "off"),
        .remindAfter: SettingRule("remind_after", .wholeOrOff(1...365), "off"),
        .portals: SettingRule("portals", .shares, "own:100"),
        .interface: SettingRule("interface", .choice(["auto", "review"]), "auto"),
        .stayEditAfterSend: SettingRule("stay_edit_after_send", .yesNo, "no"),
        .retentionMonths: SettingRule("retention_months", .wholeOrOff(1...1_200), "off"),
        .bookingMonths: SettingRule("booking_months", .wholeOrOff(1...1_200), "off"),
        .consentDefault: SettingRule(
            "consent_default",
            .yesNo,
            "no",
            members: .listed(purposes)
        ),
        .channel: SettingRule(
            "channel",
            .choice(["email", "sms"]),
            "email",
            members: .listed(messageKinds)
        ),
        .field: SettingRule(
            "field",
            .choice(["text", "number", "date", "yesno"]),
            members: .free(countMax: fieldCountMax)
        ),
    ]
}
