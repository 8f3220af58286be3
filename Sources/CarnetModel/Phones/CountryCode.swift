public import CarnetBytes

/// A country by its two letters of ISO 3166-1, as a tenant has one.
///
/// Known are all of ISO 3166-1 and three codes that telephony uses besides: AC (Ascension),
/// TA (Tristan da Cunha) and XK (Kosovo). Seven of them have no numbers of their own (AQ BV GS HM
/// PN TF UM): there `callingCode` is nil and national phone numbers can't be read.
public struct CountryCode: Hashable, Comparable, Sendable {
    /// The first letter in the high byte, the second in the low one, both upper-case ASCII.
    public let value: UInt16

    /// Reads two letters, whatever their case. Nil for anything else and for an unknown country.
    public init?(_ text: RawSpan) {
        guard text.byteCount == 2 else { return nil }
        let first = text.byte(at: 0) & 0xDF
        let second = text.byte(at: 1) & 0xDF
        self.init(UInt16(first) << 8 | UInt16(second))
    }

    /// Takes the stored form. Nil when no country has it.
    public init?(_ value: UInt16) {
        self.value = value
        guard NumberingPlan.row(ofCountry: value) != nil else { return nil }
    }

    /// The country's calling code, such as 49 for DE; shared by several in places (1, 7, 44, …).
    public var callingCode: Int? {
        NumberingPlan(country: self).map { Int($0.callingCode) }
    }

    /// Appends the two letters.
    public func write(to writer: inout ByteWriter) {
        writer.append(UInt8(truncatingIfNeeded: value >> 8))
        writer.append(UInt8(truncatingIfNeeded: value))
    }

    /// The two letters. For what is not on a hot path.
    public var text: String {
        var writer = ByteWriter(capacity: 2)
        write(to: &writer)
        return writer.bytes.text()
    }

    public static func < (a: CountryCode, b: CountryCode) -> Bool { a.value < b.value }
}
