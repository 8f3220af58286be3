import CarnetBytes

/// What an event of an account says, as names and texts for whoever reads the log. Digests and salts
/// are left out.
public struct AccountFacts: Sendable {
    public private(set) var all: [(name: String, text: String)] = []

    public init(_ payload: RawSpan) {
        var reader = ByteReader(payload)
        guard let number = reader.varint() else {
            add("fault", "cut off")
            return
        }
        add("account", "\(number)")
        var cursor = FieldCursor(offset: reader.offset)
        while let (tag, range) = cursor.next(in: payload) {
            guard let field = AccountField(rawValue: tag) else {
                add("tag \(tag)", "\(range.count) bytes")
                continue
            }
            add(field, payload.bytes(range))
        }
    }

    private mutating func add(_ name: String, _ text: String) { all.append((name, text)) }

    private mutating func add(_ field: AccountField, _ value: RawSpan) {
        var reader = ByteReader(value)
        switch field {
        case .login, .email, .venue, .administered, .administeredNoLonger, .reason:
            add("\(field)", value.text())
        case .link, .unlinked: add("\(field)", Self.text(ClientPlace(&reader)))
        case .told:
            add("\(field)", Self.text(ClientPlace(&reader)))
            add("origin", "\(reader.varint() ?? 0)")
        case .session:
            add("\(field)", AccountSession(value).map { "until \($0.expiresMilliseconds)" } ?? "?")
        case .code:
            guard let code = OneTimeCode(value) else { return add("\(field)", "?") }
            add("\(field)", "\(code.purpose)")
            add("to", String(decoding: code.address, as: UTF8.self))
            if let place = code.place { add("links", Self.text(place)) }
        case .codeUsed, .codeWrong:
            let purpose = reader.byte().flatMap { OneTimeCode.Purpose(rawValue: $0) }
            add("\(field)", purpose.map { "\($0)" } ?? "?")
        case .signedIn, .joined: add("\(field)", "\(reader.varint() ?? 0)")
        case .proven, .sessionsEnded, .tellsEmail, .sessionsProven: add("\(field)", "yes")
        }
    }

    private static func text(_ place: ClientPlace?) -> String {
        place.map { "\(String(decoding: $0.tenant, as: UTF8.self))/\($0.client.value)" } ?? "?"
    }
}
