import CarnetBytes
import CarnetEngine

/// The evening of a venue: of 100 requests 40 get a client and 30 search for one, 20 change bookings
/// and 10 change clients.
extension Workload {
    private static let quarter: UInt64 = 900_000
    private static let day: UInt64 = 86_400_000

    mutating func nextOfEvening() -> Request {
        switch random.below(100) {
        case ..<40: nextGet()
        case ..<70: nextSearch()
        case ..<90: nextBookingChange()
        default: nextClientChange()
        }
    }

    /// Of 20: 5 walk in, 4 book ahead, 3 move, 3 cancel, 4 are done and 1 has not come. So as many
    /// bookings begin as end, and the next evenings fill.
    private mutating func nextBookingChange() -> Request {
        let share = random.below(20)
        switch share {
        case ..<5: return nextBooking(.tonight)
        case ..<9: return nextBooking(.ahead)
        case ..<15:
            guard let booking = pool.takeAhead(&random) else {
                return nextBooking(.ahead)
            }
            guard share < 12 else { return .bookingStep(.cancel, booking) }
            return .bookingMove(booking, start: write(start: drawStart(.ahead)))
        default:
            guard let booking = pool.takeTonight(&random) else {
                return nextBooking(.tonight)
            }
            return .bookingStep(share < 19 ? .done : .noShow, booking)
        }
    }

    /// Of 10: 5 change a field, 2 the newsletter, 1 a tag, and 2 are new on the list.
    private mutating func nextClientChange() -> Request {
        switch random.below(10) {
        case ..<5: return nextSet()
        case ..<7:
            let client = drawClient()
            let isOn = random.happens(500)
            return .newsletter(venue: client.venue, number: client.number, isOn: isOn)
        case ..<8:
            let client = drawClient()
            return .tag(venue: client.venue, number: client.number)
        default: return nextAdd()
        }
    }

    /// A new booking of any client.
    mutating func nextBooking(_ time: BookingTime) -> Request {
        let client = drawClient()
        return .bookingAdd(
            PooledBooking(venue: client.venue, number: 0, time: time),
            client: client.number,
            start: write(start: drawStart(time)),
            seats: random.below(6)
        )
    }

    /// At a quarter of an hour: within 300 days back, the last two hours, or 60 days ahead.
    private mutating func drawStart(_ time: BookingTime) -> UInt64 {
        let now = plan.milliseconds / Self.quarter * Self.quarter
        let today = plan.milliseconds / Self.day * Self.day
        let hours = 40 + UInt64(random.below(48))
        return switch time {
        case .past: today - UInt64(1 + random.below(300)) * Self.day + hours * Self.quarter
        case .tonight: now - UInt64(random.below(8)) * Self.quarter
        case .ahead: today + UInt64(1 + random.below(60)) * Self.day + hours * Self.quarter
        }
    }
}
