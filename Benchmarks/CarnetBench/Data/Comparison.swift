import CarnetClient

/// The same requests to the server and to a peer, in turns, so that the machine's moods hit both.
struct Comparison: Sendable {
    let session: Session
    let peer: PeerAddress
    let loader: DatasetLoader
    private let peerConnection: CarnetConnection
    private let peerVersion: String
    private let peerProcess: Int32?

    init(session: Session, peer: PeerAddress, loader: DatasetLoader) async throws {
        self.session = session
        self.peer = peer
        self.loader = loader
        var options = CarnetClientOptions()
        options.resp = .two
        peerConnection = try await CarnetConnection.connect(
            host: peer.host,
            port: peer.port,
            options: options
        )
        let info = try await ServerInfo(peerConnection)
        peerVersion = info.version
        peerProcess = info.process(host: peer.host)
    }

    /// Gives the peer the clients that the server has.
    func copyClients() async throws {
        try await loader.copy(from: session.connection, to: peerConnection)
    }

    /// `rounds` turns of each side.
    func run(
        _ plan: WorkloadPlan,
        _ load: LoadOptions,
        rounds: Int
    ) async throws -> ComparisonFigures {
        try await run(plan, session.settings(plan.mix, load), rounds: rounds)
    }

    func run(
        _ plan: WorkloadPlan,
        _ settings: LoadSettings,
        rounds: Int
    ) async throws -> ComparisonFigures {
        var server: [Figures] = []
        var others: [Figures] = []
        var peerPlan = plan
        peerPlan.dialect = .redis
        var peerSettings = settings
        peerSettings.host = peer.host
        peerSettings.port = peer.port
        peerSettings.token = nil
        for round in 1...rounds {
            server.append(try await session.measure(plan, settings))
            let run = LoadRun(
                plan: peerPlan,
                settings: peerSettings,
                label: "peer \(plan.mix.rawValue) \(round)/\(rounds)",
                serverProcess: peerProcess
            )
            let outcome = try await run.run()
            others.append(
                Figures(outcome, target: peerVersion, mix: plan.mix, settings: peerSettings)
            )
        }
        return ComparisonFigures(server: server, peer: others)
    }
}

/// Rounds of both sides, their medians, and the median of how they stand to each other.
struct ComparisonFigures: Codable, Sendable {
    let server: [Figures]
    let peer: [Figures]
    let serverMedian: Double
    let peerMedian: Double
    /// The server's replies a second for each of the peer's: the median of the rounds' own ratios,
    /// since the machine may change its pace from one round to the next.
    let ratio: Double

    init(server: [Figures], peer: [Figures]) {
        self.server = server
        self.peer = peer
        serverMedian = Median.of(server.map(\.repliesPerSecond))
        peerMedian = Median.of(peer.map(\.repliesPerSecond))
        ratio = Median.of(
            zip(server, peer).filter { $1.repliesPerSecond > 0 }
                .map { $0.repliesPerSecond / $1.repliesPerSecond }
        )
    }

    var text: String {
        var lines: [String] = []
        for (index, pair) in zip(server, peer).enumerated() {
            lines.append(
                "round \(index + 1)  \(Text.decimal(pair.0.repliesPerSecond, 0))/s  peer "
                    + "\(Text.decimal(pair.1.repliesPerSecond, 0))/s"
            )
        }
        if let last = server.last { lines.append(last.text) }
        if let last = peer.last { lines.append(last.text) }
        lines.append(
            "median \(Text.decimal(serverMedian, 0))/s, peer \(Text.decimal(peerMedian, 0))/s: "
                + "ratio \(Text.decimal(ratio, 2))"
        )
        return lines.joined(separator: "\n")
    }

    /// What went wrong on either side.
    var troubles: [String] { server.flatMap(\.troubles) + peer.flatMap(\.troubles) }
}

/// The middle of some numbers.
enum Median {
    static func of(_ numbers: [Double]) -> Double {
        guard !numbers.isEmpty else { return 0 }
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2
            : sorted[middle]
    }
}
