public import NIOCore

/// How a connection is made and how long it waits.
public struct CarnetClientOptions: Sendable {
    /// Which replies the server is asked for: RESP3 tells maps, booleans and numbers apart.
    public enum Resp: Int, Sendable {
        case two = 2
        case three = 3
    }

    public var resp = Resp.three
    /// The name and secret of a token; nil sends no AUTH.
    public var token: (name: String, secret: String)?
    /// Shown by `CLIENT INFO` and in the server's log.
    public var connectionName: String?
    public var connectTimeout: TimeAmount = .seconds(5)
    /// How long `send` and `sendAll` wait for their last reply; nil waits for ever.
    public var replyTimeout: TimeAmount? = .seconds(30)

    public init() {}
}
