import CarnetBytes
import CarnetModel

/// What a record of the log says, decoded as far as it can be. Nothing a file may hold stops it:
/// what can't be read is said to be so.
struct EventFacts: Sendable {
    /// The event's name, or its number where this build does not know it.
    let name: String
    private(set) var members: [JSONValue.Member] = []
    /// Why the payload could not be read to its end.
    private(set) var fault: String?

    init(type: UInt8, payload: RawSpan) {
        guard let kind = EventKind(rawValue: type) else {
            name = "kind \(type)"
            fault = "an event of a later version"
            add("bytes", .integer(Int64(payload.byteCount)))
            return
        }
        name = "\(kind)"
        var reader = ByteReader(payload)
        switch kind {
        case .tenantCreated, .settingChanged: readSettings(&reader)
        case .tenantDropped: break
        case .clientAdded, .clientChanged, .newsletterSet, .clientBlocked, .clientUnblocked,
            .consentSet:
            readClient(&reader)
            readFields(&reader)
        case .clientDeactivated, .clientReactivated: readClient(&reader)
        case .clientsMerged, .clientsUnmerged: readMerge(&reader)
        case .pairDeclaredDistinct: readPair(&reader)
        case .matchWeightsLearned: readLearning(&reader)
        case .clientsErased, .clientsAnonymized: readErasure(payload)
        case .erasureAdvanced: readAdvance(&reader)
        case .viewSet, .viewDropped: readView(kind, payload)
        case .bookingAdded, .bookingChanged, .bookingMoved, .bookingVerified, .bookingExpired,
            .bookingCancelled, .bookingNoShow, .bookingDone, .bookingLeft, .bookingCodeFailed:
            readBooking(kind, payload)
        case .linkAdded, .linkRemoved, .pointsAdded: readLink(kind, payload)
        case .bookingsAgedOut: readAgedOut(&reader)
        case .clientsKeptOut: readKeepOut(payload)
        case .keepOutLifted: readLift(payload)
        case .replyRemembered: readReply(&reader)
        case .redacted: break
        case .digestNoted: readDigest(&reader)
        case .tokenCreated: readToken(payload)
        case .tokenRevoked: add("name", .string(payload.text()))
        case .accountCreated, .accountInvited, .accountCodeIssued, .accountSignedIn,
            .accountChanged, .accountLinked, .accountUnlinked, .accountsJoined,
            .accountAdminSet, .accountCodeRefused, .accountTold, .accountErased:
            for (name, text) in AccountFacts(payload).all { add(name, .string(text)) }
        }
    }

    /// `id 17 first Ada last Lovelace`.
    var text: String {
        var parts = members.map { "\($0.name) \($0.value.cell)" }
        if let fault { parts.append("(\(fault))") }
        return DisplayWidth.printable(parts.joined(separator: "  "))
    }

    var json: JSONValue {
        let fault = fault.map { [JSONValue.Member(name: "fault", value: .string($0))] } ?? []
        return .object(members + fault)
    }

    mutating func add(_ name: String, _ value: JSONValue) {
        members.append(JSONValue.Member(name: name, value: value))
    }

    private mutating func readClient(_ reader: inout ByteReader) {
        guard let id = reader.varint() else { return noteCutOff() }
        add("id", .unsigned(id))
    }

    private mutating func readToken(_ payload: RawSpan) {
        guard let token = Token(payload, from: 0, createdMilliseconds: 0) else {
            return noteCutOff()
        }
        add("name", .string(String(decoding: token.name, as: UTF8.self)))
        add("role", .string(token.role.name))
        let tenants = token.tenants.map { JSONValue.string(String(decoding: $0, as: UTF8.self)) }
        if !tenants.isEmpty { add("tenants", .array(tenants)) }
        if let partner = token.partner {
            add("partner", .string(String(decoding: partner, as: UTF8.self)))
        }
        if let end = token.expiresMilliseconds { add("expires", .unsigned(end)) }
    }

    private mutating func readSettings(_ reader: inout ByteReader) {
        while let (tag, value) = readTagged(&reader) {
            let setting = TenantSettings.entry(tag, reader.bytes.bytes(value))
            add(setting.name, .string(setting.value))
        }
    }

