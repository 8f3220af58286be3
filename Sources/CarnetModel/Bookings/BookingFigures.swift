import CarnetBytes

/// What a client's bookings come to.
public struct BookingFigures: Hashable, Sendable {
    /// How many stand or took place or were missed; those that were aged out too.
    public var bookings: UInt32 = 0
    public var noShows: UInt32 = 0
    /// The latest whose end has passed and that was neither cancelled nor missed.
    public var last: BookingMoment?
    /// The next that is confirmed.
    public var next: BookingMoment?

    public init() {}

    public static let none = BookingFigures()
}

/// Where bookings can be looked up, as they are or as they were.
struct BookingLookup<Records: BookingStarts & Sendable>: Sendable {
    let records: Records
    let tallies: Records
    let byClient: BookingOrder

    /// What the bookings of these numbers of one client come to at a moment. O(log n) each, the
    /// cancelled ones around now, and where there are several numbers the bookings of all but one.
    func figures(of members: [ClientID], at now: UInt64) -> BookingFigures {
        var figures = BookingFigures()
        for member in members {
            if let tally = tallies.read(member.value, { BookingTally($0) }) ?? nil {
                figures.bookings &+= tally.bookings
                figures.noShows &+= tally.noShows
                figures.take(last: tally.agedVisit)
            }
            let place = byClient.place(BookingOrder.Key(member.value, now, 0), records)
            figures.take(last: last(of: member, from: place, at: now))
            figures.take(next: next(of: member, from: place))
        }
        let twice = countedTwice(members)
        figures.bookings &-= twice.bookings
        figures.noShows &-= twice.noShows
        return figures
    }

    /// R-RES-25: what tallies of several numbers count more than once, a booking that two of them are
    /// on being one. A tally goes by number, so that an undone merge gives back what it took.
    func countedTwice(_ members: [ClientID]) -> (bookings: UInt32, noShows: UInt32) {
        guard members.count > 1 else { return (0, 0) }
        var twice: (bookings: UInt32, noShows: UInt32) = (0, 0)
        // Of a booking with two of them, the one that comes later in the list finds the other.
        for (index, member) in members.enumerated().dropFirst() {
            var place = byClient.place(BookingOrder.Key(member.value, 0, 0), records)
            while let entry = byClient.entry(at: place), entry.group == member.value {
                place = byClient.next(place)
                let status = records.read(entry.number) { bytes -> BookingStatus? in
                    let record = BookingRecord(bytes)
                    let isKnown = members[..<index].contains { record.has($0) }
                    return isKnown ? record.keptStatus : nil
                }
                guard let status = status ?? nil else { continue }
                if status.counts { twice.bookings &+= 1 }
                if status == .noShow { twice.noShows &+= 1 }
            }
        }
        return twice
    }

    /// The latest visit of a member whose end has passed. `place` is that of the first booking that
    /// begins at `now` or later.
    private func last(
        of member: ClientID,
        from place: BookingOrder.Place,
        at now: UInt64
    ) -> BookingMoment? {
        var place = place
        // One that begins and ends in this very millisecond is over.
        while let entry = byClient.entry(at: place), entry.group == member.value,
            records.start(of: entry.number) == now
        {
            place = byClient.next(place)
        }
        while let before = byClient.previous(place),
            let entry = byClient.entry(at: before), entry.group == member.value
        {
            place = before
            let visit = records.read(entry.number) { bytes -> BookingMoment? in
                let record = BookingRecord(bytes)
                let isOver = record.keptStatus.isVisit && record.endMilliseconds <= now
                return isOver ? record.moment : nil
            }
            if let visit = visit ?? nil { return visit }
        }
        return nil
    }

    /// The next confirmed booking of a member from `place` on, the first that begins at `now` or later.
    private func next(of member: ClientID, from place: BookingOrder.Place) -> BookingMoment? {
        var place = place
        while let entry = byClient.entry(at: place), entry.group == member.value {
            place = byClient.next(place)
            let next = records.read(entry.number) { bytes -> BookingMoment? in
                let record = BookingRecord(bytes)
                return record.keptStatus == .confirmed ? record.moment : nil
            }
            if let next = next ?? nil { return next }
        }
        return nil
    }
}

extension BookingRecord {
    /// When it begins, as it is told.
    public var moment: BookingMoment {
        BookingMoment(milliseconds: startMilliseconds, date: isAllDay ? date(.startDate) : nil)
    }
}

extension BookingFigures {
    fileprivate mutating func take(last other: BookingMoment?) {
        guard let other, last.map({ $0 < other }) ?? true else { return }
        last = other
    }

    fileprivate mutating func take(next other: BookingMoment?) {
        guard let other, next.map({ other < $0 }) ?? true else { return }
        next = other
    }
}

