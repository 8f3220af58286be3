/// What a field asks of its text.
public struct TextRule: Hashable, Sendable {
    public let byteCountMax: Int
    public let allowsNewline: Bool
    /// Whether spaces at both ends go.
    public let trims: Bool
    public let allowsEmpty: Bool
    public let allowsComma: Bool

    @inlinable
    public init(
        byteCountMax: Int,
        allowsNewline: Bool = false,
        trims: Bool = true,
        allowsEmpty: Bool = true,
        allowsComma: Bool = true
    ) {
        self.byteCountMax = byteCountMax
        self.allowsNewline = allowsNewline
        self.trims = trims
        self.allowsEmpty = allowsEmpty
        self.allowsComma = allowsComma
    }

    /// Names, company, salutation, city, source and custom texts.
    @inlinable public static var line: TextRule { TextRule(byteCountMax: 256) }

    /// Notes: several lines, kept as they are but for CR LF, which becomes LF.
    @inlinable
    public static var note: TextRule {
        TextRule(byteCountMax: 16 << 10, allowsNewline: true, trims: false)
    }

    /// A gender in the tenant's own words: nothing is derived from it (R-POL-11).
    @inlinable public static var gender: TextRule { TextRule(byteCountMax: 32) }

    /// A tag, kept as typed. Commas separate tags.
    @inlinable
    public static var tag: TextRule {
        TextRule(byteCountMax: 64, allowsEmpty: false, allowsComma: false)
    }

    /// A text in a field of the tenant's own.
    @inlinable
    public static var customText: TextRule { TextRule(byteCountMax: 256, allowsEmpty: false) }

    /// The caller's own reference.
    @inlinable
    public static var external: TextRule { TextRule(byteCountMax: 256, allowsEmpty: false) }
}
