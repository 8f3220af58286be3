import CarnetBytes

/// A tenant's name where it is looked for: the bytes themselves where they are sixteen or fewer, so
/// that no other memory is read.
struct InlineName: Sendable {
    private static let byteCountMax = 16

    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private let byteCount: Int

    init(_ name: [UInt8]) {
        byteCount = name.count
        guard byteCount <= Self.byteCountMax else { return }
        for (index, byte) in name.enumerated() {
            let shifted = UInt64(byte) << UInt64(index % 8 * 8)
            if index < 8 { low |= shifted } else { high |= shifted }
        }
    }

    /// Whether it is `other`; nil where it is as long as that and too long to stand here. O(1).
    func isEqual(to other: RawSpan) -> Bool? {
        guard byteCount == other.byteCount else { return false }
        guard byteCount <= Self.byteCountMax else { return nil }
        if byteCount >= 8 {
            // The last eight bytes overlap the first where there are fewer than sixteen.
            return low == other.littleEndianUInt64(at: 0)
                && last == other.littleEndianUInt64(at: byteCount &- 8)
        }
        var bytes: UInt64 = 0
        for index in 0..<byteCount {
            bytes |= UInt64(other.byte(at: index)) << UInt64(index &* 8)
        }
        return bytes == low
    }

    /// The last eight of eight to sixteen bytes.
    private var last: UInt64 {
        let shift = UInt64(byteCount &- 8) &* 8
        if shift == 0 { return low }
        return shift == 64 ? high : low >> shift | high << (64 &- shift)
    }
}
