/// How much one command may bring. Past a limit the stream is still trusted where the rest of the
/// command can be skipped, and the connection closes where it can't.
public struct WireLimits: Hashable, Sendable {
    /// Bytes of an inline line before its LF.
    public var lineByteCountMax: Int
    /// Bytes of one argument.
    public var argumentByteCountMax: Int
    /// Words of one command, its name included.
    public var argumentCountMax: Int
    /// Bytes of one command in all, headers included; what is skipped counts too.
    public var commandByteCountMax: Int
    /// Whether the peer has proven who it is; before that, passing a limit answers NOAUTH.
    public var isAuthenticated: Bool

    /// All counts are at least 1 and `commandByteCountMax` lies below 2^32.
    public init(
        lineByteCountMax: Int = 64 << 10,
        argumentByteCountMax: Int = 1 << 20,
        argumentCountMax: Int = 1_024,
        commandByteCountMax: Int = 8 << 20,
        isAuthenticated: Bool = true
    ) {
        precondition(lineByteCountMax > 0 && argumentByteCountMax > 0 && argumentCountMax > 0)
        precondition(commandByteCountMax > 0 && commandByteCountMax < 1 << 31)
        self.lineByteCountMax = lineByteCountMax
        self.argumentByteCountMax = argumentByteCountMax
        self.argumentCountMax = argumentCountMax
        self.commandByteCountMax = commandByteCountMax
        self.isAuthenticated = isAuthenticated
    }

    public static let standard = WireLimits()

    /// Enough for `HELLO 3 AUTH name secret SETNAME n`, and little for who has no secret.
    public static let beforeAuthentication = WireLimits(
        lineByteCountMax: 4 << 10,
        argumentByteCountMax: 4 << 10,
        argumentCountMax: 8,
        commandByteCountMax: 64 << 10,
        isAuthenticated: false
    )
}
