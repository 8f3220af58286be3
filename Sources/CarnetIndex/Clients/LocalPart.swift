import CarnetBytes

/// What stands before the @ of an e-mail, as a code of its first six characters: digits of a
/// number of base 40, the first one the highest, 0 where it ends. All e-mails whose local part
/// begins alike lie in one range of codes.
///
/// Letters, digits, the dot and the hyphen have digits of their own; the underscore and all else
/// share the last one, so where it stands, and past six characters, the record decides.
enum LocalPart {
    static let characterCount = 6
    private static let base: UInt32 = 40
    private static let other: UInt32 = 39

    /// The code of a folded local part.
    static func code(_ local: RawSpan) -> UInt32 {
        var code: UInt32 = 0
        for index in 0..<characterCount {
            code = code &* base
            if index < local.byteCount { code &+= digit(local.byte(at: index)) }
        }
        return code
    }

    /// How many codes begin like that of a local part of `count` bytes.
    static func span(_ count: Int) -> UInt64 {
        var span: UInt64 = 1
        for _ in min(count, characterCount)..<characterCount { span &*= UInt64(base) }
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

    private static func digit(_ byte: UInt8) -> UInt32 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte &- UInt8(ascii: "a")) &+ 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- UInt8(ascii: "0")) &+ 27
        case UInt8(ascii: "."): 37
        case UInt8(ascii: "-"): 38
        default: other
        }
    }
}
