import CHash

/// 128 bits of a checksum.
public struct Hash128: Hashable, Sendable {
    public static let zero = Hash128(high: 0, low: 0)
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

/// Checksums of bytes in memory: CRC32C for small fixed things (headers, records), XXH3 for bodies
/// and files. Neither protects against somebody who forges on purpose.
extension RawSpan {
    /// CRC32C (Castagnoli) of all bytes. About 5 GB/s by the processor's instruction.
    public func crc32c() -> UInt32 {
        unsafe withUnsafeBytes { unsafe chash_crc32c(0, $0.baseAddress, $0.count) }
    }

    /// CRC32C of the bytes of `range`, which must lie inside.
    public func crc32c(of range: Range<Int>) -> UInt32 { extracting(range).crc32c() }

    /// XXH3 with 64 bits. About 10 GB/s for long inputs.
    public func xxh3(seed: UInt64 = 0) -> UInt64 {
        unsafe withUnsafeBytes { unsafe chash_xxh3_64($0.baseAddress, $0.count, seed) }
    }

    /// XXH3 with 128 bits, seed 0.
    public var xxh3_128: Hash128 {
        unsafe withUnsafeBytes {
            Hash128(unsafe chash_xxh3_128($0.baseAddress, $0.count, 0))
        }
    }
}

extension RawSpan {
    /// Whether every byte is zero. O(length), as fast as the memory.
    public var isZero: Bool {
        unsafe withUnsafeBytes { unsafe chash_is_zero($0.baseAddress, $0.count) != 0 }
    }

    /// How many bytes are left without the zeros at the end. O(length).
    public var byteCountWithoutZeros: Int {
        unsafe withUnsafeBytes { unsafe chash_count_without_zeros($0.baseAddress, $0.count) }
    }
}

extension Hash128 {
    init(_ value: chash_128) {
        self.init(high: value.high, low: value.low)
    }
}

/// XXH3 of bytes that come piecewise: equal to the hash of all of them at once. Reading the hash
/// does not end it. 1.4 KiB, no allocation.
@safe public struct XXH3Stream: ~Copyable, Sendable {
    private var state = chash_xxh3_stream()

    public init(seed: UInt64 = 0) { reset(seed: seed) }

    /// Begins anew.
    public mutating func reset(seed: UInt64 = 0) {
        unsafe withUnsafeMutablePointer(to: &state) { unsafe chash_xxh3_reset($0, seed) }
    }

    public mutating func update(_ bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { source in
            unsafe withUnsafeMutablePointer(to: &state) {
                unsafe chash_xxh3_update($0, source.baseAddress, source.count)
            }
        }
    }

    /// The 64-bit hash of what came so far.
    public func hash64() -> UInt64 {
        unsafe withUnsafePointer(to: state) { unsafe chash_xxh3_digest_64($0) }
    }

    /// The 128-bit hash of what came so far.
    public func hash128() -> Hash128 {
        Hash128(unsafe withUnsafePointer(to: state) { unsafe chash_xxh3_digest_128($0) })
    }
}
