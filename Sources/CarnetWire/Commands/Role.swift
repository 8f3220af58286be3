/// What a token may do at most. `admin` may all that `platform` may, `platform` all that `staff`
/// may; the other three stand apart.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case admin
    case platform
    case staff
    case partner
    case client
    case monitor

    public var name: String {
        switch self {
        case .admin: "admin"
        case .platform: "platform"
        case .staff: "staff"
        case .partner: "partner"
        case .client: "client"
        case .monitor: "monitor"
        }
    }

    public init?(name: String) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}

/// A set of roles.
public struct RoleSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public init(_ role: Role) { rawValue = 1 << role.rawValue }

    public static let everyone = RoleSet(rawValue: 0x3F)
    public static let partner = RoleSet(.partner)
    public static let client = RoleSet(.client)
    public static let monitor = RoleSet(.monitor)

    /// `role` and those above it.
    public static func from(_ role: Role) -> RoleSet {
        switch role {
        case .admin: RoleSet(.admin)
        case .platform: [RoleSet(.admin), RoleSet(.platform)]
        case .staff: [RoleSet(.admin), RoleSet(.platform), RoleSet(.staff)]
        case .partner, .client, .monitor: [RoleSet(.admin), RoleSet(role)]
        }
    }

    public func allows(_ role: Role) -> Bool { contains(RoleSet(role)) }

    /// The roles' names from the mightiest down.
    public var names: [String] { Role.allCases.filter(allows).map(\.name) }
}
