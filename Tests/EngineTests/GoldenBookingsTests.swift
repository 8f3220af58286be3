import CarnetBytes
import CarnetEngine
import CarnetModel
import Foundation
import Testing

/// What came to format 1 with bookings: their rows and tallies, links of clients, points of partners.
struct GoldenBookingsTests {
    /// `v1-bookings`: events of the kinds 70 to 80 and 90 to 92 in a snapshot, and again in the log
    /// behind it.
    @Test(arguments: ["v1-bookings"])
    func everyRowOfAReleasedFormatLoads(version: String) async throws {
        let folder = GoldenTests.golden.appending(path: version)
        if GoldenTests.isToBeMade(version) { try await Self.make(folder) }
        let test = try TestEngine(copyOf: folder.appending(path: "data"))
        let script = CommandScript(tenants: [Self.tenant])
        let expected = try String(
            contentsOf: folder.appending(path: "expected.txt"),
            encoding: .utf8
        )
        #expect(try Self.facts(script, test.engine) == expected)
        #expect(script.indexDifferences(test.engine).isEmpty)
        #expect(test.engine.recovery.records > 0, "the log's tail was not replayed")
        try test.close()
    }

    private static let tenant = "salon-7"
    private static let clientCount: UInt32 = 12

    private static func facts(_ script: CommandScript, _ engine: Engine) throws -> String {
        let told = try script.onShard(engine, tenant) { shard, name in
            let tenant = try shard.requireCell(name).tenant
            var facts = ["digest \(tenant.digest.text)", "bookings \(tenant.bookingCount)"]
            for number in 1...clientCount {
                let id = ClientID(number)
                let figures = tenant.bookingFigures(of: id, at: now)
                let page = tenant.bookings(BookingFilter(of: id), after: nil, limit: 100, at: now)
                let links = tenant.links(of: id).map {
                    "\($0.kind.name) \(String(decoding: $0.reference, as: UTF8.self))"
                }
                facts.append(
                    "client \(number): \(figures.bookings) booked, \(figures.noShows) missed, "
                        + "last \(text(figures.last)), next \(text(figures.next)), "
                        + "all \(page.numbers.map(\.value)), links \(links)"
                )
            }
            let sun = try tenant.account(of: unsafe Array("Sun".utf8).span.bytes).1
            return facts + ["Sun \(sun?.given ?? 0) given, \(sun?.earned ?? 0) earned"]
        }
        return told.map { $0 + "\n" }.joined()
    }

    /// In March 2030: some of the bookings are over, others ahead.
    private static let now: UInt64 = 1_900_000_000_000

    private static func text(_ moment: BookingMoment?) -> String {
        moment.map { "\($0.milliseconds)\($0.date == nil ? "" : ", a day")" } ?? "none"
    }

    /// The same again behind the snapshot, so that the log has each kind of event.
    private static func make(_ folder: URL) async throws {
        let test = try TestEngine()
        let script = CommandScript(tenants: [tenant])
        try script.create(test.engine)
        try script.onShard(test.engine, tenant) { shard, name in
            let settings = [
                ("zone", "Europe/Brussels"), ("verify_booking", "yes"), ("booking_months", "24"),
                ("guest_override", "yes"), ("partner_booking", "yes"), ("partner_points", "5"),
            ]
            _ = try shard.changeSettings(
                shard.requireCell(name),
                settings.map { GivenSetting(word: $0.0, value: $0.1) },
                WriteOptions()
            )
        }
        for number in 1...clientCount {
            let fields = ["last": "Guest \(number)", "email": "guest\(number)@example.org"]
            try script.add(test.engine, tenant, fields, anyway: true)
        }
        try change(script, test.engine, from: 1)
        _ = await test.snapshot()
        _ = await test.snapshot()
        try change(script, test.engine, from: 7)
        try GoldenTests.keep(test, folder, try facts(script, test.engine))
    }

    /// Everything that bookings, links and points can come to, of the six clients from `first` on.
    private static func change(_ script: CommandScript, _ engine: Engine, from first: UInt32) throws
    {
        try script.onShard(engine, tenant) { shard, name in
            let cell = try shard.requireCell(name)
            try visits(shard, cell, first)
            try codes(shard, cell, first)
            try linksAndPoints(shard, cell, first)
        }
    }

