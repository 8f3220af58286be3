import CarnetBytes
import CarnetModel
import Testing

extension TestVenue {
    /// Brussels in 2023: clocks go forward on 26 March at 02:00 and back on 29 October at 03:00.
    static let brussels = ZoneRules(
        firstOffsetSeconds: 3_600,
        transitions: [
            ZoneRules.Transition(atSecond: 1_679_792_400, offsetSeconds: 7_200),
            ZoneRules.Transition(atSecond: 1_698_541_200, offsetSeconds: 3_600),
            ZoneRules.Transition(atSecond: 1_711_846_800, offsetSeconds: 7_200),
        ]
    )

    /// BOOKING.ADD; fields as `name=value`.
    @discardableResult
    mutating func book(
        _ client: UInt32,
        _ start: String,
        _ end: String? = nil,
        _ fields: [String] = [],
        with: [UInt32] = [],
        clientNote: String? = nil,
        by caller: BookingCaller = .staff,
        isKnownAsBlocked: Bool = false,
        isKeptOut: Bool = false,
        code: String = "123456"
    ) throws(Refusal) -> BookingOutcome {
        var request = BookingRequest(
            client: ClientID(client),
            span: try Self.span(start, end),
            fields: try Self.bookingFields(fields),
            caller: caller
        )
        request.with = with.map { ClientID($0) }
        request.clientNote = clientNote.map { Array($0.utf8) }
        request.isKnownAsBlocked = isKnownAsBlocked
        request.isKeptOut = isKeptOut
        request.codeDigest = Array(code.utf8)
        return try decide { tenant, context, events throws(Refusal) in
            var checker = ClientChecker()
            return try tenant.decideBooking(
                request,
                in: context,
                checker: &checker,
                events: &events
            )
        }
    }

    static func span(_ start: String, _ end: String?) throws(Refusal) -> BookingSpan {
        let start = Array(start.utf8)
        guard let end = end.map({ Array($0.utf8) }) else {
            return try BookingSpan(start: unsafe start.span.bytes, end: nil, zone: brussels)
        }
        return try BookingSpan(
            start: unsafe start.span.bytes,
            end: unsafe end.span.bytes,
            zone: brussels
        )
    }

    private static func bookingFields(_ fields: [String]) throws(Refusal) -> GivenBookingFields {
        var given = GivenBookingFields()
        for field in fields {
            let parts = field.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let name = Array(parts[0].utf8)
            try given.add(name: unsafe name.span.bytes, Array(parts[1].utf8))
        }
        return given
    }

    @discardableResult
    mutating func setBooking(
        _ id: UInt32,
        _ fields: [String],
        ifVersion: UInt32? = nil
    ) throws(Refusal) -> BookingOutcome {
        let given = try Self.bookingFields(fields)
        return try decide { tenant, context, events throws(Refusal) in
            try tenant.decideBookingChange(
                BookingID(id),
                given,
                ifVersion: ifVersion,
                in: context,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func move(
        _ id: UInt32,
        _ start: String,
        _ end: String? = nil,
        by caller: BookingCaller = .staff
    ) throws(Refusal) -> BookingOutcome {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideMove(
                BookingID(id),
                toStart: Array(start.utf8),
                end: end.map { Array($0.utf8) },
                zone: Self.brussels,
                by: caller,
                ifVersion: nil,
                in: context,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func cancel(
        _ id: UInt32,
        leaving: UInt32? = nil,
        by caller: BookingCaller = .staff
    ) throws(Refusal) -> BookingOutcome {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideCancel(
                BookingID(id),
                leaving: leaving.map { ClientID($0) },
                by: caller,
                ifVersion: nil,
                in: context,
                events: &events
            )
        }
    }

    @discardableResult
    mutating func step(_ id: UInt32, _ step: BookingStep) throws(Refusal) -> BookingOutcome {
        switch step {
        case .cancel: return try cancel(id)
        case .move: return try move(id, "2030-01-01T12:00")
        case .verify, .expire:
            let digest = Array((step == .verify ? "123456" : "000000").utf8)
            var outcome: BookingOutcome?
            while outcome?.status != (step == .verify ? .confirmed : .expired) {
                let proof = try verify(id, digest)
                switch proof {
                case .verified(let found), .expired(let found), .wrong(let found, _):
                    outcome = found
                }
            }
            return outcome ?? BookingOutcome(id: BookingID(id), status: .expired, version: 0)
        case .miss, .finish:
            return try decide { tenant, context, events throws(Refusal) in
                try tenant.decideStep(
                    BookingID(id),
                    step,
                    ifVersion: nil,
                    in: context,
                    events: &events
                )
            }
        }
    }

    mutating func verify(_ id: UInt32, _ digest: [UInt8]) throws(Refusal) -> BookingProof {
        try decide { tenant, context, events throws(Refusal) in
            try tenant.decideVerification(
                BookingID(id),
                digest: digest,
                in: context,
                events: &events
            )
        }
    }

    /// Reads a booking.
    func booking<R>(_ id: UInt32, _ body: (borrowing BookingRecord) -> R) -> R? {
        tenant.withBooking(BookingID(id)) { body(BookingRecord($0)) }
    }

    func bookingText(_ id: UInt32, _ field: BookingField) -> String? {
        booking(id) { record in
            record.field(field).map { record.bytes.bytes($0).text() }
        } ?? nil
    }

    /// The numbers of a list, all pages of `limit` together.
    func bookings(_ filter: BookingFilter = BookingFilter(), limit: Int = 7) -> [UInt32] {
        var numbers: [UInt32] = []
        var cursor: BookingCursor?
        repeat {
            let page = tenant.bookings(filter, after: cursor, limit: limit, at: now)
            numbers += page.numbers.map(\.value)
            cursor = page.cursor
        } while cursor != nil
        return numbers
    }

    func bookings(of client: UInt32) -> [UInt32] {
        bookings(BookingFilter(of: ClientID(client)))
    }

    /// What a moment is told as.
    static func text(_ moment: BookingMoment?) -> String? {
        guard let moment else { return nil }
        var writer = ByteWriter()
        if let date = moment.date {
            date.append(to: &writer)
        } else {
            Timestamp(millisecondsSinceEpoch: moment.milliseconds).append(to: &writer)
        }
        return writer.bytes.text()
    }
}
