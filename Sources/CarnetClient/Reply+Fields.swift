public import CarnetWire

/// What callers ask of a reply most often. Maps are read alike in RESP3 (a map) and RESP2 (a flat
/// array of keys and values).
extension Reply {
    /// The text of a simple or bulk string, number or boolean; nil for null, errors and collections.
    public var text: String? {
        switch self {
        case .simple(let text), .bigNumber(let text): text
        case .bulk(let bytes), .verbatim(_, let bytes): String(decoding: bytes, as: UTF8.self)
        case .integer(let number): String(number)
        case .boolean(let value): value ? "yes" : "no"
        case .double(let number): String(number)
        case .error, .null, .array, .map, .set, .push: nil
        }
    }

    /// The whole number that this is or spells.
    public var integer: Int64? {
        switch self {
        case .integer(let number): number
        case .boolean(let value): value ? 1 : 0
        default: text.flatMap { Int64($0) }
        }
    }

    /// The members of an array, set or push; nil for anything else.
    public var members: [Reply]? {
        switch self {
        case .array(let members), .set(let members), .push(let members): members
        default: nil
        }
    }

    /// The pairs of a map, or of an array read as keys and values in turn; nil for anything else.
    public var pairs: [(key: Reply, value: Reply)]? {
        switch self {
        case .map(let pairs): return pairs.map { ($0.key, $0.value) }
        case .array(let members):
            guard members.count.isMultiple(of: 2) else { return nil }
            return stride(from: 0, to: members.count, by: 2).map { (members[$0], members[$0 + 1]) }
        default: return nil
        }
    }

    /// The value under `key` of a map reply; nil where there is none. O(pairs).
    public subscript(key: String) -> Reply? {
        pairs?.first { $0.key.text == key }?.value
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
