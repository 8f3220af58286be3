import CarnetClient
import CarnetEngine
import CarnetWire
import Synchronization

/// The steps of `carnet-bench doubles` on a server that is empty when it begins.
struct DoublesRun: Sendable {
    private static let largest = 0
    private static let pageCount = 1_000

    let session: Session
    let dataset: Dataset
    let seconds: Double

    func figures() async throws -> DoublesFigures {
        guard let process = session.process,
            let before = ProcessMemory.residentByteCount(process)
        else { throw LoadError.setup("the server's memory can't be read") }
        try await DatasetLoader(dataset: dataset).createTenants(session.connection)
        let ingest = try await session.ingest(plan(.ingest))
        let fillSeconds = try await session.waitUntilTablesAreFilled()
        let after = ProcessMemory.residentByteCount(process) ?? before
        let alone = try await measure(.get, connections: 1)
        let (meanwhile, scan) = try await whileAsked { try await allPages() }
        let again = try await allPages()
        let ofOne = try await measure(.duplicates, connections: 1)
        return DoublesFigures(
            machine: Machine.summary,
            server: session.version,
            command: CommandLine.arguments.dropFirst().reduce("carnet-bench") { $0 + " " + $1 },
            clients: dataset.clientCount,
            venues: dataset.venues.count,
            largest: dataset.venues[Self.largest].clientCount,
            ingestPerSecond: ingest.repliesPerSecond,
            bytesBefore: before,
            bytesAfter: after,
            fillSeconds: fillSeconds,
            scanSeconds: scan.firstSeconds,
            pagesSeconds: scan.seconds,
            pairs: scan.pairCount,
            againSeconds: again.seconds,
            getAlone: alone.latency,
            getMeanwhile: meanwhile.latency,
            ofOne: ofOne.latency,
            slices: try await slices(),
            troubles: ingest.troubles + alone.troubles + meanwhile.troubles + ofOne.troubles
        )
    }

    private func plan(_ mix: Mix) -> WorkloadPlan {
        WorkloadPlan(
            mix: mix,
            dialect: .carnet,
            dataset: dataset,
            fresh: FreshPeople(from: 0),
            clientVenue: Self.largest
        )
    }

    private func settings(connections: Int, seconds: Double?) -> LoadSettings {
        var settings = session.ingestSettings
        settings.connections = connections
        settings.pipeline = 1
        settings.seconds = seconds
        return settings
    }

    private func measure(_ mix: Mix, connections: Int) async throws -> Figures {
        try await session.measure(
            plan(mix),
            settings(connections: connections, seconds: seconds)
        )
    }

    /// CLIENT.GET in the largest venue by one connection for as long as `body` takes.
    private func whileAsked<R: Sendable>(
        _ body: () async throws -> R
    ) async throws -> (Figures, R) {
        let settings = settings(connections: 1, seconds: nil)
        let run = LoadRun(plan: plan(.get), settings: settings, label: "get")
        async let outcome = run.run()
        let result: R
        do {
            result = try await body()
        } catch {
            run.progress.isStopped.store(true, ordering: .relaxed)
            throw error
        }
        run.progress.isStopped.store(true, ordering: .relaxed)
        let figures = Figures(
            try await outcome,
            target: session.version,
            mix: .get,
            settings: settings
        )
        return (figures, result)
    }

    /// CLIENT.DUPLICATES of the largest venue to the last page.
    private func allPages() async throws -> (
        firstSeconds: Double, seconds: Double, pairCount: Int
    ) {
        let start = ContinuousClock.now
        var command = [
            "CLIENT.DUPLICATES", dataset.venues[Self.largest].tenant, "LIMIT",
            "\(Self.pageCount)",
        ]
        let wordCount = command.count
        var firstSeconds: Double?
        var pairCount = 0
        while true {
            let page = try await session.connection.send(command)
            let passed = (ContinuousClock.now - start) / .seconds(1)
            firstSeconds = firstSeconds ?? passed
            pairCount += try page.required("pairs").elements?.count ?? 0
            guard let cursor = page["cursor"]?.text else {
                return (firstSeconds ?? passed, passed, pairCount)
            }
            command.removeLast(command.count - wordCount)
            command += ["AFTER", cursor]
        }
    }

    private func slices() async throws -> [DoublesFigures.Slices] {
        let info = try await ServerInfo(session.connection)
        return SliceKind.allCases.compactMap { kind in
            info["slices_\(kind.name)"].flatMap { DoublesFigures.Slices(kind.name, $0) }
        }
    }
}
