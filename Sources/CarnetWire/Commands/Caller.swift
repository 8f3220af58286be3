/// Who sends commands, as far as those commands need to know.
public struct Caller: Hashable, Sendable {
    public let role: Role
    /// The token's name; empty for who needs none.
    public let token: [UInt8]
    /// The partner that the token is for, role `partner`; empty for everybody else.
    public var partner: [UInt8] = []
    /// The account of a person who has signed in, role `client`; 0 for everybody else.
    public let account: UInt32

    public init(role: Role, token: [UInt8], account: UInt32 = 0) {
        self.role = role
        self.token = token
        self.account = account
    }

    /// Whoever connects from the machine itself while nobody has made a token.
    public static let owner = Caller(role: .admin, token: [])
}
