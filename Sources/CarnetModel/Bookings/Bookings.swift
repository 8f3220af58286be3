import CarnetBytes

/// What a tenant keeps of bookings: their records, what is counted by client, and two orders that
/// are made from the records at load and kept with each change, and a third for those that have a
/// reference. A tenant that never had a booking
/// has none of this.
struct Bookings: Sendable {
    private(set) var records = RecordStore()
    /// By the client's number, for those who have had a booking.
    private(set) var tallies = RecordStore()
    /// By client, then start.
    private(set) var byClient = BookingOrder()
    /// By minute, then start.
    private(set) var byStart = BookingOrder()
    /// By a hash of the caller's own reference, then start; of those that have one.
    private(set) var byReference = BookingOrder()

    /// Bytes of records, tallies and orders.
    var byteCount: Int {
        records.byteCount &+ tallies.byteCount &+ byClient.byteCount &+ byStart.byteCount
            &+ byReference.byteCount
    }

    /// The number that the next booking gets.
    var next: BookingID { BookingID(records.numberMax + 1) }

    /// What a booking's people, status, start and reference are: what orders and tallies go by.
    private struct Facts {
        let status: BookingStatus
        let start: UInt64
        let client: UInt32
        let others: [ClientID]
        let reference: UInt32?

        init(_ record: borrowing BookingRecord) {
            status = record.keptStatus
            start = record.startMilliseconds
            client = record.client.value
            others = record.others
            reference = record.field(.external).map { Bookings.hash(record.bytes.bytes($0)) }
        }

        func isSame(as other: Facts) -> Bool {
            start == other.start && client == other.client && others == other.others
                && reference == other.reference
        }

        var people: [UInt32] { [client] + others.map(\.value) }
    }

    /// Stores a booking, new or changed, and keeps the orders. Answers the facts that tallies go by.
    mutating func put(
        _ bytes: RawSpan
    ) -> [(client: ClientID, before: BookingStatus?, after: BookingStatus?)] {
        let after = Facts(BookingRecord(bytes))
        let number = bytes.littleEndianUInt32(at: 3)
        let before = facts(number)
        if let before, !before.isSame(as: after) { leave(number, before) }
        records.put(bytes)
        if before == nil || before?.isSame(as: after) == false { enter(number, after) }
        if let before, before.status == after.status, before.client == after.client,
            before.others == after.others
        {
            return []
        }
        return (before?.people ?? []).map { (ClientID($0), before?.status, nil) }
            + after.people.map { (ClientID($0), nil, after.status) }
    }

    /// Takes a booking out for good; its number stays used.
    mutating func remove(_ number: UInt32) {
        guard let facts = facts(number) else { return }
        leave(number, facts)
        records.remove(number)
    }

    private func facts(_ number: UInt32) -> Facts? {
        guard let bytes = records.record(number) else { return nil }
        return Facts(BookingRecord(bytes))
    }

    private mutating func enter(_ number: UInt32, _ facts: Facts) {
        byStart.insert(BookingOrder.Key(Self.minute(facts.start), facts.start, number), records)
        for client in facts.people {
            byClient.insert(BookingOrder.Key(client, facts.start, number), records)
        }
        if let hash = facts.reference {
            byReference.insert(BookingOrder.Key(hash, facts.start, number), records)
        }
    }

    private mutating func leave(_ number: UInt32, _ facts: Facts) {
        byStart.remove(BookingOrder.Key(Self.minute(facts.start), facts.start, number), records)
        for client in facts.people {
            byClient.remove(BookingOrder.Key(client, facts.start, number), records)
        }
        if let hash = facts.reference {
            byReference.remove(BookingOrder.Key(hash, facts.start, number), records)
        }
    }

    /// The minute since 1970 that an instant lies in.
    static func minute(_ milliseconds: UInt64) -> UInt32 {
        UInt32(clamping: milliseconds / 60_000)
    }

