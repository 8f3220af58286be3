/// The form of replies on one connection.
public enum ReplyMode: UInt8, Hashable, Sendable {
    /// From the first byte on: maps are flat arrays, yes and no are 1 and 0.
    case resp2
    /// After `HELLO 3`.
    case resp3
    /// After `MODE JSON`: every reply is one line of JSON.
    case json
}
