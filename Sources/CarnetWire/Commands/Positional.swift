/// An argument that is known by its place.
public struct Positional: Hashable, Sendable {
    public let name: String
    public let kind: ValueKind
    public let isOptional: Bool
    /// The last one may take all the words up to the first option.
    public let repeats: Bool

    public init(_ name: String, _ kind: ValueKind, isOptional: Bool = false, repeats: Bool = false)
    {
        self.name = name
        self.kind = kind
        self.isOptional = isOptional
        self.repeats = repeats
    }

    public static let tenant = Positional("tenant", .tenant)
    public static let id = Positional("id", .id)

    /// As a usage line shows it.
    var usage: String {
        let one: String
        if case .choice(let words) = kind { one = words.joined(separator: "|") } else { one = name }
        let text = repeats ? "\(one) …" : one
        return isOptional ? "[\(text)]" : text
    }
}
