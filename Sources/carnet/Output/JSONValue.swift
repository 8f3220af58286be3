import CarnetWire

/// JSON with its members in order, written on one line.
enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONValue
    }

    /// An object of some names and values; pairs whose value is nil are left out.
    static func object(of members: [(String, JSONValue?)]) -> JSONValue {
        .object(
            members.compactMap { name, value in value.map { Member(name: name, value: $0) } }
        )
    }

    /// The value of `name` in an object; nil elsewhere. O(members).
    subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The text of a string, nil for anything else.
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The whole number that this is, or that a string spells.
    var integer: Int64? {
        switch self {
        case .integer(let value): value
        case .unsigned(let value): Int64(exactly: value)
        case .string(let text): Int64(text)
        case .number(let value): Int64(exactly: value)
        case .null, .boolean, .array, .object: nil
        }
    }

    /// The number that this is, or that a string spells.
    var double: Double? {
        switch self {
        case .number(let value): value
        case .string(let text): Double(text)
        case .integer, .unsigned: integer.map(Double.init)
        case .null, .boolean, .array, .object: nil
        }
    }

    var isNumber: Bool {
        switch self {
        case .integer, .unsigned, .number: true
        case .null, .boolean, .string, .array, .object: false
        }
    }

    /// As one cell of a table shows it.
    var cell: String {
        switch self {
        case .null: ""
        case .boolean(let value): value ? "yes" : "no"
        case .integer(let value): String(value)
        case .unsigned(let value): String(value)
        case .number(let value): String(value)
        case .string(let text): text
        case .array(let elements):
            elements.contains { $0.members != nil }
                ? text : elements.map(\.cell).joined(separator: ", ")
        case .object: text
        }
    }
}

extension JSONValue {
    /// The JSON text. Numbers that JSON can't say (infinite ones) are null.
    var text: String {
        var text = ""
        append(to: &text)
        return text
    }

    private func append(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .unsigned(let value): text += String(value)
        case .number(let value): text += value.isFinite ? String(value) : "null"
        case .string(let value): Self.append(quoted: value, to: &text)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.append(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                Self.append(quoted: member.name, to: &text)
                text += ":"
                member.value.append(to: &text)
            }
            text += "}"
        }
    }

    private static func append(quoted value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSONValue {
    /// What a server answered. Keys of maps that are no text become their JSON.
    init(_ reply: Reply) {
        switch reply {
        case .simple(let text), .bigNumber(let text): self = .string(text)
        case .bulk(let bytes), .verbatim(_, let bytes):
            self = .string(String(decoding: bytes, as: UTF8.self))
        case .error(let error):
            self = .object(of: [
                ("error", .string(error.code)), ("message", .string(error.message)),
            ])
        case .integer(let value): self = .integer(value)
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .double(let value): self = .number(value)
        case .array(let elements), .set(let elements), .push(let elements):
            self = .array(elements.map { JSONValue($0) })
        case .map(let pairs):
            self = .object(
                pairs.map { pair in
                    let key = JSONValue(pair.key)
                    return Member(name: key.string ?? key.text, value: JSONValue(pair.value))
                }
            )
        }
    }
}
