/// What an e-mail address says of the person behind it, or does not.
public struct MailTraits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// At a provider that anybody may use: the domain says nothing, the user part much.
    public static let freemail = MailTraits(rawValue: 1 << 0)
    /// Forwards for one booking, one site or one week: says nothing of who it is.
    public static let relay = MailTraits(rawValue: 1 << 1)
    /// A post or a desk, not a person: info@, reception@. Several persons may share it.
    public static let role = MailTraits(rawValue: 1 << 2)
    /// Typed where there is none: noemail@noemail.com, client@gmail.com.
    public static let placeholder = MailTraits(rawValue: 1 << 3)
    /// Asks that nobody writes: noreply@.
    public static let noReply = MailTraits(rawValue: 1 << 4)
    /// The domain was mistyped and has been read as what was meant.
    public static let corrected = MailTraits(rawValue: 1 << 5)
    /// Had a tag ("+hotel") or dots that its provider does not look at.
    public static let rewritten = MailTraits(rawValue: 1 << 6)

    /// Two clients who share such an address need not have to do with one another.
    public static let saysNothing: MailTraits = [.relay, .placeholder, .noReply]
}

/// What one provider does with the user part of an address.
struct MailRules: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// Dots make no difference.
    static let dots = MailRules(rawValue: 1 << 0)
    /// A hyphen begins a tag (Yahoo, whose names have none).
    static let hyphenTag = MailRules(rawValue: 1 << 1)
    /// Hyphens and underscores make no difference.
    static let separators = MailRules(rawValue: 1 << 2)
    /// Hyphens count as dots (Yandex).
    static let hyphenIsDot = MailRules(rawValue: 1 << 3)
    /// Addresses there are forwards.
    static let relay = MailRules(rawValue: 1 << 4)
    /// Whole address at a domain below this one; what stands before it is the user (Fastmail).
    static let userInDomain = MailRules(rawValue: 1 << 5)
    /// Nobody has an address there: example.com.
    static let placeholder = MailRules(rawValue: 1 << 6)
}
