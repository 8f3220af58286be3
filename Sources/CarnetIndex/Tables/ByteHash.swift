import CarnetBytes

/// A seeded 64-bit hash of bytes or of one integer: fast on the 5 to 40 bytes that names, e-mails
/// and references have, and not to be foreseen without the seed, so that nobody can send keys
/// that fall on one another. Not stable between processes; never stored.
///
/// Sixteen bytes a step go through a 64×64 → 128-bit multiplication whose halves are folded by
/// exclusive or. Source: Wang Yi, Diego Barrios Romero and others, "Modern Non-Cryptographic Hash
/// Function and Pseudorandom Number Generator" (wyhash, final version 4), whose constants these
/// are.
struct ByteHash: Sendable {
    private static let first: UInt64 = 0x2d35_8dcc_aa6c_78a5
    private static let second: UInt64 = 0x8bb8_4b93_962e_acc9
    private static let third: UInt64 = 0x4b33_a62e_d433_d4a3

    private let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed ^ Self.mixed(seed ^ Self.first, Self.second)
    }

    /// The hash of an integer. O(1).
    func hash(_ value: UInt64) -> UInt64 {
        Self.mixed(Self.mixed(value ^ Self.second, seed ^ Self.first), Self.third)
    }

    /// The hash of bytes. O(length).
    func hash(_ bytes: RawSpan) -> UInt64 {
        hash(bytes, loweringBit: 0)
    }

    /// The hash of the bytes with ASCII capitals made small, or nil where a byte is not ASCII.
    /// O(length), without writing the small letters anywhere.
    func hashLoweringASCII(_ bytes: RawSpan) -> UInt64? {
        bytes.isASCII ? hash(bytes, loweringBit: 0x20) : nil
    }

    @inline(__always)
    private func hash(_ bytes: RawSpan, loweringBit bit: UInt64) -> UInt64 {
        let count = bytes.byteCount
        var state = seed
        var low: UInt64 = 0
        var high: UInt64 = 0
        if count > 16 {
            var offset = 0
            while offset &+ 16 < count {
                let one = Self.lowered(bytes.littleEndianUInt64(at: offset), bit)
                let other = Self.lowered(bytes.littleEndianUInt64(at: offset &+ 8), bit)
                state = Self.mixed(one ^ Self.second, other ^ state)
                offset &+= 16
            }
            low = bytes.littleEndianUInt64(at: count &- 16)
            high = bytes.littleEndianUInt64(at: count &- 8)
        } else if count >= 8 {
            low = bytes.littleEndianUInt64(at: 0)
            high = bytes.littleEndianUInt64(at: count &- 8)
        } else if count >= 4 {
            low = UInt64(bytes.littleEndianUInt32(at: 0))
            high = UInt64(bytes.littleEndianUInt32(at: count &- 4))
        } else if count > 0 {
            low = UInt64(bytes.byte(at: 0)) << 16 | UInt64(bytes.byte(at: count >> 1)) << 8
            low |= UInt64(bytes.byte(at: count &- 1))
        }
        low = Self.lowered(low, bit)
        high = Self.lowered(high, bit)
        let folded = Self.mixed(low ^ Self.second, high ^ state)
        return Self.mixed(folded ^ Self.first ^ UInt64(count), Self.third ^ state)
    }

    /// Sets `bit` in each byte that is an ASCII capital. The bytes are ASCII, or `bit` is 0.
    @inline(__always)
    private static func lowered(_ word: UInt64, _ bit: UInt64) -> UInt64 {
        if bit == 0 { return word }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let atLeastA = word &+ ones &* (0x80 - 0x41)
        let aboveZ = word &+ ones &* (0x80 - 0x5B)
        let capitals = (atLeastA & ~aboveZ) >> 7 & ones
        return word | capitals &* bit
    }

    private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}

extension RawSpan {
    /// Whether no byte is above 0x7F. O(length).
    var isASCII: Bool {
        var bits: UInt64 = 0
        var index = 0
        while index &+ 8 <= byteCount {
            bits |= littleEndianUInt64(at: index)
            index &+= 8
        }
        while index < byteCount {
            bits |= UInt64(byte(at: index))
            index &+= 1
        }
        return bits & 0x8080_8080_8080_8080 == 0
    }
}
