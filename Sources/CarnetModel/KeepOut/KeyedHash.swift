import CarnetBytes

/// SipHash-2-4 of 64 bits (Aumasson and Bernstein, 2012): a hash that tells nothing of its text to
/// who lacks the key.
public struct KeyedHash: Hashable, Sendable {
    /// The key as two little-endian halves.
    public let low: UInt64
    public let high: UInt64

    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// O(length).
    public func hash(_ text: RawSpan) -> UInt64 {
        var state = State(low, high)
        let whole = text.byteCount & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            state.take(text.littleEndianUInt64(at: offset))
        }
        var last = UInt64(truncatingIfNeeded: text.byteCount) << 56
        for index in whole..<text.byteCount {
            last |= UInt64(text.byte(at: index)) << UInt64((index &- whole) &* 8)
        }
        state.take(last)
        return state.finish()
    }

    private struct State {
        var a, b, c, d: UInt64

        init(_ low: UInt64, _ high: UInt64) {
            // "somepseudorandomlygeneratedbytes", as the algorithm has it.
            a = low ^ 0x736F_6D65_7073_6575
            b = high ^ 0x646F_7261_6E64_6F6D
            c = low ^ 0x6C79_6765_6E65_7261
            d = high ^ 0x7465_6462_7974_6573
        }

        mutating func take(_ word: UInt64) {
            d ^= word
            round()
            round()
            a ^= word
        }

        mutating func finish() -> UInt64 {
            c ^= 0xFF
            for _ in 0..<4 { round() }
            return a ^ b ^ c ^ d
        }

        private mutating func round() {
            a &+= b
            b = b << 13 | b >> 51
            b ^= a
            a = a << 32 | a >> 32
            c &+= d
            d = d << 16 | d >> 48
            d ^= c
            a &+= d
            d = d << 21 | d >> 43
            d ^= a
            c &+= b
            b = b << 17 | b >> 47
            b ^= c
            c = c << 32 | c >> 32
        }
    }
}
