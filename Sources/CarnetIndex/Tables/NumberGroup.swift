// A GROUP, 64 bytes: twelve tags of one byte (0 where the slot is free), how many entries that
// belong here or before went past it, twelve numbers.

/// Twelve slots of a ``NumberTable``, compared by their tags eight at a time.
struct NumberGroup: Sendable {
    static let slotCount = 12

    private var lowTags: UInt64 = 0
    private var highTags: UInt32 = 0
    /// How many entries whose home lies here or before stand in a later group.
    var passed: UInt32 = 0
    private var numbers = InlineArray<12, UInt32>(repeating: 0)

    init() {}

    /// The number in a slot; 0 where it is free.
    @inline(__always)
    func number(_ slot: Int) -> UInt32 { numbers[slot] }

    @inline(__always)
    func tag(_ slot: Int) -> UInt8 {
        slot < 8
            ? UInt8(truncatingIfNeeded: lowTags >> UInt64(slot &* 8))
            : UInt8(truncatingIfNeeded: highTags >> UInt32(slot &* 8 &- 64))
    }

    /// Fills a slot, or frees it with zeros.
    @inline(__always)
    mutating func set(_ slot: Int, tag: UInt8, number: UInt32) {
        if slot < 8 {
            let shift = UInt64(slot &* 8)
            lowTags = lowTags & ~(0xFF << shift) | UInt64(tag) << shift
        } else {
            let shift = UInt32(slot &* 8 &- 64)
            highTags = highTags & ~(0xFF << shift) | UInt32(tag) << shift
        }
        numbers[slot] = number
    }

    /// The slots that have this tag; tag 0 finds the free ones.
    @inline(__always)
    func slots(tagged tag: UInt8) -> Slots {
        let pattern = UInt64(tag) &* 0x0101_0101_0101_0101
        let high = Self.zeroBytes(UInt64(highTags) ^ (pattern & 0xFFFF_FFFF))
        return Slots(low: Self.zeroBytes(lowTags ^ pattern), high: high & 0xFFFF_FFFF)
    }

    /// The high bit of every byte that is zero. Source: Warren, "Hacker's Delight", 6-1.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((word & low) &+ low) | word | low)
    }

    /// A set of slots, given out from the lowest on.
    struct Slots {
        fileprivate var low: UInt64
        fileprivate var high: UInt64

        var count: Int { low.nonzeroBitCount &+ high.nonzeroBitCount }

        @inline(__always)
        mutating func next() -> Int? {
            if low != 0 {
                defer { low &= low &- 1 }
                return low.trailingZeroBitCount >> 3
            }
            guard high != 0 else { return nil }
            defer { high &= high &- 1 }
            return 8 &+ high.trailingZeroBitCount >> 3
        }
    }
}
