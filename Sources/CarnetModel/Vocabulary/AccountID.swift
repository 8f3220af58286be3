/// The number of an account in the node's directory: dense from 1, never used again.
public struct AccountID: Hashable, Comparable, Sendable {
    public let value: UInt32

    public init(_ value: UInt32) { self.value = value }

    public static func < (a: AccountID, b: AccountID) -> Bool { a.value < b.value }
}
