import CarnetEngine

/// A confirmed booking that a run may change.
struct PooledBooking: Sendable {
    let venue: Int
    /// Its number in the venue; 0 before the server has given it one.
    var number: Int
    let time: BookingTime
}

/// When a booking is, seen from the run.
enum BookingTime: Sendable {
    /// Days ago.
    case past
    /// Begun, and not yet marked as done or missed.
    case tonight
    /// On a later day.
    case ahead
}

/// What becomes of a booking that is no longer confirmed.
enum BookingChange: Sendable {
    case cancel
    case done
    case noShow

    var operation: Operation {
        switch self {
        case .cancel: .bookingCancel
        case .done: .bookingDone
        case .noShow: .bookingNoShow
        }
    }
}

/// The confirmed bookings that one thread may change. Whoever is taken out is nobody else's until the
/// server has answered, so that no request is refused for what another one has done.
struct BookingPool: Sendable {
    private var tonight: [PooledBooking] = []
    private var ahead: [PooledBooking] = []

    /// The share of one thread.
    init(_ bookings: [PooledBooking], thread: Int, of threadCount: Int) {
        for index in stride(from: thread, to: bookings.count, by: threadCount) {
            put(bookings[index])
        }
    }

    /// One that has begun, each as likely as any other; nil when none is left.
    mutating func takeTonight(_ random: inout SampleRandom) -> PooledBooking? {
        Self.take(from: &tonight, &random)
    }

    /// One of a later day, each as likely as any other; nil when none is left.
    mutating func takeAhead(_ random: inout SampleRandom) -> PooledBooking? {
        Self.take(from: &ahead, &random)
    }

    /// The server has carried out `operation`; `made` is the number that it gave a new booking.
    mutating func settle(_ operation: Operation, _ booking: PooledBooking, _ made: Int) {
        switch operation {
        case .bookingAdd where made > 0:
            var booking = booking
            booking.number = made
            put(booking)
        case .bookingMove: put(booking)
        default: break
        }
    }

    private mutating func put(_ booking: PooledBooking) {
        switch booking.time {
        case .past: break
        case .tonight: tonight.append(booking)
        case .ahead: ahead.append(booking)
        }
    }

    private static func take(
        from bookings: inout [PooledBooking],
        _ random: inout SampleRandom
    ) -> PooledBooking? {
        guard !bookings.isEmpty else { return nil }
        bookings.swapAt(random.below(bookings.count), bookings.count - 1)
        return bookings.removeLast()
    }
}
