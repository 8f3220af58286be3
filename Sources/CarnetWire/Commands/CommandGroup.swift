/// The chapters of help and reference.
public enum CommandGroup: String, CaseIterable, Hashable, Sendable {
    case connection
    case server
    case tokens
    case tenants
    case clients
    case bookings
    case accounts

    public var title: String {
        switch self {
        case .connection: "Connection"
        case .server: "Server"
        case .tokens: "Tokens"
        case .tenants: "Tenants"
        case .clients: "Clients"
        case .bookings: "Bookings"
        case .accounts: "Accounts"
        }
    }
}
