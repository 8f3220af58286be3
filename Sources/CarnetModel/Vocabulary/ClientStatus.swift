/// Where a client stands on its tenant's list.
public enum ClientStatus: UInt8, Hashable, Sendable, CaseIterable {
    case active = 0
    case inactive = 1
    case merged = 2
    case erased = 3

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .active: "active"
        case .inactive: "inactive"
        case .merged: "merged"
        case .erased: "erased"
        }
    }
}
