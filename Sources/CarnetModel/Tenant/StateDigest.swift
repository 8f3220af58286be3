import CarnetBytes

/// A checksum of a tenant's folded state, the same whatever the order of the changes that led
/// there: the sum of the 128-bit XXH3 of every record and of the settings, modulo 2^128.
/// Two nodes that hold the same state have the same digest; kept up with every change. O(1) each.
public struct StateDigest: Hashable, Sendable {
    public private(set) var low: UInt64
    public private(set) var high: UInt64

    public init(low: UInt64 = 0, high: UInt64 = 0) {
        self.low = low
        self.high = high
    }

    mutating func add(_ record: RawSpan) {
        let hash = record.xxh3_128
        let (sum, carry) = low.addingReportingOverflow(hash.low)
        low = sum
        high = high &+ hash.high &+ (carry ? 1 : 0)
    }

    mutating func remove(_ record: RawSpan) { remove(record.xxh3_128) }

    mutating func remove(_ hash: Hash128) {
        let (difference, borrow) = low.subtractingReportingOverflow(hash.low)
        low = difference
        high = high &- hash.high &- (borrow ? 1 : 0)
    }

    /// Adds another tenant's digest, as a partition's is made of its tenants'.
    public mutating func add(_ other: StateDigest) {
        let (sum, carry) = low.addingReportingOverflow(other.low)
        low = sum
        high = high &+ other.high &+ (carry ? 1 : 0)
    }

    /// 32 hexadecimal digits.
    public var text: String {
        Self.hexadecimal(high) + Self.hexadecimal(low)
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
