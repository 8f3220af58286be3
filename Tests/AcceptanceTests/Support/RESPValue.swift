/// A reply, as RESP2 and RESP3 have them.
indirect enum RESPValue: Hashable, Sendable {
    case simple(String)
    case error(code: String, message: String)
    case integer(Int)
    case bulk([UInt8])
    case null
    case boolean(Bool)
    case double(String)
    case array([RESPValue])
    case map([[RESPValue]])

    /// Text, a number or a yes/no as text; nil for anything else.
    var text: String? {
        switch self {
        case .simple(let text), .double(let text): text
        case .bulk(let bytes): String(decoding: bytes, as: UTF8.self)
        case .integer(let number): String(number)
        case .boolean(let value): value ? "1" : "0"
        case .error, .null, .array, .map: nil
        }
    }

    var integer: Int? { text.flatMap { Int($0) } }

    var members: [RESPValue] {
        if case .array(let members) = self { return members }
        return []
    }

    /// The value under a key: of a map, or of an array read as keys and values in turn.
    subscript(key: String) -> RESPValue? {
        switch self {
        case .map(let pairs): return pairs.first { $0[0].text == key }?[1]
        case .array(let members):
            for index in stride(from: 0, to: members.count - 1, by: 2)
            where members[index].text == key {
                return members[index + 1]
            }
            return nil
        default: return nil
        }
    }

    /// The first word of an error reply.
    var errorCode: String? {
        if case .error(let code, _) = self { return code }
        return nil
    }

    /// An error as it stands on the wire, or nil.
    var errorText: String? {
        if case .error(let code, let message) = self { return code + " " + message }
        return nil
    }
}
