import CarnetBytes
import Testing

/// Varints, fields and key slots: bytes that other rooms rely on.
struct VarintTests {
    @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 1 << 32, 1 << 62, UInt64.max - 1, .max])
    func varintsComeBack(value: UInt64) {
        var writer = ByteWriter()
        writer.append(varint: value)
        #expect(writer.byteCount == varintByteCount(value))
        var reader = ByteReader(writer.bytes)
        #expect(reader.varint() == value)
        #expect(reader.remaining == 0)
    }

    @Test(
        arguments: [
            [], [0x80], [0xFF, 0xFF], Array(repeating: 0xFF, count: 9) + [0x02],
            Array(repeating: 0x80, count: 11),
        ] as [[UInt8]]
    )
    func cutOffOrTooLongVarintsAreNil(bytes: [UInt8]) {
        let span = unsafe bytes.span.bytes
        var reader = ByteReader(span)
        #expect(reader.varint() == nil)
        #expect(reader.offset == 0)
    }

    @Test func lengthsPastTheEndAreNil() {
        let bytes: [UInt8] = [5, 1, 2, 3, 4]
        let span = unsafe bytes.span.bytes
        var reader = ByteReader(span)
        #expect(reader.lengthPrefixedRange() == nil)
        #expect(reader.offset == 0)
    }

    /// Slots as `CLUSTER KEYSLOT` of redis-server answers them.
    @Test(arguments: [
        (key: "123456789", slot: 12_739 as UInt16), (key: "foo", slot: 12_182),
        (key: "bar{foo}", slot: 12_182), (key: "{}bar", slot: 6_479), (key: "", slot: 0),
    ])
    func keySlotsAreThoseOfRedisCluster(key: String, slot: UInt16) {
        let bytes = Array(key.utf8)
        #expect(unsafe keySlot(bytes.span.bytes) == slot)
    }
}
