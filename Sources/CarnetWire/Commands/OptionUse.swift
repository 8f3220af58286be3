/// An option of one command: a word in upper case, and the values behind it.
public struct OptionUse: Hashable, Sendable {
    public let id: OptionID
    /// None for a flag.
    public let values: [Positional]
    /// The values go on up to the next word that starts with a letter; where the command has no
    /// pairs, up to the next one in upper case.
    public let takesMany: Bool
    /// The option may stand several times.
    public let mayRepeat: Bool
    public let isRequired: Bool
    public let summary: String

    public init(
        _ id: OptionID,
        values: [Positional],
        takesMany: Bool = false,
        mayRepeat: Bool = false,
        isRequired: Bool = false,
        _ summary: String
    ) {
        precondition(values.count <= 2 && !(takesMany && values.count != 1))
        self.id = id
        self.values = values
        self.takesMany = takesMany
        self.mayRepeat = mayRepeat
        self.isRequired = isRequired
        self.summary = summary
    }

    /// A flag.
    public init(_ id: OptionID, _ summary: String) { self.init(id, values: [], summary) }

    /// An option with one value, or with many of one kind.
    public init(
        _ id: OptionID,
        _ value: String,
        _ kind: ValueKind,
        takesMany: Bool = false,
        mayRepeat: Bool = false,
        isRequired: Bool = false,
        _ summary: String
    ) {
        self.init(
            id,
            values: [Positional(value, kind)],
            takesMany: takesMany,
            mayRepeat: mayRepeat,
            isRequired: isRequired,
            summary
        )
    }

    /// As a usage line shows it.
    public var usage: String {
        var text = ([id.token] + values.map(\.usage)).joined(separator: " ")
        if takesMany { text += " …" }
        if isRequired { return text }
        return mayRepeat ? "[\(text)] …" : "[\(text)]"
    }
}

// The options that mean the same everywhere.
extension OptionUse {
    static let key = OptionUse(
        .key,
        "key",
        .word,
        "idempotency: the same key again within 24 hours answers what the first call answered"
    )
    static let ifVersion = OptionUse(
        .ifVersion,
        "version",
        .number,
        "refuse with STALE unless the record has this version"
    )
    static let fields = OptionUse(.fields, "f,f", .fieldList, "only these fields")
    static let limit = OptionUse(
        .limit,
        "count",
        .number,
        "at most so many, 1 to 1,000; 20 where it is left out"
    )
    static let after = OptionUse(
        .after,
        "cursor",
        .cursor,
        "go on behind the page whose reply had this cursor"
    )
    static let asof = OptionUse(
        .asof,
        "time",
        .time,
        "answer from the state at that time, as far as the log is kept; takes as long as reading it"
    )
    static let online = OptionUse(
        .online,
        "it comes from the person, as from a booking widget: refused where an address is kept out"
    )
    static let dryRun = OptionUse(.dryRun, "answer what would happen, and change nothing")
    static let durable = OptionUse(
        .durable,
        "always",
        .choice(["always"]),
        "answer once it would survive a power cut, whatever the server's level"
    )

    /// Those of every command that appends events.
    static let ofWrites: [OptionUse] = [.key, .durable]
}
