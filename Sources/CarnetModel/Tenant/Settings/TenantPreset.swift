/// A set of defaults for one kind of venue (R-POL). Chosen at creation.
public enum TenantPreset: String, Hashable, Sendable, CaseIterable {
    case restaurant
    case salon
    case appointments
    case stay

    /// What holds there unless the tenant says otherwise; nil where the preset says nothing.
    public func value(of setting: TenantSetting) -> String? {
        switch (self, setting) {
        case (.appointments, .required): "first,last,email"
        case (.appointments, .deleteMeans): "erase"
        case (.appointments, .selfCancel), (.appointments, .selfMove): "always"
        case (.salon, .blocking): "online"
        case (.stay, .eraseNeedsInactive): "no"
        case (.stay, .inviteAfter): "1"
        case (.stay, .remindAfter): "7"
        default: nil
        }
    }

    /// Whether the preset's value can't be changed (R-POL-09).
    public func pins(_ setting: TenantSetting) -> Bool {
        self == .appointments && (setting == .selfCancel || setting == .selfMove)
    }
}
