import CarnetBytes

// TALLY AT REST. A record as CarnetBytes draws it (its number is the client's), bit 5 of the flags
// set, then varint bookings, varint no-shows, varint start of the last visit that was aged out
// (milliseconds since 1970 plus 1; 0: none), varint its packed date (0: it had a time).

/// What is counted of the bookings that were addressed to one client, kept by their events; also of
/// those that have been aged out since.
struct BookingTally: Hashable, Sendable {
    static let flag: UInt8 = 1 << 5

    /// Confirmed, done or missed.
    var bookings: UInt32 = 0
    /// Missed.
    var noShows: UInt32 = 0
    /// The last visit among those that were aged out.
    var agedVisit: BookingMoment?

    var isEmpty: Bool { self == BookingTally() }

    init() {}

    /// Reads a record; nil where it makes no sense.
    init?(_ bytes: RawSpan) {
        var reader = ByteReader(bytes.bytes(RecordStore.headerByteCount..<bytes.byteCount))
        guard let bookings = reader.varint(), let noShows = reader.varint(),
            let visit = reader.varint(), let date = reader.varint()
        else { return nil }
        self.bookings = UInt32(clamping: bookings)
        self.noShows = UInt32(clamping: noShows)
        if visit > 0 {
            agedVisit = BookingMoment(
                milliseconds: visit - 1,
                date: CalendarDate(packed: UInt32(truncatingIfNeeded: date))
            )
        }
    }

    func append(of client: ClientID, to writer: inout ByteWriter) {
        let start = writer.byteCount
        writer.append(littleEndian: UInt16(0))
        writer.append(Self.flag)
        writer.append(littleEndian: client.value)
        writer.append(varint: UInt64(bookings))
        writer.append(varint: UInt64(noShows))
        writer.append(varint: agedVisit.map { $0.milliseconds &+ 1 } ?? 0)
        writer.append(varint: UInt64(agedVisit?.date?.packed ?? 0))
        let fits = ClientRecordWriter.finish(from: start, in: &writer)
        precondition(fits, "four varints are short")
    }

    /// Counts a booking in that status in, or out.
    mutating func count(_ status: BookingStatus, _ isIn: Bool) {
        if status.counts { bookings = isIn ? bookings &+ 1 : bookings &- 1 }
        if status == .noShow { noShows = isIn ? noShows &+ 1 : noShows &- 1 }
    }
}

/// When a booking begins, as it is told: an instant, or a day where it is all-day.
public struct BookingMoment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970.
    public let milliseconds: UInt64
    public let date: CalendarDate?

    public init(milliseconds: UInt64, date: CalendarDate?) {
        self.milliseconds = milliseconds
        self.date = date
    }

    public static func < (a: BookingMoment, b: BookingMoment) -> Bool {
        a.milliseconds < b.milliseconds
    }
}
