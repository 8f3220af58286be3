import CarnetClient
import CarnetWire

// What a report asks of the disk: snapshot, restart, synced writes.
extension ReportRun {
    /// The first snapshot after loading writes everybody. Around it a mixed open loop runs, once
    /// without a snapshot and once with one.
    mutating func snapshot() async throws {
        var settings = closedLoop(connections: 20)
        settings.rate = command.rate
        let quiet = try await session.measure(plan(.mixed, seed: 2), settings)
        note(quiet.troubles, in: "mixed without snapshot")
        let connection = session.connection
        let run = LoadRun(
            plan: plan(.mixed, seed: 3),
            settings: settings,
            label: "mixed under a snapshot",
            serverProcess: session.process
        )
        async let taken = Self.takeSnapshot(connection, after: .seconds(2))
        let outcome = try await run.run()
        let snapshot = try await taken
        let busy = Figures(outcome, target: session.version, mix: .mixed, settings: settings)
        note(busy.troubles, in: "mixed under a snapshot")
        add(
            "snapshot of the million, wall",
            reach: "≤ 1 s",
            "\(Text.decimal(snapshot.seconds, 2)) s (\(snapshot.told))",
            snapshot.seconds <= 1
        )
        var waits: [String] = []
        var worst = 0.0
        for (name, latency) in busy.operations.sorted(by: { $0.key < $1.key }) {
            let without = quiet.operations[name]?.max ?? 0
            worst = max(worst, latency.max - without)
            waits.append(
                "\(name) \(Text.decimal(latency.max / 1_000, 1)) ms "
                    + "(without \(Text.decimal(without / 1_000, 1)) ms)"
            )
        }
        add(
            "longest request under the snapshot, mixed at \(Text.decimal(command.rate, 0))/s",
            reach: "none waits > 5 ms because of it",
            waits.joined(separator: ", "),
            worst <= 5_000
        )
    }

    /// Sends SNAPSHOT and waits until it is done, by its reply or by SNAPSHOT.STATUS.
    private static func takeSnapshot(
        _ connection: CarnetConnection,
        after delay: Duration
    ) async throws -> (seconds: Double, told: String) {
        try await Task.sleep(for: delay)
        let start = ContinuousClock.now
        var reply = try await connection.send("SNAPSHOT")
        while reply["seconds"] == nil || (reply["running"]?.integer ?? 0) != 0 {
            try await Task.sleep(for: .milliseconds(2))
            reply = try await connection.send("SNAPSHOT.STATUS")
            if ContinuousClock.now - start > .seconds(300) {
                throw LoadError.setup("the snapshot was not done within 300 s")
            }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let told = ["files", "bytes", "ratio", "seconds"].compactMap { key in
            reply[key]?.spelled.map { "\(key) \($0)" }
        }
        return (seconds, told.joined(separator: ", "))
    }

    /// Stops the server in good order and starts it on the same folder.
    mutating func restart() async throws {
        guard let old = session.spawned, let folder = session.folder else { return }
        await session.connection.close()
        await old.stop()
        let probe = ReadinessProbe(target: session.target, dataset: dataset)
        let start = ContinuousClock.now
        let started = try Session.start(session.target, in: folder)
        do {
            try await probe.waitForLastVenue()
            var seconds = (ContinuousClock.now - start) / .seconds(1)
            let askedAt = ContinuousClock.now
            var refused = try probe.askEveryVenue()
            let asking = (ContinuousClock.now - askedAt) / .seconds(1)
            while refused > 0 {
                guard ContinuousClock.now - start < .seconds(300) else {
                    throw LoadError.setup("\(refused) requests are still refused after 300 s")
                }
                try await Task.sleep(for: .milliseconds(1))
                refused = try probe.askEveryVenue()
                seconds = (ContinuousClock.now - start) / .seconds(1)
            }
            session = try await Session(session.target, started, folder)
            add(
                "restart until the last venue answers GET and SEARCH",
                reach: "≤ 1 s from a snapshot",
                "\(Text.decimal(seconds, 2)) s (then GET and SEARCH of all "
                    + "\(Text.count(dataset.venues.count)) venues in \(Text.decimal(asking, 2)) s)",
                seconds <= 1
            )
        } catch {
            await started.stop()
            throw error
        }
    }

    /// Synced CLIENT.ADD beside what one fdatasync and one PING round trip for each group allow;
    /// means of both, since a rate is the inverse of a mean.
    mutating func durableAdds() async throws {
        for (mix, connections) in [(Mix.addAnyway, 1), (.addAnyway, 50), (.add, 1), (.add, 50)] {
            let settings = closedLoop(connections: connections)
            let folder = session.folder ?? command.target.folder
            let syncBefore = try DiskProbe.measure(in: folder, count: 1_000)
            let ping = try await session.measure(plan(.ping), settings)
            let adds = try await session.measure(plan(mix), settings)
            let syncAfter = try DiskProbe.measure(in: folder, count: 1_000)
            note(adds.troubles, in: "durable CLIENT.ADD")
            let sync = (syncBefore.mean + syncAfter.mean) / 2
            let trip = ping.latency?.mean ?? 0
            let limit = Double(connections) * 1e6 / (sync + trip)
            let share = adds.repliesPerSecond / limit
            add(
                "durable CLIENT.ADD \(mix == .add ? "checked for doubles" : "with ANYWAY"), "
                    + "\(connections) connection\(connections == 1 ? "" : "s"), unpipelined",
                reach: "≥ 80 % of what one fdatasync and one PING round trip for each group allow",
                "\(Text.decimal(adds.repliesPerSecond, 0))/s, \(Text.decimal(share * 100, 0)) % of "
                    + "\(Text.decimal(limit, 0))/s (fdatasync \(Text.microseconds(sync)), "
                    + "PING \(Text.microseconds(trip)))",
                share >= 0.8
            )
        }
    }
}