    private static func visits(
        _ shard: isolated Shard,
        _ cell: TenantCell,
        _ first: UInt32
    ) throws {
        let options = WriteOptions()
        // One of long ago, which the next takes along.
        _ = try book(shard, cell, first, "2015-03-01T19:30")
        let words: [(BookingField, String)] = [
            (.service, "table for 4"), (.staff, "Eva"), (.note, "late"), (.request, "window"),
            (.guest, "Mevr. Peeters"), (.guestEmail, "a@example.org,b@example.org"),
            (.contact, "yes"), (.partner, "Sun"), (.external, "pms-\(first)"),
        ]
        let table = try book(shard, cell, first, "2040-05-01T19:30", "2040-05-01T21:00", words)
        let stay = try book(shard, cell, first + 1, "2040-05-01", "2040-05-04")
        let others = [first + 2, first + 3]
        let group = try book(shard, cell, first, "2040-06-01T12:00", with: others)
        var fields = GivenBookingFields()
        try fields.add(.note, [])
        try fields.add(.request, Array("by the door".utf8))
        _ = try shard.setBooking(cell, table, fields, options)
        let start = Array("2040-07-01".utf8)
        _ = try shard.moveBooking(
            cell,
            stay,
            toStart: unsafe start.span.bytes,
            end: nil,
            by: .staff,
            options
        )
        _ = try shard.cancelBooking(
            cell,
            group,
            leaving: ClientID(first + 2),
            by: .staff,
            options
        )
        _ = try shard.stepBooking(cell, table, .miss, options)
        _ = try shard.stepBooking(cell, table, .finish, options)
        let missed = try book(shard, cell, first + 3, "2040-05-02T12:00")
        _ = try shard.stepBooking(cell, missed, .miss, options)
        let cancelled = try book(shard, cell, first + 3, "2040-05-03T12:00")
        _ = try shard.cancelBooking(cell, cancelled, leaving: nil, by: .staff, options)
        // Off the list, and nobody is told of what is cancelled with it.
        _ = try book(shard, cell, first + 5, "2040-05-04T12:00")
        _ = try shard.setStatus(
            cell,
            [ClientID(first + 5)],
            active: false,
            bookingsAhead: .cancelQuietly,
            options
        )
    }

    private static func codes(
        _ shard: isolated Shard,
        _ cell: TenantCell,
        _ first: UInt32
    ) throws {
        let right = [UInt8](repeating: 7, count: 32)
        for tries in [1, 5, 0] {
            let start = "2040-08-0\(tries + 1)T12:00"
            let id = try book(shard, cell, first + 4, start, by: .online)
            for _ in 0..<tries {
                _ = try shard.verifyBooking(cell, id, digest: [1], WriteOptions())
            }
            guard tries < 5 else { continue }
            _ = try shard.verifyBooking(cell, id, digest: right, WriteOptions())
        }
        // One that waits for its code.
        _ = try book(shard, cell, first + 4, "2040-08-09T12:00", by: .online)
    }

    private static func linksAndPoints(
        _ shard: isolated Shard,
        _ cell: TenantCell,
        _ first: UInt32
    ) throws {
        let options = WriteOptions()
        for kind in LinkKind.allCases {
            let reference = Array("\(kind.name)-\(first)".utf8)
            let made = try shard.addLink(
                cell,
                ClientID(first + 1),
                kind,
                unsafe reference.span.bytes,
                options
            )
            guard kind == .voucher else { continue }
            _ = try shard.removeLink(cell, made.number, options)
        }
        let partner = Array("Sun".utf8)
        for points in [100, -30] as [Int64] {
            _ = try shard.addPoints(
                cell,
                unsafe partner.span.bytes,
                points,
                reason: Array("a good year".utf8),
                options
            )
        }
    }

    private static func book(
        _ shard: isolated Shard,
        _ cell: TenantCell,
        _ client: UInt32,
        _ start: String,
        _ end: String? = nil,
        _ words: [(BookingField, String)] = [],
        with others: [UInt32] = [],
        by caller: BookingCaller = .staff
    ) throws -> BookingID {
        var fields = GivenBookingFields()
        for (field, value) in words { try fields.add(field, Array(value.utf8)) }
        let (start, end) = (Array(start.utf8), end.map { Array($0.utf8) })
        let zone = shard.zone(of: cell)
        let span =
            if let end {
                try BookingSpan(
                    start: unsafe start.span.bytes,
                    end: unsafe end.span.bytes,
                    zone: zone
                )
            } else {
                try BookingSpan(start: unsafe start.span.bytes, end: nil, zone: zone)
            }
        var request = BookingRequest(
            client: ClientID(client),
            span: span,
            fields: fields,
            caller: caller
        )
        request.with = others.map { ClientID($0) }
        request.codeDigest = [UInt8](repeating: 7, count: 32)
        return try shard.addBooking(cell, request, WriteOptions()).id
    }
}
