import CarnetBytes
import CarnetModel

// KEY OF A TOKEN: 35 bits of code, 29 bits of number.
// CODE: seven symbols of five bits, the first uppermost, zeros behind the last.
// LETTER: a to z one symbol, 2 to 27; the others one for their group and one for which of it:
//   1       U+0020 to 003F but !, and the mark of a domain
//   28      U+03B0 to 03CF, Greek
//   29, 30  U+0430 to 044F and U+0450 to 046F, Cyrillic
//   31      whatever else: several letters share what follows

/// How a token begins, so short that it stands in a key beside the token's number: seven letters
/// of most names, three and a half Greek or Cyrillic ones. Tokens that begin alike have keys side
/// by side; which beginnings come first means nothing.
struct TokenCode {
    static let symbolCountMax = 7
    /// The symbol behind which only the token's own bytes tell the letter.
    static let otherGroup: UInt8 = 31
    /// The first key behind all domains.
    static let endOfDomains = UInt64(0b00001_00010) << 54
    private static let symbolBits: UInt64 = 5
    private static let tokenMask: UInt64 = 1 << 29 - 1

    /// The symbols, in the upper 35 bits.
    private(set) var bits: UInt64 = 0
    private(set) var symbolCount = 0
    /// Whether the code says all of the bytes.
    private(set) var isWhole = true

    /// O(1): at most seven letters are read.
    init(_ bytes: RawSpan) {
        var offset = 0
        while offset < bytes.byteCount, symbolCount < Self.symbolCountMax {
            let byte = bytes.byte(at: offset)
            if byte &- 0x61 < 26 {
                append(byte &- 0x5F)
                offset &+= 1
                continue
            }
            let scalar = bytes.scalar(at: offset)
            if let scalar, let letter = TokenLetter(scalar.value) {
                append(letter.group)
                append(letter.rest)
            } else {
                append(Self.otherGroup)
                append(byte & 31)
                isWhole = false
            }
            offset &+= scalar?.byteCount ?? 1
        }
        if offset < bytes.byteCount { isWhole = false }
    }

    private mutating func append(_ symbol: UInt8) {
        guard symbolCount < Self.symbolCountMax else {
            isWhole = false
            return
        }
        bits |= UInt64(symbol) << Self.shift(symbolCount)
        symbolCount &+= 1
    }

    /// The key of a token that begins so. Numbers fit 29 bits, as places in the arena do.
    func key(of token: UInt32) -> UInt64 { bits | UInt64(token) }

    @inline(__always)
    static func token(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key & tokenMask) }

    /// The symbol at `index` of a key, which is below seven; 0 where the token has ended.
    @inline(__always)
    static func symbol(_ index: Int, of key: UInt64) -> UInt8 {
        UInt8(truncatingIfNeeded: key >> shift(index)) & 31
    }

    /// The key with another symbol at `index`, and nothing behind it.
    @inline(__always)
    static func start(of symbol: Int, _ index: Int, behind key: UInt64) -> UInt64 {
        let shift = shift(index)
        let kept = shift &+ symbolBits  // 64 for the first symbol: nothing is kept
        return (key >> kept) << kept | UInt64(symbol) << shift
    }

    /// The first key behind all that share the first `count` symbols of this one, from one on.
    @inline(__always)
    static func end(of key: UInt64, sharing count: Int) -> UInt64 {
        let shift = shift(count &- 1)
        let (end, isPast) = ((key >> shift) << shift).addingReportingOverflow(1 << shift)
        return isPast ? .max : end
    }

    /// How many symbols two keys share at their beginning.
    @inline(__always)
    static func sharedCount(_ a: UInt64, _ b: UInt64) -> Int {
        min((a ^ b).leadingZeroBitCount / 5, symbolCountMax)
    }

    @inline(__always)
    private static func shift(_ index: Int) -> UInt64 {
        59 &- symbolBits &* UInt64(truncatingIfNeeded: index)
    }
}

/// A letter that a code tells from all others, as a small number: its symbol for a to z, and from
/// 32 on those that need two.
struct TokenLetter {
    static let count = 32 + 4 * 32

    let number: Int

    /// Nil for a scalar that has no code of its own.
    @inline(__always)
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x61...0x7A: number = Int(scalar &- 0x5F)
        case UInt32(TokenIndex.domainMark): number = 33
        case 0x21: return nil
        case 0x20...0x3F: number = 32 &+ Int(scalar &- 0x20)
        case 0x3B0...0x3CF: number = 64 &+ Int(scalar &- 0x3B0)
        case 0x430...0x46F: number = 96 &+ Int(scalar &- 0x430)
        default: return nil
        }
    }

    /// The one that these two symbols say.
    @inline(__always)
    init(group: UInt8, _ rest: UInt8) {
        number = (group == 1 ? 32 : Int(group &- 26) &* 32) &+ Int(rest)
    }

    /// Its first symbol.
    @inline(__always)
    var group: UInt8 {
        number < 32 ? UInt8(number) : number < 64 ? 1 : UInt8(26 &+ number >> 5)
    }

    /// The second, of those that have two.
    @inline(__always)
    var rest: UInt8 { UInt8(number & 31) }
}
