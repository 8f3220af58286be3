/// A field of the records that are compared.
public struct MatchField: Hashable, Sendable {
    /// The word by which people know it; reasons name it.
    public let name: String
    public let kind: FieldKind

    public init(_ name: String, _ kind: FieldKind) {
        self.name = name
        self.kind = kind
    }
}

/// Which fields records have, as data: those of a client, or the columns of a file.
public struct MatchSchema: Hashable, Sendable {
    /// So many fields that are no names fit a ``ComparisonPattern``.
    public static let valueCountMax = 13

    /// All fields, in the order in which they were given; those past the thirteenth that is no
    /// name are left out.
    public let fields: [MatchField]
    /// The fields that are no names, in the same order: *values*.
    public let values: [MatchField]

    let hasEmail: Bool
    /// Whether people can be found by a phone; where they can't, keys of places are needed.
    let hasPhone: Bool

    public init(_ fields: [MatchField]) {
        let values = fields.filter { !$0.kind.isName }
        let kept = values.prefix(Self.valueCountMax)
        self.fields = fields.filter { $0.kind.isName || kept.contains($0) }
        self.values = Array(kept)
        hasEmail = kept.contains { $0.kind == .email }
        hasPhone = kept.contains { $0.kind == .phone }
    }

    /// What is compared of a client.
    public static let clients = MatchSchema([
        MatchField("first", .givenName), MatchField("last", .surname),
        MatchField("email", .email), MatchField("phone", .phone),
        MatchField("birthday", .birthDate), MatchField("city", .place),
        MatchField("language", .language),
    ])
}
