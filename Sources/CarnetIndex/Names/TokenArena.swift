import CarnetBytes

// A TOKEN: one byte with its length, its bytes, and zeros up to a multiple of four. A free piece
// holds the offset of the next free one of its size, in words of four bytes.

/// The bytes of the distinct tokens of one tenant, one behind the other. What a token leaves is
/// taken again by the next of its length, so nothing is ever moved.
struct TokenArena: Sendable {
    static let tokenByteCountMax = 63
    private static let absent = UInt32.max

    private var bytes: [UInt8] = []
    /// The first free piece of each size in words.
    private var free = [UInt32](repeating: absent, count: 17)

    init() {}

    var byteCount: Int { bytes.capacity &+ 32 &+ free.capacity &* 4 &+ 32 }

    /// The token at a place that `add` gave.
    @_lifetime(borrow self)
    @inline(__always)
    func token(at place: UInt32) -> RawSpan {
        let offset = Int(place) &* 4
        return bytes.rawBytes.extracting(
            (offset &+ 1)..<(offset &+ 1 &+ Int(bytes[offset]))
        )
    }

    /// How many bytes a token has.
    @inline(__always)
    func byteCount(at place: UInt32) -> Int { Int(bytes[Int(place) &* 4]) }

    /// Keeps a token of at most 63 bytes and answers its place.
    mutating func add(_ token: RawSpan) -> UInt32 {
        precondition(token.byteCount <= Self.tokenByteCountMax)
        let words = (token.byteCount &+ 4) / 4
        let place = take(words)
        var offset = Int(place) &* 4
        bytes[offset] = UInt8(truncatingIfNeeded: token.byteCount)
        for index in 0..<token.byteCount {
            offset &+= 1
            bytes[offset] = token.byte(at: index)
        }
        return place
    }

    /// Gives the room of a token back.
    mutating func remove(at place: UInt32) {
        let offset = Int(place) &* 4
        let words = (Int(bytes[offset]) &+ 4) / 4
        let next = free[words]
        for index in 0..<4 {
            bytes[offset &+ index] = UInt8(truncatingIfNeeded: next >> UInt32(index &* 8))
        }
        free[words] = place
    }

    private mutating func take(_ words: Int) -> UInt32 {
        let place = free[words]
        guard place != Self.absent else {
            let end = bytes.count
            for _ in 0..<words &* 4 { bytes.appendSparing(0) }
            return UInt32(end / 4)
        }
        free[words] = bytes.rawBytes.littleEndianUInt32(at: Int(place) &* 4)
        return place
    }
}
