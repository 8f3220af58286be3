import CarnetClient
import CarnetEngine

/// A server to be driven, started by us or found running, with a connection for what is not measured.
struct Session: Sendable {
    let target: TargetOptions
    let connection: CarnetConnection
    /// The process that we have started.
    let spawned: SpawnedServer?
    /// The folder that was made for it.
    let folder: String?
    /// The server's process, where it runs on this machine.
    let process: Int32?
    let version: String

    /// Connects, starting the server where that is asked for; stops and cleans up at the end,
    /// however it comes.
    static func open(
        _ target: TargetOptions,
        _ body: (Session) async throws -> Void
    ) async throws {
        var spawned: SpawnedServer?
        var folder: String?
        do {
            if target.spawn != nil {
                let made = try RunFolder.make(in: target.folder)
                folder = made
                spawned = try start(target, in: made)
                try await spawned?.waitUntilReady()
            }
            let session = try await Session(target, spawned, folder)
            try await body(session)
            await session.connection.close()
        } catch {
            await end(spawned, folder, target)
            throw error
        }
        await end(spawned, folder, target)
    }

    /// Starts the carnet binary of `target` on the data in `folder`.
    static func start(
        _ target: TargetOptions,
        in folder: String
    ) throws(LoadError) -> SpawnedServer {
        try SpawnedServer.start(
            [
                target.spawn ?? "carnet", "serve", "--port", "\(target.port)",
                "--data", folder + "/data",
            ] + target.serveArguments,
            host: target.host,
            port: target.port,
            log: folder + "/server.log"
        )
    }

    init(_ target: TargetOptions, _ spawned: SpawnedServer?, _ folder: String?) async throws {
        self.target = target
        self.spawned = spawned
        self.folder = folder
        connection = try await target.connect()
        let info = try await ServerInfo(connection)
        process = spawned?.process ?? info.process(host: target.host)
        version = info.version
    }

    private static func end(
        _ spawned: SpawnedServer?,
        _ folder: String?,
        _ target: TargetOptions
    ) async {
        await spawned?.stop()
        guard let folder else { return }
        if target.keep {
            Terminal.remark("the server's folder is \(folder)")
        } else {
            RunFolder.remove(folder)
        }
    }

    /// Runs `plan` with the given options and answers the figures, memory included.
    func measure(
        _ plan: WorkloadPlan,
        _ load: LoadOptions,
        version: String
    ) async throws -> Figures {
        try await measure(plan, settings(plan.mix, load))
    }

    func measure(_ plan: WorkloadPlan, _ settings: LoadSettings) async throws -> Figures {
        let before = process.flatMap { ProcessMemory.residentByteCount($0) }
        let run = LoadRun(
            plan: plan,
            settings: settings,
            label: plan.mix.rawValue,
            expectedCount: plan.mix == .ingest ? plan.dataset.clientCount : settings.requests,
            serverProcess: process
        )
        let outcome = try await run.run()
        var figures = Figures(outcome, target: version, mix: plan.mix, settings: settings)
        figures.serverBytesBefore = before
        figures.serverBytesAfter = process.flatMap { ProcessMemory.residentByteCount($0) }
        return figures
    }

    /// Loads the data set as fast as the server takes it.
    func ingest(_ plan: WorkloadPlan) async throws -> Figures {
        var whole = plan
        whole.mix = .ingest
        return try await measure(whole, ingestSettings)
    }

    /// How the data set is loaded: few connections with long pipelines, one thread.
    var ingestSettings: LoadSettings {
        var settings = LoadSettings()
        settings.host = target.host
        settings.port = target.port
        settings.token = target.credentials
        settings.connections = 8
        settings.pipeline = 256
        return settings
    }

    func settings(_ mix: Mix, _ load: LoadOptions) -> LoadSettings {
        var settings = load.settings(mix, host: target.host, port: target.port)
        settings.token = target.credentials
        return settings
    }
}
