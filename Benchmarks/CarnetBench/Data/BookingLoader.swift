import CarnetBytes
import CarnetClient
import CarnetEngine
import CarnetModel
import CarnetWire

/// Puts bookings into a server, and finds those that a run may change.
struct BookingLoader: Sendable {
    let plan: WorkloadPlan
    let session: Session

    /// How many bookings of one venue are collected at most, and of all.
    private static let venuePageMax = 5
    private static let standingMax = 500_000
    private static let batchCount = 200

    /// Whether the largest venue has bookings.
    func isLoaded() async throws -> Bool {
        guard let venue = plan.dataset.venues.first else { return false }
        let words = ["BOOKING.LIST", venue.tenant, "LIMIT", "1", "FIELDS", "id"]
        let reply = try await session.connection.send(words)
        return !(reply["bookings"]?.elements ?? []).isEmpty
    }

    /// Makes so many bookings as fast as the server takes them.
    func load(_ count: Int) async throws -> Figures {
        var whole = plan
        whole.mix = .book
        var settings = session.ingestSettings
        settings.requests = count
        return try await session.measure(whole, settings)
    }

    /// Confirmed bookings that have begun within a month, or are ahead: those of all venues, up to
    /// 5,000 of each.
    func standing() async throws -> [PooledBooking] {
        let now = Self.text(plan.milliseconds)
        let from = Self.text(plan.milliseconds - 30 * 86_400_000)
        let head = ["STATUS", "confirmed", "FIELDS", "id,start", "LIMIT", "1000"]
        var found: [PooledBooking] = []
        var asked = plan.dataset.venues.indices.map { (venue: $0, after: [String](), page: 1) }
        while !asked.isEmpty, found.count < Self.standingMax {
            let batch = asked.suffix(Self.batchCount)
            asked.removeLast(batch.count)
            let commands = batch.map { item in
                ["BOOKING.LIST", plan.dataset.venues[item.venue].tenant] + head
                    + ["FROM", from] + item.after
            }
            for (item, reply) in zip(batch, try await session.connection.sendAll(commands)) {
                if case .error(let error) = reply {
                    throw CarnetClientError.server(code: error.code, message: error.message)
                }
                for row in reply["bookings"]?.elements ?? [] {
                    guard let number = row["id"]?.integer,
                        let start = row["start"]?.spelled
                    else { continue }
                    let time: BookingTime = start < now ? .tonight : .ahead
                    found.append(PooledBooking(venue: item.venue, number: Int(number), time: time))
                }
                if let cursor = reply["cursor"]?.spelled, item.page < Self.venuePageMax {
                    asked.append((item.venue, ["AFTER", cursor], item.page + 1))
                }
            }
            Terminal.progress("bookings that stand  \(Text.count(found.count))")
        }
        Terminal.progress("")
        return found
    }

    private static func text(_ milliseconds: UInt64) -> String {
        var writer = ByteWriter(capacity: 32)
        Timestamp(millisecondsSinceEpoch: milliseconds / 1_000 * 1_000).append(to: &writer)
        return writer.bytes.text()
    }
}
