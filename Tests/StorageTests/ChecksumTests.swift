import CHash
import CarnetBytes
import CarnetTestKit
import Testing

/// Made with the `xxhash` package of PyPI (4.1.0), an oracle by other hands.
private struct Vector: Sendable {
    let count: Int
    let seed: UInt64
    let hash64: UInt64
    /// Of seed 0.
    let hash128: Hash128

    init(_ count: Int, _ seed: UInt64, _ hash64: UInt64, _ high: UInt64, _ low: UInt64) {
        self.count = count
        self.seed = seed
        self.hash64 = hash64
        hash128 = Hash128(high: high, low: low)
    }

    /// The bytes that the oracle hashed: the high bytes of Knuth's generator, started at `count`.
    var bytes: [UInt8] {
        var state = UInt64(count)
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
    }
}

private let vectors: [Vector] = [
    Vector(
        0,
        0x0000_0000_0000_0000,
        0x2D06_8005_38D3_94C2,
        0x99AA_06D3_0147_98D8,
        0x6001_C324_468D_497F
    ),
    Vector(
        0,
        0x9E37_79B1_85EB_CA87,
        0x07F7_0F81_9703_314D,
        0x99AA_06D3_0147_98D8,
        0x6001_C324_468D_497F
    ),
    Vector(
        1,
        0x0000_0000_0000_0000,
        0xC00F_9D4F_580C_0C3A,
        0xC89F_16E0_1381_DD11,
        0xC00F_9D4F_580C_0C3A
    ),
    Vector(
        1,
        0x9E37_79B1_85EB_CA87,
        0x9DEF_0287_12EF_09BE,
        0xC89F_16E0_1381_DD11,
        0xC00F_9D4F_580C_0C3A
    ),
    Vector(
        2,
        0x0000_0000_0000_0000,
        0xD5D2_647A_EED3_1485,
        0x3AFE_2DBE_0770_F0D1,
        0xD5D2_647A_EED3_1485
    ),
    Vector(
        2,
        0x9E37_79B1_85EB_CA87,
        0x9BA2_8D76_3177_0A1E,
        0x3AFE_2DBE_0770_F0D1,
        0xD5D2_647A_EED3_1485
    ),
    Vector(
        3,
        0x0000_0000_0000_0000,
        0x7102_0E50_8473_44F4,
        0x1750_BBB0_0A27_6F67,
        0x7102_0E50_8473_44F4
    ),
    Vector(
        3,
        0x9E37_79B1_85EB_CA87,
        0xAD96_CEAA_87B4_AB3D,
        0x1750_BBB0_0A27_6F67,
        0x7102_0E50_8473_44F4
    ),
    Vector(
        4,
        0x0000_0000_0000_0000,
        0x582C_CEAA_E784_0996,
        0xE01C_3258_277F_984D,
        0x6E08_1F7B_361F_300B
    ),
    Vector(
        4,
        0x9E37_79B1_85EB_CA87,
        0x60BD_35EE_42CC_EDDE,
        0xE01C_3258_277F_984D,
        0x6E08_1F7B_361F_300B
    ),
    Vector(
        7,
        0x0000_0000_0000_0000,
        0x9F66_513C_0262_D9A5,
        0xDF10_AF67_EF79_6574,
        0x43C3_53C9_C999_551F
    ),
    Vector(
        7,
        0x9E37_79B1_85EB_CA87,
        0x9964_93FE_1701_321A,
        0xDF10_AF67_EF79_6574,
        0x43C3_53C9_C999_551F
    ),
    Vector(
        8,
        0x0000_0000_0000_0000,
        0xED94_C0F0_480F_BF27,
        0xCFBF_E69D_AF64_0683,
        0xB78D_75BC_8B4A_527F
    ),
    Vector(
        8,
        0x9E37_79B1_85EB_CA87,
        0x8896_B558_AADA_6ACE,
        0xCFBF_E69D_AF64_0683,
        0xB78D_75BC_8B4A_527F
    ),
    Vector(
        9,
        0x0000_0000_0000_0000,
        0xC915_0BDE_9ABF_5AF4,
        0xE35A_52EA_7D43_1FEC,
        0x957D_A71C_0CF9_3C67
    ),
    Vector(
        9,
        0x9E37_79B1_85EB_CA87,
        0x5C5E_F3FF_EB38_0B0D,
        0xE35A_52EA_7D43_1FEC,
        0x957D_A71C_0CF9_3C67
    ),
    Vector(
        15,
        0x0000_0000_0000_0000,
        0x9AA4_9E7B_9D1F_C7B2,
        0x190C_C25D_F3DA_E5C7,
        0x347E_8E7B_7E65_0EFC
    ),
    Vector(
        15,
        0x9E37_79B1_85EB_CA87,
        0xE99D_E2E8_37AD_4EB0,
        0x190C_C25D_F3DA_E5C7,
        0x347E_8E7B_7E65_0EFC
    ),
    Vector(
        16,
        0x0000_0000_0000_0000,
        0xD01F_A69D_2DBA_6D55,
        0xFB64_787C_4128_A444,
        0x7AD8_6208_EA82_76E7
    ),
    Vector(
        16,
        0x9E37_79B1_85EB_CA87,
        0x717D_3064_B37C_854E,
        0xFB64_787C_4128_A444,
        0x7AD8_6208_EA82_76E7
    ),
    Vector(
        17,
        0x0000_0000_0000_0000,
        0x9832_CAB1_C516_5867,
        0xF2E2_6DB7_84C8_60B9,
        0xED54_8740_0EF1_0D30
    ),
    Vector(
        17,
        0x9E37_79B1_85EB_CA87,
        0x743C_5153_7018_9B7F,
        0xF2E2_6DB7_84C8_60B9,
        0xED54_8740_0EF1_0D30
    ),
    Vector(
        31,
        0x0000_0000_0000_0000,
        0x99FB_2541_D1CC_B87A,
        0x890C_BDFF_AB54_6827,
        0xCBEC_EA92_BFA0_3D76
    ),
    Vector(
        31,
        0x9E37_79B1_85EB_CA87,
        0x10D9_F789_AC53_DE8A,
        0x890C_BDFF_AB54_6827,
        0xCBEC_EA92_BFA0_3D76
    ),
    Vector(
        32,
        0x0000_0000_0000_0000,
        0x8385_ADF8_FA3D_0412,
        0x15D9_AA6F_32F3_A982,
        0xED7D_7DAB_D160_8382
    ),
    Vector(
        32,
        0x9E37_79B1_85EB_CA87,
        0x8864_7B44_020F_8B2F,
        0x15D9_AA6F_32F3_A982,
        0xED7D_7DAB_D160_8382
    ),
    Vector(
        33,
        0x0000_0000_0000_0000,
        0x6AB5_7E16_4F91_0D67,
        0xADC7_0E80_8364_D08C,
        0xFB08_1174_9429_0ADD
    ),
    Vector(
        33,
        0x9E37_79B1_85EB_CA87,
        0xC343_CDBE_EC37_884F,
        0xADC7_0E80_8364_D08C,
        0xFB08_1174_9429_0ADD
    ),
    Vector(
        64,
        0x0000_0000_0000_0000,
        0x2D4D_77FA_EB29_5A07,
        0xE494_C67F_D379_DDF5,
        0x0947_90D8_90E7_565E
    ),
    Vector(
        64,
        0x9E37_79B1_85EB_CA87,
        0xA2F2_80C0_155C_4777,
        0xE494_C67F_D379_DDF5,
        0x0947_90D8_90E7_565E
    ),
    Vector(
        65,
        0x0000_0000_0000_0000,
        0x77B8_1810_E37B_A91E,
        0xC616_5894_3C47_02D1,
        0x681A_2D15_B59E_EB1A
    ),
    Vector(
        65,
        0x9E37_79B1_85EB_CA87,
        0x6997_61A4_AE99_1A3F,
        0xC616_5894_3C47_02D1,
        0x681A_2D15_B59E_EB1A
    ),
    Vector(
        96,
        0x0000_0000_0000_0000,
        0x5375_AFC0_7B95_5A0A,
        0xB89D_1C0B_4589_C713,
        0xC8E3_42A2_2F5D_7A5A
    ),
    Vector(
        96,
        0x9E37_79B1_85EB_CA87,
        0x1D40_14A1_0370_5450,
        0xB89D_1C0B_4589_C713,
        0xC8E3_42A2_2F5D_7A5A
    ),
    Vector(
        97,
        0x0000_0000_0000_0000,
        0x0405_2058_DD41_0046,
        0x9D5E_459E_9B0B_E180,
        0x7466_CAB8_7DE9_25B3
    ),
    Vector(
        97,
        0x9E37_79B1_85EB_CA87,
        0xF838_0F05_FC3B_0828,
        0x9D5E_459E_9B0B_E180,
        0x7466_CAB8_7DE9_25B3
    ),
    Vector(
        127,
        0x0000_0000_0000_0000,
        0x193C_F9C8_7334_B7A5,
        0xCFC6_989B_26B7_57C4,
        0xD53F_C3F4_AB76_D305
    ),
    Vector(
        127,
        0x9E37_79B1_85EB_CA87,
        0xDFE8_AA88_8F67_0F19,
        0xCFC6_989B_26B7_57C4,
        0xD53F_C3F4_AB76_D305
    ),
    Vector(
        128,
        0x0000_0000_0000_0000,
        0x6C0D_C838_4848_196C,
        0xE198_C941_4AF9_22F2,
        0x1193_860D_B152_9538
    ),
    Vector(
        128,
        0x9E37_79B1_85EB_CA87,
        0x44E1_63BC_0A8E_81DD,
        0xE198_C941_4AF9_22F2,
        0x1193_860D_B152_9538
    ),
    Vector(
        129,
        0x0000_0000_0000_0000,
        0xCC1A_259F_E104_79E0,
        0x7346_40A5_B328_7368,
        0x42D1_06B1_7E06_0C1E
    ),
    Vector(
        129,
        0x9E37_79B1_85EB_CA87,
        0x06E9_2CC1_5CE7_173A,
        0x7346_40A5_B328_7368,
        0x42D1_06B1_7E06_0C1E
    ),
    Vector(
        160,
        0x0000_0000_0000_0000,
        0x1D0A_562A_C884_E880,
        0x729D_F9DD_4A8F_2696,
        0xDB16_2DEF_EB7F_FE51
    ),
    Vector(
        160,
        0x9E37_79B1_85EB_CA87,
        0xEE48_49DD_DA17_9CBE,
        0x729D_F9DD_4A8F_2696,
        0xDB16_2DEF_EB7F_FE51
    ),
    Vector(
        161,
        0x0000_0000_0000_0000,
        0x6B79_2753_FC55_E5F8,
        0x44C7_B1D8_85BB_D3BC,
        0x2703_B678_D037_82D5
    ),
    Vector(
        161,
        0x9E37_79B1_85EB_CA87,
        0xAA92_C745_0A5F_DD45,
        0x44C7_B1D8_85BB_D3BC,
        0x2703_B678_D037_82D5
    ),
    Vector(
        192,
        0x0000_0000_0000_0000,
        0x2A07_FCB3_1D3D_0350,
        0x8167_BB87_6131_BCD6,
        0xDFEF_CF01_4DEF_C96C
    ),
    Vector(
        192,
        0x9E37_79B1_85EB_CA87,
        0x75E3_C15A_97F4_FE37,
        0x8167_BB87_6131_BCD6,
        0xDFEF_CF01_4DEF_C96C
    ),
    Vector(
        239,
        0x0000_0000_0000_0000,
        0x9253_BAE7_9EE1_3F88,
        0x5BF9_B340_3D74_A9CB,
        0xFBE5_C405_7902_814C
    ),
    Vector(
        239,
        0x9E37_79B1_85EB_CA87,
        0xB063_19FD_7FE9_E5DE,
        0x5BF9_B340_3D74_A9CB,
        0xFBE5_C405_7902_814C
    ),
    Vector(
        240,
        0x0000_0000_0000_0000,
        0x4EC6_0530_B812_7659,
        0xEAB8_BEC4_0F8D_1376,
        0xE205_5F1C_FD71_862F
    ),
    Vector(
        240,
        0x9E37_79B1_85EB_CA87,
        0x2E26_C4FE_AD10_4628,
        0xEAB8_BEC4_0F8D_1376,
        0xE205_5F1C_FD71_862F
    ),
    Vector(
        241,
        0x0000_0000_0000_0000,
        0x21A6_22DE_21A3_7D71,
        0x4EFD_C758_1B69_E849,
        0x21A6_22DE_21A3_7D71
    ),
    Vector(
        241,
        0x9E37_79B1_85EB_CA87,
        0x85E4_D328_3018_DB1B,
        0x4EFD_C758_1B69_E849,
        0x21A6_22DE_21A3_7D71
    ),
    Vector(
        255,
        0x0000_0000_0000_0000,
        0x5D9B_2CC3_09D3_AF82,
        0xE639_81F8_CEE4_1812,
        0x5D9B_2CC3_09D3_AF82
    ),
    Vector(
        255,
        0x9E37_79B1_85EB_CA87,
        0x2ED9_5BFF_E6EF_0621,
        0xE639_81F8_CEE4_1812,
        0x5D9B_2CC3_09D3_AF82
    ),
    Vector(
        256,
        0x0000_0000_0000_0000,
        0x5557_CF0C_70B7_F142,
        0x1D87_5BF2_829A_548E,
        0x5557_CF0C_70B7_F142
    ),
    Vector(
        256,
        0x9E37_79B1_85EB_CA87,
        0xB009_4849_43DE_1E03,
        0x1D87_5BF2_829A_548E,
        0x5557_CF0C_70B7_F142
    ),
    Vector(
        257,
        0x0000_0000_0000_0000,
        0xA732_BBAD_1947_CBF2,
        0x61B0_642C_2C09_2095,
        0xA732_BBAD_1947_CBF2
    ),
    Vector(
        257,
        0x9E37_79B1_85EB_CA87,
        0x976D_82EE_F352_200E,
        0x61B0_642C_2C09_2095,
        0xA732_BBAD_1947_CBF2
    ),
    Vector(
        511,
        0x0000_0000_0000_0000,
        0xC4B3_3AD8_9FE2_1341,
        0x211A_88F6_AC35_7611,
        0xC4B3_3AD8_9FE2_1341
    ),
    Vector(
        511,
        0x9E37_79B1_85EB_CA87,
        0x207F_A902_3C83_1750,
        0x211A_88F6_AC35_7611,
        0xC4B3_3AD8_9FE2_1341
    ),
    Vector(
        512,
        0x0000_0000_0000_0000,
        0xF4DF_848A_519B_BDBF,
        0x68DA_502C_1C13_636D,
        0xF4DF_848A_519B_BDBF
    ),
    Vector(
        512,
        0x9E37_79B1_85EB_CA87,
        0x91E6_05EB_7C72_0E5A,
        0x68DA_502C_1C13_636D,
        0xF4DF_848A_519B_BDBF
    ),
    Vector(
        513,
        0x0000_0000_0000_0000,
        0x8747_D1E1_28AE_CE65,
        0xF5FC_E02D_84D6_BB10,
        0x8747_D1E1_28AE_CE65
    ),
    Vector(
        513,
        0x9E37_79B1_85EB_CA87,
        0x28D4_3B08_626E_AB60,
        0xF5FC_E02D_84D6_BB10,
        0x8747_D1E1_28AE_CE65
    ),
    Vector(
        1023,
        0x0000_0000_0000_0000,
        0x1E34_E7B1_CCE8_D454,
        0x0885_A30A_C5BB_6387,
        0x1E34_E7B1_CCE8_D454
    ),
    Vector(
        1023,
        0x9E37_79B1_85EB_CA87,
        0x5B31_63EA_2990_32BD,
        0x0885_A30A_C5BB_6387,
        0x1E34_E7B1_CCE8_D454
    ),
    Vector(
        1024,
        0x0000_0000_0000_0000,
        0x5B63_567E_2DE8_3C64,
        0x90B9_3E6B_171D_7BDB,
        0x5B63_567E_2DE8_3C64
    ),
    Vector(
        1024,
        0x9E37_79B1_85EB_CA87,
        0xDAEE_0FE7_A3F6_DE9E,
        0x90B9_3E6B_171D_7BDB,
        0x5B63_567E_2DE8_3C64
    ),
    Vector(
        1025,
        0x0000_0000_0000_0000,
        0x8BE1_2FD2_8501_A6FA,
        0x0B0C_D361_C73B_3F56,
        0x8BE1_2FD2_8501_A6FA
    ),
    Vector(
        1025,
        0x9E37_79B1_85EB_CA87,
        0xF586_F260_0E9C_B820,
        0x0B0C_D361_C73B_3F56,
        0x8BE1_2FD2_8501_A6FA
    ),
    Vector(
        1087,
        0x0000_0000_0000_0000,
        0x0D99_E79D_EAEB_927E,
        0x055C_342D_4D56_278D,
        0x0D99_E79D_EAEB_927E
    ),
    Vector(
        1087,
        0x9E37_79B1_85EB_CA87,
        0xECFA_74E3_CDD1_57F3,
        0x055C_342D_4D56_278D,
        0x0D99_E79D_EAEB_927E
    ),
    Vector(
        1088,
        0x0000_0000_0000_0000,
        0x734A_A377_4813_D44C,
        0xAEC9_9F0C_82E4_CC5A,
        0x734A_A377_4813_D44C
    ),
    Vector(
        1088,
        0x9E37_79B1_85EB_CA87,
        0xD5E4_C780_CBD8_9234,
        0xAEC9_9F0C_82E4_CC5A,
        0x734A_A377_4813_D44C
    ),
    Vector(
        1089,
        0x0000_0000_0000_0000,
        0x34D1_3E4E_DF89_1958,
        0x2F2A_919E_616D_EFD6,
        0x34D1_3E4E_DF89_1958
    ),
    Vector(
        1089,
        0x9E37_79B1_85EB_CA87,
        0xE0C7_4656_D74E_B568,
        0x2F2A_919E_616D_EFD6,
        0x34D1_3E4E_DF89_1958
    ),
    Vector(
        2047,
        0x0000_0000_0000_0000,
        0x1804_38CC_B0C7_8607,
        0xF6A5_F3A7_D74D_4DBF,
        0x1804_38CC_B0C7_8607
    ),
    Vector(
        2047,
        0x9E37_79B1_85EB_CA87,
        0xDB48_A4BE_A68B_7D7B,
        0xF6A5_F3A7_D74D_4DBF,
        0x1804_38CC_B0C7_8607
    ),
    Vector(
        2048,
        0x0000_0000_0000_0000,
        0xCCDD_8136_7C67_96CA,
        0x9E69_65B3_7AC2_BA91,
        0xCCDD_8136_7C67_96CA
    ),
    Vector(
        2048,
        0x9E37_79B1_85EB_CA87,
        0xA727_DED1_DD5D_8667,
        0x9E69_65B3_7AC2_BA91,
        0xCCDD_8136_7C67_96CA
    ),
    Vector(
        2049,
        0x0000_0000_0000_0000,
        0x0AEE_C13D_1C00_CF2B,
        0xC6C0_966E_55C8_9A73,
        0x0AEE_C13D_1C00_CF2B
    ),
    Vector(
        2049,
        0x9E37_79B1_85EB_CA87,
        0x24F3_5B0A_4657_7FDD,
        0xC6C0_966E_55C8_9A73,
        0x0AEE_C13D_1C00_CF2B
    ),
    Vector(
        4096,
        0x0000_0000_0000_0000,
        0x8171_299F_A21F_6794,
        0xAFA5_3A8F_6C9B_4E31,
        0x8171_299F_A21F_6794
    ),
    Vector(
        4096,
        0x9E37_79B1_85EB_CA87,
        0x76BC_2469_07F7_5847,
        0xAFA5_3A8F_6C9B_4E31,
        0x8171_299F_A21F_6794
    ),
    Vector(
        10000,
        0x0000_0000_0000_0000,
        0x62A9_6DC7_249F_9360,
        0x0030_CFE8_D349_F605,
        0x62A9_6DC7_249F_9360
    ),
    Vector(
        10000,
        0x9E37_79B1_85EB_CA87,
        0x3BBF_4CB5_C721_BC66,
        0x0030_CFE8_D349_F605,
        0x62A9_6DC7_249F_9360
    ),
    Vector(
        65537,
        0x0000_0000_0000_0000,
        0x008A_97FE_396D_7227,
        0x3F93_D9F6_BE85_EFF9,
        0x008A_97FE_396D_7227
    ),
    Vector(
        65537,
        0x0000_0000_0000_0001,
        0xF332_47C7_BEDC_B616,
        0x3F93_D9F6_BE85_EFF9,
        0x008A_97FE_396D_7227
    ),
]

