/// The number of a booking in its tenant: dense from 1, never used again.
public struct BookingID: Hashable, Comparable, Sendable {
    public let value: UInt32

    public init(_ value: UInt32) { self.value = value }

    public static func < (a: BookingID, b: BookingID) -> Bool { a.value < b.value }
}
