/// What a tenant may set. The raw value is its tag in events and snapshots, never given again.
public enum TenantSetting: UInt8, Hashable, Sendable, CaseIterable {
    case name = 1
    case zone = 2
    case country = 3
    case language = 4
    case preset = 5
    case required = 6

    /// The word callers use.
    public var word: String {
        switch self {
        case .name: "name"
        case .zone: "zone"
        case .country: "country"
        case .language: "language"
        case .preset: "preset"
        case .required: "required"
        }
    }
}

/// A set of defaults for one kind of venue. Chosen at creation.
public enum TenantPreset: String, Hashable, Sendable, CaseIterable {
    case restaurant
    case salon
    case appointments
    case stay

    /// What a new client must have there.
    var required: Requirement? {
        switch self {
        case .appointments: try? Requirement("first,last,email")
        case .restaurant, .salon, .stay: nil
        }
    }
}
