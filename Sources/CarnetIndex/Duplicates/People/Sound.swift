import CarnetBytes

/// How a folded name sounds, roughly and in any European language: letters that are written for
/// one another fall together, vowels behind the first letter go.
struct Sound {
    /// At most twelve letters, five bits each, the first in the lowest.
    private(set) var code: UInt64 = 0
    private(set) var count = 0

    init(_ name: RawSpan) {
        var index = 0
        let end = name.byteCount
        var last: UInt8 = 0
        while index < end {
            let byte = name.byte(at: index)
            let next = index &+ 1 < end ? name.byte(at: index &+ 1) : 0
            var step = 1
            var letter = byte
            switch (byte, next) {
            case (UInt8(ascii: "p"), UInt8(ascii: "h")):
                letter = UInt8(ascii: "f")
                step = 2
            case (UInt8(ascii: "c"), _), (UInt8(ascii: "q"), _): letter = UInt8(ascii: "k")
            case (UInt8(ascii: "d"), UInt8(ascii: "t")):
                letter = UInt8(ascii: "t")
                step = 2
            case (UInt8(ascii: "d"), _): letter = UInt8(ascii: "t")
            case (UInt8(ascii: "z"), _), (UInt8(ascii: "x"), _): letter = UInt8(ascii: "s")
            case (UInt8(ascii: "w"), _): letter = UInt8(ascii: "v")
            case (UInt8(ascii: "y"), _), (UInt8(ascii: "j"), _): letter = UInt8(ascii: "i")
            case (UInt8(ascii: "h"), _): letter = 0
            default: break
            }
            index &+= step
            guard letter != 0 else { continue }
            if Self.isVowel(letter) {
                if count == 0 { append(Self.firstVowel(byte, next)) }
                last = 0
                continue
            }
            if letter == last { continue }
            last = letter
            append(letter)
        }
    }

    private mutating func append(_ letter: UInt8) {
        guard count < 12 else { return }
        let five = letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") ? letter & 31 : 31
        code |= UInt64(five) << UInt64(count &* 5)
        count &+= 1
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"):
            true
        default: false
        }
    }

    /// The vowel that a name begins with: "au" and "eau" sound like "o", "y" and "j" like "i".
    private static func firstVowel(_ byte: UInt8, _ next: UInt8) -> UInt8 {
        switch (byte, next) {
        case (UInt8(ascii: "a"), UInt8(ascii: "u")): UInt8(ascii: "o")
        case (UInt8(ascii: "y"), _), (UInt8(ascii: "j"), _): UInt8(ascii: "i")
        default: byte
        }
    }

    /// A hash of the whole, never 0.
    var hash: UInt32 {
        let mixed = (code &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32) | 1
    }

    /// The first three letters.
    var start: UInt32 { UInt32(truncatingIfNeeded: code & 0x7FFF) | 0x8000 }
}