    private static func hash(_ reference: RawSpan) -> UInt32 {
        UInt32(truncatingIfNeeded: reference.xxh3())
    }

    /// The booking that has this reference of the caller's own. A log of a build that did not yet
    /// keep references apart may have several: the one that begins first. O(log n).
    func number(ofReference reference: RawSpan) -> UInt32? {
        let hash = Self.hash(reference)
        var place = byReference.place(BookingOrder.Key(hash, 0, 0), records)
        while let entry = byReference.entry(at: place), entry.group == hash {
            let isIt = records.read(entry.number) { bytes in
                BookingRecord(bytes).field(.external).map {
                    bytes.bytes($0).isEqual(to: reference)
                }
            }
            if isIt == true { return entry.number }
            place = byReference.next(place)
        }
        return nil
    }

    /// The bookings that a client is on by that number. O(log n + their number).
    func numbers(of id: ClientID) -> [UInt32] {
        var numbers: [UInt32] = []
        var place = byClient.place(BookingOrder.Key(id.value, 0, 0), records)
        while let entry = byClient.entry(at: place), entry.group == id.value {
            numbers.append(entry.number)
            place = byClient.next(place)
        }
        return numbers
    }

    // MARK: Tallies

    func tally(of id: ClientID) -> BookingTally {
        guard let bytes = tallies.record(id.value) else { return BookingTally() }
        return BookingTally(bytes) ?? BookingTally()
    }

    mutating func put(tally bytes: RawSpan) { tallies.put(bytes) }

    mutating func removeTally(of id: ClientID) { tallies.remove(id.value) }

    // MARK: Loading

    /// Stores a booking of a snapshot; `rebuild` follows once all are there.
    mutating func restore(_ bytes: RawSpan) { records.put(bytes) }

    /// Makes the orders from the records. O(n log n).
    mutating func rebuild() {
        var clients: [(group: UInt64, start: UInt64)] = []
        var minutes: [(group: UInt64, start: UInt64)] = []
        var references: [(group: UInt64, start: UInt64)] = []
        clients.reserveCapacity(records.count)
        minutes.reserveCapacity(records.count)
        guard records.numberMax > 0 else { return }
        for number in 1...records.numberMax {
            guard let facts = facts(number) else { continue }
            let low = UInt64(number)
            minutes.append((UInt64(Self.minute(facts.start)) << 32 | low, facts.start))
            clients.append((UInt64(facts.client) << 32 | low, facts.start))
            if let hash = facts.reference {
                references.append((UInt64(hash) << 32 | low, facts.start))
            }
            for other in facts.others {
                clients.append((UInt64(other.value) << 32 | low, facts.start))
            }
        }
        byClient = Self.order(&clients)
        byStart = Self.order(&minutes)
        byReference = Self.order(&references)
    }

    private static func order(_ entries: inout [(group: UInt64, start: UInt64)]) -> BookingOrder {
        entries.sort { a, b in
            let groups = (a.group >> 32, b.group >> 32)
            if groups.0 != groups.1 { return groups.0 < groups.1 }
            return a.start == b.start ? a.group < b.group : a.start < b.start
        }
        return BookingOrder(inOrder: entries.map(\.group))
    }
}

/// The bookings of a tenant behind one reference, so that a tenant without any is no larger for it.
/// Changed only while the tenant alone refers to it; a copy of the tenant that is changed gets a
/// copy of its own first (`own`).
///
/// `@unchecked Sendable`: whoever writes makes sure first that nobody else refers to it.
@usableFromInline
final class BookingsBox: @unchecked Sendable {
    var state: Bookings

    init(_ state: Bookings = Bookings()) { self.state = state }
}

/// The same as it was at one moment, for a reader on another thread.
public struct BookingsView: Sendable {
    let records: RecordPages
    let tallies: RecordPages
    let byClient: BookingOrder
}

extension Bookings {
    func view() -> BookingsView {
        BookingsView(records: records.view(), tallies: tallies.view(), byClient: byClient)
    }
}
