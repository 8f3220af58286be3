public import CarnetBytes

/// Turns given fields into the checked and normalized ones that events and records hold: texts in
/// NFC, phones as E.164, languages in canonical case. Allocates nothing once it has grown.
public struct ClientChecker: ~Copyable, Sendable {
    /// The most tags and the most references of one client.
    public static let repeatedCountMax = 64

    private var scratch = ByteWriter(capacity: 512)
    private var pieces: [Range<Int>] = []

    public init() {}

    /// Appends the given fields to `payload` in ascending order of their tags and answers which
    /// ones have a value. An empty value is appended as an empty field, which clears.
    public mutating func append(
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        country: CountryCode?,
        to payload: inout ByteWriter
    ) throws(Refusal) -> UInt64 {
        scratch.removeAll()
        var present: UInt64 = 0
        for field in ClientField.inTagOrder where given.isGiven(field) {
            let hasValue: Bool
            if field.repeats {
                hasValue = try appendSet(field, given, in: bytes, to: &payload)
            } else if let range = given.value(of: field) {
                hasValue = try append(
                    field,
                    bytes.bytes(range),
                    country: country,
                    to: &payload
                )
            } else {
                hasValue = false
            }
            if hasValue { present |= field.bit }
        }
        return present
    }

    /// Appends one single-valued field; answers whether it has a value.
    private mutating func append(
        _ field: ClientField,
        _ value: RawSpan,
        country: CountryCode?,
        to payload: inout ByteWriter
    ) throws(Refusal) -> Bool {
        guard value.byteCount > 0 else {
            payload.append(field.rawValue)
            payload.append(0)
            return false
        }
        if field == .phone { return try appendPhone(value, country: country, to: &payload) }
        do throws(ValueError) {
            switch field {
            case .birthday: return try appendBirthday(value, to: &payload)
            case .newsletter: return try appendNewsletter(value, to: &payload)
            case .email:
                return appendText(
                    field,
                    try EmailAddress.check(value, scratch: &scratch),
                    value,
                    to: &payload
                )
            case .language:
                return appendText(
                    field,
                    try LanguageTag.check(value, scratch: &scratch),
                    value,
                    to: &payload
                )
            case .note:
                return appendText(
                    field,
                    try TextValue.check(value, .note, scratch: &scratch),
                    value,
                    to: &payload
                )
            case .gender:
                return appendText(
                    field,
                    try TextValue.check(value, .gender, scratch: &scratch),
                    value,
                    to: &payload
                )
            case .first, .last, .company, .salutation, .city, .source, .phone, .external, .tags:
                return appendText(
                    field,
                    try TextValue.check(value, .line, scratch: &scratch),
                    value,
                    to: &payload
                )
            }
        } catch {
            throw .invalid(field: "\(field.name)", problem: error.message)
        }
    }

    private func appendBirthday(
        _ value: RawSpan,
        to payload: inout ByteWriter
    ) throws(ValueError) -> Bool {
        let birthday = try Birthday.parse(value)
        payload.append(ClientField.birthday.rawValue)
        payload.append(4)
        payload.append(littleEndian: birthday.packed)
        return true
    }

    private func appendNewsletter(
        _ value: RawSpan,
        to payload: inout ByteWriter
    ) throws(ValueError) -> Bool {
        let wanted = try YesNo.parse(value)
        payload.append(ClientField.newsletter.rawValue)
        payload.append(1)
        payload.append(wanted ? 1 : 0)
        return true
    }

    private mutating func appendText(
        _ field: ClientField,
        _ checked: CheckedText,
        _ given: RawSpan,
        to payload: inout ByteWriter
    ) -> Bool {
        payload.append(field.rawValue)
        payload.append(lengthPrefixed: checked.bytes(given: given, scratch: scratch))
        return !checked.isEmpty
    }

    private func appendPhone(
        _ value: RawSpan,
        country: CountryCode?,
        to payload: inout ByteWriter
    ) throws(Refusal) -> Bool {
        do throws(PhoneError) {
            let phone = try PhoneParser.parse(value, country: country)
            ClientRecordWriter.append(
                tag: ClientField.phone.rawValue,
                integer: phone.digits,
                to: &payload
            )
            return true
        } catch {
            throw .invalid(field: "phone", problem: error.message)
        }
    }

    /// Appends a set: references each as given, tags split at commas; sorted, each once.
    private mutating func appendSet(
        _ field: ClientField,
        _ given: borrowing GivenFields,
        in bytes: RawSpan,
        to payload: inout ByteWriter
    ) throws(Refusal) -> Bool {
        pieces.removeAll(keepingCapacity: true)
        let start = scratch.byteCount
        for index in 0..<given.count where given.fields[index] == field {
            try collect(field, bytes.bytes(given.values[index]))
        }
        guard !pieces.isEmpty else {
            scratch.truncate(to: start)
            payload.append(field.rawValue)
            payload.append(0)
            return false
        }
        sortPieces()
        guard pieces.count <= Self.repeatedCountMax else {
            throw .tooMany(field: "\(field.name)", max: Self.repeatedCountMax)
        }
        for piece in pieces {
            ClientRecordWriter.append(
                tag: field.rawValue,
                scratch.bytes.bytes(piece),
                to: &payload
            )
        }
        return true
    }

    /// Checks the values that `text` holds and keeps them in `scratch`.
    private mutating func collect(_ field: ClientField, _ text: RawSpan) throws(Refusal) {
        var from = 0
        while from < text.byteCount {
            var to = from
            if field == .tags {
                while to < text.byteCount, text.byte(at: to) != UInt8(ascii: ",") { to &+= 1 }
            } else {
                to = text.byteCount
            }
            guard pieces.count < GivenFields.countMax else {
                throw .tooMany(field: "\(field.name)", max: Self.repeatedCountMax)
            }
            let value = text.bytes(from..<to)
            do throws(ValueError) {
                let checked = try TextValue.check(
                    value,
                    field == .tags ? .tag : .external,
                    scratch: &scratch
                )
                switch checked {
                case .rewritten(let range): pieces.append(range)
                case .asGiven(let range):
                    let start = scratch.byteCount
                    scratch.append(value.bytes(range))
                    pieces.append(start..<scratch.byteCount)
                }
            } catch {
                throw .invalid(field: "\(field.name)", problem: error.message)
            }
            from = to &+ 1
        }
    }

    /// Sorts the pieces by their bytes and drops repeated ones. At most 160, so insertion serves.
    private mutating func sortPieces() {
        var sorted: [Range<Int>] = []
        for piece in pieces {
            var place = 0
            var isNew = true
            while place < sorted.count {
                let order = scratch.bytes.bytes(piece).order(
                    before: scratch.bytes.bytes(sorted[place])
                )
                if order == 0 { isNew = false }
                if order <= 0 { break }
                place &+= 1
            }
            if isNew { sorted.insert(piece, at: place) }
        }
        pieces = sorted
    }
}

extension RawSpan {
    /// Below zero when these bytes come before `other`, zero when they are equal. O(length).
    public func order(before other: RawSpan) -> Int {
        let common = min(byteCount, other.byteCount)
        var index = 0
        while index < common {
            let difference = Int(byte(at: index)) &- Int(other.byte(at: index))
            if difference != 0 { return difference }
            index &+= 1
        }
        return byteCount &- other.byteCount
    }
}
