public import CarnetWire

/// What callers ask of a reply beside its `text` and its values by key.
extension Reply {
    /// The text of a string, number or boolean (`yes`, `no`); nil for null, errors and collections.
    public var spelled: String? {
        switch self {
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .boolean(let value): value ? "yes" : "no"
        case .simple, .bulk, .verbatim, .bigNumber: text
        case .error, .null, .array, .map, .set, .push: nil
        }
    }

    /// The whole number that this is or spells; a boolean is 1 or 0, as RESP2 has it.
    public var integer: Int64? {
        switch self {
        case .integer(let number): number
        case .boolean(let value): value ? 1 : 0
        case .simple, .bulk, .verbatim, .bigNumber: text.flatMap { Int64($0) }
        case .error, .null, .double, .array, .map, .set, .push: nil
        }
    }

    /// The pairs of a map, or of an array read as keys and values in turn; nil for anything else.
    public var pairs: [ReplyPair]? {
        switch self {
        case .map(let pairs): return pairs
        case .array(let elements):
            guard elements.count.isMultiple(of: 2) else { return nil }
            return stride(from: 0, to: elements.count, by: 2).map { index in
                ReplyPair(key: elements[index], value: elements[index + 1])
            }
        case .simple, .error, .integer, .bulk, .null, .boolean, .double, .bigNumber, .verbatim,
            .set, .push:
            return nil
        }
    }

    /// The value under `key`, which the command's reply must have.
    public func required(_ key: String) throws(CarnetClientError) -> Reply {
        guard let value = self[key] else {
            throw .unexpected(wanted: "a map with \(key)", found: kindName)
        }
        return value
    }

    /// The number under `key`, which the command's reply must have.
    public func requiredInteger(_ key: String) throws(CarnetClientError) -> Int64 {
        let value = try required(key)
        guard let number = value.integer else {
            throw .unexpected(wanted: "a number under \(key)", found: value.kindName)
        }
        return number
    }

    private var kindName: String {
        switch self {
        case .simple: "a simple string"
        case .error(let error): "the error \(error.code)"
        case .integer: "a number"
        case .bulk: "a string"
        case .null: "nothing"
        case .boolean: "a boolean"
        case .double: "a fraction"
        case .array: "an array"
        case .map: "a map"
        case .set: "a set"
        case .push: "a push"
        case .verbatim: "a verbatim string"
        case .bigNumber: "a big number"
        }
    }
}
