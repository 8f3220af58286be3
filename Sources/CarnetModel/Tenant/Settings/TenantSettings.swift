public import CarnetBytes

/// A tenant's settings: what was said, and what follows where nothing was.
public struct TenantSettings: Hashable, Sendable {
    /// Where a value that holds comes from.
    public enum Origin: String, Hashable, Sendable {
        /// Somebody said so for this tenant.
        case set
        /// Its preset.
        case preset
        /// Its country.
        case country
        /// Nobody: it is what holds everywhere.
        case standard = "default"
    }

    /// What was said, in the order of their tags and members. Tags that this build does not know
    /// are kept.
    private struct Stated: Hashable, Sendable {
        let tag: UInt8
        /// Behind a family's point; empty otherwise.
        let member: [UInt8]
        let value: [UInt8]

        /// Whether it stands before `other`.
        func precedes(_ other: Stated) -> Bool {
            tag != other.tag ? tag < other.tag : member.lexicographicallyPrecedes(other.member)
        }
    }

    /// Stands between a member's name and its value in events and snapshots.
    static let memberSeparator: UInt8 = 0x1F

    private var stated: [Stated] = []

    public private(set) var country: CountryCode?
    public private(set) var preset: TenantPreset?
    public private(set) var required = Requirement.standard
    /// The setting `double_bits` in thousandths: a candidate of that score or more withholds a new
    /// client.
    public private(set) var doubleMillibits: Int32 = 0
    /// R-POL-04, setting `email_edit`: staff may not change a client's e-mail.
    public private(set) var emailIsOwnersAlone = false

    public init() {}

    public static func == (a: TenantSettings, b: TenantSettings) -> Bool { a.stated == b.stated }

    public func hash(into hasher: inout Hasher) { hasher.combine(stated) }

    /// What was said of a setting, or nil where something else decides.
    public func stated(_ setting: TenantSetting) -> String? { stated(SettingName(setting)) }

    public func stated(_ name: SettingName) -> String? {
        let member = Array(name.member.utf8)
        return stated.first { $0.tag == name.setting.rawValue && $0.member == member }
            .map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// The members of a family that something was said of, in order.
    public func members(of setting: TenantSetting) -> [String] {
        stated.filter { $0.tag == setting.rawValue }
            .map { String(decoding: $0.member, as: UTF8.self) }
    }

    /// What holds: what was said, else what the preset, the country or the table of settings says.
    public func value(of setting: TenantSetting) -> String? { value(of: SettingName(setting)) }

    public func value(of name: SettingName) -> String? { valueAndOrigin(of: name)?.value }

    /// What holds, and where it comes from; nil where nothing does.
    public func valueAndOrigin(of name: SettingName) -> (value: String, origin: Origin)? {
        if let text = stated(name) { return (text, .set) }
        let setting = name.setting
        if let text = preset?.value(of: setting) { return (text, .preset) }
        if let country, let text = Self.value(of: setting, in: country) { return (text, .country) }
        return setting.rule.standard.map { ($0, .standard) }
    }

    /// Every setting that has a value, in the order of the table; of families the listed members and
    /// those that something was said of.
    public var names: [SettingName] {
        TenantSetting.allCases.flatMap { setting in
            switch setting.rule.members {
            case nil: [SettingName(setting)]
            case .some(.listed(let members)):
                members.map { SettingName(setting, member: $0) }
            case .some(.free): members(of: setting).map { SettingName(setting, member: $0) }
            }
        }.filter { valueAndOrigin(of: $0) != nil }
    }

    /// Whether a yes/no setting holds.
    public func isOn(_ setting: TenantSetting) -> Bool { value(of: setting) == "yes" }

    private static func value(of setting: TenantSetting, in country: CountryCode) -> String? {
        switch setting {
        case .zone: CountryDefaults.zone(of: country.value)
        case .language: CountryDefaults.language(of: country.value)
        default: nil
        }
    }

    /// Takes over checked fields of an event or a snapshot; an empty value returns to the default.
    mutating func apply(_ fields: RawSpan, from offset: Int) {
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: fields) {
            put(Self.stated(tag, fields.bytes(range)))
        }
        country = stated.first { $0.tag == TenantSetting.country.rawValue }
            .flatMap { CountryCode(unsafe $0.value.span.bytes) }
        preset = stated(.preset).flatMap { TenantPreset(rawValue: $0) }
        doubleMillibits = Self.thousandths(value(of: .doubleBits)) ?? 0
        emailIsOwnersAlone = value(of: .emailEdit) == "owner_only"
        required = value(of: .required).flatMap { try? Requirement($0) } ?? .standard
    }

    /// The number of a checked value with up to three decimals, in thousandths.
    private static func thousandths(_ text: String?) -> Int32? {
        guard let text else { return nil }
        let digits = text.drop { $0 == "-" }
        let parts = digits.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first.flatMap({ Int32($0) }), whole <= 1_000_000 else { return nil }
        let fraction = parts.count == 2 ? String(parts[1].prefix(3)) : ""
        let padded = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
        guard let part = Int32(padded) else { return nil }
        return (digits.count < text.count ? -1 : 1) * (whole * 1_000 + part)
    }

    private mutating func put(_ new: Stated) {
        stated.removeAll { $0.tag == new.tag && $0.member == new.member }
        guard !new.value.isEmpty else { return }
        stated.insert(new, at: stated.firstIndex { new.precedes($0) } ?? stated.count)
    }

    private static func stated(_ tag: UInt8, _ bytes: RawSpan) -> Stated {
        let all = bytes.array()
        // Of a tag that this build does not know, members are told apart as well.
        let isFamily = TenantSetting(rawValue: tag).map { $0.rule.members != nil } ?? true
        guard isFamily, let place = all.firstIndex(of: memberSeparator)
        else { return Stated(tag: tag, member: [], value: all) }
        return Stated(
            tag: tag,
            member: Array(all[..<place]),
            value: Array(all[(place + 1)...])
        )
    }

    /// A setting of an event in words, also one that this build does not know.
    public static func entry(_ tag: UInt8, _ bytes: RawSpan) -> (name: String, value: String) {
        let entry = stated(tag, bytes)
        let word = TenantSetting(rawValue: tag)?.word ?? "setting \(tag)"
        let member = String(decoding: entry.member, as: UTF8.self)
        return (
            member.isEmpty ? word : "\(word).\(member)",
            String(decoding: entry.value, as: UTF8.self)
        )
    }

    /// Appends what was said as tagged fields, as `apply` reads them.
    public func append(to writer: inout ByteWriter) {
        for entry in stated {
            Self.append(entry.tag, member: entry.member, entry.value, to: &writer)
        }
    }

    static func append(
        _ tag: UInt8,
        member: [UInt8],
        _ value: [UInt8],
        to writer: inout ByteWriter
    ) {
        let bytes = member.isEmpty ? value : member + [memberSeparator] + value
        ClientRecordWriter.append(tag: tag, unsafe bytes.span.bytes, to: &writer)
    }
}
