import CarnetBytes

// A GROUP, 64 bytes, one line of the cache; ten slots. Native byte order, never stored.
//    0  10 × u8   tags: the low byte of each entry's hash, never 0; 0 where the slot is free
//   10  10 × u8   hints: 6 bits of the hash for the splits to come, and in the lower two how many
//                 groups past its home the entry stands, 3 for three and more
//   20  u32       how many entries whose home lies here or before stand in a later group
//   24  10 × u32  numbers, 0 where the slot is free

/// The groups of a ``NumberSegment``: plain bytes, aligned to lines of the cache, so that a probe
/// waits for memory once. Group and slot must lie inside; both are checked.
struct NumberGroups: Sendable {
    static let slotCount = 10
    static let byteCount = 64

    /// Sixteen lanes make the array align each group; nobody counts with them.
    private var lines: [SIMD16<UInt32>]

    init(count: Int) { lines = Array(repeating: .zero, count: count) }

    @inline(__always)
    var count: Int { lines.count }

    /// The bytes, and the unsafe mark with them: lanes have no padding, which it warns of.
    @inline(__always)
    private var bytes: RawSpan {
        @_lifetime(borrow self)
        get { unsafe lines.span.bytes }
    }

    // MARK: - Reading

    /// The number in a slot; 0 where it is free.
    @inline(__always)
    func number(_ group: Int, _ slot: Int) -> UInt32 {
        bytes.littleEndianUInt32(at: group &* Self.byteCount &+ 24 &+ slot &* 4)
    }

    @inline(__always)
    func tag(_ group: Int, _ slot: Int) -> UInt8 {
        bytes.byte(at: group &* Self.byteCount &+ slot)
    }

    @inline(__always)
    func hint(_ group: Int, _ slot: Int) -> UInt8 {
        bytes.byte(at: group &* Self.byteCount &+ 10 &+ slot)
    }

    /// How many entries whose home lies here or before stand in a later group.
    @inline(__always)
    func passed(_ group: Int) -> UInt32 {
        bytes.littleEndianUInt32(at: group &* Self.byteCount &+ 20)
    }

    /// The slots that have this tag; tag 0 finds the free ones.
    @inline(__always)
    func slots(_ group: Int, tagged tag: UInt8) -> Slots {
        let start = group &* Self.byteCount
        let pattern = UInt64(tag) &* 0x0101_0101_0101_0101
        let low = bytes.littleEndianUInt64(at: start) ^ pattern
        let high = UInt64(bytes.littleEndianUInt16(at: start &+ 8)) ^ (pattern & 0xFFFF)
        return Slots(low: Self.zeroBytes(low), high: Self.zeroBytes(high) & 0xFFFF)
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

    // MARK: - Changing

    /// Fills a slot, or frees it with zeros.
    @inline(__always)
    mutating func set(_ group: Int, _ slot: Int, tag: UInt8, hint: UInt8, number: UInt32) {
        let start = group &* Self.byteCount
        var span = lines.mutableSpan
        var bytes = unsafe span.mutableBytes
        bytes.storeBytes(of: tag, toByteOffset: start &+ slot, as: UInt8.self)
        bytes.storeBytes(of: hint, toByteOffset: start &+ 10 &+ slot, as: UInt8.self)
        bytes.storeBytes(
            of: number.littleEndian,
            toByteOffset: start &+ 24 &+ slot &* 4,
            as: UInt32.self
        )
    }

    /// Counts an entry that goes past a group, or by -1 one that does no more.
    @inline(__always)
    mutating func pass(_ group: Int, by change: Int32) {
        let passed = UInt32(bitPattern: Int32(bitPattern: passed(group)) &+ change)
        var span = lines.mutableSpan
        var bytes = unsafe span.mutableBytes
        bytes.storeBytes(
            of: passed.littleEndian,
            toByteOffset: group &* Self.byteCount &+ 20,
            as: UInt32.self
        )
    }
}
