import CarnetBytes

/// Which bookings BOOKING.LIST is to show.
public struct BookingFilter: Sendable {
    /// Those that begin at this moment or later, milliseconds since 1970.
    public var from: UInt64 = 0
    /// … and before this one.
    public var to: UInt64 = .max
    public var status: BookingStatus?
    public var staff: [UInt8]?
    /// Those that one of these is on; nil: everybody's.
    public var clients: [ClientID]?
    public var partner: [UInt8]?

    public init() {}

    /// The bookings of one client.
    public init(of client: ClientID) { clients = [client] }
}

/// Where a page of bookings ended: behind this one.
public struct BookingCursor: Hashable, Sendable {
    public let start: UInt64
    public let number: UInt32

    public init(start: UInt64, number: UInt32) {
        self.start = start
        self.number = number
    }
}

/// A page of bookings, in the order of their beginnings, then of their numbers.
public struct BookingPage: Sendable {
    public var numbers: [BookingID] = []
    /// Where the next page goes on; nil where there is no more.
    public var cursor: BookingCursor?
}

extension Tenant {
    /// A page looks at so many bookings at most, since they are looked at while the venue waits: one
    /// that hides most of them may end early, and its cursor goes on.
    public static let bookingLookMax = 4_000

    /// A page of the bookings that a filter shows: at most `limit`, from behind `cursor` on.
    /// O(log n + bookings looked at).
    public func bookings(
        _ filter: BookingFilter,
        after cursor: BookingCursor?,
        limit: Int,
        at now: UInt64,
        lookMax: Int = Self.bookingLookMax
    ) -> BookingPage {
        guard let state = bookings?.state else { return BookingPage() }
        guard let clients = filter.clients else {
            let minute = { (start: UInt64) in Bookings.minute(start) }
            var reader = BookingReader(
                order: state.byStart,
                records: state.records,
                from: filter.from,
                after: cursor,
                group: minute
            )
            return page(filter, limit, lookMax, now) { reader.next() }
        }
        // The bookings of doubles that went into the client are its own; one that two of them are on
        // is shown once.
        var readers = clients.flatMap { members(of: $0) }.map { member in
            BookingReader(
                order: state.byClient,
                records: state.records,
                from: filter.from,
                after: cursor,
                group: { _ in member.value },
                only: member.value
            )
        }
        return page(filter, limit, lookMax, now) {
            var best: BookingCursor?
            for index in readers.indices {
                guard let candidate = readers[index].peek() else { continue }
                if let best, best.isBefore(candidate) { continue }
                best = candidate
            }
            guard let best else { return nil }
            for index in readers.indices where readers[index].peek() == best {
                readers[index].skip()
            }
            return best
        }
    }

    private func page(
        _ filter: BookingFilter,
        _ limit: Int,
        _ lookMax: Int,
        _ now: UInt64,
        _ next: () -> BookingCursor?
    ) -> BookingPage {
        var page = BookingPage()
        var last: BookingCursor?
        var looked = 0
        while let candidate = next(), candidate.start < filter.to {
            // One more than is shown, or looked at, says that there is more.
            if page.numbers.count == limit || looked == lookMax {
                page.cursor = last
                return page
            }
            looked += 1
            last = candidate
            let id = BookingID(candidate.number)
            if shows(id, filter, now) { page.numbers.append(id) }
        }
        return page
    }

    private func shows(_ id: BookingID, _ filter: BookingFilter, _ now: UInt64) -> Bool {
        withBooking(id) { bytes in
            let record = BookingRecord(bytes)
            if let status = filter.status, record.status(atMilliseconds: now) != status {
                return false
            }
            if let staff = filter.staff {
                guard let range = record.field(.staff),
                    unsafe bytes.bytes(range).isEqual(to: staff.span.bytes)
                else { return false }
            }
            if let partner = filter.partner { return isVisible(bytes, to: .partner(partner)) }
            return true
        } ?? false
    }
}

extension BookingCursor {
    fileprivate func isBefore(_ other: BookingCursor) -> Bool {
        start == other.start ? number < other.number : start < other.start
    }
}

/// Reads an order of bookings from a place on.
private struct BookingReader {
    private let order: BookingOrder
    private let records: RecordStore
    private let only: UInt32?
    private var place: BookingOrder.Place
    private var ahead: BookingCursor?

    init(
        order: BookingOrder,
        records: RecordStore,
        from: UInt64,
        after cursor: BookingCursor?,
        group: (UInt64) -> UInt32,
        only: UInt32? = nil
    ) {
        self.order = order
        self.records = records
        self.only = only
        var start = from
        var number: UInt32 = 0
        if let cursor, cursor.start >= from {
            start = cursor.start
            number = cursor.number &+ 1
        }
        place = order.place(BookingOrder.Key(group(start), start, number), records)
    }

    /// The booking it stands before, without passing it.
    mutating func peek() -> BookingCursor? {
        if let ahead { return ahead }
        guard let entry = order.entry(at: place), only == nil || entry.group == only else {
            return nil
        }
        ahead = BookingCursor(start: records.start(of: entry.number), number: entry.number)
        return ahead
    }

    mutating func skip() {
        ahead = nil
        place = order.next(place)
    }

    mutating func next() -> BookingCursor? {
        guard let next = peek() else { return nil }
        skip()
        return next
    }
}
