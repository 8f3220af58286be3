import CarnetBytes

/// What a new client must have: every item, of an item's alternatives at least one. `name` stands
/// for first, last or company. As the setting `required` writes it: `name,email|phone`.
public struct Requirement: Hashable, Sendable {
    /// The setting's own words.
    public let text: String
    private let items: [Item]

    private struct Item: Hashable {
        let text: String
        let fields: UInt64
    }

    /// What holds unless the tenant or its preset says otherwise.
    public static let standard = Requirement(
        text: "name,email|phone",
        items: [
            Item(text: "name", fields: nameFields),
            Item(text: "email|phone", fields: ClientField.email.bit | ClientField.phone.bit),
        ]
    )

    private static let nameFields =
        ClientField.first.bit | ClientField.last.bit | ClientField.company.bit

    private init(text: String, items: [Item]) {
        self.text = text
        self.items = items
    }

    /// Reads the setting. At most 16 items; each alternative is `name` or a client's field.
    public init(_ text: String) throws(Refusal) {
        var items: [Item] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            var fields: UInt64 = 0
            for word in item.split(separator: "|", omittingEmptySubsequences: false) {
                fields |= try Self.fields(word)
            }
            items.append(Item(text: String(item), fields: fields))
        }
        guard items.count <= 16 else { throw .tooManyGiven(field: "required", max: 16) }
        self.init(text: text, items: items)
    }

    /// The items that a client with these fields does not meet, in the setting's own words.
    public func missing(in present: UInt64) -> [String] {
        var missing: [String] = []
        for item in items where item.fields & present == 0 { missing.append(item.text) }
        return missing
    }

    private static func fields(_ word: Substring) throws(Refusal) -> UInt64 {
        if word == "name" { return nameFields }
        for field in ClientField.allCases where word == "\(field.name)" { return field.bit }
        throw .invalid(
            field: "required",
            problem: "each item must be 'name' or a client's field, with '|' between alternatives"
        )
    }
}
