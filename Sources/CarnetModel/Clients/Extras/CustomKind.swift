/// What a field of a tenant's own holds, as its setting `field.<name>` declares it. The raw value
/// stands in records.
public enum CustomKind: UInt8, Hashable, Sendable, CaseIterable {
    /// One line, at most 256 bytes.
    case text = 1
    /// Below a thousand thousand millions, up to six decimals.
    case number = 2
    /// A day of the calendar.
    case date = 3
    case yesNo = 4

    /// The word of the setting.
    public var name: StaticString {
        switch self {
        case .text: "text"
        case .number: "number"
        case .date: "date"
        case .yesNo: "yesno"
        }
    }

    init?(word: String) {
        guard let found = Self.allCases.first(where: { word == "\($0.name)" }) else { return nil }
        self = found
    }
}

extension TenantSettings {
    /// What a field of that name holds here, or nil where the tenant declares none.
    public func customKind(_ name: String) -> CustomKind? {
        stated(SettingName(.field, member: name)).flatMap { CustomKind(word: $0) }
    }
}
