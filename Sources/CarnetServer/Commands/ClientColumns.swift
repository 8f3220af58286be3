import CarnetBytes
import CarnetModel
import CarnetWire

/// Which fields of a client a reply shows, and in which order they stand in it.
struct ClientColumns: Sendable {
    /// A column of a reply: a field that is kept, or one that is told about it.
    enum Column: UInt8, CaseIterable, Sendable {
        case id, first, last, company, salutation, email, phone, language, gender, birthday, city
        case external, note, newsletter, tags, status, source, created, updated, version
        case aliases, mergedInto
        case blocked, block, blockedMatches
        case lastBooking, nextBooking, bookings, noShows
        case account, locked, login, loginBy

        var bit: UInt64 { 1 << UInt64(rawValue) }

        var name: StaticString {
            switch self {
            case .id: "id"
            case .first: "first"
            case .last: "last"
            case .company: "company"
            case .salutation: "salutation"
            case .email: "email"
            case .phone: "phone"
            case .language: "language"
            case .gender: "gender"
            case .birthday: "birthday"
            case .city: "city"
            case .external: "external"
            case .note: "note"
            case .newsletter: "newsletter"
            case .tags: "tags"
            case .status: "status"
            case .source: "source"
            case .created: "created"
            case .updated: "updated"
            case .version: "version"
            case .aliases: "aliases"
            case .mergedInto: "merged_into"
            case .blocked: "blocked"
            case .block: "block"
            case .blockedMatches: "blocked_matches"
            case .lastBooking: "last_booking"
            case .nextBooking: "next_booking"
            case .bookings: "bookings"
            case .noShows: "no_shows"
            case .account: "account"
            case .locked: "locked"
            case .login: "login"
            case .loginBy: "login_by"
            }
        }

        /// The kept field that it shows, or nil.
        var field: ClientField? {
            switch self {
            case .first: .first
            case .last: .last
            case .company: .company
            case .salutation: .salutation
            case .email: .email
            case .phone: .phone
            case .language: .language
            case .gender: .gender
            case .birthday: .birthday
            case .city: .city
            case .external: .external
            case .note: .note
            case .newsletter: .newsletter
            case .tags: .tags
            case .source: .source
            case .id, .status, .created, .updated, .version, .aliases, .mergedInto, .blocked,
                .block, .blockedMatches, .lastBooking, .nextBooking, .bookings, .noShows,
                .account, .locked, .login, .loginBy:
                nil
            }
        }
    }

    private(set) var bits: UInt64
    /// The tags of the kept fields among them, as bits, so that a record is walked without looking
    /// anything up.
    private(set) var tags: UInt64 = 0
    /// Which fields of the tenant's own.
    private var customs = Customs.none

    private enum Customs: Sendable {
        case none, all
        /// Those of these names, without `x.`.
        case named([[UInt8]])
    }

    static let all = ClientColumns(bits: .max)
    /// R-RSV-07: what a list shows unless asked otherwise.
    static let list = ClientColumns([
        .id, .first, .last, .account, .phone, .note, .lastBooking, .mergedInto, .blocked,
    ])
    /// What a search shows: the list's and the e-mail; `match` stands beside them.
    static let search = ClientColumns([
        .id, .first, .last, .phone, .note, .lastBooking, .email, .blocked,
    ])

    private init(bits: UInt64) {
        self.bits = bits
        if bits == .max { customs = .all }
        takeTags()
    }

    init(_ columns: [Column]) { self.init(bits: columns.reduce(0) { $0 | $1.bit }) }

    /// Reads `FIELDS f,f,…`.
    init(_ text: RawSpan) throws(ErrorReply) {
        bits = 0
        var from = 0
        var number = 0
        while from <= text.byteCount {
            var to = from
            while to < text.byteCount, text.byte(at: to) != UInt8(ascii: ",") { to += 1 }
            let word = text.bytes(from..<to)
            number += 1
            if let name = CustomText.name(word) {
                add(custom: name.array())
                from = to + 1
                continue
            }
            guard let column = Column.allCases.first(where: { word.isEqual(to: $0.name) }) else {
                let names = Column.allCases.map { "\($0.name)" }.joined(separator: " ")
                throw ErrorReply(
                    .invalid,
                    "FIELDS: field \(number) is none; there are \(names) x.name"
                )
            }
            bits |= column.bit
            from = to + 1
        }
        takeTags()
    }

    private mutating func add(custom name: [UInt8]) {
        guard case .named(let names) = customs else {
            customs = .named([name])
            return
        }
        if !names.contains(name) { customs = .named(names + [name]) }
    }

    private mutating func takeTags() {
        tags = Self.tags(of: bits)
        if case .none = customs { return }
        tags |= 1 << UInt64(ClientExtra.custom.rawValue)
    }

    /// Whether a field of the tenant's own, as it is kept, is shown.
    func shows(custom value: borrowing CustomValue) -> Bool {
        switch customs {
        case .none: return false
        case .all: return true
        case .named(let names):
            return names.contains { unsafe value.name.isEqual(to: $0.span.bytes) }
        }
    }

    private static func tags(of bits: UInt64) -> UInt64 {
        var tags: UInt64 = 0
        for column in Column.allCases where bits & column.bit != 0 {
            if let field = column.field { tags |= field.bit }
        }
        if bits & Column.aliases.bit != 0 { tags |= aliasTags }
        if bits & (Column.blocked.bit | Column.block.bit) != 0 {
            tags |= 1 << UInt64(ClientExtra.block.rawValue)
        }
        if bits & Column.account.bit != 0 { tags |= 1 << UInt64(AccountMark.tag) }
        return tags
    }

    /// The tags of aliases as bits; one column shows them all.
    private static let aliasTags = ClientAlias.allCases.reduce(UInt64(0)) {
        $0 | 1 << UInt64($1.rawValue)
    }

    /// R-SAL-14: what staff keep about clients is not shown below `staff`: the note, the block list,
    /// how a login is handed over and fields of the tenant's own.
    mutating func hideInternals() {
        let internals =
            Column.note.bit | Column.blocked.bit | Column.block.bit | Column.blockedMatches.bit
            | Column.noShows.bit | Column.loginBy.bit
        bits &= ~internals
        customs = .none
        takeTags()
    }

    /// What the directory of sign-ins says now is no part of how a client was.
    mutating func leaveOutSignIn() { bits &= ~(Column.locked.bit | Column.login.bit) }

    /// Whether anything is shown that follows from bookings.
    var showsBookings: Bool { bits & Self.ofBookings != 0 }

    private static let ofBookings =
        Column.lastBooking.bit | Column.nextBooking.bit | Column.bookings.bit | Column.noShows.bit

    /// Whether the field of that tag is shown.
    func shows(tag: UInt8) -> Bool { tag < 64 && tags & (1 << UInt64(tag)) != 0 }

    /// How many columns are told about the client and not kept among its fields.
    var toldCount: Int { (bits & Self.told).nonzeroBitCount }

    private static let told =
        Column.id.bit | Column.status.bit | Column.created.bit | Column.updated.bit
        | Column.version.bit

    func contains(_ column: Column) -> Bool { bits & column.bit != 0 }
}

extension ParsedCommand {
    /// The columns that `FIELDS` asks for, or those that hold without it.
    func columns(
        in bytes: RawSpan,
        default columns: ClientColumns
    ) throws(ErrorReply)
        -> ClientColumns
    {
        var columns = columns
        if let text = value(.fields, in: bytes) { columns = try ClientColumns(text) }
        if !RoleSet.from(.staff).allows(caller.role) { columns.hideInternals() }
        return columns
    }
}