@Suite struct ChecksumTests {
    @Test func xxh3AgreesWithTheOracle() {
        for vector in vectors {
            let bytes = vector.bytes
            let span = unsafe bytes.span.bytes
            #expect(span.xxh3(seed: vector.seed) == vector.hash64, "\(vector.count)")
            #expect(span.xxh3_128 == vector.hash128, "\(vector.count)")
        }
    }

    /// Goal: pieces of any size give the hash of the whole. Method: random pieces.
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func xxh3InPiecesIsTheHashOfTheWhole(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for vector in vectors {
            let bytes = vector.bytes
            var stream = XXH3Stream(seed: vector.seed)
            var plain = XXH3Stream()
            var at = 0
            while at < bytes.count {
                let count = min(
                    bytes.count - at,
                    [1, 63, 64, 65, 1024, 3000].randomElement(using: &random) ?? 1
                )
                unsafe stream.update(bytes.span.bytes.extracting(at..<(at + count)))
                unsafe plain.update(bytes.span.bytes.extracting(at..<(at + count)))
                at += count
            }
            #expect(stream.hash64() == vector.hash64, "seed \(seed), \(vector.count)")
            #expect(plain.hash128() == vector.hash128, "seed \(seed), \(vector.count)")
        }
    }

    /// Goal: what the processor does and what plain C does are the same. Every length to 1,100.
    @Test func plainAndFastAgree() {
        var random = SeededRandom(seed: 7)
        let bytes = (0..<1100).map { _ in UInt8.random(in: 0...255, using: &random) }
        unsafe bytes.withUnsafeBytes { all in
            for count in 0...1100 {
                let seed = UInt64(count) &* 0x9E37_79B9
                let start = all.baseAddress
                #expect(
                    unsafe chash_xxh3_64(start, count, seed)
                        == chash_xxh3_64_plain(start, count, seed)
                )
                #expect(
                    unsafe chash_crc32c(1, start, count) == chash_crc32c_plain(1, start, count)
                )
            }
        }
    }

    /// RFC 3720, appendix B.4, and the check value of the catalogue of CRCs.
    @Test func crc32cOfKnownBytes() {
        let table: [(bytes: [UInt8], crc: UInt32)] = [
            ([], 0),
            (Array("123456789".utf8), 0xE306_9283),
            ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
            ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
            (Array(0..<32), 0x46DD_794E),
            (Array((0..<32).reversed()), 0x113F_DB5C),
        ]
        for (bytes, crc) in table {
            let found = unsafe bytes.span.bytes.crc32c()
            #expect(found == crc)
        }
        let padded: [UInt8] = [9] + Array("123456789".utf8) + [9]
        let inside = unsafe padded.span.bytes.crc32c(of: 1..<10)
        #expect(inside == 0xE306_9283)
    }
}
