import CarnetBytes

/// The aliases of one kind that a survivor has: names, e-mails or phones that it or a double went
/// by and that it does not show itself. Oldest first.
struct AliasList {
    /// The most aliases of one kind that a client keeps; the oldest are dropped.
    static let countMax = 16

    private let kind: ClientAlias
    /// What is shown itself and so is no alias.
    private let shown: ClientContent
    private var keys: Set<[UInt8]> = []
    private var all: [[UInt8]] = []

    /// No aliases yet, of a client that shows `shown`.
    init(_ kind: ClientAlias, shown: ClientContent) {
        self.kind = kind
        self.shown = shown
    }

    /// Those of a survivor that shows `shown`.
    init(_ kind: ClientAlias, of fold: SurvivorFold, shown: ClientContent) {
        self.init(kind, shown: shown)
        for content in [fold.own.content] + fold.parts.map(\.content) {
            for value in content.values(kind.rawValue) { append(value) }
            if let value = kind.value(of: content) { append(value) }
        }
    }

    var values: [[UInt8]] { all.suffix(Self.countMax) }

    /// Adds one behind the others unless it stands there or is what the client shows.
    mutating func append(_ value: [UInt8]) {
        guard !kind.isShown(value, by: shown), keys.insert(kind.key(of: value)).inserted else {
            return
        }
        all.append(value)
    }
}

extension ClientAlias {
    /// What a client goes by now, in the form that its alias would have; nil where it has none.
    func value(of content: ClientContent) -> [UInt8]? {
        switch self {
        case .email: return content.value(.email)
        case .phone: return content.value(.phone)
        case .name:
            let first = content.value(.first) ?? []
            let last = content.value(.last) ?? []
            guard !(first.isEmpty && last.isEmpty) else { return nil }
            return first + [Self.nameSeparator] + last
        }
    }

    /// What two spellings of the same have in common.
    func key(of value: [UInt8]) -> [UInt8] {
        switch self {
        case .phone: return value
        case .email:
            var writer = ByteWriter(capacity: 64)
            unsafe EmailAddress.appendFolded(value.span.bytes, to: &writer)
            return writer.array()
        case .name:
            let (first, last) = Self.names(value)
            return NameKey.key(first: first, last: last)
        }
    }

    /// Whether a client is found by that anyway: it shows the same, or of a name every part.
    func isShown(_ value: [UInt8], by content: ClientContent) -> Bool {
        switch self {
        case .email, .phone:
            return self.value(of: content).map { key(of: $0) == key(of: value) } ?? false
        case .name:
            let (first, last) = Self.names(value)
            return (first.isEmpty || Self.isAlike(first, content.value(.first)))
                && (last.isEmpty || Self.isAlike(last, content.value(.last)))
        }
    }

    /// First and last name of an alias.
    static func names(_ value: [UInt8]) -> (first: [UInt8], last: [UInt8]) {
        guard let place = value.firstIndex(of: nameSeparator) else { return (value, []) }
        return (Array(value[..<place]), Array(value[(place + 1)...]))
    }

    private static func isAlike(_ a: [UInt8], _ b: [UInt8]?) -> Bool {
        guard let b else { return false }
        return a == b || NameKey.key(a) == NameKey.key(b)
    }
}
