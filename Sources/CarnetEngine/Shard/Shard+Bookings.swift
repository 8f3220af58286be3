public import CarnetBytes
import CarnetIndex
public import CarnetModel

/// What became of a command about one booking.
public struct BookingResult: Hashable, Sendable {
    public let id: BookingID
    public let status: BookingStatus
    public let version: UInt32
    /// Whether it waits for the code whose digest was given.
    public var awaitsCode = false
    /// The LSN of its last event; nil when nothing was changed.
    public let lsn: LSN?
}

/// R-SAL-22: what becomes of bookings that are still ahead of somebody who leaves the list.
public enum BookingsAhead: Hashable, Sendable {
    case refuse
    case cancel
    /// Cancelled, and nobody is told.
    case cancelQuietly

    func orCancel(_ must: Bool) -> BookingsAhead { must && self == .refuse ? .cancel : self }
}

extension Shard {
    /// Writes the cancellations of what is ahead of these clients, or refuses.
    func decideAhead(
        _ cell: TenantCell,
        _ ids: [ClientID],
        _ ahead: BookingsAhead
    ) throws(Refusal) {
        try cell.tenant.decideNothingAhead(
            of: ids,
            cancels: ahead != .refuse,
            isQuiet: ahead == .cancelQuietly,
            in: context,
            events: &events
        )
    }

    /// BOOKING.ADD. What the index knows of blocks is found here.
    public func addBooking(
        _ cell: TenantCell,
        _ request: BookingRequest,
        _ options: WriteOptions
    ) throws(CommandFailure) -> BookingResult {
        var request = request
        request.isKnownAsBlocked = isKnownAsBlocked(cell, request.client)
        request.isKeptOut = isKeptOut(cell, request.client)
        return try changeBooking(cell, options) {
            tenant,
            context,
            checker,
            events throws(Refusal) in
            try tenant.decideBooking(
                request,
                in: context,
                checker: &checker,
                events: &events
            )
        }
    }

    /// R-SAL-06, R-SAL-08: whether a client is on the block list, or somebody is who has the same
    /// e-mail or phone, former ones included, or the same account. The same name keeps nobody from
    /// anything.
    public func isKnownAsBlocked(_ cell: TenantCell, _ id: ClientID) -> Bool {
        guard !cell.blocked.isEmpty, cell.tenant.settings.value(of: .blocking) != "off" else {
            return false
        }
        let survivor = cell.tenant.survivor(of: id)
        let clients = cell.tenant.clients
        let now = context.now.millisecondsSinceEpoch
        if let bytes = clients.record(survivor.value),
            ClientRecord(bytes).isBlocked(atMilliseconds: now)
        {
            return true
        }
        if blockedMatches(cell, survivor).contains(where: { $0.ways != .name }) { return true }
        guard let account = account(cell, of: survivor) else { return false }
        return self.clients(cell, of: account.id).contains { other in
            guard let bytes = clients.record(other.value) else { return false }
            return ClientRecord(bytes).isBlocked(atMilliseconds: now)
        }
    }

    /// R-SAL-20: whether an address that a client has now is kept out since an erasure.
    private func isKeptOut(_ cell: TenantCell, _ id: ClientID) -> Bool {
        let clients = cell.tenant.clients
        guard let bytes = clients.record(cell.tenant.survivor(of: id).value) else { return false }
        return !cell.keptOut(bytes, from: ClientRecord(bytes).fieldsOffset).isEmpty
    }

    /// BOOKING.SET.
    public func setBooking(
        _ cell: TenantCell,
        _ id: BookingID,
        _ given: GivenBookingFields,
        _ options: WriteOptions
    ) throws(CommandFailure) -> BookingResult {
        try changeBooking(cell, options) { tenant, context, checker, events throws(Refusal) in
            try tenant.decideBookingChange(
                id,
                given,
                ifVersion: options.ifVersion,
                in: context,
                events: &events
            )
        }
    }

