import CarnetBytes

/// A field that a booking may carry. The raw value is its tag in records and events: never given to
/// another field, whatever becomes of this one. Tags from 64 on belong to an event alone.
public enum BookingField: UInt8, Hashable, Sendable, CaseIterable {
    /// The day of arrival where it is all-day, as ``CalendarDate`` packs it, four bytes.
    case startDate = 1
    /// The day of departure, alike.
    case endDate = 2
    case service = 3
    case staff = 4
    /// Of this one booking, for staff alone (R-SAL-13, R-SAL-15).
    case note = 5
    /// The client's own words, shown to both sides.
    case request = 6
    /// For whom the contact books (R-RES-34); no client.
    case guest = 7
    /// Where the messages go instead (R-RES-38). May stand several times.
    case guestEmail = 8
    /// Whether the contact gets copies (R-RES-39): one byte, 1, or absent.
    case contact = 9
    /// The partner that it came by (R-RES-43).
    case partner = 10
    /// The caller's own reference.
    case external = 11
    /// Another client who is on it. May stand several times; ascending.
    case with = 12
    /// Whether it came by the web: one byte, 1, or absent.
    case online = 13
    /// SHA-256 of the code that is waited for.
    case codeDigest = 14
    /// When that code ends, milliseconds since 1970.
    case codeEnd = 15
    /// How many wrong codes have come.
    case codeFailures = 16
    /// The points that its partner has for it, while it is done (R-RES-44).
    case points = 40

    /// The fields that callers name.
    public static let given: [BookingField] = [
        .service, .staff, .note, .request, .guest, .guestEmail, .contact, .partner, .external,
    ]

    /// The word callers use.
    public var name: StaticString {
        switch self {
        case .startDate: "start"
        case .endDate: "end"
        case .service: "service"
        case .staff: "staff"
        case .note: "note"
        case .request: "request"
        case .guest: "guest"
        case .guestEmail: "guestemail"
        case .contact: "contact"
        case .partner: "by"
        case .external: "external"
        case .with: "with"
        case .online: "online"
        case .codeDigest, .codeEnd, .codeFailures: "code"
        case .points: "points"
        }
    }

    /// The field of that word among those that callers name, or nil.
    public init?(name: RawSpan) {
        guard let field = Self.given.first(where: { name.isEqual(to: $0.name) }) else { return nil }
        self = field
    }

    /// Whether it stays where the person goes: figures do, words don't (R-SAL-05, R-CAL-40). Fields
    /// that this build does not know go.
    static func survivesErasure(_ tag: UInt8) -> Bool {
        switch BookingField(rawValue: tag) {
        case .startDate, .endDate, .service, .staff, .partner, .with, .online, .points: true
        case .note, .request, .guest, .guestEmail, .contact, .external, .codeDigest, .codeEnd,
            .codeFailures, nil:
            false
        }
    }

    /// The most addresses of one guest.
    public static let guestEmailCountMax = 16
    /// The most clients who are on one booking beside the one it was made for.
    public static let withCountMax = 64
}

/// Fields of a booking as a caller gives them: the value's bytes, empty to clear.
public struct GivenBookingFields: Sendable {
    public private(set) var values: [(field: BookingField, value: [UInt8])] = []

    public init() {}

    public func isGiven(_ field: BookingField) -> Bool { values.contains { $0.field == field } }

    /// Whether it is given and says something.
    public func hasValue(_ field: BookingField) -> Bool {
        values.contains { $0.field == field && !$0.value.isEmpty }
    }

    public mutating func add(_ field: BookingField, _ value: [UInt8]) throws(Refusal) {
        guard !isGiven(field) else { throw .givenTwice(field: "\(field.name)") }
        values.append((field, value))
    }

    /// Adds the field of that name, or says which there are.
    public mutating func add(name: RawSpan, _ value: [UInt8]) throws(Refusal) {
        guard let field = BookingField(name: name) else {
            let names = BookingField.given.map { "\($0.name)" }.joined(separator: " ")
            throw .invalid(
                field: "field",
                problem: "not a field of bookings that can be set; the fields are \(names)"
            )
        }
        try add(field, value)
    }

    /// Appends the checked fields in ascending order of their tags; an empty one clears.
    func append(to payload: inout ByteWriter) throws(Refusal) {
        var scratch = ByteWriter(capacity: 256)
        for (field, value) in values.sorted(by: { $0.field.rawValue < $1.field.rawValue }) {
            guard !value.isEmpty else {
                payload.append(field.rawValue)
                payload.append(0)
                continue
            }
            scratch.removeAll()
            do throws(ValueError) {
                try Self.append(field, unsafe value.span.bytes, &scratch, to: &payload)
            } catch {
                throw .invalid(field: "\(field.name)", problem: error.message)
            }
        }
    }

    private static func append(
        _ field: BookingField,
        _ value: RawSpan,
        _ scratch: inout ByteWriter,
        to payload: inout ByteWriter
    ) throws(ValueError) {
        switch field {
        case .guestEmail:
            try appendAddresses(value, &scratch, to: &payload)
        case .contact:
            let wanted = try YesNo.parse(value)
            payload.append(field.rawValue)
            payload.append(wanted ? 1 : 0)
            if wanted { payload.append(1) }
        case .note, .request:
            try appendText(field, value, .note, &scratch, to: &payload)
        case .external:
            try appendText(field, value, .external, &scratch, to: &payload)
        case .service, .staff, .guest, .partner:
            try appendText(field, value, .line, &scratch, to: &payload)
        case .startDate, .endDate, .with, .online, .codeDigest, .codeEnd, .codeFailures, .points:
            preconditionFailure("\(field.name) is not given by callers")
        }
    }

    private static func appendText(
        _ field: BookingField,
        _ value: RawSpan,
        _ rule: TextRule,
        _ scratch: inout ByteWriter,
        to payload: inout ByteWriter
    ) throws(ValueError) {
        let checked = try TextValue.check(value, rule, scratch: &scratch)
        payload.append(field.rawValue)
        payload.append(lengthPrefixed: checked.bytes(given: value, scratch: scratch))
    }

    /// R-RES-38: several with commas between, each checked, each kept once.
    private static func appendAddresses(
        _ value: RawSpan,
        _ scratch: inout ByteWriter,
        to payload: inout ByteWriter
    ) throws(ValueError) {
        var seen: [[UInt8]] = []
        var from = 0
        while from <= value.byteCount {
            var to = from
            while to < value.byteCount, value.byte(at: to) != UInt8(ascii: ",") { to += 1 }
            let given = value.bytes(from..<to)
            from = to + 1
            scratch.removeAll()
            let checked = try EmailAddress.check(given, scratch: &scratch)
            let address = checked.bytes(given: given, scratch: scratch)
            guard address.byteCount > 0 else { throw .empty }
            let bytes = address.array()
            if seen.contains(bytes) { continue }
            seen.append(bytes)
            guard seen.count <= BookingField.guestEmailCountMax else {
                throw .numberTooLarge(max: UInt64(BookingField.guestEmailCountMax))
            }
            payload.append(BookingField.guestEmail.rawValue)
            payload.append(lengthPrefixed: address)
        }
    }
}
