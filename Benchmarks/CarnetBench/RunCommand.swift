import ArgumentParser
import CarnetClient
import CarnetEngine
import Foundation

/// One mix against one server, or in turns against a server and a peer.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Drives one mix and prints throughput and latencies."
    )

    @Option(
        help: """
            ping, ingest, add, add-anyway, get, search, typo, duplicates, set, mixed, book, \
            client-bookings or evening.
            """
    )
    var mix = Mix.mixed

    @OptionGroup var target: TargetOptions
    @OptionGroup var data: DatasetOptions
    @OptionGroup var load: LoadOptions

    @Flag(name: .customLong("load"), help: "Load the data set first, where it is not there yet.")
    var loadsFirst = false

    @Option(
        help: """
            Bookings that --load makes for the mixes evening and client-bookings, where there are \
            none; as many as clients unless given.
            """
    )
    var bookings: Int?

    @Flag(help: "Search, and ask for doubles, in venues of all sizes, not in the largest alone.")
    var anywhere = false

    @Option(help: "A redis-server that gets the same reads and writes in turns, redis://host:port.")
    var peer: PeerAddress?

    @Option(help: "Turns with a peer; the median of their ratios is told.")
    var rounds = 5

    @Flag(help: "The server itself is a redis-server: clients are hashes tenant:number.")
    var redis = false

    @Flag(help: "Call an engine inside this process, on a folder of its own, without sockets.")
    var inProcess = false

    @Option(
        help: "Durability of an engine in this process: always, everysec or none.",
        transform: { word in
            guard let level = Durability(rawValue: word) else {
                throw ValidationError("--durability is always, everysec or none")
            }
            return level
        }
    )
    var durability = Durability.always

    @Option(help: "First number of further people; a repeated one is withheld as a double.")
    var fresh: Int?

    @Flag(help: "Print the figures as JSON.")
    var json = false

    func validate() throws {
        guard (1...1_000).contains(rounds) else { throw ValidationError("--rounds is 1 to 1000") }
        if peer != nil, mix.needsCarnet || mix == .ingest {
            throw ValidationError("--peer compares ping, get, set and add")
        }
        if redis, peer != nil || mix.needsCarnet {
            throw ValidationError("--redis runs ping, ingest, add, get and set, without a peer")
        }
        if inProcess, peer != nil || redis || load.rate != nil || target.spawn != nil {
            throw ValidationError("--in-process is a closed loop without server or peer")
        }
        if inProcess, !mix.runsInProcess {
            throw ValidationError("--in-process has no bookings; drive a server")
        }
        if bookings.map({ $0 < 1 || $0 > 100_000_000 }) ?? false {
            throw ValidationError("--bookings is 1 to 100000000")
        }
        if fresh.map({ $0 < 0 || $0 > 5_000_000 }) ?? false {
            throw ValidationError("--fresh is 0 to 5000000")
        }
    }

    func run() async throws {
        if inProcess { return try await driveInProcess() }
        try await Session.open(target) { session in
            try await drive(session)
        }
    }

    private func drive(_ session: Session) async throws {
        var plan = plan
        if !redis { try await prepare(session, &plan) }
        guard let peer else {
            let figures = try await session.measure(plan, load, version: session.version)
            print(json ? try JSONText.of(figures) : figures.text)
            if figures.hasFailed { throw ExitCode.failure }
            return
        }
        let comparison = try await Comparison(
            session: session,
            peer: peer,
            loader: DatasetLoader(dataset: plan.dataset)
        )
        if mix == .get || mix == .set { try await comparison.copyClients() }
        let result = try await comparison.run(plan, load, rounds: rounds)
        print(json ? try JSONText.of(result) : result.text)
    }

    private var plan: WorkloadPlan {
        let now = UInt64(Date().timeIntervalSince1970 * 1_000)
        // The same changes again would change nothing: each evening is another one.
        return WorkloadPlan(
            mix: mix,
            dialect: redis ? .redis : .carnet,
            dataset: data.dataset(),
            fresh: FreshPeople(from: fresh ?? Self.freshStart()),
            searchVenue: anywhere || mix == .evening ? nil : 0,
            clientVenue: mix == .duplicates && !anywhere ? 0 : nil,
            seed: mix == .evening ? data.seed &+ now : data.seed,
            milliseconds: now
        )
    }

    private func driveInProcess() async throws {
        let folder = try RunFolder.make(in: target.folder)
        defer { if !target.keep { RunFolder.remove(folder) } }
        let run = InProcessRun(
            plan: plan,
            settings: load.settings(mix, host: "", port: 0),
            folder: folder,
            durability: durability
        )
        let figures = try await run.figures()
        print(json ? try JSONText.of(figures) : figures.text)
    }

    private func prepare(_ session: Session, _ plan: inout WorkloadPlan) async throws {
        guard mix != .ping else { return }
        let loader = DatasetLoader(dataset: plan.dataset)
        let isLoaded = try await loader.isLoaded(session.connection)
        if mix == .ingest {
            guard !isLoaded else {
                throw ValidationError("the data set is already there; ingest into an empty server")
            }
            try await loader.createTenants(session.connection)
        } else if !isLoaded {
            guard loadsFirst else {
                throw ValidationError("the data set is not there; add --load")
            }
            try await loader.createTenants(session.connection)
            let figures = try await session.ingest(plan)
            Terminal.remark(figures.text)
        }
        guard mix.readsBookings else { return }
        let bookingLoader = BookingLoader(plan: plan, session: session)
        if try await !bookingLoader.isLoaded() {
            guard loadsFirst else { throw ValidationError("there are no bookings; add --load") }
            let figures = try await bookingLoader.load(bookings ?? plan.dataset.clientCount)
            Terminal.remark(figures.text)
            guard !figures.hasFailed else { throw ExitCode.failure }
        }
        if mix == .evening { plan.bookings = try await bookingLoader.standing() }
    }

    /// People whom earlier runs have hardly added: the start moves on with the clock.
    static func freshStart() -> Int {
        Int(Date().timeIntervalSince1970) % 2_400 * 2_000
    }
}
