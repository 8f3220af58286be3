/// The number of a client in its tenant: dense from 1, never used again.
public struct ClientID: Hashable, Comparable, Sendable {
    public let value: UInt32

    public init(_ value: UInt32) { self.value = value }

    public static func < (a: ClientID, b: ClientID) -> Bool { a.value < b.value }
}
