/// One reply as a client reads it, of RESP2 or RESP3.
public enum Reply: Hashable, Sendable {
    case simple(String)
    case error(ReplyError)
    case integer(Int64)
    case bulk([UInt8])
    case null
    case boolean(Bool)
    case double(Double)
    case bigNumber(String)
    /// Text with its format, `txt` or `mkd`.
    case verbatim(format: String, [UInt8])
    case array([Reply])
    case map([ReplyPair])
    case set([Reply])
    /// A message that answers no command.
    case push([Reply])

    /// The text of a simple, bulk, verbatim or big-number reply, with U+FFFD where it is not UTF-8.
    public var text: String? {
        switch self {
        case .simple(let text), .bigNumber(let text): text
        case .bulk(let bytes), .verbatim(_, let bytes): String(decoding: bytes, as: UTF8.self)
        case .error, .integer, .null, .boolean, .double, .array, .map, .set, .push: nil
        }
    }

    /// The elements of an array, a set or a push.
    public var elements: [Reply]? {
        switch self {
        case .array(let elements), .set(let elements), .push(let elements): elements
        case .simple, .error, .integer, .bulk, .null, .boolean, .double, .bigNumber, .verbatim,
            .map:
            nil
        }
    }

    /// The value of `key` in a map, or in the flat array that RESP2 has instead. O(pairs).
    public subscript(key: String) -> Reply? {
        switch self {
        case .map(let pairs):
            return pairs.first { $0.key.text == key }?.value
        case .array(let elements):
            let place = stride(from: 0, to: elements.count - 1, by: 2)
                .first { elements[$0].text == key }
            return place.map { elements[$0 + 1] }
        case .simple, .error, .integer, .bulk, .null, .boolean, .double, .bigNumber, .verbatim,
            .set, .push:
            return nil
        }
    }
}

/// A key of a map reply and its value.
public struct ReplyPair: Hashable, Sendable {
    public let key: Reply
    public let value: Reply

    public init(key: Reply, value: Reply) {
        self.key = key
        self.value = value
    }
}

/// What a server refused: the first word, and the sentence behind it.
public struct ReplyError: Error, Hashable, Sendable {
    public let code: String
    public let message: String

    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    init(line: String) {
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        code = parts.first.map(String.init) ?? ""
        message = parts.count > 1 ? String(parts[1]) : ""
    }
}
