public import CarnetBytes

/// Names one store. It stands in every header and seeds the hash of every frame, so that bytes of
/// another store are never taken for this one's. Its maker draws it at random.
public struct StoreUUID: Hashable, Sendable, CustomStringConvertible {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// 32 lower-case hexadecimal digits.
    public var description: String { hexadecimal(high) + hexadecimal(low) }
}

extension Hash128 {
    /// 32 lower-case hexadecimal digits, the high half first.
    public var hexadecimalText: String { hexadecimal(high) + hexadecimal(low) }
}

/// `value` in `digits` lower-case hexadecimal digits, or more where it needs them.
func hexadecimal(_ value: UInt64, digits: Int = 16) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// `value` in at least `digits` decimal digits.
func decimal(_ value: some BinaryInteger, digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
