/// What COMMAND INFO tells of a command, in Redis's words and with Redis's meaning.
public struct CommandFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It may append events.
    public static let write = CommandFlags(rawValue: 1 << 0)
    public static let readOnly = CommandFlags(rawValue: 1 << 1)
    public static let admin = CommandFlags(rawValue: 1 << 2)
    /// Constant or logarithmic time.
    public static let fast = CommandFlags(rawValue: 1 << 3)
    /// It may come before authentication.
    public static let noAuth = CommandFlags(rawValue: 1 << 4)
    /// It is answered while the data is still being loaded.
    public static let loading = CommandFlags(rawValue: 1 << 5)
    public static let stale = CommandFlags(rawValue: 1 << 6)
    public static let blocking = CommandFlags(rawValue: 1 << 7)
    /// It is refused where memory is short.
    public static let denyOOM = CommandFlags(rawValue: 1 << 8)

    /// As COMMAND INFO spells them.
    var names: [StaticString] {
        let all: [(CommandFlags, StaticString)] = [
            (.write, "write"), (.readOnly, "readonly"), (.denyOOM, "denyoom"), (.admin, "admin"),
            (.blocking, "blocking"), (.loading, "loading"), (.stale, "stale"), (.fast, "fast"),
            (.noAuth, "no_auth"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}
