public import CarnetBytes

/// A phone number as ITU-T E.164 has it: calling code and national number, at most 15 digits.
///
/// It is kept as one integer, which loses nothing: no calling code begins with 0, and a zero that
/// belongs to a national number (Italy's) stands behind its calling code. An extension is no part
/// of it.
public struct PhoneNumber: Hashable, Comparable, Sendable {
    /// The longest number that E.164 allows, calling code included.
    public static let digitCountMax = 15

    /// All digits, without the plus, as one decimal number.
    public let digits: UInt64

    /// Nil for zero and for more than 15 digits. Whether the calling code is in use is not looked
    /// at: what was stored stays readable when a numbering plan changes.
    public init?(e164Digits digits: UInt64) {
        guard digits > 0 && digits < 1_000_000_000_000_000 else { return nil }
        self.digits = digits
    }

    /// How many digits there are, the calling code's included: 1 to 15.
    public var digitCount: Int {
        var count = 1
        var bound: UInt64 = 10
        while digits >= bound {
            bound &*= 10
            count &+= 1
        }
        return count
    }

    /// The last `count` digits as a number, all of them when there are fewer. Compare suffixes of
    /// the same count only: the value says nothing of zeros in front.
    public func suffix(_ count: Int) -> UInt64 {
        guard count < Self.digitCountMax else { return digits }
        var modulus: UInt64 = 1
        for _ in 0..<max(0, count) { modulus &*= 10 }
        return digits % modulus
    }

    /// Appends `+` and the digits.
    public func write(to writer: inout ByteWriter) {
        writer.append(UInt8(ascii: "+"))
        writer.append(decimal: digits)
    }

    /// `+` and the digits. For what is not on a hot path.
    public var text: String { "+\(digits)" }

    /// By the integer, so numbers of fewer digits come first.
    public static func < (a: PhoneNumber, b: PhoneNumber) -> Bool { a.digits < b.digits }
}
