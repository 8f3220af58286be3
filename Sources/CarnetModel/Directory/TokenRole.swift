/// What a token's holder is, as events number it. A number once given is never given to another.
public enum TokenRole: UInt8, CaseIterable, Hashable, Sendable {
    case admin = 1
    case platform = 2
    case staff = 3
    case partner = 4
    case monitor = 6

    public var name: String {
        switch self {
        case .admin: "admin"
        case .platform: "platform"
        case .staff: "staff"
        case .partner: "partner"
        case .monitor: "monitor"
        }
    }

    public init?(name: String) {
        guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}
