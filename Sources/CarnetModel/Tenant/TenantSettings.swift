public import CarnetBytes

/// A tenant's settings: what was said, and what follows where nothing was.
public struct TenantSettings: Hashable, Sendable {
    /// What was said, by tag in ascending order. Tags that this build does not know are kept.
    private var stated: [(tag: UInt8, value: [UInt8])] = []

    public private(set) var country: CountryCode?
    public private(set) var required = Requirement.standard

    public init() {}

    public static func == (a: TenantSettings, b: TenantSettings) -> Bool {
        a.stated.elementsEqual(b.stated) { $0.tag == $1.tag && $0.value == $1.value }
    }

    public func hash(into hasher: inout Hasher) {
        for (tag, value) in stated {
            hasher.combine(tag)
            hasher.combine(value)
        }
    }

    /// What was said of a setting, or nil where the default holds.
    public func stated(_ setting: TenantSetting) -> String? {
        stated.first { $0.tag == setting.rawValue }.map {
            String(decoding: $0.value, as: UTF8.self)
        }
    }

    /// What holds: what was said, else what the preset, the country or the table of settings says.
    public func value(of setting: TenantSetting) -> String? {
        if let text = stated(setting) { return text }
        switch setting {
        case .name, .country, .preset: return nil
        case .zone: return country.flatMap { CountryDefaults.zone(of: $0.value) } ?? "UTC"
        case .language: return country.flatMap { CountryDefaults.language(of: $0.value) } ?? "en"
        case .required: return required.text
        }
    }

    /// Takes over checked fields of an event or a snapshot; an empty value returns to the default.
    mutating func apply(_ fields: RawSpan, from offset: Int) {
        var cursor = FieldCursor(offset: offset)
        while let (tag, range) = cursor.next(in: fields) {
            stated.removeAll { $0.tag == tag }
            if !range.isEmpty {
                let place = stated.firstIndex { $0.tag > tag } ?? stated.count
                stated.insert((tag, fields.bytes(range).array()), at: place)
            }
        }
        country = stated.first { $0.tag == TenantSetting.country.rawValue }
            .flatMap { CountryCode(unsafe $0.value.span.bytes) }
        let preset = stated(.preset).flatMap { TenantPreset(rawValue: $0) }
        let said = stated(.required).flatMap { try? Requirement($0) }
        required = said ?? preset?.required ?? .standard
    }

    /// Appends what was said as tagged fields, as `apply` reads them.
    public func append(to writer: inout ByteWriter) {
        for (tag, value) in stated {
            ClientRecordWriter.append(tag: tag, unsafe value.span.bytes, to: &writer)
        }
    }
}
