import CarnetBytes
import CarnetEngine
import CarnetModel
import CarnetTestKit

extension CommandScript {
    /// One random command about bookings.
    func book(_ engine: Engine, _ tenant: String, _ random: inout SeededRandom) throws {
        let client = UInt32.random(in: 1...80, using: &random)
        let booking = UInt32.random(in: 1...120, using: &random)
        let day = Int.random(in: 10...28, using: &random)
        let month = Int.random(in: 1...9, using: &random)
        let date = "203\(month % 3)-0\(month)-\(day)"
        let isDay = Bool.random(using: &random)
        let choice = Int.random(in: 0..<12, using: &random)
        let with = choice == 1 ? [client % 80 + 1] : []
        try onShard(engine, tenant) { shard, name in
            let cell = try shard.requireCell(name)
            let id = BookingID(booking)
            switch choice {
            case 0...4:
                let start = Array((isDay ? date : date + "T19:30").utf8)
                var fields = GivenBookingFields()
                try fields.add(.service, Array("table \(booking)".utf8))
                if booking % 3 == 0 { try fields.add(.note, Array("late".utf8)) }
                if booking % 2 == 0 {
                    let reference = booking % Self.referenceCount
                    try fields.add(.external, Array("stay-\(reference)".utf8))
                }
                if booking % 5 == 0 {
                    try fields.add(.partner, Array(Self.partners[Int(booking % 3)].utf8))
                }
                var request = BookingRequest(
                    client: ClientID(client),
                    span: try BookingSpan(
                        start: unsafe start.span.bytes,
                        end: nil,
                        zone: shard.zone(of: cell)
                    ),
                    fields: fields,
                    caller: .staff
                )
                request.with = with.map { ClientID($0) }
                if booking % 7 == 0 { request.clientNote = Array("note \(booking)".utf8) }
                _ = try shard.addBooking(cell, request, WriteOptions())
            case 5:
                _ = try shard.moveBooking(
                    cell,
                    id,
                    toStart: unsafe Array(date.utf8).span.bytes,
                    end: nil,
                    by: .staff,
                    WriteOptions()
                )
            case 6, 7:
                _ = try shard.cancelBooking(
                    cell,
                    id,
                    leaving: choice == 6 ? nil : ClientID(client),
                    by: .staff,
                    WriteOptions()
                )
            case 8: _ = try shard.stepBooking(cell, id, .miss, WriteOptions())
            case 9: _ = try shard.stepBooking(cell, id, .finish, WriteOptions())
            default:
                var fields = GivenBookingFields()
                try fields.add(.request, Array("by the window \(day)".utf8))
                if booking % 4 == 0 { try fields.add(.external, Array("stay-\(day)".utf8)) }
                _ = try shard.setBooking(cell, id, fields, WriteOptions())
            }
        }
    }

    /// What is told of bookings, of every client: lists and figures. A restart changes none of it.
    func bookingFacts(_ engine: Engine) -> [String] {
        tenants.flatMap { tenant in
            (try? onShard(engine, tenant) { shard, name -> [String] in
                let cell = try shard.requireCell(name)
                let now: UInt64 = 1_900_000_000_000
                var facts = [Self.list(cell.tenant, nil, now)]
                for number in 1...max(1, cell.tenant.clients.numberMax) {
                    let id = ClientID(number)
                    let figures = cell.tenant.bookingFigures(of: id, at: now)
                    facts.append(Self.list(cell.tenant, id, now) + " \(figures)")
                }
                return facts
            }) ?? ["no tenant \(tenant)"]
        }
    }

    private static func list(
        _ tenant: borrowing Tenant,
        _ client: ClientID?,
        _ now: UInt64
    )
        -> String
    {
        let filter = client.map { BookingFilter(of: $0) } ?? BookingFilter()
        var numbers: [UInt32] = []
        var cursor: BookingCursor?
        repeat {
            let page = tenant.bookings(filter, after: cursor, limit: 50, at: now)
            numbers += page.numbers.map(\.value)
            cursor = page.cursor
        } while cursor != nil
        return "\(numbers)"
    }
}
