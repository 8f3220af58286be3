import CarnetBytes

// PAYLOADS OF EVENTS ABOUT BOOKINGS. All begin with varint booking, then:
//    bookingAdded    varint client, u8 status, span
//    bookingMoved    span
//    bookingLeft     varint client whose booking it is from now on
//    the others      nothing
// then tagged fields: those that the booking has from now on, an empty one is cleared; tags from 64
// on belong to the event alone. A span is u8 shape, varint start (milliseconds since 1970), varint
// milliseconds to the end; its dates are fields.
// bookingsAgedOut has varint count and varint numbers instead.

/// The head of an event about one booking, checked to be readable.
struct BookingEvent {
    let id: BookingID
    /// Of `bookingAdded` and `bookingLeft`.
    private(set) var client = ClientID(0)
    /// Of `bookingAdded`.
    private(set) var status = BookingStatus.confirmed
    /// Of `bookingAdded` and `bookingMoved`, without its dates.
    private(set) var shape: UInt8 = 0
    private(set) var start: UInt64 = 0
    private(set) var length: UInt64 = 0
    /// Where the tagged fields begin.
    let fieldsOffset: Int

    init?(_ kind: EventKind, _ payload: RawSpan) {
        var reader = ByteReader(payload)
        guard let number = reader.varint(), number >= 1, number < UInt64(UInt32.max) else {
            return nil
        }
        id = BookingID(UInt32(number))
        if kind == .bookingAdded || kind == .bookingLeft {
            guard let client = MergeEvent.client(&reader) else { return nil }
            self.client = client
        }
        if kind == .bookingAdded {
            guard let status = reader.byte().flatMap({ BookingStatus(rawValue: $0) }) else {
                return nil
            }
            self.status = status
        }
        if kind == .bookingAdded || kind == .bookingMoved {
            guard let shape = reader.byte(), shape < 4, let start = reader.varint(),
                let length = reader.varint(), start < 1 << 48, length < 1 << 48
            else { return nil }
            self.shape = shape
            self.start = start
            self.length = length
        }
        fieldsOffset = reader.offset
    }

    static func append(_ span: BookingSpan, to payload: inout ByteWriter) {
        payload.append(span.shape)
        payload.append(varint: span.startMilliseconds)
        payload.append(varint: span.endMilliseconds &- span.startMilliseconds)
    }

    /// The numbers of `bookingsAgedOut`; nil where they make no sense.
    static func numbers(_ payload: RawSpan) -> [UInt32]? {
        var reader = ByteReader(payload)
        // Each takes a byte at least, so a count that lies can't reserve more than the payload has.
        guard let count = reader.varint(), count <= UInt64(reader.remaining) else { return nil }
        var numbers: [UInt32] = []
        for _ in 0..<count {
            guard let number = reader.varint(), number >= 1, number < UInt64(UInt32.max) else {
                return nil
            }
            numbers.append(UInt32(number))
        }
        return numbers
    }
}

extension Event {
    /// The booking that it is about; nil of events that are about none or about many.
    var booking: BookingID? { isOfBooking ? BookingEvent(kind, payload)?.id : nil }

    /// Whether it is about one booking.
    public var isOfBooking: Bool {
        switch kind {
        case .bookingAdded, .bookingChanged, .bookingMoved, .bookingVerified, .bookingExpired,
            .bookingCancelled, .bookingNoShow, .bookingDone, .bookingLeft, .bookingCodeFailed:
            true
        default: false
        }
    }
}
