/// A fixed bucket of tenants: the unit of ownership, snapshot and move.
///
/// Tenants live in partitions 0 to 1023; `node` (1024) holds what belongs to the node itself:
/// accounts, tokens, addresses, node settings.
public struct PartitionID: Hashable, Comparable, Sendable {
    /// How many partitions tenants are dealt to.
    public static let tenantPartitionCount = 1024
    /// How many partitions there are in all, the node's own included.
    public static let count = tenantPartitionCount + 1
    public static let node = PartitionID(unchecked: UInt16(tenantPartitionCount))

    public let value: UInt16

    /// Nil for a number past the node's own partition.
    public init?(_ value: UInt32) {
        guard value < UInt32(Self.count) else { return nil }
        self.value = UInt16(value)
    }

    init(unchecked value: UInt16) { self.value = value }

    /// The partition of a tenant: its key slot divided by 16, so that a Redis client that knows
    /// clusters can route by the first key unaided.
    public init(tenant name: RawSpan) {
        value = keySlot(name) / 16
    }

    public static func < (a: PartitionID, b: PartitionID) -> Bool { a.value < b.value }
}

/// Redis Cluster's slot of a key: CRC16 modulo 16384 of the key, or of what stands between the
/// first `{` and the next `}` where that is not empty. Source: Redis Cluster specification, "Hash
/// tags". O(length).
public func keySlot(_ key: RawSpan) -> UInt16 {
    let count = key.byteCount
    var start = 0
    while start < count, key.byte(at: start) != UInt8(ascii: "{") { start += 1 }
    if start < count {
        var end = start + 1
        while end < count, key.byte(at: end) != UInt8(ascii: "}") { end += 1 }
        if end < count, end > start + 1 { return crc16(key, from: start + 1, to: end) & 16_383 }
    }
    return crc16(key, from: 0, to: count) & 16_383
}

/// CRC16 as XMODEM has it (polynomial 0x1021, start 0), the one that Redis Cluster names; four bits
/// at a time.
private func crc16(_ bytes: RawSpan, from start: Int, to end: Int) -> UInt16 {
    var crc: UInt16 = 0
    var index = start
    while index < end {
        let byte = UInt16(bytes.byte(at: index))
        crc = (crc << 4) ^ crc16Table[Int((crc >> 12) ^ (byte >> 4))]
        crc = (crc << 4) ^ crc16Table[Int((crc >> 12) ^ (byte & 15))]
        index += 1
    }
    return crc
}

/// The CRC16 of each nibble.
private let crc16Table: InlineArray<16, UInt16> = [
    0x0000, 0x1021, 0x2042, 0x3063, 0x4084, 0x50A5, 0x60C6, 0x70E7,
    0x8108, 0x9129, 0xA14A, 0xB16B, 0xC18C, 0xD1AD, 0xE1CE, 0xF1EF,
]