extension Tenant {
    /// What the bookings of a client come to at a moment, milliseconds since 1970; those of doubles
    /// that went into it are its own. O(log n).
    public func bookingFigures(of id: ClientID, at now: UInt64) -> BookingFigures {
        bookingLookup?.figures(of: members(of: id), at: now) ?? .none
    }

    private var bookingLookup: BookingLookup<RecordStore>? {
        bookings.map {
            BookingLookup(
                records: $0.state.records,
                tallies: $0.state.tallies,
                byClient: $0.state.byClient
            )
        }
    }

    /// The day since 1970 on which a client's last booking began, as of a moment; 0 where there was
    /// none, and of a client who was merged.
    public func visitDay(of id: ClientID, at now: UInt64) -> UInt32 {
        guard bookings != nil, bookingOwner(of: id) == id else { return 0 }
        let last = bookingFigures(of: id, at: now).last
        return last.map { UInt32(clamping: $0.milliseconds / 86_400_000) } ?? 0
    }

    /// Who is on the booking that an event is about, by the numbers that stand on the list now; nobody
    /// for other events.
    public func people(of event: borrowing Event) -> [ClientID] {
        guard let id = event.booking else { return [] }
        return withBooking(id) { people(of: BookingRecord($0)) } ?? []
    }

    /// How many bookings a client has missed. O(1), and the bookings of doubles that went into it.
    public func noShows(of id: ClientID) -> UInt32 {
        guard let bookings else { return 0 }
        let members = members(of: id)
        let sum = members.reduce(0 as UInt32) { $0 &+ bookings.state.tally(of: $1).noShows }
        guard sum > 0, members.count > 1 else { return sum }
        return sum &- (bookingLookup?.countedTwice(members).noShows ?? 0)
    }

    /// The number that the next booking gets.
    public var nextBooking: BookingID { bookings?.state.next ?? BookingID(1) }

    /// The bytes of a booking, where they stand, to `body`; nil when there is none of that number.
    /// O(1).
    public func withBooking<R>(_ id: BookingID, _ body: (RawSpan) -> R) -> R? {
        guard let bookings else { return nil }
        return bookings.state.records.read(id.value, body)
    }

    /// Whether there was ever a booking.
    @inlinable
    public var hasBookings: Bool { bookings != nil }

    /// How many bookings there are now.
    public var bookingCount: Int { bookings?.state.records.count ?? 0 }

    /// Bytes that bookings take, with what is kept about them.
    public var bookingsByteCount: Int { bookings?.state.byteCount ?? 0 }

    /// R-SAL-22: the bookings that a client is still expected for, the next first.
    public func bookingsAhead(of id: ClientID, at now: UInt64) -> [BookingID] {
        guard let state = bookings?.state else { return [] }
        var found: [(start: UInt64, id: BookingID)] = []
        for member in members(of: id) {
            var place = state.byClient.place(
                BookingOrder.Key(member.value, now, 0),
                state.records
            )
            while let entry = state.byClient.entry(at: place), entry.group == member.value {
                place = state.byClient.next(place)
                let id = BookingID(entry.number)
                let start = state.records.read(entry.number) { bytes -> UInt64? in
                    let record = BookingRecord(bytes)
                    return record.status(atMilliseconds: now).isOpen
                        ? record.startMilliseconds : nil
                }
                guard let start = start ?? nil, !found.contains(where: { $0.id == id }) else {
                    continue
                }
                found.append((start, id))
            }
        }
        return found.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map(\.id)
    }
}

/// What the clients' bookings come to, as they were at one moment, for a reader on another thread.
public struct BookingLedger: Sendable {
    private let lookup: BookingLookup<RecordPages>
    /// Of each survivor the doubles that went straight into it.
    private let doubles: [UInt32: [ClientID]]

    init(_ view: BookingsView, _ merges: MergesView?) {
        lookup = BookingLookup(
            records: view.records,
            tallies: view.tallies,
            byClient: view.byClient
        )
        var doubles: [UInt32: [ClientID]] = [:]
        let rows = merges?.rows
        for number in 0..<(rows?.numberMax ?? 0) {
            guard let bytes = rows?.record(number + 1), let row = MergeRow(bytes), row.stands
            else { continue }
            doubles[row.survivor.value, default: []].append(row.double)
        }
        self.doubles = doubles
    }

    /// What the bookings of a client come to at a moment, milliseconds since 1970.
    public func figures(of id: ClientID, at now: UInt64) -> BookingFigures {
        var members = [id]
        var index = 0
        while index < members.count {
            members += doubles[members[index].value] ?? []
            index += 1
        }
        return lookup.figures(of: members, at: now)
    }
}

extension TenantView {
    /// What the clients' bookings come to; nil where there was never one. O(merges).
    public func bookingLedger() -> BookingLedger? {
        bookings.map { BookingLedger($0, merges) }
    }
}
