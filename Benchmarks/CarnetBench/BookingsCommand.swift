import ArgumentParser
import CarnetBytes
import CarnetModel
import Dispatch
import Foundation

/// What bookings cost in memory and in time, in this process: the model alone, without socket and log.
struct BookingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bookings",
        abstract: "Measures bookings inside the model, and prints Markdown.",
        discussion: """
            Makes venues with clients and bookings over three years, each made some weeks ahead, then \
            lists days and clients at random, whole, and reads every record of them.
            """
    )

    @Option(help: "Venues.")
    var venues = 100
    @Option(help: "Clients of each venue.")
    var clients = 10_000
    @Option(help: "Bookings of all venues together.")
    var bookings = 10_000_000
    @Option(help: "Lists that are timed of each kind.")
    var lists = 20_000
    @Option(help: "Seed of everything that is drawn.")
    var seed: UInt64 = 1

    private static let firstDay: UInt64 = 1_700_000_000_000 / 86_400_000
    private static let dayCount: UInt64 = 1_095
    private static let day: UInt64 = 86_400_000

    func validate() throws {
        guard venues >= 1, clients >= 1, bookings >= venues, lists >= 1 else {
            throw ValidationError("every count must be 1 at least")
        }
    }

    func run() throws {
        var random = SplitMix(state: seed)
        let emptyPages = Self.residentByteCount
        var tenants: [Tenant] = []
        var staging = ByteWriter(capacity: 1_024)
        for index in 0..<venues { tenants.append(try venue(index, &staging)) }
        let before = Self.residentByteCount
        let began = DispatchTime.now().uptimeNanoseconds
        try fill(&tenants, &random, &staging)
        let filled = DispatchTime.now().uptimeNanoseconds &- began
        let after = Self.residentByteCount
        let kept = tenants.reduce(0) { $0 + $1.bookingsByteCount }
        print("| what | measured |\n| --- | --- |")
        print(
            "| memory a client before any booking | \(Self.share(before - emptyPages, venues * clients)) B |"
        )
        print("| memory a booking, growth of RSS | \(Self.share(after - before, bookings)) B |")
        print("| memory a booking, as the model counts it | \(Self.share(kept, bookings)) B |")
        print("| applying one booking, mean | \(filled / UInt64(bookings)) ns |")
        let days = time(tenants, &random) { tenant, random in
            var filter = BookingFilter()
            filter.from = (Self.firstDay + random.below(Self.dayCount)) * Self.day
            filter.to = filter.from + Self.day
            return read(tenant, filter)
        }
        let people = time(tenants, &random) { tenant, random in
            let client = ClientID(UInt32(random.below(UInt64(clients))) + 1)
            return read(tenant, BookingFilter(of: client))
        }
        let figures = time(tenants, &random) { tenant, random in
            let id = ClientID(UInt32(random.below(UInt64(clients))) + 1)
            let now = (Self.firstDay + random.below(Self.dayCount)) * Self.day
            return Int(tenant.bookingFigures(of: id, at: now).bookings)
        }
        let gets = time(tenants, &random) { tenant, random in
            let number = UInt32(random.below(UInt64(clients))) + 1
            return tenant.clients.record(number)?.byteCount ?? 0
        }
        for (name, found) in [
            ("a venue's day, whole, every record read", days),
            ("a client's bookings, whole, every record read", people),
            ("last and next booking, counters", figures), ("a client's record", gets),
        ] {
            print("| \(name) | p50 \(found.p50) µs, p99 \(found.p99) µs, mean of \(found.size) |")
        }
    }

    private func venue(_ index: Int, _ staging: inout ByteWriter) throws -> Tenant {
        var tenant = Tenant(name: Array("venue-\(index)".utf8))
        var payload = ByteWriter(capacity: 64)
        for number in 1...clients {
            payload.removeAll()
            payload.append(varint: UInt64(number))
            ClientRecordWriter.append(
                tag: ClientField.first.rawValue,
                unsafe Array("Guest \(number)".utf8).span.bytes,
                to: &payload
            )
            try apply(.clientAdded, payload.bytes, at: Self.firstDay * Self.day, &tenant, &staging)
        }
        return tenant
    }

    /// Each booking is made on the days in turn, for up to sixty days later.
    private func fill(
        _ tenants: inout [Tenant],
        _ random: inout SplitMix,
        _ staging: inout ByteWriter
    ) throws {
        var payload = ByteWriter(capacity: 64)
        for index in 0..<bookings {
            let made = Self.firstDay + UInt64(index) * (Self.dayCount - 60) / UInt64(bookings)
            let start = (made + random.below(60)) * Self.day + random.below(96) * 900_000
            payload.removeAll()
            payload.append(varint: UInt64(index / venues + 1))
            payload.append(varint: random.below(UInt64(clients)) + 1)
            payload.append(BookingStatus.confirmed.rawValue)
            payload.append(2)
            payload.append(varint: start)
            payload.append(varint: 5_400_000)
            try apply(
                .bookingAdded,
                payload.bytes,
                at: made * Self.day,
                &tenants[index % venues],
                &staging
            )
        }
    }

    private func apply(
        _ kind: EventKind,
        _ payload: RawSpan,
        at milliseconds: UInt64,
        _ tenant: inout Tenant,
        _ staging: inout ByteWriter
    ) throws {
        let event = try Event(
            kind: kind.rawValue,
            payload: payload,
            milliseconds: milliseconds,
            lsn: LSN(1)
        )
        try tenant.apply(event, staging: &staging)
    }

    /// All pages of a list; answers how many bookings there were.
    private func read(_ tenant: borrowing Tenant, _ filter: BookingFilter) -> Int {
        var count = 0
        var cursor: BookingCursor?
        repeat {
            let page = tenant.bookings(filter, after: cursor, limit: 1_000, at: 0)
            for id in page.numbers {
                count += tenant.withBooking(id) { Int(BookingRecord($0).version) } ?? 0
            }
            cursor = page.cursor
        } while cursor != nil
        return count
    }

    private struct Times {
        let p50: String
        let p99: String
        let size: String
    }

    private func time(
        _ tenants: [Tenant],
        _ random: inout SplitMix,
        _ body: (borrowing Tenant, inout SplitMix) -> Int
    ) -> Times {
        var nanoseconds: [UInt64] = []
        var total = 0
        for _ in 0..<lists {
            let index = Int(random.below(UInt64(venues)))
            let began = DispatchTime.now().uptimeNanoseconds
            total += body(tenants[index], &random)
            nanoseconds.append(DispatchTime.now().uptimeNanoseconds &- began)
        }
        nanoseconds.sort()
        func text(_ share: Double) -> String {
            let value = nanoseconds[min(lists - 1, Int(Double(lists) * share))]
            return String(format: "%.1f", Double(value) / 1_000)
        }
        return Times(
            p50: text(0.5),
            p99: text(0.99),
            size: String(format: "%.1f", Double(total) / Double(lists))
        )
    }

    private static func share(_ bytes: Int, _ count: Int) -> String {
        String(format: "%.1f", Double(bytes) / Double(count))
    }

    private static var residentByteCount: Int {
        ProcessMemory.residentByteCount(ProcessInfo.processInfo.processIdentifier) ?? 0
    }
}

/// SplitMix64: small, quick and the same everywhere.
private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return (z ^ z >> 31) % bound
    }
}