    private mutating func readFields(_ reader: inout ByteReader) {
        var repeated: [(field: ClientField, values: [JSONValue])] = []
        var aliases: [JSONValue] = []
        while let (tag, range) = readTagged(&reader) {
            let value = reader.bytes.bytes(range)
            if tag == EventTag.wavedAsideNumbers {
                add("not", .array(Self.numbers(value)))
            } else if tag == EventTag.wavedAside {
                // Each number is followed by the version that was shown.
                let numbers = Self.numbers(value).enumerated().filter { $0.offset % 2 == 0 }
                add("not", .array(numbers.map(\.element)))
            } else if let field = ClientField(rawValue: tag) {
                if field.repeats {
                    let text = JSONValue.string(value.text())
                    if repeated.last?.field == field {
                        repeated[repeated.count - 1].values.append(text)
                    } else {
                        repeated.append((field, [text]))
                    }
                } else {
                    add("\(field.name)", Self.value(field, value))
                }
            } else if let alias = ClientAlias(rawValue: tag) {
                var text = ByteWriter(capacity: 64)
                alias.appendText(value, to: &text)
                aliases.append(.string(text.bytes.text()))
            } else if let extra = ClientExtra(rawValue: tag) {
                readExtra(extra, value)
            } else {
                add("tag \(tag)", .integer(Int64(value.byteCount)))
            }
        }
        if !aliases.isEmpty { add("aliases", .array(aliases)) }
        for (field, values) in repeated { add("\(field.name)", .array(values)) }
    }

    private mutating func readMerge(_ reader: inout ByteReader) {
        guard let merge = reader.varint(), let survivor = reader.varint(),
            let double = reader.varint(), reader.varint() != nil
        else { return noteCutOff() }
        add("merge", .unsigned(merge))
        add("survivor", .unsigned(survivor))
        add("double", .unsigned(double))
        var changed: [JSONValue] = []
        while let (tag, range) = readTagged(&reader) {
            guard tag == EventTag.effect else { continue }
            var effect = ByteReader(reader.bytes.bytes(range))
            if let id = effect.varint() { changed.append(.unsigned(id)) }
        }
        add("changes", .array(changed))
    }

    private mutating func readPair(_ reader: inout ByteReader) {
        guard let a = reader.varint(), let b = reader.varint(), let isDistinct = reader.byte()
        else { return noteCutOff() }
        add("a", .unsigned(a))
        add("b", .unsigned(b))
        add("distinct", .boolean(isDistinct != 0))
    }

    private mutating func readLearning(_ reader: inout ByteReader) {
        guard let count = reader.varint() else { return noteCutOff() }
        add("clients", .unsigned(count))
        add("bytes", .integer(Int64(reader.remaining)))
    }

    private mutating func readReply(_ reader: inout ByteReader) {
        guard reader.littleEndianUInt64() != nil, reader.littleEndianUInt64() != nil,
            let kind = reader.byte(), reader.littleEndianUInt64() != nil,
            let number = reader.varint(), let version = reader.varint()
        else { return noteCutOff() }
        let name = RememberedReply.Kind(rawValue: kind).map { "\($0)" } ?? "kind \(kind)"
        add("reply", .string(name))
        add("number", .unsigned(number))
        add("version", .unsigned(version))
    }

    private mutating func readDigest(_ reader: inout ByteReader) {
        guard let low = reader.littleEndianUInt64(), let high = reader.littleEndianUInt64() else {
            return noteCutOff()
        }
        add("digest", .string(Self.hexadecimal(high) + Self.hexadecimal(low)))
    }

    /// The next tagged field; nil at the end and where it passes the end.
    mutating func readTagged(_ reader: inout ByteReader) -> (UInt8, Range<Int>)? {
        guard let tag = reader.byte() else { return nil }
        guard let range = reader.lengthPrefixedRange() else {
            noteCutOff()
            return nil
        }
        return (tag, range)
    }

    mutating func noteCutOff() { fault = "the payload ends too early" }

    private static func value(_ field: ClientField, _ bytes: RawSpan) -> JSONValue {
        // An empty value clears the field.
        guard bytes.byteCount > 0 else { return .string("") }
        switch field {
        case .phone: return .string("+" + String(integer(bytes)))
        case .birthday:
            guard let birthday = Birthday(packed: UInt32(truncatingIfNeeded: integer(bytes))) else {
                return .string("unreadable")
            }
            var writer = ByteWriter(capacity: 16)
            birthday.append(to: &writer)
            return .string(writer.bytes.text())
        case .newsletter: return .boolean(integer(bytes) == 1)
        case .first, .last, .company, .salutation, .email, .language, .gender, .city, .note,
            .source, .external, .tags:
            return .string(bytes.text())
        }
    }

    /// Little-endian, of at most eight bytes; what lies behind them is left out.
    private static func integer(_ bytes: RawSpan) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<min(8, bytes.byteCount) {
            value |= UInt64(bytes.byte(at: index)) << UInt64(index * 8)
        }
        return value
    }

    static func numbers(_ bytes: RawSpan) -> [JSONValue] {
        var reader = ByteReader(bytes)
        var numbers: [JSONValue] = []
        while let number = reader.varint() { numbers.append(.unsigned(number)) }
        return numbers
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
