/// An argument that is known by its place.
public struct Positional: Hashable, Sendable {
    public let name: String
    public let kind: ValueKind
    public let isOptional: Bool
    /// The last one may take all the words up to the first option.
    public let repeats: Bool
    /// Whether the command itself says that it is missing, naming a rule, where the words alone would
    /// be ERR.
    public let isAskedByRule: Bool

    public init(
        _ name: String,
        _ kind: ValueKind,
        isOptional: Bool = false,
        repeats: Bool = false,
        isAskedByRule: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.isOptional = isOptional || isAskedByRule
        self.repeats = repeats
        self.isAskedByRule = isAskedByRule
    }

    public static let tenant = Positional("tenant", .tenant)
    public static let id = Positional("id", .id)

    /// As a usage line shows it.
    var usage: String {
        let one: String
        if case .choice(let words) = kind { one = words.joined(separator: "|") } else { one = name }
        let text = repeats ? "\(one) …" : one
        return isOptional && !isAskedByRule ? "[\(text)]" : text
    }
}
