import CarnetBytes
import CarnetModel
import CarnetWire

/// Which facts of a booking a reply shows, and in which order they stand in it.
struct BookingColumns: Sendable {
    enum Column: UInt8, CaseIterable, Sendable {
        case id, client, addressed, status, start, end, service, staff, note, request, guest
        case guestEmail, contact, by, external, with, online
        case first, last, clientNote, noShows, blocked
        case created, updated, version
        case greeting, recipients

        var bit: UInt32 { 1 << UInt32(rawValue) }

        var name: StaticString {
            switch self {
            case .id: "id"
            case .client: "client"
            case .addressed: "addressed"
            case .status: "status"
            case .start: "start"
            case .end: "end"
            case .service: "service"
            case .staff: "staff"
            case .note: "note"
            case .request: "request"
            case .guest: "guest"
            case .guestEmail: "guestemail"
            case .contact: "contact"
            case .by: "by"
            case .external: "external"
            case .with: "with"
            case .online: "online"
            case .first: "first"
            case .last: "last"
            case .clientNote: "client_note"
            case .noShows: "no_shows"
            case .blocked: "blocked"
            case .created: "created"
            case .updated: "updated"
            case .version: "version"
            case .greeting: "greeting"
            case .recipients: "recipients"
            }
        }
    }

    private var bits: UInt32

    /// All but what is worked out of the client and the booking together, which is asked for by name.
    static let all = BookingColumns(bits: ~(Column.greeting.bit | Column.recipients.bit))

    /// What staff keep about clients and bookings, and who else is on one: not shown below staff
    /// (R-SAL-14, R-SAL-15).
    private static let internals: UInt32 = [
        Column.note, .first, .last, .clientNote, .noShows, .blocked, .with, .addressed,
        .greeting, .recipients,
    ].reduce(0) { $0 | $1.bit }

    private init(bits: UInt32) { self.bits = bits }

    /// Reads `FIELDS f,f,…`.
    init(_ text: RawSpan) throws(ErrorReply) {
        bits = 0
        var from = 0
        while from <= text.byteCount {
            var to = from
            while to < text.byteCount, text.byte(at: to) != UInt8(ascii: ",") { to += 1 }
            let word = text.bytes(from..<to)
            from = to + 1
            guard let column = Column.allCases.first(where: { word.isEqual(to: $0.name) }) else {
                let names = Column.allCases.map { "\($0.name)" }.joined(separator: " ")
                throw ErrorReply(.invalid, "FIELDS: not a field of bookings; there are \(names)")
            }
            bits |= column.bit
        }
    }

    mutating func hideInternals() { bits &= ~Self.internals }

    func contains(_ column: Column) -> Bool { bits & column.bit != 0 }

    /// Whether anything is shown that stands with the client and not with the booking.
    var showsClient: Bool { bits & Self.ofClient != 0 }

    private static let ofClient: UInt32 = [
        Column.first, .last, .clientNote, .noShows, .blocked,
    ].reduce(0) { $0 | $1.bit }
}

extension ParsedCommand {
    /// The columns that `FIELDS` asks for, as far as the caller may see them.
    func bookingColumns(in bytes: RawSpan) throws(ErrorReply) -> BookingColumns {
        var columns = BookingColumns.all
        if let text = value(.fields, in: bytes) { columns = try BookingColumns(text) }
        if !RoleSet.from(.staff).allows(caller.role) { columns.hideInternals() }
        return columns
    }
}
