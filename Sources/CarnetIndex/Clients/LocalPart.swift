import CarnetBytes

/// What stands before the @ of an e-mail, as a code of its first twelve characters: digits of a
/// number of base 40, the first one the highest, 0 where it ends. All e-mails whose local part
/// begins alike lie in one range of codes. Twelve, because most begin with a first name.
///
/// Letters, digits, the dot and the hyphen have digits of their own; the underscore and all else
/// share the last one, so where it stands, and past twelve characters, the record decides.
enum LocalPart {
    static let characterCount = 12
    private static let base: UInt64 = 40
    private static let other: UInt64 = 39

    /// The code of a folded local part.
    static func code(_ local: RawSpan) -> UInt64 {
        var code: UInt64 = 0
        for index in 0..<characterCount {
            code = code &* base
            if index < local.byteCount { code &+= digit(local.byte(at: index)) }
        }
        return code
    }

    /// What stands for a client in the order: the code of its local part above its number.
    static func key(_ code: UInt64, _ number: UInt32) -> UInt128 {
        UInt128(code) << 32 | UInt128(number)
    }

    /// The keys of all local parts that may begin so.
    static func keys(beginningWith local: RawSpan) -> Range<UInt128> {
        let low = code(local)
        return key(low, 0)..<key(low &+ span(local.byteCount), 0)
    }

    /// How many codes begin like that of a local part of `count` bytes.
    private static func span(_ count: Int) -> UInt64 {
        var span: UInt64 = 1
        for _ in min(count, characterCount)..<characterCount { span &*= base }
        return span
    }

    /// Whether a code decides alone who has a local part that begins so.
    static func isDecided(_ local: RawSpan) -> Bool {
        guard local.byteCount < characterCount else { return false }
        for index in 0..<local.byteCount where digit(local.byte(at: index)) == other {
            return false
        }
        return true
    }

    private static func digit(_ byte: UInt8) -> UInt64 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte &- UInt8(ascii: "a")) &+ 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte &- UInt8(ascii: "0")) &+ 27
        case UInt8(ascii: "."): 37
        case UInt8(ascii: "-"): 38
        default: other
        }
    }
}
