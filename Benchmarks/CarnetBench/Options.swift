import ArgumentParser
import CarnetClient
import CarnetEngine
import NIOCore

/// Which server is driven.
struct TargetOptions: ParsableArguments {
    @Option(help: "The server's IPv4 address.")
    var host = "127.0.0.1"

    @Option(help: "The server's port.")
    var port = 7420

    @Option(help: "Name and secret of a token, with a colon between.")
    var token: String?

    @Option(help: "Start this carnet binary on an empty folder and stop it at the end.")
    var spawn: String?

    @Option(help: "Where the folder of a started server is made; the disk that is measured.")
    var folder = "."

    @Option(
        name: .customLong("serve-argument"),
        parsing: .unconditionalSingleValue,
        help: "One further argument for a started server; repeat it for more."
    )
    var serveArguments: [String] = []

    @Flag(help: "Leave the folder of a started server where it is.")
    var keep = false

    func validate() throws {
        guard (1...65_535).contains(port) else { throw ValidationError("--port is 1 to 65535") }
        if let token, !token.contains(":") {
            throw ValidationError("--token is name:secret")
        }
    }

    var credentials: (name: String, secret: String)? {
        guard let token, let colon = token.firstIndex(of: ":") else { return nil }
        return (String(token[..<colon]), String(token[token.index(after: colon)...]))
    }

    func connect() async throws(CarnetClientError) -> CarnetConnection {
        var options = CarnetClientOptions()
        options.resp = .two
        options.token = credentials
        options.replyTimeout = .seconds(120)
        return try await CarnetConnection.connect(host: host, port: port, options: options)
    }
}

/// Which venues and clients there are.
struct DatasetOptions: ParsableArguments {
    @Option(help: "Clients over all venues.")
    var clients = 1_000_000

    @Option(help: "Venues; their sizes follow Zipf's law.")
    var venues = 10_000

    @Option(help: "Clients of the largest venue.")
    var largest = 200_000

    @Option(help: "Seed of names, sizes and the order of requests.")
    var seed: UInt64 = 1

    func validate() throws {
        guard venues > 0, largest > 0, clients >= largest + venues - 1 else {
            throw ValidationError(
                "--clients must be at least --largest and one for each other venue"
            )
        }
        guard clients <= 100_000_000, venues <= 1_000_000 else {
            throw ValidationError("at most 100,000,000 clients and 1,000,000 venues")
        }
        guard largest <= 5_000_000 else {
            throw ValidationError("--largest is at most 5,000,000: beyond that phones repeat")
        }
    }

    func dataset() -> Dataset {
        Dataset(
            venues: SampleVenues.zipf(
                count: venues,
                clients: clients,
                largest: largest,
                seed: seed
            )
        )
    }
}

/// How hard and how long a run is.
struct LoadOptions: ParsableArguments {
    @Option(help: "Connections, over all threads.")
    var connections = 50

    @Option(help: "Requests that a connection sends at once (closed loop).")
    var pipeline = 1

    @Option(help: "Threads of the generator.")
    var threads = 1

    @Option(help: "Open loop: requests a second; latency counts from the intended time.")
    var rate: Double?

    @Option(help: "Seconds that are measured.")
    var duration = 10.0

    @Option(help: "End after so many requests instead.")
    var requests: Int?

    @Option(help: "Seconds before the measured ones.")
    var warmup = 1.0

    func validate() throws {
        guard (1...10_000).contains(connections) else {
            throw ValidationError("--connections is 1 to 10000")
        }
        guard (1...100_000).contains(pipeline) else {
            throw ValidationError("--pipeline is 1 to 100000")
        }
        guard (1...min(64, connections)).contains(threads) else {
            throw ValidationError("--threads is 1 to 64 and at most --connections")
        }
        guard rate.map({ $0 > 0 && $0 <= 1e8 }) ?? true else {
            throw ValidationError("--rate is above 0 and at most 100000000")
        }
        guard duration > 0, duration <= 86_400, warmup >= 0, warmup <= 3_600 else {
            throw ValidationError("--duration is above 0 and at most 86400, --warmup at most 3600")
        }
        guard requests.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--requests is at least 1")
        }
    }

    /// The settings of a run of `mix` against a server.
    func settings(_ mix: Mix, host: String, port: Int) -> LoadSettings {
        var settings = LoadSettings()
        settings.host = host
        settings.port = port
        settings.connections = connections
        settings.pipeline = pipeline
        settings.threads = threads
        settings.rate = rate
        settings.requests = requests
        // An ingest is over when everybody is in, whatever the clock says.
        settings.seconds = requests == nil && mix != .ingest ? duration : nil
        settings.warmupSeconds = settings.seconds == nil ? 0 : warmup
        return settings
    }
}

/// A peer's address, such as redis://127.0.0.1:6379.
struct PeerAddress: ExpressibleByArgument, Sendable {
    let host: String
    let port: Int

    init?(argument: String) {
        guard argument.hasPrefix("redis://") else { return nil }
        let rest = argument.dropFirst("redis://".count).prefix { $0 != "/" }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return nil }
        guard parts.count == 1 || Int(parts[1]) != nil else { return nil }
        self.host = String(host)
        port = parts.count == 2 ? Int(parts[1]) ?? 6379 : 6379
    }
}
