import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetWire

/// The commands about bookings.
enum BookingCommands {
    static let add: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        guard let client = try parsed.clientID(at: 1, in: bytes),
            let start = parsed.value(.start, in: bytes)
        else { throw ErrorReply(.invalid, "client: the client's number is missing") }
        let caller = try parsed.bookingCaller(cell, shard, isOnline: parsed.has(.online))
        let span = try refusing { () throws(Refusal) in
            try BookingSpan(
                start: start,
                end: parsed.value(.end, in: bytes),
                zone: shard.zone(of: cell)
            )
        }
        var request = BookingRequest(
            client: client,
            span: span,
            fields: try parsed.bookingFields(in: bytes),
            caller: caller
        )
        request.with = try parsed.clientIDs(.with, in: bytes)
        if let note = parsed.value(.clientNote, in: bytes) { request.clientNote = note.array() }
        let code = caller == .online ? BookingCode.make() : ""
        if caller == .online {
            request.codeDigest = BookingCode.digest(
                Array(code.utf8),
                tenant: cell.tenant.name,
                booking: cell.tenant.nextBooking.value
            )
        }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.addBooking(cell, request, options)
        }
        // Whoever brings a booking from a widget is told the code, to send it on.
        let isBlocked = caller == .staff && shard.isKnownAsBlocked(cell, client)
        let extra =
            (isBlocked ? 1 : 0) + (result.awaitsCode ? 1 : 0) + (span.reading == .plain ? 0 : 1)
        write(result, extra: extra, to: &reply)
        if isBlocked { reply.field("blocked", true) }
        if result.awaitsCode { reply.field("code", text: code) }
        write(span.reading, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let get: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let columns = try parsed.bookingColumns(in: bytes)
        let id = try find(cell, parsed, bytes)
        let caller = try parsed.bookingCaller(cell, shard)
        let isWritten = cell.tenant.withBooking(id) { record in
            guard cell.tenant.isVisible(record, to: caller) else { return false }
            BookingReply.write(
                record,
                cell,
                columns,
                now: shard.context.now.millisecondsSinceEpoch,
                shard,
                to: &reply
            )
            return true
        }
        guard isWritten == true else {
            let isByNumber = parsed.value(.external, in: bytes) == nil
            throw ErrorReply(isByNumber ? Refusal.noBooking(id) : .noBookingFound)
        }
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    static let set: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let id = try parsed.bookingID(in: bytes)
        let given = try parsed.bookingFields(in: bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.setBooking(cell, id, given, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let move: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let id = try parsed.bookingID(in: bytes)
        let caller = try parsed.bookingCaller(cell, shard)
        guard let start = parsed.value(.start, in: bytes) else {
            throw ErrorReply(.invalid, "START: when it begins is missing")
        }
        let end = parsed.value(.end, in: bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.moveBooking(cell, id, toStart: start, end: end, by: caller, options)
        }
        let zone = shard.zone(of: cell)
        let span = try? BookingSpan(start: start, end: nil, zone: zone)
        let reading = span?.reading ?? .plain
        write(result, extra: reading == .plain ? 0 : 1, to: &reply)
        write(reading, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let cancel: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let id = try parsed.bookingID(in: bytes)
        let caller = try parsed.bookingCaller(cell, shard)
        let leaving = try parsed.clientIDs(.client, in: bytes).first
        guard leaving == nil || caller == .staff else {
            throw ErrorReply(.invalid, "CLIENT: for staff alone; leave it out")
        }
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.cancelBooking(cell, id, leaving: leaving, by: caller, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let noShow: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        try step(.miss, shard, parsed, bytes, &reply)
    }

    static let done: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        try step(.finish, shard, parsed, bytes, &reply)
    }

    static let verify: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let id = try parsed.bookingID(in: bytes)
        let code = parsed.argument(2, in: bytes)?.array() ?? []
        let digest = BookingCode.digest(code, tenant: cell.tenant.name, booking: id.value)
        let (result, triesLeft) = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.verifyBooking(cell, id, digest: digest, options)
        }
        write(result, extra: triesLeft == nil ? 1 : 2, to: &reply)
        reply.field("verified", result.status == .confirmed)
        if let triesLeft { reply.field("tries_left", UInt64(triesLeft)) }
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    static let list: ShardCommand = { shard, bytes, parsed, _, reply throws(ErrorReply) in
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let columns = try parsed.bookingColumns(in: bytes)
        let limit = try parsed.pageSize(in: bytes)
        let filter = try filter(shard, cell, parsed, bytes)
        var cursor: BookingCursor?
        if let text = parsed.value(.after, in: bytes) {
            guard let found = BookingCursor(text) else {
                throw ErrorReply(.invalid, "AFTER: must be the cursor of an earlier page")
            }
            cursor = found
        }
        let now = shard.context.now.millisecondsSinceEpoch
        let page = cell.tenant.bookings(filter, after: cursor, limit: limit, at: now)
        reply.map(page.cursor == nil ? 2 : 3)
        reply.bulk("bookings")
        reply.array(page.numbers.count)
        for id in page.numbers {
            let isWritten = cell.tenant.withBooking(id) { record in
                BookingReply.write(record, cell, columns, now: now, shard, to: &reply)
                return true
            }
            if isWritten == nil { reply.null() }
        }
        if let cursor = page.cursor { reply.field("cursor", text: cursor.text) }
        reply.field("lsn", cell.lastLSN.value)
        return Dependence(lsn: cell.lastLSN, isSynced: false)
    }

    // What they share.

    /// The booking of that number, or of that reference.
    private static func find(
        _ cell: TenantCell,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> BookingID {
        guard let reference = parsed.value(.external, in: bytes) else {
            return try parsed.bookingID(in: bytes)
        }
        let found = try refusing { () throws(Refusal) in
            try cell.tenant.booking(external: reference)
        }
        guard let found else { throw ErrorReply(Refusal.noBookingFound) }
        return found
    }

    private static func filter(
        _ shard: isolated Shard,
        _ cell: TenantCell,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan
    ) throws(ErrorReply) -> BookingFilter {
        var filter = BookingFilter()
        let zone = { shard.zone(of: cell) }
        filter.from = try parsed.time(.from, in: bytes, zone: zone) ?? 0
        filter.to = try parsed.time(.to, in: bytes, zone: zone) ?? .max
        if let word = parsed.value(.status, in: bytes) {
            filter.status = BookingStatus(word: word.text())
        }
        filter.staff = try parsed.line(.staff, in: bytes)
        if let id = try parsed.clientIDs(.client, in: bytes).first {
            let survivor = cell.tenant.bookingOwner(of: id)
            guard cell.tenant.clients.contains(survivor.value) else {
                throw ErrorReply(.noClient(id))
            }
            filter.clients = [survivor]
        }
        switch try parsed.bookingCaller(cell, shard) {
        case .staff, .online: break
        case .client(let own):
            let own = own.map { cell.tenant.survivor(of: $0) }
            if let asked = filter.clients?.first, !own.contains(asked) {
                throw ErrorReply(.noClient(asked))
            }
            if filter.clients == nil { filter.clients = own }
        case .partner(let name): filter.partner = name
        }
        return filter
    }

    private static func step(
        _ step: BookingStep,
        _ shard: isolated Shard,
        _ parsed: borrowing ParsedCommand,
        _ bytes: RawSpan,
        _ reply: inout ReplyWriter
    ) throws(ErrorReply) -> Dependence {
        let cell = try ClientCommands.requireCell(shard, parsed, bytes)
        let options = try parsed.writeOptions(in: bytes)
        let id = try parsed.bookingID(in: bytes)
        let result = try ClientCommands.engine { () throws(CommandFailure) in
            try shard.stepBooking(cell, id, step, options)
        }
        write(result, to: &reply)
        return Dependence(lsn: cell.lastLSN, isSynced: options.wantsSync)
    }

    private static func write(
        _ result: BookingResult,
        extra: Int = 0,
        to reply: inout ReplyWriter
    ) {
        reply.map((result.lsn == nil ? 3 : 4) + extra)
        reply.field("id", UInt64(result.id.value))
        reply.field("status", result.status.name)
        reply.field("version", UInt64(result.version))
        if let lsn = result.lsn { reply.field("lsn", lsn.value) }
    }

    private static func write(_ reading: ZoneRules.Reading, to reply: inout ReplyWriter) {
        switch reading {
        case .plain: break
        case .skipped: reply.field("reading", "skipped")
        case .repeated: reply.field("reading", "repeated")
        }
    }

    private static func refusing<R>(_ body: () throws(Refusal) -> R) throws(ErrorReply) -> R {
        do throws(Refusal) { return try body() } catch { throw ErrorReply(error) }
    }
}

extension BookingCursor {
    /// `<milliseconds>.<number>` of the last booking of a page.
    init?(_ text: RawSpan) {
        let parts = text.text().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = UInt64(parts[0]), let number = UInt32(parts[1]) else {
            return nil
        }
        self.init(start: start, number: number)
    }

    var text: String { "\(start).\(number)" }
}

extension ParsedCommand {
    /// `CANCEL yes [NOTIFY yes|no]`.
    func bookingsAhead(in bytes: RawSpan) throws(ErrorReply) -> BookingsAhead {
        guard try yes(.cancel, in: bytes) == true else { return .refuse }
        return try yes(.notify, in: bytes) == false ? .cancelQuietly : .cancel
    }

    private func yes(_ option: OptionID, in bytes: RawSpan) throws(ErrorReply) -> Bool? {
        guard let word = value(option, in: bytes) else { return nil }
        do throws(ValueError) {
            return try YesNo.parse(word)
        } catch {
            throw ErrorReply(.invalid, "\(option.token): \(error.message)")
        }
    }

    /// The booking's number, the second argument.
    func bookingID(in bytes: RawSpan) throws(ErrorReply) -> BookingID {
        let number: UInt64?
        do throws(ArgumentError) {
            number = try numberArgument(
                1,
                in: bytes,
                atLeast: 1,
                atMost: UInt64(Tenant.bookingCountMax)
            )
        } catch {
            throw ErrorReply(error)
        }
        guard let number else {
            throw ErrorReply(.invalid, "booking: the booking's number is missing")
        }
        return BookingID(UInt32(truncatingIfNeeded: number))
    }

    /// Who asks, as the rules of bookings tell callers apart.
    func bookingCaller(
        _ cell: TenantCell,
        _ shard: isolated Shard,
        isOnline: Bool = false
    ) throws(ErrorReply) -> BookingCaller {
        switch caller.role {
        case .admin, .platform, .staff: return isOnline ? .online : .staff
        case .partner: return .partner(caller.partner)
        case .client:
            let own = shard.clients(cell, of: AccountID(caller.account))
            guard !own.isEmpty else {
                throw ErrorReply(.noPerm, "who you are on this tenant's list is not known")
            }
            return .client(own)
        case .monitor: throw ErrorReply(.noPerm, "bookings are not for role monitor")
        }
    }

    /// What a booking is to say: options in upper case, fields in lower case.
    func bookingFields(in bytes: RawSpan) throws(ErrorReply) -> GivenBookingFields {
        var given = GivenBookingFields()
        do throws(Refusal) {
            for (option, field) in Self.bookingOptions {
                if let value = value(option, in: bytes) { try given.add(field, value.array()) }
            }
            for index in 0..<pairCount {
                try given.add(
                    name: pairName(index, in: bytes),
                    pairValue(index, in: bytes).array()
                )
            }
        } catch {
            throw ErrorReply(error)
        }
        return given
    }

    private static let bookingOptions: [(OptionID, BookingField)] = [
        (.service, .service), (.staff, .staff), (.note, .note), (.request, .request),
        (.guest, .guest), (.guestEmail, .guestEmail), (.contact, .contact), (.by, .partner),
        (.external, .external),
    ]
}
