import CarnetBytes
import CarnetModel
import Testing

/// SipHash-2-4 against the vectors that its authors publish: the key 00…0f, texts 00 01 02 ….
struct KeyedHashTests {
    @Test(
        arguments: [
            (0, 0x726F_DB47_DD0E_0E31), (1, 0x74F8_39C5_93DC_67FD), (2, 0x0D6C_8009_D9A9_4F5A),
            (3, 0x8567_6696_D7FB_7E2D), (7, 0xAB02_00F5_8B01_D137), (8, 0x93F5_F579_9A93_2462),
            (15, 0xA129_CA61_49BE_45E5),
        ] as [(Int, UInt64)]
    )
    func publishedVectors(count: Int, hash: UInt64) {
        let key = KeyedHash(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)
        let text = (0..<count).map { UInt8($0) }
        #expect(unsafe key.hash(text.span.bytes) == hash)
    }
}