    /// BOOKING.MOVE.
    public func moveBooking(
        _ cell: TenantCell,
        _ id: BookingID,
        toStart start: RawSpan,
        end: RawSpan?,
        by caller: BookingCaller,
        _ options: WriteOptions
    ) throws(CommandFailure) -> BookingResult {
        let zone = zone(of: cell)
        // Spans can't be captured by a closure.
        let start = start.array()
        let end = end?.array()
        return try changeBooking(cell, options) {
            tenant,
            context,
            _,
            events throws(Refusal) in
            try tenant.decideMove(
                id,
                toStart: start,
                end: end,
                zone: zone,
                by: caller,
                ifVersion: options.ifVersion,
                in: context,
                events: &events
            )
        }
    }

    /// BOOKING.CANCEL; `leaving` is the one client who goes off it.
    public func cancelBooking(
        _ cell: TenantCell,
        _ id: BookingID,
        leaving: ClientID?,
        by caller: BookingCaller,
        _ options: WriteOptions
    ) throws(CommandFailure) -> BookingResult {
        try changeBooking(cell, options) { tenant, context, checker, events throws(Refusal) in
            try tenant.decideCancel(
                id,
                leaving: leaving,
                by: caller,
                ifVersion: options.ifVersion,
                in: context,
                events: &events
            )
        }
    }

    /// BOOKING.NOSHOW and BOOKING.DONE.
    public func stepBooking(
        _ cell: TenantCell,
        _ id: BookingID,
        _ step: BookingStep,
        _ options: WriteOptions
    ) throws(CommandFailure) -> BookingResult {
        try changeBooking(cell, options) { tenant, context, checker, events throws(Refusal) in
            try tenant.decideStep(
                id,
                step,
                ifVersion: options.ifVersion,
                in: context,
                events: &events
            )
        }
    }

    /// BOOKING.VERIFY: how many tries are left where the code was another one, and what became of
    /// the booking.
    public func verifyBooking(
        _ cell: TenantCell,
        _ id: BookingID,
        digest: [UInt8],
        _ options: WriteOptions
    ) throws(CommandFailure) -> (result: BookingResult, triesLeft: Int?) {
        var triesLeft: Int?
        let result = try changeBooking(cell, options) {
            tenant,
            context,
            checker,
            events throws(Refusal) in
            let proof = try tenant.decideVerification(
                id,
                digest: digest,
                in: context,
                events: &events
            )
            switch proof {
            case .verified(let outcome), .expired(let outcome): return outcome
            case .wrong(let outcome, let left):
                triesLeft = left
                return outcome
            }
        }
        return (result, triesLeft)
    }

    /// Decides, logs and applies what becomes of one booking, or answers what the key got before.
    private func changeBooking(
        _ cell: TenantCell,
        _ options: WriteOptions,
        _ decide: (
            borrowing Tenant, Context, inout ClientChecker, inout EventBuffer
        ) throws(Refusal) -> BookingOutcome
    ) throws(CommandFailure) -> BookingResult {
        let microseconds = microsecondsNow
        let context = Context(now: Timestamp(millisecondsSinceEpoch: microseconds / 1_000))
        if let known = try remembered(cell, options) {
            let id = BookingID(known.number)
            let now = context.now.millisecondsSinceEpoch
            let status = cell.tenant.withBooking(id) {
                BookingRecord($0).status(atMilliseconds: now)
            }
            return BookingResult(
                id: id,
                status: status ?? .cancelled,
                version: known.version,
                lsn: known.lsn
            )
        }
        events.removeAll()
        let outcome: BookingOutcome
        do throws(Refusal) {
            outcome = try decide(cell.tenant, context, &checker, &events)
        } catch {
            events.removeAll()
            throw .refused(error)
        }
        var lsn: LSN?
        if events.count > 0, !options.isDryRun {
            lsn = try commit(
                cell,
                microseconds: microseconds,
                wantsSync: options.wantsSync,
                keyed: keyed(
                    options,
                    .booking,
                    number: outcome.id.value,
                    version: outcome.version
                )
            )
        }
        return BookingResult(
            id: outcome.id,
            status: outcome.status,
            version: outcome.version,
            awaitsCode: outcome.awaitsCode && lsn != nil,
            lsn: lsn
        )
    }
}
