import CarnetClient
import CarnetEngine
import CarnetWire
import Foundation

/// The steps of a report, in an order in which each finds the state that it needs: an empty server,
/// the loaded one, its first snapshot, the restart from it, then what is asked of a server at work.
struct ReportRun {
    let command: ReportCommand
    let dataset: Dataset
    var session: Session
    private let fresh = FreshPeople(from: 0)
    private var rows: [ReportRow] = []
    private var troubles: [String] = []

    init(command: ReportCommand, session: Session) {
        self.command = command
        self.session = session
        dataset = command.data.dataset()
    }

    mutating func report() async throws -> Report {
        try await ingest()
        try await session.waitUntilTablesAreFilled()
        try await snapshot()
        try await restart()
        do {
            try await session.waitUntilTablesAreFilled()
            try await search()
            try await compare()
            try await durableAdds()
            try await bookings()
        } catch {
            await session.spawned?.stop()
            throw error
        }
        let report = Report(
            machine: Machine.summary,
            server: session.version,
            clients: dataset.clientCount,
            venues: dataset.venues.count,
            largest: command.data.largest,
            command: CommandLine.arguments.dropFirst().reduce("carnet-bench") { $0 + " " + $1 },
            rows: rows,
            troubles: troubles
        )
        await session.connection.close()
        await session.spawned?.stop()
        return report
    }

    func plan(_ mix: Mix, seed: UInt64 = 1) -> WorkloadPlan {
        WorkloadPlan(
            mix: mix,
            dialect: .carnet,
            dataset: dataset,
            fresh: fresh,
            searchVenue: mix == .evening ? nil : 0,
            seed: seed,
            milliseconds: UInt64(Date().timeIntervalSince1970 * 1_000)
        )
    }

    /// Closed loop for the report's duration.
    func closedLoop(connections: Int, pipeline: Int = 1) -> LoadSettings {
        var settings = session.ingestSettings
        settings.connections = connections
        settings.pipeline = pipeline
        settings.seconds = command.duration
        settings.warmupSeconds = 1
        return settings
    }

    mutating func add(_ what: String, reach: String, _ measured: String, _ reached: Bool?) {
        rows.append(ReportRow(what: what, reach: reach, measured: measured, reached: reached))
        Terminal.remark("\(what): \(measured)")
    }

    mutating func note(_ found: [String], in step: String) {
        troubles += found.map { "\(step): \($0)" }
    }
}

// MARK: - Loading

extension ReportRun {
    private mutating func ingest() async throws {
        let loader = DatasetLoader(dataset: dataset)
        let before = session.process.flatMap { ProcessMemory.residentByteCount($0) }
        try await loader.createTenants(session.connection)
        let figures = try await session.ingest(plan(.ingest))
        note(figures.troubles, in: "ingest")
        add(
            "ingest over the socket with ANYWAY, pipelined, durability `always`",
            reach: "≥ 150,000 clients/s",
            "\(Text.decimal(figures.repliesPerSecond, 0)) clients/s",
            figures.repliesPerSecond >= 150_000
        )
        guard let before, let after = figures.serverBytesAfter else { return }
        let each = Double(after - before) / Double(dataset.clientCount)
        add(
            "memory with all indexes (growth of RSS)",
            reach: "≤ 300 B a client",
            "\(Text.decimal(each, 0)) B a client (\(before >> 20) → \(after >> 20) MiB)",
            each <= 300
        )
    }

    private mutating func search() async throws {
        let figures = try await session.measure(plan(.search), closedLoop(connections: 1))
        note(figures.troubles, in: "search")
        guard let latency = figures.latency else { return }
        let size = dataset.venues.first?.clientCount ?? 0
        add(
            "CLIENT.SEARCH, 3-letter prefix, top 20, in the venue of \(Text.count(size)), "
                + "one connection, round trip",
            reach: "p50 ≤ 100 µs, p99 ≤ 400 µs",
            "p50 \(Text.microseconds(latency.p50)), p99 \(Text.microseconds(latency.p99))",
            latency.p50 <= 100 && latency.p99 <= 400
        )
    }

    private mutating func compare() async throws {
        let unpipelined = "CLIENT.GET by id, 50 connections, unpipelined"
        let pipelined = "CLIENT.GET by id, 50 connections, pipelined by 16"
        guard let peer = command.peer else {
            for what in [unpipelined, pipelined] {
                add(what, reach: "against redis-server", "no --peer given", nil)
            }
            return
        }
        let comparison = try await Comparison(
            session: session,
            peer: peer,
            loader: DatasetLoader(dataset: dataset)
        )
        try await comparison.copyClients()
        for (what, pipeline, goal) in [(unpipelined, 1, 1.0), (pipelined, 16, 1.5)] {
            let result = try await comparison.run(
                plan(.get),
                closedLoop(connections: 50, pipeline: pipeline),
                rounds: command.rounds
            )
            note(result.troubles, in: what)
            add(
                what,
                reach: "≥ \(Text.decimal(goal, 1)) × redis-server's HGETALL of the same fields",
                "\(Text.decimal(result.ratio, 2)) × (\(Text.decimal(result.serverMedian, 0))/s, "
                    + "peer \(Text.decimal(result.peerMedian, 0))/s)",
                result.ratio >= goal
            )
        }
        let writes = try await comparison.run(
            plan(.set),
            closedLoop(connections: 50, pipeline: 16),
            rounds: command.rounds
        )
        note(writes.troubles, in: "writes")
        add(
            "CLIENT.SET of one field, 50 connections, pipelined by 16, synced",
            reach: "beside redis-server's HSET, not synced",
            "\(Text.decimal(writes.ratio, 2)) × (\(Text.decimal(writes.serverMedian, 0))/s, "
                + "peer \(Text.decimal(writes.peerMedian, 0))/s)",
            nil
        )
    }
}
