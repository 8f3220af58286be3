// MARK: - Bookings

extension ReportRun {
    /// The last step, since bookings take memory: as many as clients, a client's list beside the
    /// client, then an evening.
    mutating func bookings() async throws {
        let loader = BookingLoader(plan: plan(.evening), session: session)
        let loading = try await loader.load(dataset.clientCount)
        note(loading.troubles, in: "bookings")
        let turns = try await session.measure(plan(.clientBookings), closedLoop(connections: 1))
        note(turns.troubles, in: "lists of bookings")
        if let ratio = turns.listToGet, let list = turns.operations[Operation.bookingList.name],
            let get = turns.operations[Operation.get.name]
        {
            add(
                "BOOKING.LIST of one client beside CLIENT.GET, in turns on one connection, round trip",
                reach: "p50 ≤ 2 × CLIENT.GET",
                "\(Text.decimal(ratio, 2)) × (\(Text.microseconds(list.p50)), "
                    + "\(Text.microseconds(get.p50)))",
                ratio <= 2
            )
        }
        var evening = plan(.evening)
        evening.bookings = try await loader.standing()
        let figures = try await session.measure(evening, closedLoop(connections: 50))
        note(figures.troubles, in: "evening")
        guard let latency = figures.latency else { return }
        add(
            "an evening: 70 % search and get, 20 % bookings, 10 % clients; 50 connections, unpipelined",
            reach: "no error",
            "\(Text.decimal(figures.repliesPerSecond, 0))/s, p50 \(Text.microseconds(latency.p50)), "
                + "p99 \(Text.microseconds(latency.p99))",
            !figures.hasFailed
        )
    }
}
